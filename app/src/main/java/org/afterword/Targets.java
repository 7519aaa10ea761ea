package org.afterword;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.afterword.casefile.CaseFile;
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

    private final CaseFile file;
    private final NavigableMap<String, Target> byText = new TreeMap<>();

    private Targets(CaseFile file) {
        this.file = file;
    }

    static Targets of(CaseFile file) {
        return new Targets(file);
    }

    /** What has a whole id, asking of the case only what is about it. */
    private Optional<Target> whole(Id id) {
        return file.suggestion(id)
                .map(Targets::target)
                .or(() -> file.identity(id).map(_ -> target(id, Kind.IDENTITY)))
                .or(() -> file.hasAccount(id) ? Optional.of(target(id, Kind.ACCOUNT)) : Optional.empty())
                .or(() -> file.speaker(id).map(_ -> target(id, Kind.WITNESS)))
                .or(() -> file.exhibit(id).map(_ -> target(id, Kind.EXHIBIT)))
                .or(() -> file.groups().stream()
                        .filter(group -> group.id().equals(id))
                        .findFirst()
                        .map(_ -> target(id, Kind.GROUP)));
    }

    /** Of everything, once somebody gives no more than the beginning of an id. */
    private NavigableMap<String, Target> byText() {
        if (byText.isEmpty()) {
            file.groups().forEach(group -> put(target(group.id(), Kind.GROUP)));
            file.exhibits().forEach(exhibit -> put(target(exhibit.id(), Kind.EXHIBIT)));
            file.identities().forEach(identity -> put(target(identity.id(), Kind.IDENTITY)));
            file.suggestions().forEach(suggestion -> put(target(suggestion)));
            file.accountIds().forEach(account -> put(target(account, Kind.ACCOUNT)));
            file.speakerIds().forEach(speaker -> put(target(speaker, Kind.WITNESS)));
        }
        return byText;
    }

    private void put(Target target) {
        byText.put(target.id().toString(), target);
    }

    private static Target target(Id id, Kind kind) {
        return new Target(id, kind, Optional.empty());
    }

    private static Target target(Suggestion suggestion) {
        Id id = suggestion.id();
        return switch (suggestion.proposal()) {
            case Proposal.Coding _ -> target(id, Kind.CODING);
            case Proposal.Alias alias ->
                new Target(id, Kind.PROPOSAL, Optional.of(new Pair(suggestion.target(), alias.other())));
            case Proposal.CopyOf _ -> target(id, Kind.PROPOSAL);
            case Proposal.Role _ -> target(id, Kind.PROPOSAL);
            case Proposal.SpeaksAs _ -> target(id, Kind.PROPOSAL);
            case Proposal.Stated _ -> target(id, Kind.FACT);
        };
    }

    /**
     * @param text an id, or enough of its beginning
     * @throws IllegalArgumentException if nothing, or more than one thing, is called that
     */
    Target find(String text) {
        return parsed(text).flatMap(this::whole).orElseGet(() -> begun(text));
    }

    private static Optional<Id> parsed(String text) {
        try {
            return Optional.of(Id.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Target begun(String text) {
        Map<String, Target> matches = byText().subMap(text, true, text + Character.MAX_VALUE, false);
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
