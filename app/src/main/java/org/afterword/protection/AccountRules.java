package org.afterword.protection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Consent;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.PersonRole;
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

    private static final Set<String> ASPECTS = Set.of("consent", "public", "approve", "wording");

    private final Set<Id> restricting;
    private final Set<Id> restricted;
    private final Set<Id> young;
    private final Minors minors;
    private Map<Id, Consent> consents = new HashMap<>();
    private Map<Id, Publicness> publicness = new HashMap<>();
    private Map<Id, Sha256> approvals = new HashMap<>();
    private Map<Id, List<String>> wordings = new HashMap<>();
    /** Of accounts that want to be named. */
    private Map<Id, String> links = new HashMap<>();
    /** By copies, which accounts are in public because of each. */
    private Map<Id, Set<Id>> turnedUp = new HashMap<>();

    private Set<Id> inPublic = Set.of();

    /**
     * @param restricting those who asked for it
     * @param young those of whom it was said that they are minors
     */
    private AccountRules(Set<Id> restricting, Set<Id> restricted, Set<Id> young, Minors minors) {
        this.restricting = restricting;
        this.restricted = restricted;
        this.young = young;
        this.minors = minors;
    }

    static AccountRules of(Contents contents, List<Cluster> clusters, List<Copy> copies) {
        var rules = new AccountRules(
                said(contents, "restriction", Verdict.Restrict.class::isInstance),
                Restrictions.accounts(contents),
                said(contents, "age", AccountRules::minor),
                Minors.of(contents, clusters));
        var reworded = new HashMap<Id, String>();
        for (Decision decision : contents.decisions(ASPECTS)) {
            rules.add(decision);
            if (decision.verdict() instanceof Verdict.Reword(String wording)) {
                reworded.put(decision.target(), wording);
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
        rules.consents.forEach((account, _) ->
                rules.attributedLink(account, contents).ifPresent(link -> rules.links.put(account, link)));
        var turnedUp = new TurnedUp(rules.publicness, contents);
        copies.forEach(copy -> rules.turnedUp.put(copy.suggestion(), turnedUp.by(copy)));
        rules.turnedUp.values().removeIf(Set::isEmpty);
        rules.inPublic = all(rules.turnedUp);
        return rules;
    }

    private static Set<Id> said(Contents contents, String aspect, Predicate<Verdict> what) {
        return contents.decisions(Set.of(aspect)).stream()
                .filter(decision -> what.test(decision.verdict()))
                .map(Decision::target)
                .collect(Collectors.toSet());
    }

    private static boolean minor(Verdict verdict) {
        return verdict.equals(new Verdict.Is(PersonRole.MINOR));
    }

    private void add(Decision decision) {
        Id target = decision.target();
        switch (decision.verdict()) {
            case Verdict.Allows(Consent consent) -> consents.put(target, consent);
            case Verdict.Public(Publicness known) -> publicness.put(target, known);
            case Verdict.Approve(Optional<Sha256> hash) -> hash.ifPresent(h -> approvals.put(target, h));
            default -> {}
        }
    }

    private Optional<String> attributedLink(Id account, Contents contents) {
        return consents.get(account) != Consent.ATTRIBUTED || restricted.contains(account)
                ? Optional.empty()
                : contents.account(account).filter(one -> !minors.in(one)).flatMap(AccountRules::link);
    }

    /**
     * Whether nobody is restricted, or said to be a minor, who was not before, and the other way round.
     *
     * @param now all that is decided about a thing by now
     */
    boolean holds(Id target, List<Decision> now) {
        return restricting.contains(target) == now.stream().anyMatch(one -> one.verdict() instanceof Verdict.Restrict)
                && young.contains(target) == now.stream().anyMatch(one -> minor(one.verdict()));
    }

    /**
     * What they are once something was decided about some things of which they {@linkplain #holds hold}.
     *
     * @param about by thing, all that is decided about it by now
     * @param copies as they are by now
     */
    AccountRules after(Contents contents, Map<Id, List<Decision>> about, List<Copy> copies) {
        var rules = new AccountRules(restricting, restricted, young, minors);
        var here = new AccountRules(restricting, restricted, young, minors);
        about.values().forEach(decisions -> decisions.forEach(here::add));
        Set<Id> targets = about.keySet();
        rules.consents = with(consents, targets, here.consents);
        rules.publicness = with(publicness, targets, here.publicness);
        rules.approvals = with(approvals, targets, here.approvals);
        var said = new HashMap<Id, List<String>>();
        for (Id target : targets) {
            rules.attributedLink(target, contents).ifPresent(link -> here.links.put(target, link));
            contents.suggestion(target)
                    .filter(one -> one.proposal() instanceof Proposal.Coding)
                    .map(Suggestion::target)
                    .ifPresent(account -> said.computeIfAbsent(account, _ -> wordings(account, contents)));
        }
        Set<Id> accounts = Set.copyOf(said.keySet());
        said.values().removeIf(List::isEmpty);
        rules.wordings = with(wordings, accounts, said);
        rules.links = with(links, targets, here.links);
        var anew = new TurnedUp(rules.publicness, contents);
        List<Copy> touched = copies.stream()
                .filter(copy ->
                        targets.contains(copy.suggestion()) || targets.contains(copy.a()) || targets.contains(copy.b()))
                .toList();
        touched.forEach(copy -> here.turnedUp.put(copy.suggestion(), anew.by(copy)));
        here.turnedUp.values().removeIf(Set::isEmpty);
        rules.turnedUp =
                with(turnedUp, touched.stream().map(Copy::suggestion).collect(Collectors.toSet()), here.turnedUp);
        rules.inPublic = all(rules.turnedUp);
        return rules;
    }

    private static Set<Id> all(Map<Id, Set<Id>> turnedUp) {
        return turnedUp.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static List<String> wordings(Id account, Contents contents) {
        return contents.suggestions(account).stream()
                .filter(one -> one.proposal() instanceof Proposal.Coding)
                .flatMap(one -> contents.decision(one.id(), new Verdict.Reword("").aspect()).stream())
                .flatMap(one ->
                        one.verdict() instanceof Verdict.Reword(String wording) ? Stream.of(wording) : Stream.empty())
                .toList();
    }

    /** The same map if nothing in it is another by now. */
    private static <V> Map<Id, V> with(Map<Id, V> before, Set<Id> targets, Map<Id, V> now) {
        if (targets.stream().allMatch(target -> Objects.equals(before.get(target), now.get(target)))) {
            return before;
        }
        var after = new HashMap<>(before);
        targets.forEach(after::remove);
        after.putAll(now);
        return after;
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
                inPublic.contains(account.id())
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

    Collection<String> attributedLinks() {
        return links.values();
    }

    Optional<Sha256> approval(Id account) {
        return Optional.ofNullable(approvals.get(account));
    }

    /** People's wordings of the account's passages, in the order of the suggestions. */
    List<String> wordings(Id account) {
        return wordings.getOrDefault(account, List.of());
    }
}
