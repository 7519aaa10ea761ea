package org.afterword.cli;

import java.util.List;
import org.afterword.verifier.BagCheck;

/** Says what a check of a bag found. */
final class BagReport {
    private BagReport() {}

    /**
     * @return the exit code
     */
    static int of(BagCheck.Result result, Terminal terminal) {
        terminal.say(result.ok() ? "Nothing is wrong with this bag." : "Something is wrong with this bag.");
        terminal.say("  " + Words.count(result.files(), "file") + ", " + Words.count(result.bytes(), "byte")
                + " checked; " + Words.count(result.exhibits(), "exhibit") + " shown to be in the signed log");
        terminal.say("  signed by the key: " + result.signedBy().orElse("no signature fits"));
        String against = result.unchangedSince()
                .map(same -> same ? "yes" : "not shown by this bag; ask for one made of that log")
                .orElse("not checked; give --since");
        terminal.say("  unchanged since the checkpoint kept elsewhere: " + against);
        result.stamps()
                .forEach(stamp -> terminal.say("  existed before: " + stamp.before() + ", says " + stamp.file() + " of "
                        + Words.count(stamp.exhibits(), "exhibit") + "; VERIFY.md says how to check who says so"));
        if (result.stamps().isEmpty()) {
            terminal.say("  existed before: not stamped");
        }
        result.problems().forEach(problem -> terminal.say("  " + problem.file() + ": " + problem.message()));
        List<Row> problems = result.problems().stream()
                .map(problem -> Row.of("severity", "damage")
                        .and("where", problem.file())
                        .and("meaning", problem.message()))
                .toList();
        terminal.data(Row.of("ok", result.ok())
                .and("signed", result.signedBy().isPresent())
                .and("signedBy", result.signedBy())
                .and("unchangedSince", against)
                .and(
                        "existedBefore",
                        result.stamps().stream()
                                .map(BagCheck.Stamp::before)
                                .min(java.time.Instant::compareTo)
                                .map(Object::toString)
                                .orElse("not stamped"))
                .and("exhibits", result.exhibits())
                .and("files", result.files())
                .and("bytes", result.bytes())
                .and("stamps", result.stamps())
                .and("problems", problems));
        return result.ok() ? Exit.DONE : Exit.PROBLEM_FOUND;
    }
}
