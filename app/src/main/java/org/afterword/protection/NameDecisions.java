package org.afterword.protection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;

/** Checks decisions about names before they are recorded. */
final class NameDecisions {
    private final Substitutes choices;
    private final Map<Id, Substitute> substitutes;

    NameDecisions(Substitutes choices, Map<Id, Substitute> substitutes) {
        this.choices = choices;
        this.substitutes = substitutes;
    }

    /** As {@link Protection#check}. */
    Verdict check(Cluster cluster, Verdict verdict, String reason, boolean confirmed) {
        return switch (verdict) {
            case Verdict.Keep keep -> KeepRule.keep(cluster, keep, reason, confirmed);
            case Verdict.Is is -> KeepRule.is(cluster, is, reason);
            case Verdict.Withdraws _ -> KeepRule.said(cluster, verdict);
            case Verdict.Agrees _ -> KeepRule.agrees(cluster, verdict, reason);
            case Verdict.Pseudonym(Optional<String> name)
            when name.isPresent() -> new Verdict.Pseudonym(Optional.of(freePseudonym(cluster, name.orElseThrow())));
            case Verdict.Pseudonym _ when cluster.kind().contact() -> verdict;
            case Verdict.Pseudonym _ -> new Verdict.Pseudonym(Optional.of(ownOrChosen(cluster)));
            case Verdict.Role(String role) -> new Verdict.Role(harmless(role));
            case Verdict.Generalise(String wider)
            when wider.isBlank() ->
                new Verdict.Generalise(Wider.of(cluster)
                        .orElseThrow(() -> new IllegalArgumentException("The program can widen ages and dates of birth"
                                + " only; say what it is to be called: generalise=TEXT.")));
            case Verdict.Generalise(String wider) -> new Verdict.Generalise(harmless(wider));
            case Verdict.NotAName _ -> KeepRule.noName(cluster, verdict);
            case Verdict.Redact _, Verdict.SameAs _, Verdict.DistinctFrom _ -> verdict;
            case Verdict.Accept _, Verdict.Reject _, Verdict.Change _, Verdict.Reword _, Verdict.Allows _ ->
                throw notAboutNames(verdict);
            case Verdict.Memo _,
                    Verdict.Public _,
                    Verdict.Read _,
                    Verdict.Approve _,
                    Verdict.SpeaksAs _,
                    Verdict.Baseline _ -> throw notAboutNames(verdict);
            case Verdict.Restrict _, Verdict.Lift _ -> verdict;
            case Verdict.Show _, Verdict.Withhold _, Verdict.Describe _, Verdict.Warns _ ->
                throw notAboutNames(verdict);
            case Verdict.Also _, Verdict.RetainUntil _ -> throw notAboutNames(verdict);
            case Verdict.LegalReview _ -> verdict;
            case Verdict.OfGroup _, Verdict.OfIncident _, Verdict.Tie _, Verdict.OfPublishing _ ->
                throw notAboutNames(verdict);
        };
    }

    private static IllegalArgumentException notAboutNames(Verdict verdict) {
        return new IllegalArgumentException("'" + verdict.aspect() + "' is no decision about a person, place or group");
    }

    private String ownOrChosen(Cluster cluster) {
        boolean has = cluster.decision().map(Decision::verdict).orElse(null) instanceof Verdict.Pseudonym;
        if (has && substitutes.get(cluster.id()) instanceof Substitute.Hidden(String shown)) {
            return shown;
        }
        String chosen = choices.choose(cluster);
        choices.reserve(cluster, chosen);
        return chosen;
    }

    private String freePseudonym(Cluster cluster, String typed) {
        String name = typed.strip();
        if (name.codePoints().noneMatch(Character::isLetter)) {
            throw new IllegalArgumentException("A pseudonym needs at least one letter.");
        }
        if (choices.takenByAnother(cluster, name)) {
            throw new IllegalArgumentException("That is another's pseudonym already; choose a different one.");
        }
        List<Id> bearers = choices.inCase(name);
        if (bearers.contains(cluster.id())) {
            throw new IllegalArgumentException("That is a form of the name itself; choose a different pseudonym.");
        }
        if (!bearers.isEmpty()) {
            throw new IllegalArgumentException(
                    "That is the real name of somebody or something else in the case; choose a different pseudonym.");
        }
        choices.reserve(cluster, name);
        return name;
    }

    private String harmless(String wording) {
        if (wording.isBlank()) {
            throw new IllegalArgumentException("The wording is empty.");
        }
        if (choices.exposes(wording)) {
            throw new IllegalArgumentException("The wording has a name in it that is hidden or not yet decided.");
        }
        return wording.strip();
    }
}
