package org.afterword.workbench;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param shown what stands on it
 * @param number from 1
 * @param pages how many there are; at least 1
 */
record Slice<T>(List<T> shown, int number, int pages) {
    /** @param number that was asked for; the nearest there is stands for one that is not there */
    static <T> Slice<T> of(List<T> all, int number, int size) {
        int pages = Math.max(1, (all.size() + size - 1) / size);
        int page = Math.clamp(number, 1, pages);
        return new Slice<>(all.subList((page - 1) * size, Math.min(page * size, all.size())), page, pages);
    }

    /** @param address ends so that the page's number can follow */
    Optional<Sheets.Way> previous(String address) {
        return number > 1 ? Optional.of(way(address, number - 1)) : Optional.empty();
    }

    /** @param address ends so that the page's number can follow */
    Optional<Sheets.Way> next(String address) {
        return number < pages ? Optional.of(way(address, number + 1)) : Optional.empty();
    }

    private static Sheets.Way way(String address, int number) {
        return new Sheets.Way(address + number, "Page " + number);
    }
}
