package org.afterword.protection;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;
import org.afterword.model.Sha256;
import org.afterword.model.Span;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.afterword.witnesses.Copy;

/**
 * What a stranger may see, after all decisions that hold: a snapshot that does not change.
 *
 * <p>Nothing recorded means nothing shown: an undecided name stands open and keeps its texts from being published,
 * addresses, numbers and links are left out, and an account without recorded consent only counts.
 */
public final class Protection {
    private final Grounds grounds;
    private final Mentioned mentioned;
    private final List<Cluster> clusters;
    private final Pseudonyms pseudonyms;
    private final Map<Id, Substitute> substitutes;
    private final Substitutes choices;
    private final Cover cover;
    private final Redaction redaction;
    private final AccountRules rules;
    /** What is covered in whole accounts, as far as it was asked: many passages of one are. */
    private final Map<Id, SoftReference<Covered>> covered = new ConcurrentHashMap<>();

    /**
     * The case as it stands.
     *
     * @param secret 32 bytes that belong to the case for ever; pseudonyms follow from them
     * @throws IllegalArgumentException if the secret has another length
     */
    public static Protection of(Contents contents, byte[] secret) {
        return new Protection(Grounds.of(contents), new Pseudonyms(secret), Optional.empty());
    }

    /** As {@link #of}, but for one who is named: that name stays as it is. Nothing is published of it. */
    public static Protection forSubject(Contents contents, byte[] secret, Id cluster) {
        return new Protection(Grounds.of(contents), new Pseudonyms(secret), Optional.of(cluster));
    }

    private Protection(Grounds grounds, Pseudonyms pseudonyms, Optional<Id> subject) {
        this.grounds = grounds;
        this.mentioned = grounds.mentioned();
        this.clusters = grounds.clusters();
        this.pseudonyms = pseudonyms;
        this.rules = grounds.rules();
        choices = new Substitutes(
                mentioned.names(),
                pseudonyms,
                Stream.concat(grounds.groups().stream(), rules.attributedLinks().stream())
                        .toList());
        substitutes = new HashMap<>(choices.of(clusters, grounds.order()));
        subject.ifPresent(one -> substitutes.put(one, new Substitute.Kept()));
        cover = new Cover(mentioned.names(), substitutes, grounds.groups());
        redaction = new Redaction(cover, substitutes);
    }

    /**
     * What it is once something was decided or undone about these, and nothing else has changed: the same as if it were
     * made anew, which it has to be if this is empty.
     */
    public Optional<Protection> after(Contents contents, Set<Id> targets) {
        return grounds.after(contents, targets).map(now -> new Protection(now, pseudonyms, Optional.empty()));
    }

    /** Everybody and everything that is named, in the order of the case. */
    public List<Cluster> clusters() {
        return clusters;
    }

    /** To which an identity belongs. */
    public Optional<Cluster> cluster(Id identity) {
        return mentioned.place(identity).map(clusters::get);
    }

    /** The accounts that name it, in the order in which that was found. */
    public Set<Id> accounts(Cluster cluster) {
        return mentioned.accounts(cluster.id());
    }

    /** Whether it has the same names in the same places as another, whatever is decided about them. */
    public boolean sameNames(Protection other) {
        return mentioned == other.mentioned;
    }

    /** What a person has to decide about a name, as a sentence; empty if nothing. */
    public Optional<String> toDecide(Cluster cluster) {
        return substitutes.get(cluster.id()) instanceof Substitute.Undecided(String _, String decide)
                ? Optional.of(decide)
                : Optional.empty();
    }

    /** How many of the names that the account has stand open. */
    public int undecided(Id account) {
        return (int) mentioned.in(account).stream()
                .map(Cover.Recorded::cluster)
                .distinct()
                .filter(cluster -> substitutes.get(cluster) instanceof Substitute.Undecided)
                .count();
    }

    /** Which accounts have text in common. */
    public List<Copy> copies() {
        return grounds.copies();
    }

    /** What stands in the way of publishing anything: undecided names, and decisions that have become impossible. */
    public List<Open> open() {
        return clusters.stream().flatMap(cluster -> open(cluster).stream()).toList();
    }

    /** What stands in the way of publishing this account: the open names in its text, title and metadata. */
    public List<Open> open(Account account) {
        var here = new LinkedHashSet<Id>();
        mentioned.in(account.id()).forEach(mention -> here.add(mention.cluster()));
        covered(account).forEach(stretch -> here.addAll(stretch.clusters()));
        cover.of(account.title(), mentioned.entitled(account)).forEach(stretch -> here.addAll(stretch.clusters()));
        return here.stream()
                .flatMap(id -> mentioned.place(id).stream())
                .sorted()
                .flatMap(place -> open(clusters.get(place)).stream())
                .toList();
    }

    private Optional<Open> open(Cluster cluster) {
        return toDecide(cluster)
                .map(decide -> new Open(cluster, decide, cluster.mentions(), List.copyOf(accounts(cluster))));
    }

    /** What stands for the cluster in published texts; empty if it stays as it is. */
    public Optional<String> shown(Cluster cluster) {
        return switch (substitutes.getOrDefault(cluster.id(), new Substitute.NoName())) {
            case Substitute.Kept() -> Optional.empty();
            case Substitute.NoName() -> Optional.empty();
            case Substitute.Hidden(String shown) -> Optional.of(shown);
            case Substitute.Undecided(String shown, String decide) -> Optional.of(shown);
        };
    }

