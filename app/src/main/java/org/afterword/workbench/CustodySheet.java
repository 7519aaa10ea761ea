package org.afterword.workbench;

import java.util.List;
import java.util.Optional;

/**
 * What the page of custody shows.
 *
 * @param entries of how many the log has, in words
 * @param checkpoint the newest signed note
 * @param verified what verifying found; empty if nobody has asked
 */
public record CustodySheet(
        Sheets.Frame frame,
        String entries,
        String checkpoint,
        Optional<Verified> verified,
        List<Line> lines,
        Optional<Sheets.Way> previous,
        Optional<Sheets.Way> next) {
    /**
     * @param said one sentence each
     */
    public record Verified(boolean ok, List<String> said) {}

    /** An entry of the log, in plain words. */
    public record Line(long number, String at, String by, String words) {}
}
