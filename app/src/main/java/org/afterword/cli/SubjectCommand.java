package org.afterword.cli;

import java.io.IOException;
import org.afterword.Case;
import org.afterword.Subject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "subject",
        description = "For a person who asks what is held about them, or asks that it be left alone.",
        footer = {
            "",
            "report    what the case holds about the person, with others covered: read it before you hand it over",
            "restrict  no account that names the person, or in which they speak, is counted or published",
            "lift      takes a restriction back",
            "",
            "Examples:",
            "  afterword subject case.afterword 4h2k report",
            "  afterword subject case.afterword 4h2k restrict --reason \"asked by letter\"",
            "  afterword subject case.afterword 4h2k lift"
        })
final class SubjectCommand extends CaseCommand {
    enum Wish {
        REPORT,
        RESTRICT,
        LIFT
    }

    @Parameters(index = "1", paramLabel = "PERSON", description = "The id of a name or of a witness.")
    private String id = "";

    @Parameters(index = "2", paramLabel = "WISH", description = "report, restrict or lift.")
    private @Nullable Wish wish;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why.")
    private String reason = "";

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        Subject subject = opened.subject(id);
        switch (java.util.Objects.requireNonNull(wish)) {
            case REPORT -> say(subject.report(), terminal);
            case RESTRICT -> {
                int accounts = subject.restrict(reason);
                terminal.say("Restricted. " + Words.count(accounts, "account")
                        + " of this case are kept out of what is counted and published from now on. A site that is"
                        + " out already does not change: publish it anew. 'afterword undo' or 'lift' takes it back.");
                terminal.data(Row.of("restricted", true).and("accounts", accounts));
            }
            case LIFT -> {
                boolean lifted = subject.lift(reason);
                terminal.say(lifted ? "The restriction is lifted." : "There is no restriction on this person.");
                terminal.data(Row.of("restricted", false).and("lifted", lifted));
            }
        }
        return Exit.DONE;
    }

    private static void say(Subject.Report report, Terminal terminal) {
        terminal.say("Names: " + (report.forms().isEmpty() ? "none (a witness)" : String.join("; ", report.forms())));
        terminal.say("Restricted: " + (report.restricted() ? "yes" : "no"));
        for (Subject.Held held : report.accounts()) {
            terminal.say("");
            terminal.say(held.account() + "  " + held.file() + (held.speaks() ? "  (this person tells in it)" : ""));
            held.passages().forEach(passage -> terminal.say("    " + passage.replace("\n", "\n    ")));
        }
        terminal.say("");
        report.decisions()
                .forEach(one -> terminal.say("Decided on " + one.at() + ": " + one.verdict()
                        + (one.reason().isBlank() ? "" : " (" + one.reason() + ")")));
        report.wentOut()
                .forEach(one -> terminal.say(
                        "May be in the " + one.what() + " of " + one.at() + " (log entry " + one.entry() + ")"));
        terminal.data(Row.of("id", report.id())
                .and("forms", report.forms())
                .and("restricted", report.restricted())
                .and("accounts", report.accounts())
                .and("decisions", report.decisions())
                .and("wentOut", report.wentOut()));
    }
}