    /**
     * Checks a decision about a cluster's name before it is recorded, and gives what is to be recorded: a pseudonym
     * that the program is to choose gets its name here, so that it stays the same whatever comes into the case later.
     * A pseudonym that was given or accepted once is not given to another by this snapshot, so that a whole file of
     * decisions can be checked on it.
     *
     * @throws IllegalArgumentException with a sentence for the person who decides
     */
    public Verdict check(Cluster cluster, Verdict verdict, String reason, boolean confirmed) {
        return new NameDecisions(choices, substitutes).check(cluster, verdict, reason, confirmed);
    }

    /** The account's text as a stranger may see it. Replacements' originals are positions in the account's text. */
    public Redacted protect(Account account) {
        return passage(account, new Span(0, account.text().length()));
    }

    /** The account's title, where those are covered whom the account names. */
    public Redacted title(Account account) {
        return redaction.of(account.title(), mentioned.entitled(account));
    }

    /**
     * The protected form of exactly that stretch; a name that crosses its border is replaced whole.
     *
     * @throws IndexOutOfBoundsException if the span reaches past the account's text
     */
    public Redacted passage(Account account, Span span) {
        return redaction.of(account.text(), covered(account), span);
    }

    private List<Cover.Stretch> covered(Account account) {
        var known = covered.get(account.id());
        Covered now = known == null ? null : known.get();
        if (now == null || !now.text().equals(account.text())) {
            now = new Covered(account.text(), cover.of(account.text(), mentioned.in(account.id())));
            covered.put(account.id(), new SoftReference<>(now));
        }
        return now.stretches();
    }

    private record Covered(String text, List<Cover.Stretch> stretches) {}

    /** Free text that is not an account's: a title, a person's wording, a group's name. */
    public Redacted line(String text) {
        return redaction.of(text, List.of());
    }

    /** Whose words may be shown, and how. */
    public Quotability quotability(Account account) {
        return rules.of(account, this::attribution);
    }

    /** Empty if the name is hidden or not decided: then the account cannot be attributed. */
    private Optional<Quotability.Attributed> attribution(String link, String author) {
        boolean hidden = cover.of(author, List.of()).stream()
                .flatMap(stretch -> stretch.clusters().stream())
                .map(substitutes::get)
                .anyMatch(substitute -> substitute != null && substitute.hides());
        return hidden
                ? Optional.empty()
                : Optional.of(
                        new Quotability.Attributed(new Redacted(link, List.of()), new Redacted(author, List.of())));
    }

    /** The hash of everything that a stranger would see of the account, exactly as it stands now. */
    public Sha256 approvalHash(Account account) {
        var seen = new ArrayList<String>();
        seen.add("afterword/approve/v1");
        seen.add(title(account).text());
        seen.add(protect(account).text());
        if (quotability(account) instanceof Quotability.Attributed(Redacted link, Redacted name)) {
            seen.add(link.text());
            seen.add(name.text());
        }
        rules.wordings(account.id()).forEach(wording -> seen.add(line(wording).text()));
        var joined = new StringBuilder();
        seen.forEach(part -> joined.append(part.length()).append(':').append(part));
        return Sha256.of(joined.toString());
    }

    /** Whether a person has approved exactly what a stranger would see now. */
    public boolean approved(Account account) {
        return approved(account, () -> approvalHash(account));
    }

    /**
     * The same, for somebody who may have asked before.
     *
     * @param seen {@link #approvalHash} of the account
     */
    public boolean approved(Account account, Supplier<Sha256> seen) {
        return rules.approval(account.id())
                .filter(hash -> hash.equals(seen.get()))
                .isPresent();
    }

    /**
     * Ready to look for the words of those of the accounts that may not be quoted. What a copy has from an original
     * that may be quoted is the original's, once a person has accepted that it is the copy.
     */
    public Quoted quoted(Collection<Account> accounts) {
        var quotable = new HashMap<Id, Account>();
        accounts.stream()
                .filter(account -> quotability(account).quotable())
                .forEach(account -> quotable.put(account.id(), account));
        List<String> originals = copies().stream()
                .filter(copy -> copy.status() == Copy.Status.ACCEPTED && quotable.containsKey(copy.a()))
                .map(copy -> quotable.get(copy.a()).text())
                .toList();
        return Quoted.of(notQuotable(accounts)).allowing(originals);
    }

    /** Those whose words may not stand in what is published, for {@link Quoted}. */
    public List<Account> notQuotable(Collection<Account> accounts) {
        return accounts.stream()
                .filter(account -> !quotability(account).quotable())
                .toList();
    }

    /** Where the account's text names whom, as it was found or added: the cluster by the stretch. */
    Map<Span, Id> named(Id account) {
        return mentioned.in(account).stream()
                .filter(mention -> mention.span().length() > 0)
                .collect(Collectors.toMap(
                        Cover.Recorded::span, Cover.Recorded::cluster, (a, b) -> a, LinkedHashMap::new));
    }

    /** The same, of places alone. */
    Map<Span, Id> places(Id account) {
        Map<Span, Id> named = named(account);
        named.values()
                .removeIf(id -> cluster(id).map(Cluster::kind).orElse(IdentityKind.UNKNOWN) != IdentityKind.PLACE);
        return named;
    }

    /** The accounts that name a cluster. */
    Set<Id> accounts(Id cluster) {
        return mentioned.accounts(cluster);
    }

    Cover cover() {
        return cover;
    }

    /** Who is named in the account, for a text that stands beside it. */
    List<Cover.Recorded> beside(Account account) {
        return mentioned.beside(account.id());
    }
}
