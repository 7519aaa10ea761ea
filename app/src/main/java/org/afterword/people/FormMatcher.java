package org.afterword.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.language.Folding;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;

/**
 * Finds many identities in a text at once, in every form that {@link Forms} gives, at word boundaries only ("Marx" is
 * not in "Marxist").
 *
 * <p>A form that is also an ordinary word ("Will", "May", "Rose") matches only where it is written as a name: with a
 * capital, not at a sentence's start without further evidence, not as a month. Where forms overlap the longest
 * holds; where several identities bear the same form, each gives a match.
 *
 * <p>Time grows with the text, not with the number of identities: the words of the folded text walk down one tree.
 */
public final class FormMatcher {
    private final Node root = new Node();
    private final Within within = new Within();
    private final Digits digits = new Digits();
    private final Addresses addresses = new Addresses();
    private final Sieve sieve = new Sieve(digits, addresses);
    private final boolean nicknames;

    /**
     * @param skipped how many words at its beginning only tell what the others are
     */
    private record Entry(Id identity, IdentityKind kind, Forms.Form form, int skipped) {}

    /** Most words are followed by one other or none, and most forms are one identity's. */
    private static final class Node {
        private String word = "";
        private Optional<Node> only = Optional.empty();
        private Map<String, Node> more = Map.of();
        private List<Entry> ends = List.of();

        Optional<Node> next(String following) {
            return only.isPresent() && word.equals(following) ? only : Optional.ofNullable(more.get(following));
        }

        Node grow(String following) {
            Optional<Node> there = next(following);
            if (there.isPresent()) {
                return there.get();
            }
            var node = new Node();
            if (only.isEmpty()) {
                word = following;
                only = Optional.of(node);
            } else {
                more = more.isEmpty() ? new HashMap<>(4) : more;
                more.put(following, node);
            }
            return node;
        }

        /** Of several forms of one identity, which come one after the other, the most certain. */
        void end(Entry entry) {
            if (!ends.isEmpty() && ends.getLast().identity().equals(entry.identity())) {
                if (ends.getLast().form().how().compareTo(entry.form().how()) > 0) {
                    ends.set(ends.size() - 1, entry);
                }
                return;
            }
            ends = ends.isEmpty() ? new ArrayList<>(1) : ends;
            ends.add(entry);
        }
    }

    /**
     * @param span where the form stands (UTF-16 code units), without a possessive or plural ending
     */
    public record Match(Id identity, Span span, Forms.Form form) {}

    private FormMatcher(boolean nicknames) {
        this.nicknames = nicknames;
    }

    public static FormMatcher of(Collection<Identity> identities) {
        return of(identities, true);
    }

    /**
     * @param nicknames whether forms from the table of nicknames count
     */
    public static FormMatcher of(Collection<Identity> identities, boolean nicknames) {
        var matcher = new FormMatcher(nicknames);
        identities.forEach(matcher::add);
        return matcher;
    }

    /** Not while others search. */
    void add(Identity identity) {
        for (Forms.Form form : Forms.of(identity.name(), identity.kind())) {
            if (nicknames || form.how() != Forms.How.NICKNAME) {
                add(new Entry(identity.id(), identity.kind(), form, Told.before(identity.kind(), form)));
            }
        }
    }

    private void add(Entry entry) {
        if (Told.byDigits(entry.kind(), entry.form())) {
            digits.add(entry.identity(), entry.form(), entry.kind() == IdentityKind.PHONE);
            return;
        }
        List<String> words = Forms.words(entry.form().text());
        if (words.isEmpty()) {
            return;
        }
        if (entry.kind().contact() && !entry.kind().phrase()) {
            addresses.add(words, entry.identity());
            return;
        }
        Node node = root;
        for (String word : words) {
            node = node.grow(word);
        }
        if (node.ends.isEmpty()) {
            sieve.add(words);
        }
        node.end(entry);
        if (entry.form().how() == Forms.How.JOINED
                && words.size() == 1
                && words.getFirst().length() >= Sieve.SHORTEST_INSIDE) {
            within.add(words.getFirst(), entry.identity(), entry.form());
            sieve.addJoined(words.getFirst());
        }
    }

    /** The matches in the order of the text; of those that overlap only the longest (or several of one span). */
    public List<Match> find(String text) {
        var folding = Folding.of(text);
        var written = new Written(text, folding);
        var matches = new ArrayList<Match>();
        int covered = -1;
        for (int i = 0; i < written.words().size(); i++) {
            if (i <= covered) {
                continue;
            }
            int end = sieve.mayBegin(written.words(), i) ? longest(written, i, matches) : -1;
            if (end >= 0) {
                covered = end;
            } else {
                inside(written, i, matches);
            }
        }
        matches.addAll(digits.find(folding));
        matches.sort((a, b) -> a.span().compareTo(b.span()));
        return List.copyOf(matches);
    }

