package org.afterword.witnesses;

import java.net.URI;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.CopyKind;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;

/** Accounts that have text in common: reposts, quotations, near-copies. */
public final class Copies {
    /** What made the suggestions. */
    public static final String BY = "shingles/1";

    /** Two accounts with fewer common fingerprints have no 25 common words. */
    private static final int LEAST_SHARED = 2;

    /** Where a text begins and ends: what several have there is a greeting, a menu, a signature. */
    private static final int EDGE = 5;

    private static final int SEVERAL = 3;

    /** What more accounts than this quote is a slogan or a pledge. */
    private static final int MANY = 20;

    private Copies() {}

    /**
     * Looks through every account.
     *
     * @param all in the order in which they came into the case
     */
    public static List<Suggestion> find(List<Account> all) {
        return find(all, Set.of());
    }

    /**
     * Looks for copies in every two accounts that have not been compared yet.
     *
     * @param all in the order in which they came into the case
     * @param compared the accounts that were looked through earlier, which are not compared with each other again
     * @return by place of the later account in {@code all}, then of the earlier; the target is the copy, and where it
     *     is not known which one that is, the later added
     */
    public static List<Suggestion> find(List<Account> all, Collection<Id> compared) {
        var known = Set.copyOf(compared);
        var fresh = new BitSet();
        for (int i = 0; i < all.size(); i++) {
            fresh.set(i, !known.contains(all.get(i).id()));
        }
        if (fresh.isEmpty()) {
            return List.of();
        }
        List<Voiced> voiced = all.stream().map(Voiced::of).toList();
        var index = new FingerprintIndex(voiced);
        var found = new ArrayList<Suggestion>();
        index.pairs(fresh).entrySet().stream()
                .filter(pair -> pair.getValue() >= LEAST_SHARED)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparingLong((Long pair) -> pair & 0xffffffffL)
                        .thenComparingLong(pair -> pair >>> 32))
                .forEach(pair -> suggestion(
                                voiced.get((int) (pair >>> 32)), voiced.get((int) (pair & 0xffffffffL)), index)
                        .ifPresent(found::add));
        return List.copyOf(found);
    }

    private static Optional<Suggestion> suggestion(Voiced earlier, Voiced later, FingerprintIndex index) {
        var common = new Common(earlier, later);
        if (!common.enough()) {
            return Optional.empty();
        }
        CopyKind kind = common.kind();
        boolean marked = common.quotedIn(earlier.account()) || common.quotedIn(later.account());
        if (kind == CopyKind.QUOTATION
                && !marked
                && wordsOfTheirOwn(common, earlier, later, index) < Common.LEAST_WORDS) {
            return Optional.empty();
        }
        var precedence = Precedence.of(earlier.account(), later.account(), common);
        Voiced copy = precedence.secondIsCopy() ? later : earlier;
        Voiced original = precedence.secondIsCopy() ? earlier : later;
        double overlap = common.overlap();
        String reason =
                common.alignment().common() + " words of it are another account's as well. " + precedence.because();
        return Optional.of(new Suggestion(
                Id.random(),
                copy.account().id(),
                Optional.empty(),
                new Proposal.CopyOf(original.account().id(), kind, overlap),
                overlap,
                reason,
                BY));
    }

    /** How many common words are neither a page's furniture nor what everybody repeats. */
    private static int wordsOfTheirOwn(Common common, Voiced one, Voiced other, FingerprintIndex index) {
        long[] shingles = one.words().shingles(Common.SHINGLE);
        boolean sameSite = samePlace(one.account(), other.account());
        int words = 0;
        for (Alignment.Stretch stretch : common.alignment().stretches()) {
            int accounts = accounts(stretch, shingles, index);
            boolean edge = edge(stretch.firstFrom(), stretch.firstTo(), one)
                    && edge(stretch.secondFrom(), stretch.secondTo(), other);
            if (accounts <= MANY && !(edge && (sameSite || accounts >= SEVERAL))) {
                words += stretch.common();
            }
        }
        return words;
    }

    /** In how many accounts the stretch's rarest fingerprint stands. */
    private static int accounts(Alignment.Stretch stretch, long[] shingles, FingerprintIndex index) {
        int least = Integer.MAX_VALUE;
        for (int i = stretch.firstFrom(); i <= stretch.firstTo() - Common.SHINGLE; i++) {
            int accounts = index.accounts(shingles[i]);
            least = accounts >= 2 ? Math.min(least, accounts) : least;
        }
        return least == Integer.MAX_VALUE ? 2 : least;
    }

    /** A smaller part of the text, at its beginning or end. */
    private static boolean edge(int from, int to, Voiced voiced) {
        int size = voiced.words().size();
        return (from <= EDGE || to >= size - EDGE) && 2 * (to - from) < size;
    }

    private static boolean samePlace(Account one, Account other) {
        return (one.channel().isPresent() && one.channel().equals(other.channel()))
                || (host(one).isPresent() && host(one).equals(host(other)));
    }

    private static Optional<String> host(Account account) {
        try {
            return account.sourceUrl().map(URI::create).map(URI::getHost);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Every copy that was suggested, with what a person made of it, in the order of the suggestions. */
    public static List<Copy> list(Contents contents) {
        var copies = new ArrayList<Copy>();
        for (Suggestion suggestion : contents.suggestions(Proposal.CopyOf.class)) {
            if (suggestion.proposal() instanceof Proposal.CopyOf copy) {
                copies.add(new Copy(
                        suggestion.id(),
                        copy.original(),
                        suggestion.target(),
                        copy.copyKind(),
                        copy.overlap(),
                        status(contents.decision(suggestion.id(), new Verdict.Accept().aspect()))));
            }
        }
        return List.copyOf(copies);
    }

    /** The same, once something was decided about some of them. */
    public static List<Copy> after(List<Copy> copies, Contents contents, Set<Id> touched) {
        if (copies.stream().map(Copy::suggestion).noneMatch(touched::contains)) {
            return copies;
        }
        return copies.stream()
                .map(one -> touched.contains(one.suggestion())
                        ? new Copy(
                                one.suggestion(),
                                one.a(),
                                one.b(),
                                one.kind(),
                                one.overlap(),
                                status(contents.decision(one.suggestion(), new Verdict.Accept().aspect())))
                        : one)
                .toList();
    }

    private static Copy.Status status(Optional<Decision> decision) {
        return decision.map(d -> d.verdict() instanceof Verdict.Reject ? Copy.Status.REJECTED : Copy.Status.ACCEPTED)
                .orElse(Copy.Status.SUGGESTED);
    }

    /**
     * The text that two accounts have in common.
     *
     * @return stretches of the first account's text (UTF-16 code units), with small edits inside, in order
     */
    public static List<Span> common(Account account, Account other) {
        return new Common(Voiced.of(account), Voiced.of(other))
                .alignment().stretches().stream().map(Alignment.Stretch::first).toList();
    }
}
