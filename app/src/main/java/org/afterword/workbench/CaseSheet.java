package org.afterword.workbench;

import java.util.List;
import java.util.Optional;

/**
 * What the page of the case shows.
 *
 * @param next what to do next, in a sentence
 * @param unreadable how many files gave no account, in a sentence; empty if each did
 * @param unread how many files were kept and not read yet, in a sentence; empty if none
 * @param suggest whether nobody has looked for suggestions yet
 * @param changed the last entries of the log
 * @param known the names of the groups, to choose from
 */
public record CaseSheet(
        Sheets.Frame frame,
        String name,
        String next,
        Optional<Sheets.Way> go,
        String counts,
        String unreadable,
        String unread,
        boolean suggest,
        List<String> known,
        List<Group> groups,
        List<CustodySheet.Line> changed) {
    /**
     * @param name empty for the accounts of no group
     * @param which page of them this is, in words; empty if there is one alone
     */
    public record Group(
            String name,
            boolean baseline,
            String which,
            List<Line> accounts,
            Optional<Sheets.Way> previous,
            Optional<Sheets.Way> next) {}

    /**
     * @param waits what waits for a decision, a few words each
     * @param settled what is settled
     */
    public record Line(String href, String title, String about, List<String> waits, List<String> settled) {}
}
