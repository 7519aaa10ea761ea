package org.afterword.workbench;

import java.util.List;

/** An account in three ways of reading it, paragraph by paragraph. */
public record BesideSheet(Sheets.Frame frame, Sheets.Head head, List<Row> rows, Sheets.Part part) {
    /**
     * @param speaker empty if it is the one who spoke before
     * @param came as it came; marked is what strangers do not read so, and what nobody sees
     * @param compared as words are compared
     * @param shown as strangers would read it; marked is what stands for something else
     */
    public record Row(
            String speaker, boolean quoted, List<Sheets.Snippet> came, String compared, List<Sheets.Snippet> shown) {}
}
