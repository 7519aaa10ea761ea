package org.afterword.casefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rows in the pages of an SQLite file, each found for itself: neither the first page nor the tree above a page is
 * needed, so that damage costs only what it hit. What is found here is a candidate; the keys tell whether it is real.
 *
 * <p>The form of a page is that of "Database File Format", section 1.6, sqlite.org/fileformat2.html.
 */
final class Pages implements AutoCloseable {
    /** Those that cases were ever written with. */
    private static final List<Integer> SIZES = List.of(Sql.PAGE, 1 << 13);

    private static final int LEAF = 0x0d;
    private static final int HEAD = 8;
    private static final int MOST_COLUMNS = 4;
    private static final int LARGEST = 1 << 21;
    private final FileChannel channel;
    private final int size;
    private final long count;

    private Pages(FileChannel channel, int size) throws IOException {
        this.channel = channel;
        this.size = size;
        this.count = (channel.size() + size - 1) / size;
    }

    /** Only for a file that SQLite does not hold: closing this would drop its locks. */
    static Pages open(Path path) throws IOException {
        var channel = FileChannel.open(path, StandardOpenOption.READ);
        var head = ByteBuffer.allocate(18);
        channel.read(head, 0);
        int said = head.getShort(16) & 0xffff;
        if (SIZES.contains(said)) {
            return new Pages(channel, said);
        }
        Pages best = new Pages(channel, SIZES.getFirst());
        long most = -1;
        for (int size : SIZES) {
            var pages = new Pages(channel, size);
            long whole = pages.whole();
            if (whole > most) {
                best = pages;
                most = whole;
            }
        }
        return best;
    }

    /** How many rows there are in pages whose own lists of rows are whole: none, if pages are not of this size. */
    private long whole() throws IOException {
        long rows = 0;
        for (long number = 2; number <= count; number++) {
            byte[] page = page(number);
            if (page[0] == LEAF) {
                rows += listed(number, page).map(List::size).orElse(0);
            }
        }
        return rows;
    }

    /**
     * Where a row lies.
     *
     * @param page from 1
     * @param offset in the page, in bytes
     */
    record Place(long page, int offset) {}

    /**
     * @param columns the length of each value in bytes; 0 for the row's number, which is no value
     */
    record Cell(long rowid, Place place, List<Integer> columns, int start, int length, int local) {
        Cell {
            columns = List.copyOf(columns);
        }
    }

    long count() {
        return count;
    }

    void forEach(Consumer<Cell> each) throws IOException {
        for (long number = 2; number <= count; number++) {
            byte[] page = page(number);
            var listed = page[0] == LEAF ? listed(number, page) : Optional.<List<Cell>>empty();
            if (listed.isPresent()) {
                listed.get().forEach(each);
            } else if (page[0] == LEAF || !isOther(page)) {
                everywhere(number, page, each);
            }
        }
    }

    /** Whether it begins as the other kinds of pages do. */
    private boolean isOther(byte[] page) {
        return page[0] == 2
                || page[0] == 5
                || page[0] == 10
                || (ByteBuffer.wrap(page).getInt() & 0xffffffffL) <= count;
    }

    /** Empty if the page's own list of its rows is damaged. */
    private Optional<List<Cell>> listed(long number, byte[] page) {
        var head = ByteBuffer.wrap(page);
        int cells = head.getShort(3) & 0xffff;
        int lowest = size;
        var found = new ArrayList<Cell>();
        for (int i = 0; i < cells && HEAD + 2 * i + 2 <= size; i++) {
            int offset = head.getShort(HEAD + 2 * i) & 0xffff;
            lowest = Math.min(lowest, offset);
            cell(number, page, offset).ifPresent(found::add);
        }
        return found.size() == cells && lowest == (head.getShort(5) & 0xffff) ? Optional.of(found) : Optional.empty();
    }

    /** Looks at every byte for the beginning of a row. */
    private void everywhere(long number, byte[] page, Consumer<Cell> each) {
        for (int offset = HEAD; offset < size; offset++) {
            cell(number, page, offset).ifPresent(each);
        }
    }

