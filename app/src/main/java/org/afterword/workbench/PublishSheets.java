package org.afterword.workbench;

import java.util.List;
import java.util.Optional;

/** The one door out. */
public final class PublishSheets {
    private PublishSheets() {}

    public record PublishSheet(
            Sheets.Frame frame, String folder, Optional<Result> result, List<Obstruction> obstacles) {}

    public record Result(String folder, int files, String root, List<Sheets.Way> withheld) {}

    /**
     * @param names the undecided names, where it is about those
     * @param settles what can be decided about it here
     */
    public record Obstruction(
            String what, String where, String decide, String href, List<Sheets.Way> names, List<Settling> settles) {}

    /**
     * @param field where what a person types belongs ("words", "reason"); empty if nothing is to be typed
     * @param seen the decision that holds now
     */
    public record Settling(String target, String decision, String label, String field, String seen) {}
}
