package org.afterword.workbench;

import java.util.List;
import java.util.Optional;
import org.afterword.page.Dots;

/** What the template of findings gets. */
public final class FindingsSheets {
    private FindingsSheets() {}

    /** What the case says so far. */
    public record FindingsSheet(
            Sheets.Frame frame,
            String here,
            List<Profile> groups,
            List<Sheets.Copied> copies,
            Optional<Sheets.Way> previous,
            Optional<Sheets.Way> next) {}

    public record Profile(String name, boolean baseline, String coverage, List<StagePart> stages) {}

    public record StagePart(String question, String nothing, List<FindingPart> findings, String next) {}

    /**
     * @param behind how many passages are behind it, of which the first are shown
     * @param href the page of all of them
     */
    public record FindingPart(
            String name,
            String statement,
            Dots dots,
            int unreviewed,
            int behind,
            String href,
            List<PassageLine> passages) {}

    public record PassageLine(String quote, boolean denies, String standing, String title, String href) {}
}