    private Optional<Cell> cell(long number, byte[] page, int offset) {
        var in = new Varints(page, offset);
        long length = in.next();
        long rowid = in.next();
        int start = in.position();
        if (length < 2 || length > LARGEST || rowid < 0 || in.isBeyond()) {
            return Optional.empty();
        }
        int local = local((int) length);
        if (start + local + (local < length ? 4 : 0) > size) {
            return Optional.empty();
        }
        long head = in.next();
        if (head < 2 || head > Math.min(local, 5 * MOST_COLUMNS)) {
            return Optional.empty();
        }
        var columns = new ArrayList<Integer>();
        long sum = head;
        while (in.position() < start + head) {
            long type = in.next();
            if (columns.isEmpty() ? type != 0 : type < 12 || type % 2 != 0) {
                return Optional.empty();
            }
            int width = type == 0 ? 0 : (int) Math.min(LARGEST, (type - 12) / 2);
            sum += width;
            columns.add(width);
        }
        return in.position() == start + head && sum == length && columns.size() > 1 && columns.size() <= MOST_COLUMNS
                ? Optional.of(
                        new Cell(rowid, new Place(number, offset), columns, start + (int) head, (int) length, local))
                : Optional.empty();
    }

    /** How many bytes of a row lie in its own page; the rest is in a chain of others. */
    private int local(int length) {
        int most = size - 35;
        if (length <= most) {
            return length;
        }
        int least = (size - 12) * 32 / 255 - 23;
        int fitting = least + (length - least) % (size - 4);
        return fitting <= most ? fitting : least;
    }

    /** The row's values without its number; empty if a page that it needs is not there. */
    Optional<List<byte[]>> values(Place place) throws IOException {
        byte[] page = page(place.page());
        var cell = cell(place.page(), page, place.offset());
        return cell.isPresent() ? values(cell.get(), page) : Optional.empty();
    }

    private Optional<List<byte[]>> values(Cell cell, byte[] page) throws IOException {
        int head = headLength(cell);
        var all = ByteBuffer.allocate(cell.length() - head);
        all.put(page, cell.start(), cell.local() - head);
        long next = cell.local() < cell.length()
                ? ByteBuffer.wrap(page).getInt(cell.start() + cell.local() - head) & 0xffffffffL
                : 0;
        while (all.hasRemaining()) {
            if (next < 2 || next > count) {
                return Optional.empty();
            }
            byte[] more = page(next);
            next = ByteBuffer.wrap(more).getInt() & 0xffffffffL;
            all.put(more, 4, Math.min(size - 4, all.remaining()));
        }
        all.flip();
        var values = new ArrayList<byte[]>();
        for (int width : cell.columns().subList(1, cell.columns().size())) {
            var value = new byte[width];
            all.get(value);
            values.add(value);
        }
        return Optional.of(values);
    }

    private static int headLength(Cell cell) {
        return cell.length()
                - cell.columns().stream().mapToInt(Integer::intValue).sum();
    }

    /** Zeros where the file is cut. */
    private byte[] page(long number) throws IOException {
        var buffer = ByteBuffer.allocate(size);
        long at = (number - 1) * size;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, at + buffer.position());
            if (read < 0) {
                break;
            }
        }
        return buffer.array();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** SQLite's integers of one to nine bytes. */
    private static final class Varints {
        private final byte[] bytes;
        private int position;

        Varints(byte[] bytes, int position) {
            this.bytes = bytes;
            this.position = position;
        }

        int position() {
            return position;
        }

        boolean isBeyond() {
            return position >= bytes.length;
        }

        long next() {
            long value = 0;
            for (int i = 0; i < 9; i++) {
                if (position >= bytes.length) {
                    return -1;
                }
                int b = bytes[position++] & 0xff;
                if (i == 8) {
                    return value << 8 | b;
                }
                value = value << 7 | (b & 0x7f);
                if (b < 0x80) {
                    return value;
                }
            }
            return value;
        }
    }
}
