package org.afterword.workbench;

import java.util.List;
import java.util.Optional;
import org.afterword.workbench.Sheets.Frame;
import org.afterword.workbench.Sheets.Way;

/** What the templates of codes and of agreement get. */
public final class CodingSheets {
    private CodingSheets() {}

    /**
     * The codebooks of the case.
     *
     * @param blind what is left out, a sentence; empty if nothing is
     * @param loose codes that were used and that no codebook here has
     */
    public record CodesSheet(Frame frame, String blind, List<Book> books, List<CodeLine> loose) {}

    public record Book(String name, String version, String description, String source, List<CodeLine> codes) {}

    /**
     * @param under the name of the wider code; empty if there is none
     * @param counts of its passages, in words
     */
    public record CodeLine(String href, String name, String under, String definition, String counts) {}

    /**
     * A code, and its passages over all accounts.
     *
     * @param book which codebook, and which version of it
     * @param filter the status whose passages are shown
     */
    public record CodeSheet(
            Frame frame,
            String here,
            String name,
            String id,
            String book,
            String under,
            String definition,
            List<Meaning> meaning,
            String blind,
            List<Way> filters,
            String filter,
            List<CodedPart> passages,
            Optional<Way> previous,
            Optional<Way> next) {}

    /** "What counts", and the items. */
    public record Meaning(String title, List<String> items) {}

    /**
     * A coded passage.
     *
     * @param stage a word: "Accepted"
     * @param kind the class of the line beside it
     * @param who judged it, and how
     */
    public record CodedPart(
            String href,
            String title,
            String quote,
            String stage,
            String kind,
            boolean denies,
            String standing,
            String detail,
            String group,
            String who) {}

    /**
     * How far coders agree: figures.
     *
     * @param summary what was compared, a sentence
     */
    public record FiguresSheet(
            Frame frame, List<Way> parts, String summary, List<Way> levels, String level, List<FigureGroup> groups) {}

    /**
     * The figures of a code.
     *
     * @param nothing why there is none; empty if there is one
     */
    public record FigureGroup(String href, String name, String nothing, List<FigureLine> figures) {}

    /** @param value two decimals; empty if there is none, and the note says why */
    public record FigureLine(String measure, String value, String interval, int units, int found, String note) {}

    /**
     * What coders judged differently.
     *
     * @param hidden what is left out where coders work blind; empty if nothing is
     * @param settles whether all is shown because this person settles
     */
    public record DifferencesSheet(
            Frame frame,
            String here,
            List<Way> parts,
            List<Way> levels,
            String level,
            String summary,
            String hidden,
            boolean settles,
            List<Unit> units,
            Optional<Way> previous,
            Optional<Way> next) {}

    /**
     * Something that coders judged differently.
     *
     * @param quote the words, if it is about some; else empty
     * @param said what each coder found: "anna: reports"
     * @param may whether this person can settle it; if not, {@code why} says so
     */
    public record Unit(
            String href,
            String title,
            String code,
            String codeHref,
            String quote,
            List<String> said,
            boolean may,
            String why,
            List<Settled> codings) {}

    /**
     * A coding behind it, to be settled.
     *
     * @param judged by each coder, with the reason
     * @param settled how a third settled it; empty if nobody has
     * @param seen the decision that settled it; empty if none
     */
    public record Settled(
            String id, String href, String quote, List<String> judged, String settled, boolean counts, String seen) {}

    /** Who has read what. */
    public record CoverageSheet(
            Frame frame,
            List<Way> parts,
            String summary,
            List<CoderLine> coders,
            List<String> samples,
            List<Way> filters,
            String filter,
            List<ReadLine> accounts,
            Optional<Way> previous,
            Optional<Way> next) {}

    public record CoderLine(String name, int read, int byHand, int judged, int settled) {}

    public record ReadLine(String href, String title, String readers) {}
}
