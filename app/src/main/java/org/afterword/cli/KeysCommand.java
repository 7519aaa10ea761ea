package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.casefile.Keys;
import org.afterword.casefile.Passphrase;
import org.afterword.casefile.Way;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "keys",
        description = "Says who can open a case, and changes it.",
        footer = {
            "",
            "Without ACTION, lists the ways in. The actions:",
            "  add passphrase      one more; the others go on working",
            "  add recovery        prints a new recovery code; the one before stops working",
            "  add age RECIPIENT   the identity of this age recipient opens the case",
            "  change [ID]         another passphrase in place of the one in use, or of ID",
            "  remove ID           a way in stops working",
            "  check-recovery      asks for the printed code, and says whether it is right",
            "",
            "When something stops working, the case gets new keys. That cannot be undone. Whoever has a copy of the"
                    + " file from before, and what opened it, can still read that copy; nobody can take it back.",
            "",
            "Anybody can encrypt for an age recipient: a case that was opened by an age identity alone may be another"
                    + " one put in its place. Compare its checkpoint ('afterword verify').",
            "",
            "Examples:",
            "  afterword keys case.afterword",
            "  afterword keys case.afterword add passphrase --label \"for Anna\"",
            "  afterword keys case.afterword add recovery",
            "  afterword keys case.afterword remove 4h2k",
            "  afterword accounts case.afterword --identity key.txt"
        })
final class KeysCommand extends CaseCommand {
    @Parameters(index = "1..*", arity = "0..3", paramLabel = "ACTION", description = "See below.")
    private List<String> action = List.of();

    @Option(
            names = "--new-passphrase-file",
            paramLabel = "FILE",
            description = "Read the new passphrase from the first line of FILE; else you are asked, twice.")
    private @Nullable Path newPassphrase;

    @Option(
            names = "--code-file",
            paramLabel = "FILE",
            description = "For check-recovery: read the code from FILE; else you are asked.")
    private @Nullable Path code;

    @Option(
            names = "--label",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "For whom or what the new way in is. Only the open case tells it.")
    private String label = "";

    @Option(names = "--yes", description = "Do not ask before something stops working.")
    private boolean yes;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        Keys keys = opened.file().keys();
        switch (words()) {
            case "" -> list(keys, terminal);
            case "add passphrase" -> {
                try (Passphrase another = Asking.anotherPassphrase(Optional.ofNullable(newPassphrase))) {
                    added(keys.addPassphrase(opened.actor(), another, label), terminal);
                }
            }
            case "add recovery" -> recovery(opened, keys, terminal);
            case "add age" -> added(keys.addAge(opened.actor(), last("RECIPIENT"), label), terminal);
            case "change" -> change(opened, keys, terminal);
            case "remove" -> remove(opened, keys, terminal);
            case "check-recovery" -> {
                try (Passphrase typed = Asking.recoveryCode(Optional.ofNullable(code))) {
                    keys.checkRecovery(typed);
                }
                terminal.say("This is the recovery code of this case.");
                terminal.data(Row.of("right", true));
            }
            default ->
                throw new UsageException(
                        "there is no action '" + String.join(" ", action) + "'; 'afterword keys --help' lists them");
        }
        return Exit.DONE;
    }

    /** The action without what it is done to. */
    private String words() {
        String first = action.isEmpty() ? "" : action.getFirst();
        int most = switch (first) {
            case "" -> 0;
            case "add" -> action.size() > 1 && action.get(1).equals("age") ? 3 : 2;
            case "change", "remove" -> 2;
            default -> 1;
        };
        if (action.size() > most) {
            throw new UsageException("'" + action.getLast() + "' is one argument too many;"
                    + " 'afterword keys --help' shows how it is used");
        }
        return first.equals("add") ? String.join(" ", action.subList(0, Math.min(2, action.size()))) : first;
    }

    private String last(String what) {
        if (action.size() < (action.getFirst().equals("add") ? 3 : 2)) {
            throw new UsageException("'" + String.join(" ", action) + "' needs " + what
                    + "; 'afterword keys --help' shows how it is used");
        }
        return action.getLast();
    }

    private static void list(Keys keys, Terminal terminal) throws IOException {
        for (Way way : keys.list()) {
            terminal.say(line(way));
            terminal.data(row(way));
        }
    }

    private static String line(Way way) {
        return way.id() + "  " + way.kind()
                + (way.label().isEmpty() ? "" : "  \"" + way.label() + "\"")
                + way.recipient().map(recipient -> "  " + recipient).orElse("")
                + way.added().map(at -> "  since " + at).orElse("")
                + (way.used() ? "  (used now)" : "")
                + (way.old() ? "  (of an older version)" : "");
    }

    private static Row row(Way way) {
        return Row.of("id", way.id())
                .and("kind", way.kind().word())
                .and("label", way.label())
                .and("recipient", way.recipient())
                .and("added", way.added().map(Object::toString))
                .and("used", way.used())
                .and("old", way.old());
    }

    private static void added(Way way, Terminal terminal) {
        terminal.say("This opens the case now: " + line(way));
        terminal.data(row(way));
    }

    private void recovery(Case opened, Keys keys, Terminal terminal) throws IOException {
        boolean there = keys.list().stream().anyMatch(way -> way.kind() == Way.Kind.RECOVERY);
        if (there && !sure("The recovery code of before stops working, and that cannot be undone.")) {
            terminal.say("Nothing was changed.");
            return;
        }
        keys.renewRecovery(opened.actor(), label, printed -> {
            terminal.say("Recovery code:  " + printed);
            terminal.say("");
            terminal.say("Write it down and keep it apart from this computer; it is shown this once.");
            terminal.data(Row.of("recoveryCode", printed).and("epoch", keys.epoch() + (there ? 1 : 0)));
            terminal.flush();
        });
        terminal.say("It opens the case now." + (there ? " The one of before no longer works." : ""));
    }

    private void change(Case opened, Keys keys, Terminal terminal) throws IOException {
        Optional<Way> which = action.size() > 1 ? Optional.of(way(keys, action.getLast())) : Optional.empty();
        try (Passphrase another = Asking.anotherPassphrase(Optional.ofNullable(newPassphrase))) {
            Way changed = keys.changePassphrase(opened.actor(), which.map(Way::id), another);
            terminal.say("Changed. The passphrase of before no longer opens the case; the other ways in still do.");
            terminal.data(row(changed));
        }
    }

    private void remove(Case opened, Keys keys, Terminal terminal) throws IOException {
        Way gone = way(keys, last("ID"));
        if (!sure("The " + gone.kind() + " " + gone.id() + (gone.used() ? ", which opened the case now," : "")
                + " stops working, and that cannot be undone.")) {
            terminal.say("Nothing was changed.");
            return;
        }
        keys.remove(opened.actor(), gone.id());
        terminal.say("Removed. The case has new keys. These open it:");
        list(keys, terminal);
    }

    private boolean sure(String what) {
        return yes || Asking.goesOn(what);
    }

    private static Way way(Keys keys, String begins) throws IOException {
        return keys.list().stream()
                .filter(way -> way.id().toString().startsWith(begins))
                .reduce((a, b) -> {
                    throw new IllegalArgumentException(
                            "more than one way in has an id that begins with '" + begins + "'");
                })
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no way in '" + begins + "'; 'afterword keys CASE' lists those that are there"));
    }
}
