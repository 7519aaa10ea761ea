package org.afterword.protection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.language.Folding;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;

/** Works out what stands for every name, from the decisions in the order in which they were made. */
final class Substitutes {
    private final CaseNames names;
    private final Pseudonyms pseudonyms;
    private final List<String> publishedNames;
    private final Set<String> published = new HashSet<>();
    private final Map<String, Id> taken = new HashMap<>();
    private final Map<Id, Substitute> all = new LinkedHashMap<>();

    /**
     * @param published names and links that are shown anyhow: the groups' own names, links of attributed accounts
     */
    Substitutes(CaseNames names, Pseudonyms pseudonyms, List<String> published) {
        this.names = names;
        this.pseudonyms = pseudonyms;
        this.publishedNames = List.copyOf(published);
        published.forEach(name -> this.published.add(key(name)));
    }

    /**
     * @param order the holding decisions' ids, in the order of the log
     */
    Map<Id, Substitute> of(List<Cluster> clusters, List<Id> order) {
        var place = new HashMap<Id, Integer>();
        order.forEach(id -> place.putIfAbsent(id, place.size()));
        List<Cluster> decided = clusters.stream()
                .filter(cluster -> cluster.decision().isPresent())
                .sorted(Comparator.comparingInt(cluster ->
                        place.getOrDefault(cluster.decision().orElseThrow().id(), Integer.MAX_VALUE)))
                .toList();
        Map<Id, String> roles = roles(decided);
        clusters.forEach(cluster -> all.put(cluster.id(), undecided(cluster)));
        for (Cluster cluster : decided) {
            given(cluster).ifPresent(name -> all.put(cluster.id(), withPseudonym(cluster, name)));
        }
        for (Cluster cluster : decided) {
            if (given(cluster).isEmpty()) {
                all.put(cluster.id(), settled(cluster, roles));
            }
        }
        for (Cluster cluster : decided) {
            wording(cluster)
                    .filter(this::exposes)
                    .ifPresent(wording -> all.put(
                            cluster.id(),
                            open(cluster, "Its wording has a name in it that is hidden; choose another wording.")));
        }
        return all;
    }

    /** A name that the program would choose for the cluster now. */
    String choose(Cluster cluster) {
        return pseudonyms.choose(
                cluster.id(),
                cluster.kind(),
                name -> !takenByAnother(cluster, name) && inCase(name).isEmpty());
    }

    /**
     * Sets the name aside for the cluster, so that decisions checked one after the other on one snapshot do not meet.
     */
    synchronized void reserve(Cluster cluster, String pseudonym) {
        taken.put(Folding.fold(pseudonym.strip()), cluster.id());
    }

    synchronized boolean takenByAnother(Cluster cluster, String pseudonym) {
        Id by = taken.get(Folding.fold(pseudonym.strip()));
        return by != null && !by.equals(cluster.id());
    }

    /** The clusters that have a form in the text, except what is no name. */
    List<Id> inCase(String text) {
        return names.in(text).stream()
                .flatMap(found -> found.clusters().stream())
                .filter(id -> !(all.get(id) instanceof Substitute.NoName))
                .distinct()
                .toList();
    }

    boolean exposes(String wording) {
        return !new Cover(names, all, publishedNames).of(wording, List.of()).isEmpty();
    }

    private static String mark(Cluster cluster) {
        return cluster.kind() == IdentityKind.AGE ? "[" + Wider.age(cluster.name()) + "]" : mark(cluster.kind());
    }

    private static String mark(IdentityKind kind) {
        return switch (kind) {
            case PERSON, HANDLE, UNKNOWN -> "[name left out]";
            case PLACE -> "[place left out]";
            case GROUP -> "[group left out]";
            case EMAIL -> "[e-mail address]";
            case PHONE -> "[phone number]";
            case LINK -> "[link]";
            case NUMBER -> "[number]";
            case ADDRESS -> "[postal address]";
            case BIRTH -> "[date of birth]";
            case AGE -> "[age left out]";
            case DETAIL -> "[detail left out]";
        };
    }

    private Substitute undecided(Cluster cluster) {
        if (published.contains(key(cluster.name())) && !cluster.facts().person()) {
            return new Substitute.Kept();
        }
        return switch (cluster.kind()) {
            case EMAIL, PHONE, LINK, NUMBER, ADDRESS, BIRTH, AGE, DETAIL -> new Substitute.Hidden(mark(cluster));
            case PERSON, HANDLE ->
                open(
                        cluster,
                        "Decide what a stranger may see of this person: pseudonym, role=TEXT, redact, or keep=ROLE where the name may stand; or not-a-name.");
            case PLACE ->
                open(
                        cluster,
                        "Decide what a stranger may see of this place: keep, generalise=TEXT, pseudonym or redact; or not-a-name.");
            case GROUP ->
                open(
                        cluster,
                        "Decide what a stranger may see of this group: keep, generalise=TEXT, pseudonym or redact; or not-a-name.");
            case UNKNOWN ->
                open(
                        cluster,
                        "Decide whether this names somebody: not-a-name; or pseudonym, role=TEXT, generalise=TEXT, redact, or keep=ROLE where the name may stand.");
        };
    }

