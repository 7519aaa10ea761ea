package org.afterword.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.afterword.Case;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;
import org.afterword.model.PersonRole;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.afterword.people.Proposed;
import org.afterword.people.Roles;
import org.afterword.protection.Open;
import org.afterword.protection.Protection;

/**
 * Names about which one decision can be made for all at once, because it is careful for each of them; and proposals of
 * who is who, which a person has read.
 */
final class Many {
    private static final String UNDECIDED = "undecided";
    private static final String PROPOSALS = "proposals";
    private static final Map<String, Predicate<Cluster>> KINDS = Map.of(
            UNDECIDED,
            Cluster::mayBePerson,
            "places",
            cluster -> cluster.kind() == IdentityKind.PLACE,
            "groups",
            cluster -> cluster.kind() == IdentityKind.GROUP,
            "names",
            cluster -> true);

    /**
     * @param id of what is decided
     * @param name for the person who reads the list
     * @param decision what is to be recorded
     * @param why the program chose it; empty if nobody was suggested to be anything
     */
    record Chosen(Id id, String name, String decision, String why) {}

    private final Case opened;

    Many(Case opened) {
        this.opened = opened;
    }

    /**
     * @param which "undecided" (persons), "places", "groups", "names", "proposals", or a role
     * @param asked as a person typed it
     */
    List<Chosen> chosen(String which, String asked) {
        if (which.equals(PROPOSALS)) {
            return proposals(asked);
        }
        Optional<PersonRole> role = KINDS.containsKey(which) ? Optional.empty() : Optional.of(role(which));
        String decision = decision(which, role, asked);
        Protection protection = opened.protection();
        Set<Id> open = protection.open().stream()
                .map(Open::cluster)
                .filter(KINDS.getOrDefault(which, Cluster::mayBePerson))
                .map(Cluster::id)
                .collect(Collectors.toSet());
        List<Cluster> about = protection.clusters().stream()
                .filter(cluster -> open.contains(cluster.id()))
                .filter(cluster -> role.isEmpty()
                        || (cluster.facts().is().isEmpty() && !cluster.facts().minor()))
                .toList();
        if (role.isEmpty()) {
            return about.stream()
                    .map(cluster -> new Chosen(cluster.id(), cluster.name(), decision, ""))
                    .toList();
        }
        Map<Id, List<Roles.Suggested>> suggested = Roles.of(opened.contents(), protection.clusters(), about);
        return about.stream()
                .flatMap(cluster -> suggested.getOrDefault(cluster.id(), List.of()).stream()
                        .limit(1)
                        .filter(one -> one.role() == role.get())
                        .map(one -> new Chosen(cluster.id(), cluster.name(), decision, one.why())))
                .toList();
    }

    /** All that are no question; those of which somebody said already that they are two are not among them. */
    private List<Chosen> proposals(String asked) {
        if (!asked.equals("accept") && !asked.equals("reject")) {
            throw new UsageException("proposals of who is who are accepted or rejected: --all proposals accept");
        }
        return Proposed.open(opened.contents(), opened.people()).stream()
                .filter(Proposed::alone)
                .map(one -> new Chosen(
                        one.suggestion().id(),
                        one.one().name() + " = " + one.other().name(),
                        asked,
                        one.suggestion().reason()))
                .toList();
    }

    private static PersonRole role(String which) {
        try {
            return PersonRole.parse(which);
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "--all takes 'undecided' (persons), 'places', 'groups', 'names' (all of these), 'proposals' or a role: "
                            + e.getMessage());
        }
    }

    /** Hiding is careful for everybody; a name is kept for many only where one step is enough for one. */
    private static String decision(String which, Optional<PersonRole> role, String asked) {
        if (asked.isEmpty()) {
            throw new UsageException("what is decided about them? Give a decision: --all " + which + " pseudonym");
        }
        Verdict verdict = Verdict.parse(asked);
        boolean hides = verdict.equals(new Verdict.Redact()) || verdict.equals(new Verdict.Pseudonym(Optional.empty()));
        boolean says = role.isPresent() && verdict.equals(new Verdict.Is(role.get()));
        boolean keeps = role.filter(PersonRole::inOneStep).isPresent()
                && (verdict.equals(new Verdict.Keep()) || verdict.equals(new Verdict.Keep(role)));
        if (!hides && !says && !keeps) {
            throw new UsageException("'" + asked + "' is not decided about many at once. With --all go pseudonym and"
                    + " redact, is=ROLE for those who are suggested to be that, and keep for historical-figure and author;"
                    + " nothing was recorded");
        }
        return keeps ? new Verdict.Keep(role).text() : asked;
    }
}
