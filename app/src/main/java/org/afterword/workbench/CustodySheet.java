package org.afterword.workbench;

import java.util.List;
import java.util.Optional;

/**
 * What the page of custody shows.
 *
 * @param entries of how many the log has, in words
 * @param checkpoint the newest signed note
 * @param formats in which the case can be given to others
 * @param folder where that is proposed to lie
 */
public record CustodySheet(
        Sheets.Frame frame,
        String entries,
        String checkpoint,
        List<Sheets.Option> formats,
        String folder,
        List<Line> lines,
        Optional<Sheets.Way> previous,
        Optional<Sheets.Way> next) {
    /** An entry of the log, in plain words. */
    public record Line(long number, String at, String by, String words) {}
}