    private static Substitute open(Cluster cluster, String decide) {
        String mark = switch (cluster.kind()) {
            case PERSON, HANDLE, UNKNOWN -> "[name not decided]";
            case PLACE -> "[place not decided]";
            case GROUP -> "[group not decided]";
            case EMAIL, PHONE, LINK, NUMBER, ADDRESS, BIRTH, AGE, DETAIL -> mark(cluster);
        };
        return new Substitute.Undecided(mark, decide);
    }

    private Substitute settled(Cluster cluster, Map<Id, String> roles) {
        return switch (cluster.decision().orElseThrow().verdict()) {
            case Verdict.Keep _ ->
                KeepRule.against(cluster)
                        .<Substitute>map(why -> open(cluster, why))
                        .orElseGet(Substitute.Kept::new);
            case Verdict.NotAName()
            when cluster.facts().person() ->
                open(
                        cluster,
                        "It was decided who this is, and that it is no name; decide again what a stranger may see.");
            case Verdict.NotAName() -> new Substitute.NoName();
            case Verdict.Redact() -> new Substitute.Hidden(mark(cluster.kind()));
            case Verdict.Role _ -> new Substitute.Hidden(roles.get(cluster.id()));
            case Verdict.Generalise(String wider) when wider.isBlank() -> new Substitute.Hidden(mark(cluster));
            case Verdict.Generalise(String wider) -> new Substitute.Hidden(wider.strip());
            case Verdict.Pseudonym _ when cluster.kind().contact() -> new Substitute.Hidden(mark(cluster));
            case Verdict.Pseudonym _ -> withPseudonym(cluster, choose(cluster));
            // Decisions about a name are of the kinds above; another kind settles nothing.
            case Verdict.SameAs _, Verdict.DistinctFrom _, Verdict.Accept _, Verdict.Reject _ -> undecided(cluster);
            case Verdict.Change _, Verdict.Reword _, Verdict.Allows _, Verdict.Public _ -> undecided(cluster);
            case Verdict.Read _, Verdict.Approve _, Verdict.SpeaksAs _ -> undecided(cluster);
            case Verdict.Baseline _, Verdict.Memo _, Verdict.Also _, Verdict.Restrict _, Verdict.Lift _ ->
                undecided(cluster);
            case Verdict.Show _, Verdict.Withhold _, Verdict.Describe _, Verdict.Warns _ -> undecided(cluster);
            case Verdict.OfGroup _, Verdict.OfIncident _, Verdict.Tie _, Verdict.OfPublishing _ -> undecided(cluster);
            case Verdict.RetainUntil _, Verdict.Is _, Verdict.Agrees _, Verdict.Withdraws _ -> undecided(cluster);
        };
    }

    private Substitute withPseudonym(Cluster cluster, String name) {
        if (name.isBlank() || takenByAnother(cluster, name) || !inCase(name).isEmpty()) {
            return open(
                    cluster,
                    "Its pseudonym is by now also a name in the case, or another's pseudonym; choose another with"
                            + " pseudonym=NAME.");
        }
        reserve(cluster, name);
        return new Substitute.Hidden(name.strip());
    }

    private static Optional<String> given(Cluster cluster) {
        return cluster.decision()
                .map(Decision::verdict)
                .flatMap(verdict ->
                        verdict instanceof Verdict.Pseudonym(Optional<String> name) ? name : Optional.empty());
    }

    private static Optional<String> wording(Cluster cluster) {
        return cluster.decision().map(Decision::verdict).flatMap(Substitutes::wording);
    }

    private static Optional<String> wording(Verdict verdict) {
        return verdict instanceof Verdict.Role(String role)
                ? Optional.of(role)
                : verdict instanceof Verdict.Generalise(String wider) ? Optional.of(wider) : Optional.empty();
    }

    /** Letters tell those apart who have the same role. */
    private static Map<Id, String> roles(List<Cluster> decided) {
        var byRole = new LinkedHashMap<String, List<Cluster>>();
        for (Cluster cluster : decided) {
            if (cluster.decision().orElseThrow().verdict() instanceof Verdict.Role(String role)) {
                byRole.computeIfAbsent(Folding.fold(role.strip()), r -> new ArrayList<>())
                        .add(cluster);
            }
        }
        var roles = new HashMap<Id, String>();
        for (List<Cluster> sharing : byRole.values()) {
            for (int i = 0; i < sharing.size(); i++) {
                Cluster cluster = sharing.get(i);
                String role = wording(cluster).orElseThrow().strip();
                roles.put(cluster.id(), sharing.size() == 1 ? role : role + " (" + letter(i) + ")");
            }
        }
        return roles;
    }

    private static String letter(int index) {
        String last = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? last : letter(index / 26 - 1) + last;
    }

    private static String key(String name) {
        String folded = Folding.fold(name.strip());
        return folded.endsWith("/") ? folded.substring(0, folded.length() - 1) : folded;
    }
}
