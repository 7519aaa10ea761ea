package org.afterword.protection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Consent;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Proposal;
import org.afterword.model.Publicness;
import org.afterword.model.Sha256;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.afterword.people.Restrictions;
import org.afterword.witnesses.Copy;

/** What was decided about accounts: consent, publicness, approval, wordings; and what follows for quoting them. */
final class AccountRules {
    private static final String PUBLIC = "This text can be found in public, so quoting it would lead to its author;"
            + " choose consent=attributed or reword the passage.";
    private static final String UNKNOWN = "Say whether this text can be found in public (public=yes, no or deleted);"
            + " until then it is not quoted.";
    private static final String DELETED = "This text was in public, and copies may be, so quoting it would lead to its"
            + " author; choose consent=attributed or reword the passage.";
    private static final String UNRECORDED =
            "Nobody recorded what its author allows; say consent=none, counts," + " reworded, verbatim or attributed.";
    private static final String COUNTS = "Its author allows counts only.";
    private static final String NONE = "Its author allows nothing.";
    private static final String NO_LINK =
            "Its author wants to be named, but the source gives no link to where it stands or no author's name.";
    private static final String HIDDEN = "Its author wants to be named, but a decision hides that name, or nobody"
            + " decided on it; decide one or the other (keep=ROLE, or another consent).";
    private static final String MINOR = "A minor tells or speaks in it, or one who was a minor then: it is counted, and"
            + " none of its words is shown, whatever was allowed.";
    private static final String TURNED_UP = "It was recorded as not public, but another account of the case that can be"
            + " found in public has the same text or a part of it, so quoting it would lead to its author; choose"
            + " consent=attributed or reword the passage.";

    private static final String RESTRICTED =
            "Somebody in it is restricted: it is neither counted nor shown until that is lifted.";

    private final Set<Id> restricted;
    private final Minors minors;
    private final Map<Id, Consent> consents = new HashMap<>();
    private final Map<Id, Publicness> publicness = new HashMap<>();
    private final Map<Id, Sha256> approvals = new HashMap<>();
    private final Map<Id, List<String>> wordings = new HashMap<>();
    private final List<String> attributedLinks = new ArrayList<>();

    private final Set<Id> turnedUp = new HashSet<>();

    private AccountRules(Set<Id> restricted, Minors minors) {
        this.restricted = restricted;
        this.minors = minors;
    }

    static AccountRules of(Contents contents, List<Cluster> clusters, List<Copy> copies) {
        var rules = new AccountRules(Restrictions.accounts(contents), Minors.of(contents, clusters));
        var reworded = new HashMap<Id, String>();
        List<Decision> decisions = contents.decisions(Set.of("consent", "public", "approve", "wording"));
        for (Decision decision : decisions) {
            Id target = decision.target();
            if (decision.verdict() instanceof Verdict.Allows(Consent consent)) {
                rules.consents.put(target, consent);
            } else if (decision.verdict() instanceof Verdict.Public(Publicness known)) {
                rules.publicness.put(target, known);
            } else if (decision.verdict() instanceof Verdict.Approve(Optional<Sha256> hash)) {
                hash.ifPresent(h -> rules.approvals.put(target, h));
            } else if (decision.verdict() instanceof Verdict.Reword(String wording)) {
                reworded.put(target, wording);
            }
        }
        if (!reworded.isEmpty()) {
            for (Suggestion suggestion : contents.suggestions(Proposal.Coding.class)) {
                Optional.ofNullable(reworded.get(suggestion.id()))
                        .ifPresent(wording -> rules.wordings
                                .computeIfAbsent(suggestion.target(), account -> new ArrayList<>())
                                .add(wording));
            }
        }
        decisions.stream()
                .filter(decision -> decision.verdict().equals(new Verdict.Allows(Consent.ATTRIBUTED)))
                .filter(decision -> !rules.restricted.contains(decision.target()))
                .flatMap(decision -> contents.account(decision.target()).stream())
                .filter(account -> !rules.minors.in(account))
                .flatMap(account -> link(account).stream())
                .forEach(rules.attributedLinks::add);
        rules.turnedUp.addAll(new TurnedUp(rules.publicness, contents).of(copies));
        return rules;
    }

    /**
     * @param attribution from link and author's name; empty if that name must not be shown
     */
    Quotability of(Account account, BiFunction<String, String, Optional<Quotability.Attributed>> attribution) {
        if (restricted.contains(account.id())) {
            return new Quotability.NotCounted(RESTRICTED);
        }
        Consent consent = consents.get(account.id());
        if (consent == null) {
            return new Quotability.CountsOnly(UNRECORDED, false);
        }
        if (consent != Consent.NONE && minors.in(account)) {
            return new Quotability.CountsOnly(MINOR, false);
        }
        return switch (consent) {
            case NONE -> new Quotability.NotCounted(NONE);
            case COUNTS -> new Quotability.CountsOnly(COUNTS, false);
            case REWORDED -> new Quotability.Reworded();
            case VERBATIM ->
                turnedUp.contains(account.id())
                        ? new Quotability.CountsOnly(TURNED_UP, true)
                        : verbatim(publicness.getOrDefault(account.id(), Publicness.UNKNOWN));
            case ATTRIBUTED -> attributed(account, attribution);
        };
    }

    private static Quotability verbatim(Publicness known) {
        return switch (known) {
            case NO -> new Quotability.Verbatim();
            case YES -> new Quotability.CountsOnly(PUBLIC, true);
            case DELETED -> new Quotability.CountsOnly(DELETED, true);
            case UNKNOWN -> new Quotability.CountsOnly(UNKNOWN, true);
        };
    }

    private static Quotability attributed(
            Account account, BiFunction<String, String, Optional<Quotability.Attributed>> attribution) {
        Optional<String> author = account.author().map(String::strip).filter(name -> !name.isEmpty());
        if (link(account).isEmpty() || author.isEmpty()) {
            return new Quotability.CountsOnly(NO_LINK, true);
        }
        return attribution
                .apply(link(account).orElseThrow(), author.orElseThrow())
                .<Quotability>map(attributed -> attributed)
                .orElseGet(() -> new Quotability.CountsOnly(HIDDEN, true));
    }

    static Optional<String> link(Account account) {
        return account.sourceUrl()
                .map(String::strip)
                .filter(url -> url.startsWith("https://") || url.startsWith("http://"));
    }

    List<String> attributedLinks() {
        return attributedLinks;
    }

    Optional<Sha256> approval(Id account) {
        return Optional.ofNullable(approvals.get(account));
    }

    /** People's wordings of the account's passages, in the order of the suggestions. */
    List<String> wordings(Id account) {
        return wordings.getOrDefault(account, List.of());
    }
}
