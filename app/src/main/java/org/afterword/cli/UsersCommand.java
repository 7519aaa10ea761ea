package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Users;
import org.afterword.casefile.Passphrase;
import org.afterword.workbench.Strength;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "users",
        description = "Says who is let in where this case is served to others, and changes it.",
        footer = {
            "",
            "Without ACTION, lists them. The actions:",
            "  add NAME      lets somebody in, with a passphrase of their own, which is asked for twice",
            "  change NAME   another passphrase",
            "  remove NAME   lets them in no more; what they did stays, under their name",
            "",
            "What somebody does in 'afterword serve CASE --listen ADDRESS' stands in the log under this name, as with"
                    + " --by NAME on the command line. A user's passphrase opens no file: it lets them in where the case"
                    + " is open already. Let each choose one that they use nowhere else, and type it themselves.",
            "",
            "Examples:",
            "  afterword users case.afterword",
            "  afterword users case.afterword add anna",
            "  afterword users case.afterword remove anna"
        })
final class UsersCommand extends CaseCommand {
    @Parameters(index = "1..*", arity = "0..2", paramLabel = "ACTION", description = "See below.")
    private List<String> action = List.of();

    @Option(
            names = "--new-passphrase-file",
            paramLabel = "FILE",
            description = "Read the user's passphrase from the first line of FILE; else it is asked for, twice.")
    private @Nullable Path newPassphrase;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        Users users = opened.coding().users();
        if (!action.isEmpty()) {
            if (action.size() != 2) {
                throw new UsageException("an action and a name: 'afterword users --help' shows how it is used");
            }
            act(users, action.getFirst(), action.getLast(), terminal);
            return Exit.DONE;
        }
        if (users.names().isEmpty()) {
            terminal.say("Nobody is let in by name. 'afterword users CASE add NAME' lets somebody in.");
        }
        for (String name : users.names()) {
            terminal.say(name);
            terminal.data(Row.of("user", name));
        }
        return Exit.DONE;
    }

    private void act(Users users, String what, String name, Terminal terminal) throws IOException {
        boolean there = users.names().contains(name);
        switch (what) {
            case "add", "change" -> {
                if (there != what.equals("change")) {
                    throw new UsageException(
                            there
                                    ? name + " is let in already; 'change' gives another passphrase"
                                    : "nobody is let in under the name '" + name + "'; 'add' lets them in");
                }
                try (Passphrase typed = Asking.anotherPassphrase(Optional.ofNullable(newPassphrase))) {
                    if (!Strength.of(typed).enough()) {
                        throw new UsageException(
                                "this passphrase is easily guessed; take several words that have nothing"
                                        + " to do with each other. Nothing was changed");
                    }
                    users.let(name, typed);
                }
                terminal.say(name + " is let in where this case is served, with this passphrase.");
            }
            case "remove" -> {
                users.remove(name);
                terminal.say(name + " is not let in any more.");
            }
            default ->
                throw new UsageException("there is no action '" + what + "'; 'afterword users --help' lists them");
        }
        terminal.data(Row.of("user", name).and("letIn", !what.equals("remove")));
    }
}
