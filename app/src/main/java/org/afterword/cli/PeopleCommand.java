package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.afterword.Case;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.afterword.people.Proposed;
import org.afterword.people.Roles;
import org.afterword.protection.Protection;
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
            "  afterword people case.afterword --proposals",
            "  afterword people case.afterword --add \"Ada Quill\"",
            "  afterword people case.afterword --add-from whom-to-protect.txt",
            "  afterword decide case.afterword 4h2k pseudonym"
        })
final class PeopleCommand extends CaseCommand {
    @Option(names = "--undecided", description = "Only what a person still has to decide.")
    private boolean undecided;

    @Option(
            names = "--proposals",
            description = "List the proposals that two names are one person's, with why; decide each by its id (accept,"
                    + " reject).")
    private boolean proposals;

    @Option(
            names = "--add",
            paramLabel = "NAME",
            description = "Add a name that was not found; every form of it in the case is found at once. Given in small"
                    + " letters, it is found wherever it stands so, also where it looks like a word.")
    private @Nullable String add;

    @Option(
            names = "--add-from",
            paramLabel = "FILE",
            description = "Add every name of a file, one a line, in one look at the accounts.")
    private @Nullable Path addFrom;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "person",
            description =
                    "What the added name names: person, place, group, handle, email, phone, link, number, address, birth, age, detail (words by which somebody might be known).")
    private String kind = "person";

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        if (add != null) {
            int found = opened.addNames(List.of(add.strip()), kind());
            terminal.say("Added; found " + Words.count(found, "time") + ".");
            terminal.data(Row.of("added", add.strip()).and("mentions", found));
            return Exit.DONE;
        }
        if (addFrom != null) {
            List<String> names = Files.readAllLines(addFrom).stream()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
            int found = opened.addNames(names, kind());
            terminal.say(
                    "Added " + Words.count(names.size(), "name") + "; found them " + Words.count(found, "time") + ".");
            terminal.data(Row.of("names", names.size()).and("mentions", found));
            return Exit.DONE;
        }
        if (proposals) {
            show(Proposed.open(opened.contents(), opened.people()), terminal);
            return Exit.DONE;
        }
        Protection protection = opened.protection();
        Set<Id> open = protection.open().stream().map(one -> one.cluster().id()).collect(Collectors.toSet());
        List<Cluster> asked = protection.clusters().stream()
                .filter(one -> !undecided
                        || open.contains(one.id())
                        || (one.decision().isEmpty() && !one.kind().contact()))
                .toList();
        Map<Id, List<Roles.Suggested>> roles = Roles.of(opened.contents(), protection.clusters(), asked);
        for (Cluster cluster : asked) {
            List<Roles.Suggested> suggested = roles.getOrDefault(cluster.id(), List.of());
            terminal.say(cluster.id() + "  " + cluster.kind() + "  " + cluster.name() + "  ("
                    + Words.count(cluster.mentions(), "mention") + " in "
                    + Words.count(cluster.accounts(), "account") + ")  "
                    + cluster.decision().map(d -> d.verdict().text()).orElse("undecided")
                    + (cluster.decision().isPresent() && open.contains(cluster.id()) ? ", to be decided anew" : "")
                    + said(cluster, suggested));
            terminal.data(Row.of("id", cluster.id())
                    .and("kind", cluster.kind())
                    .and("name", cluster.name())
                    .and("forms", cluster.forms())
                    .and("mentions", cluster.mentions())
                    .and("accounts", cluster.accounts())
                    .and("role", role(cluster))
                    .and("decision", cluster.decision().map(d -> d.verdict().text()))
                    .and("open", open.contains(cluster.id()))
                    .and("is", cluster.facts().is())
                    .and("minor", cluster.facts().minor())
                    .and("agreed", cluster.facts().agreed())
                    .and("suggestedRole", suggested.stream().findFirst().map(Roles.Suggested::role))
                    .and("why", suggested.stream().findFirst().map(Roles.Suggested::why))
                    .and("suggestedRoles", suggested));
        }
        return Exit.DONE;
    }

    private static void show(List<Proposed> proposals, Terminal terminal) {
        for (Proposed one : proposals) {
            Suggestion suggestion = one.suggestion();
            terminal.say(suggestion.id() + "  " + one.one().name() + " = "
                    + one.other().name() + "?  " + suggestion.reason()
                    + (one.alone() ? "" : "  (one of several that fit)"));
            terminal.data(Row.of("id", suggestion.id())
                    .and("one", one.one().id())
                    .and("other", one.other().id())
                    .and("names", List.of(one.one().name(), one.other().name()))
                    .and("score", suggestion.score())
                    .and("why", suggestion.reason())
                    .and("alone", one.alone()));
        }
        if (proposals.isEmpty()) {
            terminal.say("No two names are proposed to be one person's, or all are decided.");
        }
    }

    /** Who somebody is; or seems to be, until a person says it. */
    private static String said(Cluster cluster, List<Roles.Suggested> suggested) {
        var words = new StringBuilder(cluster.facts().minor() ? "  is=minor" : "");
        cluster.facts().is().ifPresent(role -> words.append("  is=").append(role));
        if (words.isEmpty()) {
            suggested.stream()
                    .findFirst()
                    .ifPresent(one ->
                            words.append("  ").append(one.role()).append("? ").append(one.why()));
        }
        return words.toString();
    }

    private IdentityKind kind() {
        try {
            return IdentityKind.valueOf(kind.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "'" + kind
                            + "' is not one of: person, place, group, handle, email, phone, link, number, address, birth, age, detail, unknown");
        }
    }

    private static Optional<String> role(Cluster cluster) {
        return cluster.decision()
                .flatMap(decision ->
                        decision.verdict() instanceof Verdict.Role role ? Optional.of(role.role()) : Optional.empty());
    }
}
