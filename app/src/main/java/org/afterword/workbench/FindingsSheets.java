package org.afterword.workbench;

import java.util.List;
import java.util.Optional;
import org.afterword.page.Dots;

/** What the template of findings gets. */
public final class FindingsSheets {
    private FindingsSheets() {}

    /**
     * What the case says so far.
     *
     * @param beside where ordinary groups stand beside it; empty if there is none, or they do so here
     * @param care with which that is to be read; empty if there is none
     */
    public record FindingsSheet(
            Sheets.Frame frame,
            String here,
            String beside,
            String care,
            List<Profile> groups,
            List<Sheets.Copied> copies,
            Optional<Sheets.Way> previous,
            Optional<Sheets.Way> next) {}

    /** @param tooFew why it is not set beside an ordinary group, sentences */
    public record Profile(
            String name, boolean baseline, String coverage, List<String> tooFew, List<StagePart> stages) {}

    /** @param of "The rowing club, those who left" */
    public record Beside(String of, List<String> lines) {}

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
            List<PassageLine> passages,
            List<Beside> beside) {}

    public record PassageLine(String quote, boolean denies, String standing, String title, String href) {}
}
