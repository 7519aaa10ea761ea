package org.afterword.workbench;

import java.util.List;
import org.afterword.protection.Clue;

/** By what a teller might be known. */
public record KnownSheet(Sheets.Frame frame, Sheets.Head head, List<Said> rare, List<Kind> kinds) {
    public record Kind(String says, List<Said> clues, List<Clue.Way> ways) {}

    /**
     * @param shared a phrase: "2 of 34 witnesses", "covered"
     */
    public record Said(String words, String shared) {}
}
