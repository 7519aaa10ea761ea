package org.afterword.workbench;

import java.util.List;
import java.util.Optional;
import org.afterword.workbench.Sheets.Frame;
import org.afterword.workbench.Sheets.Snippet;
import org.afterword.workbench.Sheets.Stage;
import org.afterword.workbench.Sheets.Way;

/** What the templates of the timeline and of money get. */
public final class FactSheets {
    private FactSheets() {}

    /**
     * Facts as pictures and as a table.
     *
     * @param here the page's address, for the forms
     * @param nothing what to do where no fact is known; empty if some are
     * @param notes what has to be known to read them, sentences
     * @param column what the first column says
     */
    public record FactsSheet(
            Frame frame,
            String here,
            String title,
            String summary,
            String nothing,
            List<String> notes,
            List<Strip> pictures,
            List<Way> filters,
            String filter,
            String column,
            List<FactRow> rows,
            Optional<Way> previous,
            Optional<Way> next) {}

    /**
     * A fact.
     *
     * @param value "May 2020", "30 EUR per month"
     * @param how it was come by, and how it is hedged; may be empty
     * @param sentence in which it stands, its words marked
     * @param by who decided; empty if nobody has
     * @param seen the decision that holds; empty if none
     */
    public record FactRow(
            String id,
            Stage stage,
            String value,
            List<String> how,
            List<Snippet> sentence,
            String title,
            String href,
            String group,
            String by,
            String seen) {}

    /**
     * A picture of spans on an axis. Positions are percentages of its width, so that it fits every page.
     *
     * @param id of the element
     * @param description the same in words
     * @param height in pixels
     */
    public record Strip(
            String id,
            String title,
            String description,
            int height,
            List<Tick> ticks,
            List<Label> labels,
            List<Bar> bars) {
        /** Where ticks end and their words stand, in pixels. */
        public int base() {
            return height - 18;
        }
    }

    /** @param anchor on which side of the tick its words stand: "start", "middle", "end" */
    public record Tick(String at, String text, String anchor) {}

    /** @param y the base line of the words, in pixels */
    public record Label(int y, String text) {}

    /**
     * A span.
     *
     * @param y of its middle, in pixels
     * @param open whether nobody has decided it
     * @param before where it runs on to the left; empty if it has a beginning
     * @param after where it runs on to the right; empty if it has an end
     */
    public record Bar(String from, String to, int y, boolean open, String before, String after) {}
}
