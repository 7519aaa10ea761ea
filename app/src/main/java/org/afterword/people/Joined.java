package org.afterword.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.afterword.language.Folding;
import org.afterword.language.NameTagger.Tagged;
import org.afterword.language.Token;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;

/** What rules found and what the learned finder found, as one list of finds. */
final class Joined {
    /** What the learned finder's finds are said to be by. */
    static final String BY = "learned";

    /** Rules that are right more often than not where the learned finder sees nothing, on the development parts. */
    private static final double SURE = .8;

    private static final double UNLIKELY = .5;

    private static final double LIKELY = .8;

    /** A word written small behind one that stands before things. */
    private static final Pattern ARTICLE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:[Aa]n?|[Tt]h(?:e|is|at|ese|ose)|[Ee]very|[Ee]ach|[Ss]ome|[Aa]ny|[Nn]o|[Tt]wo|[Tt]hree|[Aa]nother) (\\p{Ll}+)(?![\\p{L}\\p{N}])");

    private Joined() {}

    /**
     * @param recall whether rather too much is found: then nothing that the rules cover is left uncovered; else the
     *     learned finder has the say, and the rules add what they are sure of
     * @return in the order of the text, not overlapping
     */
    static List<Find> of(List<Find> rules, List<Tagged> tagged, String text, boolean recall) {
        if (tagged.isEmpty() && recall) {
            return rules;
        }
        List<Find> learned = tagged.stream()
                .flatMap(one -> parts(one, text).stream()
                        .map(span ->
                                new Find(span, span.of(text), one.kind(), BY, Math.round(one.score() * 100) / 100.0)))
                .filter(find -> find.text().codePoints().anyMatch(Character::isLetter))
                .toList();
        List<Find> all = recall ? covered(rules, named(learned, text), text) : preferred(rules, learned);
        return all.stream().sorted(Comparator.comparing(Find::span)).toList();
    }

    /**
     * Without single words that are things somewhere in the text ("a tombola", "the boss"), or that English writes with a
     * capital ("Thursdays"), unless they are in a list of names.
     */
    private static List<Find> named(List<Find> learned, String text) {
        var things = new HashSet<String>();
        ARTICLE.matcher(text).results().forEach(found -> things.add(Folding.fold(found.group(1))));
        return learned.stream()
                .filter(find -> {
                    String word = Folding.fold(find.text());
                    boolean single = word.codePoints().allMatch(Character::isLetterOrDigit);
                    boolean small = find.text().equals(find.text().toLowerCase(Locale.ROOT));
                    return !single
                            || Gazetteer.firstName(word)
                            || Gazetteer.surname(word)
                            || !(small ? things.contains(word) : find.score() < LIKELY && Gazetteer.capitalised(word));
                })
                .toList();
    }

    /**
     * A person's name without the words around it that the learned finder took with it ("Gwen's party", "Bernie is a
     * bookkeeper"): it ends at a word of any dictionary in small letters, and after a possessive.
     */
    private static List<Span> parts(Tagged tagged, String text) {
        List<Token> tokens = Token.of(tagged.span().of(text));
        if (tagged.kind() != IdentityKind.PERSON || tokens.stream().noneMatch(Token::capital)) {
            return List.of(tagged.span());
        }
        var parts = new ArrayList<Span>();
        int from = -1;
        for (int i = 0; i <= tokens.size(); i++) {
            boolean ends = i == tokens.size() || plain(tokens.get(i));
            if (ends && from >= 0) {
                parts.add(part(tagged, tokens, from, i));
                from = -1;
            } else if (!ends && from < 0 && tokens.get(i).shape() != Token.Shape.MARK) {
                from = i;
            }
            if (from >= 0 && possessive(tokens.get(i).text())) {
                parts.add(part(tagged, tokens, from, i + 1));
                from = -1;
            }
        }
        return parts.isEmpty() ? List.of(tagged.span()) : parts;
    }

    private static Span part(Tagged tagged, List<Token> tokens, int from, int to) {
        int last = to - 1;
        while (last > from && tokens.get(last).shape() == Token.Shape.MARK && !initialBefore(tokens, last)) {
            last--;
        }
        int start = tagged.span().start();
        return new Span(
                start + tokens.get(from).span().start(),
                start + tokens.get(last).span().end());
    }

    private static boolean initialBefore(List<Token> tokens, int mark) {
        return tokens.get(mark).text().equals(".")
                && tokens.get(mark - 1).text().length() == 1;
    }

    private static boolean possessive(String word) {
        return word.endsWith("'s") || word.endsWith("’s");
    }

    private static boolean plain(Token token) {
        String word = Folding.fold(token.text());
        return token.shape() == Token.Shape.LOWER
                && !Gazetteer.particle(word)
                && (Gazetteer.small(word)
                        || (OrdinaryWords.contain(word) && !Gazetteer.surname(word) && !Gazetteer.firstName(word)));
    }

    /** Without what overlaps finds that are certain: contact details, and names in the account's metadata. */
    static List<Tagged> free(List<Tagged> tagged, List<Find> certain) {
        NavigableMap<Integer, Find> places = places(certain);
        return tagged.stream()
                .filter(one -> overlapping(places, one.span()).isEmpty())
                .toList();
    }

    private static List<Find> preferred(List<Find> rules, List<Find> learned) {
        NavigableMap<Integer, Find> places = places(learned);
        var all = new ArrayList<>(learned);
        rules.stream()
                .filter(find ->
                        find.score() >= SURE && overlapping(places, find.span()).isEmpty())
                .forEach(all::add);
        return all;
    }

    /** What overlaps becomes one find that holds all of it. */
    private static List<Find> covered(List<Find> rules, List<Find> learned, String text) {
        var left = new ArrayList<>(rules);
        left.addAll(learned);
        left.sort(Comparator.comparing(Find::span));
        var all = new ArrayList<Find>();
        int from = 0;
        int end = -1;
        for (int i = 0; i <= left.size(); i++) {
            if (i == left.size() || left.get(i).span().start() >= end) {
                all.addAll(whole(left.subList(from, i), text));
                from = i;
            }
            end = i == left.size() ? end : Math.max(end, left.get(i).span().end());
        }
        return all;
    }

    private static List<Find> whole(List<Find> same, String text) {
        if (same.size() < 2) {
            return same.stream()
                    .filter(find -> !find.by().equals(BY) || !ordinary(find))
                    .toList();
        }
        Find rule = strongest(same.stream().filter(find -> !find.by().equals(BY)), same.getFirst());
        Find learned = strongest(same.stream().filter(find -> find.by().equals(BY)), same.getFirst());
        boolean person = learned.kind() == IdentityKind.PERSON && learned.score() >= UNLIKELY;
        boolean ruled = rule.kind() != IdentityKind.UNKNOWN && rule.score() >= SURE && rule.score() > learned.score();
        Find kind = ruled && !person ? rule : learned;
        int end = same.stream().mapToInt(find -> find.span().end()).max().orElse(0);
        var span = new Span(same.getFirst().span().start(), end);
        return List.of(new Find(span, span.of(text), kind.kind(), kind.by(), Math.max(rule.score(), learned.score())));
    }

    private static Find strongest(Stream<Find> finds, Find otherwise) {
        return finds.max(Comparator.comparing((Find find) -> find.kind() != IdentityKind.UNKNOWN)
                        .thenComparingDouble(Find::score))
                .orElse(otherwise);
    }

    private static NavigableMap<Integer, Find> places(List<Find> finds) {
        var places = new TreeMap<Integer, Find>();
        finds.forEach(find -> places.putIfAbsent(find.span().start(), find));
        return places;
    }

    private static List<Find> overlapping(NavigableMap<Integer, Find> places, Span span) {
        Integer first = places.floorKey(span.start());
        return places.subMap(first == null ? span.start() : first, true, span.end(), false).values().stream()
                .filter(one -> one.span().overlaps(span))
                .toList();
    }

    /** "the elders", "mum", "They": words of any dictionary in lower case, or such as hold sentences together. */
    private static boolean ordinary(Find find) {
        List<Token> words = Token.of(find.text()).stream()
                .filter(word -> word.shape() != Token.Shape.MARK)
                .toList();
        boolean likely = find.kind() == IdentityKind.PERSON && find.score() >= LIKELY;
        return words.stream().allMatch(word -> Gazetteer.small(Folding.fold(word.text())))
                || (!likely
                        && words.stream()
                                .allMatch(word -> word.shape() == Token.Shape.LOWER
                                        && (find.kind() != IdentityKind.PERSON
                                                || OrdinaryWords.contain(Folding.fold(word.text())))));
    }
}