    /** What a caller of {@link #sift} looks for besides. */
    public interface Alongside {
        /**
         * Whether a name may begin there, also inside of a word.
         *
         * @param at a place in the folded text, of a script that is neither Latin, Greek, Cyrillic nor Armenian
         */
        boolean nameAt(String folded, int at);

        /** So many letters such a name has at most. */
        int longest();

        /** Whether a stretch with unusual characters may have letters that stand apart. */
        boolean spaced(String stretch);

        /** Where in that stretch of the text a run begins that may be text in another form; -1 if none does. */
        int encoded(String text, int from, int to);
    }

    /** Says which stretches are worth a closer look, some ten times as fast as {@link #all} is. */
    public Sifted sift(String text, Alongside alongside) {
        return new Sifting(text, sieve, alongside).sift();
    }

    /**
     * Every match, also those that overlap others, in the order of the text: for one who covers names and must miss
     * none. A single name counts however it is written, unless it is a small word and nobody's name; whether it is
     * more than a word there is for the caller to judge.
     *
     * @param folding the text's
     */
    public List<Match> all(String text, Folding folding) {
        var written = new Written(text, folding);
        var matches = new ArrayList<Match>();
        Words words = written.words();
        for (int from = 0; from < words.size(); from++) {
            Optional<Node> node = sieve.mayBegin(words, from) ? Optional.of(root) : Optional.empty();
            for (int to = from; to < words.size() && node.isPresent(); to++) {
                String word = words.text(to);
                for (int ending = written.ending(to); ending >= 0; ending--) {
                    Optional<Node> here = node.get().next(word.substring(0, word.length() - ending));
                    if (here.isPresent()) {
                        for (Entry entry : here.get().ends) {
                            if (written.mayBe(entry.form(), entry.kind(), from, to, ending)) {
                                matches.add(new Match(
                                        entry.identity(),
                                        written.origin(from + entry.skipped(), to, ending),
                                        entry.form()));
                            }
                        }
                    }
                }
                node = node.get().next(word);
            }
            int first = from;
            addresses.all(
                    written,
                    from,
                    (identity, to, ending) -> matches.add(address(identity, written, first, to, ending)));
            inside(written, from, matches);
        }
        matches.addAll(digits.find(folding));
        matches.sort((a, b) -> a.span().compareTo(b.span()));
        return List.copyOf(matches);
    }

    /** Adds the longest form that begins at this word; gives the last word of it, or -1. */
    private int longest(Written written, int from, List<Match> matches) {
        Node node = root;
        List<Match> best = List.of();
        int bestEnd = -1;
        for (int i = from; i < written.words().size(); i++) {
            String word = written.words().text(i);
            Optional<Node> next = node.next(word);
            List<Match> here = next.isEmpty() ? List.of() : ends(next.get(), written, from, i, 0);
            if (here.isEmpty()) {
                for (int ending = written.ending(i); ending > 0 && here.isEmpty(); ending--) {
                    Optional<Node> stem = node.next(word.substring(0, word.length() - ending));
                    if (stem.isPresent()) {
                        here = ends(stem.get(), written, from, i, ending);
                    }
                }
            }
            if (!here.isEmpty()) {
                best = here;
                bestEnd = i;
            }
            if (next.isEmpty()) {
                break;
            }
            node = next.get();
        }
        var address = new ArrayList<Match>();
        int addressEnd = addresses.longest(
                written, from, (identity, to, ending) -> address.add(address(identity, written, from, to, ending)));
        if (addressEnd < 0 || bestEnd >= addressEnd) {
            matches.addAll(best);
        }
        if (addressEnd >= 0 && addressEnd >= bestEnd) {
            matches.addAll(address);
        }
        return Math.max(bestEnd, addressEnd);
    }

    private static Match address(Id identity, Written written, int from, int to, int ending) {
        return new Match(
                identity,
                written.origin(from, to, ending),
                new Forms.Form(written.folded(from, to, ending), Forms.How.FULL));
    }

    private static List<Match> ends(Node node, Written written, int from, int to, int ending) {
        if (node.ends.isEmpty()) {
            return List.of();
        }
        var matches = new ArrayList<Match>();
        for (Entry entry : node.ends) {
            if (written.accepts(entry.form(), entry.kind(), from, to, ending)) {
                matches.add(
                        new Match(entry.identity(), written.origin(from + entry.skipped(), to, ending), entry.form()));
            }
        }
        return matches;
    }

    private void inside(Written written, int at, List<Match> matches) {
        Words words = written.words();
        if (sieve.mayBeWithin(words.units(), words.start(at), words.end(at))) {
            within.find(written, at, matches);
        }
    }
}
