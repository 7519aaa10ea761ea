package org.afterword.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.model.IdentityKind;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "people",
        description =
                "Lists who and what is named: persons, places, groups, handles, addresses, numbers, links, dates of birth, ages.",
        footer = {
            "",
            "Examples:",
            "  afterword people case.afterword --undecided",
            "  afterword people case.afterword --add \"Ada Quill\"",
            "  afterword decide case.afterword 4h2k pseudonym"
        })
final class PeopleCommand extends CaseCommand {
    @Option(names = "--undecided", description = "Only what a person still has to decide.")
    private boolean undecided;

    @Option(
            names = "--add",
            paramLabel = "NAME",
            description = "Add a name that was not found; every form of it in the case is found at once.")
    private @Nullable String add;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "person",
            description =
                    "What the added name names: person, place, group, handle, email, phone, link, number, address, birth, age.")
    private String kind = "person";

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        if (add != null) {
            int found = opened.addName(add.strip(), kind());
            terminal.say("Added; found " + Words.count(found, "time") + ".");
            terminal.data(Row.of("added", add.strip()).and("mentions", found));
            return Exit.DONE;
        }
        for (Cluster cluster : opened.people()) {
            if (!undecided || (cluster.decision().isEmpty() && !cluster.kind().contact())) {
                terminal.say(cluster.id() + "  " + cluster.kind() + "  " + cluster.name() + "  ("
                        + Words.count(cluster.mentions(), "mention") + " in "
                        + Words.count(cluster.accounts(), "account") + ")  "
                        + cluster.decision().map(d -> d.verdict().text()).orElse("undecided"));
                terminal.data(Row.of("id", cluster.id())
                        .and("kind", cluster.kind())
                        .and("name", cluster.name())
                        .and("forms", cluster.forms())
                        .and("mentions", cluster.mentions())
                        .and("accounts", cluster.accounts())
                        .and("role", role(cluster))
                        .and("decision", cluster.decision().map(d -> d.verdict().text())));
            }
        }
        return Exit.DONE;
    }

    private IdentityKind kind() {
        try {
            return IdentityKind.valueOf(kind.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "'" + kind
                            + "' is not one of: person, place, group, handle, email, phone, link, number, address, birth, age, unknown");
        }
    }

    private static Optional<String> role(Cluster cluster) {
        return cluster.decision()
                .flatMap(decision ->
                        decision.verdict() instanceof Verdict.Role role ? Optional.of(role.role()) : Optional.empty());
    }
}
