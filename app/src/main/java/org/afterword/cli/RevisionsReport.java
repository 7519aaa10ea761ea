package org.afterword.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.afterword.capture.Revisions;
import org.afterword.capture.WordDiff;

/** Says which revisions of an encyclopaedia's page took words away. */
final class RevisionsReport {
    private static final int SHOWN = 400;
    private final Path file;
    private final Terminal terminal;

    RevisionsReport(Path file, Terminal terminal) {
        this.file = file;
        this.terminal = terminal;
    }

    /** Adds the file to the case. */
    interface Adding {
        void add(Path file) throws IOException;
    }

    int show(Optional<Adding> adding) throws IOException {
        Revisions.Read read;
        try (InputStream in = Files.newInputStream(file)) {
            read = Revisions.read(in);
        }
        terminal.say(Words.count(read.revisions(), "revision") + " of " + Words.count(read.pages(), "page")
                + " read; in " + read.removals().size() + " of them words were removed.");
        for (Revisions.Removal removal : read.removals()) {
            terminal.say(removal.page() + ", " + removal.at() + ", "
                    + (removal.editor().isEmpty() ? "a hidden editor" : removal.editor())
                    + (removal.anonymous() ? " (a network address)" : "") + ": "
                    + Words.count(removal.words(), "word") + " removed"
                    + (removal.emptied() ? ", nothing left" : "")
                    + (removal.comment().isEmpty() ? "" : "; \"" + removal.comment() + "\""));
            removal.changes().stream()
                    .filter(change -> !change.removed().isEmpty())
                    .forEach(change -> terminal.say("    " + shortened(LookReport.line(change))));
            terminal.data(Row.of("page", removal.page())
                    .and("revision", removal.revision())
                    .and("at", removal.at())
                    .and("editor", removal.editor())
                    .and("anonymous", removal.anonymous())
                    .and("comment", removal.comment())
                    .and("words", removal.words())
                    .and("emptied", removal.emptied())
                    .and("removed", removal.changes().stream()
                            .map(WordDiff.Change::removed)
                            .filter(words -> !words.isEmpty())
                            .toList()));
        }
        if (adding.isPresent()) {
            adding.get().add(file);
            terminal.say("The file is in the case now.");
        } else {
            terminal.say("Editors' names and addresses are personal; nothing of this was kept (--keep adds the file).");
        }
        return Exit.DONE;
    }

    private static String shortened(String line) {
        return line.length() <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, Math.min(SHOWN, line.codePointCount(0, line.length()))))
                        + " …";
    }
}
