package org.afterword;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.afterword.casefile.Contents;
import org.afterword.model.Id;
import org.afterword.model.PersonRole;
import org.afterword.model.Proposal;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;

/** Everything in a case that can be decided about, by its id. */
final class Targets {
    enum Kind {
        IDENTITY("a name"),
        CODING("a suggested passage"),
        PROPOSAL("a suggestion"),
        FACT("a suggested date, amount or number"),
        ACCOUNT("an account"),
        WITNESS("a witness"),
        GROUP("a group"),
        EXHIBIT("an exhibit");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /**
     * @param alias the two names, if it is a proposal that they are one
     */
    record Target(Id id, Kind kind, Optional<Pair> alias) {}

    record Pair(Id one, Id other) {}

    private final NavigableMap<String, Target> byText = new TreeMap<>();

    private Targets() {}

    static Targets of(Contents contents) {
        var targets = new Targets();
        contents.groups().forEach(group -> targets.put(group.id(), Kind.GROUP));
        contents.exhibits().forEach(exhibit -> targets.put(exhibit.id(), Kind.EXHIBIT));
        contents.identities().forEach(identity -> targets.put(identity.id(), Kind.IDENTITY));
        contents.suggestions().forEach(targets::put);
        contents.accountIds().forEach(account -> targets.put(account, Kind.ACCOUNT));
        contents.speakerIds().forEach(speaker -> targets.put(speaker, Kind.WITNESS));
        return targets;
    }

    private void put(Id id, Kind kind) {
        byText.put(id.toString(), new Target(id, kind, Optional.empty()));
    }

    private void put(Suggestion suggestion) {
        Id id = suggestion.id();
        switch (suggestion.proposal()) {
            case Proposal.Coding coding -> put(id, Kind.CODING);
            case Proposal.Alias alias ->
                byText.put(
                        id.toString(),
                        new Target(id, Kind.PROPOSAL, Optional.of(new Pair(suggestion.target(), alias.other()))));
            case Proposal.CopyOf copy -> put(id, Kind.PROPOSAL);
            case Proposal.Role role -> put(id, Kind.PROPOSAL);
            case Proposal.SpeaksAs vantage -> put(id, Kind.PROPOSAL);
            case Proposal.Stated fact -> put(id, Kind.FACT);
        }
    }

    /**
     * @param text an id, or enough of its beginning
     * @throws IllegalArgumentException if nothing, or more than one thing, is called that
     */
    Target find(String text) {
        Map<String, Target> matches = byText.subMap(text, true, text + Character.MAX_VALUE, false);
        if (text.isEmpty() || matches.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing in this case has the id '" + text
                            + "'; ids are listed by the commands accounts, people, passages, copies, pictures, timeline and money");
        }
        if (matches.size() > 1) {
            throw new IllegalArgumentException(
                    matches.size() + " things have an id that begins with '" + text + "'; give more of it");
        }
        return matches.values().iterator().next();
    }

    /**
     * The verdict, with shortened ids in it completed.
     *
     * @throws IllegalArgumentException if such a verdict cannot be passed on such a thing
     */
    Verdict fit(Target target, Verdict verdict) {
        boolean fits = switch (verdict) {
            case Verdict.Keep v -> target.kind == Kind.IDENTITY;
            case Verdict.Is(PersonRole role)
            when role.age() ->
                target.kind == Kind.IDENTITY || target.kind == Kind.ACCOUNT || target.kind == Kind.WITNESS;
            case Verdict.Is v -> target.kind == Kind.IDENTITY;
            case Verdict.Agrees v -> target.kind == Kind.IDENTITY;
            case Verdict.Withdraws v -> target.kind == Kind.IDENTITY;
            case Verdict.Pseudonym v -> target.kind == Kind.IDENTITY;
            case Verdict.Role v -> target.kind == Kind.IDENTITY;
            case Verdict.Generalise v -> target.kind == Kind.IDENTITY;
            case Verdict.Redact v -> target.kind == Kind.IDENTITY;
            case Verdict.NotAName v -> target.kind == Kind.IDENTITY;
            case Verdict.SameAs v -> target.kind != Kind.GROUP && bond(target, v.other());
            case Verdict.DistinctFrom v -> bond(target, v.other());
            case Verdict.Accept v -> suggested(target);
            case Verdict.Reject v -> suggested(target);
            case Verdict.Change v -> target.kind == Kind.CODING;
            case Verdict.Reword v -> target.kind == Kind.CODING;
            case Verdict.Allows v -> target.kind == Kind.ACCOUNT;
            case Verdict.Public v -> target.kind == Kind.ACCOUNT;
            case Verdict.Read v -> target.kind == Kind.ACCOUNT;
            case Verdict.Memo v -> target.kind == Kind.ACCOUNT || target.kind == Kind.CODING;
            case Verdict.Warns v -> target.kind == Kind.ACCOUNT || target.kind == Kind.CODING;
            case Verdict.Approve v -> target.kind == Kind.ACCOUNT;
            case Verdict.SpeaksAs v -> target.kind == Kind.WITNESS;
            case Verdict.Baseline v -> target.kind == Kind.GROUP;
            case Verdict.Also v -> target.kind == Kind.GROUP;
            case Verdict.OfGroup v -> target.kind == Kind.GROUP;
            case Verdict.LegalReview v -> target.kind == Kind.IDENTITY;
            case Verdict.OfPublishing v -> target.kind == Kind.ACCOUNT;
            case Verdict.OfIncident v -> target.kind == Kind.CODING;
            case Verdict.Tie v ->
                target.kind == Kind.WITNESS
                        && v.with().map(other -> bond(target, other)).orElse(true);
            case Verdict.Restrict v -> target.kind == Kind.IDENTITY || target.kind == Kind.WITNESS;
            case Verdict.Lift v -> target.kind == Kind.IDENTITY || target.kind == Kind.WITNESS;
            case Verdict.Show v -> target.kind == Kind.EXHIBIT;
            case Verdict.Withhold v -> target.kind == Kind.EXHIBIT;
            case Verdict.Describe v -> target.kind == Kind.EXHIBIT;
            case Verdict.RetainUntil v -> target.kind == Kind.EXHIBIT || target.kind == Kind.ACCOUNT;
        };
        if (!fits && target.kind == Kind.FACT) {
            throw new IllegalArgumentException("what was read out of a date, an amount or a number cannot be changed"
                    + " here; accept it if it is right as it stands, else reject it");
        }
        if (!fits && target.kind == Kind.EXHIBIT && verdict instanceof Verdict.Approve) {
            throw new IllegalArgumentException("a picture is approved once it has been looked at as it would be shown;"
                    + " see 'afterword picture --help'");
        }
        if (!fits) {
            throw new IllegalArgumentException("'" + verdict.text() + "' cannot be decided about " + target.kind.words);
        }
        return verdict;
    }

    private static boolean suggested(Target target) {
        return target.kind == Kind.CODING || target.kind == Kind.PROPOSAL || target.kind == Kind.FACT;
    }

    private boolean bond(Target target, Id other) {
        if (target.kind != Kind.IDENTITY && target.kind != Kind.WITNESS && target.kind != Kind.GROUP) {
            return false;
        }
        if (other.equals(target.id)) {
            throw new IllegalArgumentException("a thing cannot be compared with itself");
        }
        Target second = find(other.toString());
        if (second.kind != target.kind) {
            throw new IllegalArgumentException(target.kind.words + " and " + second.kind.words + " cannot be one");
        }
        return true;
    }
}
