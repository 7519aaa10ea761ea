package org.afterword.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.casefile.Contents;
import org.afterword.model.AccountHead;
import org.afterword.model.Id;
import org.afterword.model.When;

/**
 * Every account without its text, in the order of the case; what nobody decides.
 *
 * @param places where each stands, from 0
 * @param groups the accounts of each group, and of none
 * @param exhibits how many there are
 * @param unreadable of how many exhibits there is no account
 * @param unread how many of these were not read at all yet, and are still there
 */
record Lines(
        List<Line> all,
        Map<Id, Integer> places,
        Map<Optional<Id>, List<Line>> groups,
        int exhibits,
        int unreadable,
        int unread) {

    /**
     * An account without its text.
     *
     * @param title the source's, else the file's name, else the first words
     */
    record Line(Id id, Optional<Id> group, String title, String file, String by, Optional<When> date) {}

    static Lines of(Contents contents) {
        var files = new HashMap<Id, String>();
        contents.exhibits().forEach(exhibit -> files.put(exhibit.id(), exhibit.name()));
        var several = new HashSet<Id>();
        var told = new HashSet<Id>();
        var read = new HashSet<Id>();
        contents.readings().forEach(reading -> {
            read.add(reading.exhibit());
            if (reading.accounts() > 0) {
                told.add(reading.exhibit());
            }
            if (reading.accounts() > 1) {
                several.add(reading.exhibit());
            }
        });
        var all = new ArrayList<Line>();
        var places = new HashMap<Id, Integer>();
        var groups = new LinkedHashMap<Optional<Id>, List<Line>>();
        for (AccountHead head : contents.heads()) {
            Line line = line(head, files.getOrDefault(head.exhibit(), ""), !several.contains(head.exhibit()));
            places.put(line.id(), all.size());
            all.add(line);
            groups.computeIfAbsent(line.group(), _ -> new ArrayList<>()).add(line);
        }
        int unread = (int) files.keySet().stream()
                .filter(exhibit ->
                        !read.contains(exhibit) && contents.bytesErased(exhibit).isEmpty())
                .count();
        return new Lines(
                List.copyOf(all),
                places,
                groups,
                files.size(),
                (int) files.keySet().stream()
                        .filter(exhibit -> !told.contains(exhibit))
                        .count(),
                unread);
    }

    private static Line line(AccountHead head, String file, boolean alone) {
        String title = !head.title().isEmpty()
                ? head.title()
                : alone ? file.substring(file.lastIndexOf('/') + 1) : "“" + Phrases.shortened(head.opening(), 48) + "”";
        return new Line(head.id(), head.group(), title, file, head.by().orElse(""), head.date());
    }

    Optional<Line> line(Id account) {
        return Optional.ofNullable(places.get(account)).map(all::get);
    }

    /** From 0; below 0 if there is no such account. */
    int place(Id account) {
        return places.getOrDefault(account, -1);
    }

    /** The account beside it, so many places on; empty at the ends. */
    Optional<Line> beside(Id account, int by) {
        int place = place(account);
        int other = place + by;
        return place < 0 || other < 0 || other >= all.size() ? Optional.empty() : Optional.of(all.get(other));
    }
}
