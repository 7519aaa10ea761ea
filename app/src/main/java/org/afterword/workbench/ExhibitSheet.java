package org.afterword.workbench;

import java.util.List;
import java.util.Optional;

/**
 * What an account was read from, beside its text.
 *
 * @param from where the file came from
 * @param entry of the log that says that it came; empty if there is none
 * @param fields of a message: who, to whom, when; none of what is no message
 * @param problem why it cannot be drawn; empty if it can
 * @param said a conversation's turns; none of what is no conversation
 */
public record ExhibitSheet(
        Sheets.Frame frame,
        Sheets.Head head,
        List<Sheets.Fact> from,
        Optional<Sheets.Way> entry,
        Optional<Picture> picture,
        List<Sheets.Fact> fields,
        String problem,
        List<Bubble> said,
        Sheets.Part part) {

    /**
     * @param src empty where whoever looks wants to see no pictures
     * @param page "Page 3"; empty of a picture
     * @param width as it came, in pixels; so of the lines
     */
    public record Picture(String src, String page, int width, int height, List<Line> lines) {}

    /**
     * A line of the text, and where it stands in the picture.
     *
     * @param passage where a passage of it is coded, the way to that; empty if none is
     * @param here whether it was asked for
     */
    public record Line(int number, int x, int y, int width, int height, String text, String passage, boolean here) {}

    /** @param own whether the one who spoke first says it, whose bubbles stand apart from the others' */
    public record Bubble(Sheets.TurnPart<Sheets.Note> turn, boolean own) {}
}
