package org.afterword.facts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.facts.Numerals.Numeral;
import org.afterword.model.Hedge;

/** Numbers with what guards them, and ranges of numbers. */
final class Quantities {
    /** Phrases before a number; longer ones first. Without a hedge: what is passed over. */
    private static final Map<String, List<Guard>> BEFORE = java.util.stream.Stream.of(
                    guard(Hedge.AT_LEAST, "at least"),
                    guard(Hedge.AT_LEAST, "no less than"),
                    guard(Hedge.AT_LEAST, "not less than"),
                    guard(Hedge.AT_LEAST, "no fewer than"),
                    guard(Hedge.AT_LEAST, "a minimum of"),
                    guard(Hedge.AT_LEAST, "minimum"),
                    guard(Hedge.UP_TO, "up to"),
                    guard(Hedge.UP_TO, "at most"),
                    guard(Hedge.UP_TO, "at the most"),
                    guard(Hedge.UP_TO, "no more than"),
                    guard(Hedge.UP_TO, "not more than"),
                    guard(Hedge.UP_TO, "a maximum of"),
                    guard(Hedge.UP_TO, "maximum"),
                    guard(Hedge.UP_TO, "as much as"),
                    guard(Hedge.UP_TO, "as many as"),
                    guard(Hedge.OVER, "well over"),
                    guard(Hedge.OVER, "just over"),
                    guard(Hedge.OVER, "more than"),
                    guard(Hedge.OVER, "upwards of"),
                    guard(Hedge.OVER, "over"),
                    guard(Hedge.OVER, "above"),
                    guard(Hedge.UNDER, "just under"),
                    guard(Hedge.UNDER, "less than"),
                    guard(Hedge.UNDER, "fewer than"),
                    guard(Hedge.UNDER, "under"),
                    guard(Hedge.UNDER, "below"),
                    guard(Hedge.NEARLY, "close to"),
                    guard(Hedge.NEARLY, "nearly"),
                    guard(Hedge.NEARLY, "almost"),
                    guard(Hedge.ABOUT, "something like"),
                    guard(Hedge.ABOUT, "about"),
                    guard(Hedge.ABOUT, "around"),
                    guard(Hedge.ABOUT, "roughly"),
                    guard(Hedge.ABOUT, "approximately"),
                    guard(Hedge.ABOUT, "approx"),
                    guard(Hedge.ABOUT, "circa"),
                    guard(Hedge.ABOUT, "ca"),
                    guard(Hedge.ABOUT, "some"),
                    guard(Hedge.ABOUT, "maybe"),
                    guard(Hedge.ABOUT, "perhaps"),
                    guard(Hedge.ABOUT, "probably"),
                    guard(Hedge.ABOUT, "~"),
                    passed("only"),
                    passed("a total of"),
                    passed("a full"),
                    passed("a mere"))
            .collect(java.util.stream.Collectors.groupingBy(one -> one.words().getFirst()));

    private static final Map<List<String>, Hedge> BEHIND = Map.of(
            List.of("or", "so"), Hedge.ABOUT,
            List.of("or", "thereabouts"), Hedge.ABOUT,
            List.of("odd"), Hedge.ABOUT,
            List.of("ish"), Hedge.ABOUT,
            List.of("or", "more"), Hedge.AT_LEAST,
            List.of("at", "least"), Hedge.AT_LEAST,
            List.of("or", "less"), Hedge.UP_TO,
            List.of("at", "most"), Hedge.UP_TO);

    private static final Set<String> TO = Set.of("to", "-", "–", "—", "till", "through");

    private static final Set<String> HANDED =
            Words.of("hand handed handing turn turned sign signed take took give gave made fork forked");

    private Quantities() {}

    private record Guard(List<String> words, Optional<Hedge> hedge) {}

    private static Guard guard(Hedge hedge, String words) {
        return new Guard(List.of(words.split(" ", -1)), Optional.of(hedge));
    }

    private static Guard passed(String words) {
        return new Guard(List.of(words.split(" ", -1)), Optional.empty());
    }

    private static boolean stands(Line line, int at, List<String> words) {
        return line.stands(at, words.toArray(String[]::new));
    }

    /** The quantity that begins there, with its hedges; a currency may stand before a number. */
    static Optional<Reckoned> at(Line line, int at) {
        var hedges = new LinkedHashSet<Hedge>();
        int number = guards(line, at, hedges);
        boolean between = line.is(number, "between") || line.is(number, "from");
        Optional<Reckoned> found = numbers(line, at, between ? number + 1 : number, hedges);
        return between ? found.filter(one -> one.range()) : found;
    }

    private static int guards(Line line, int from, Set<Hedge> hedges) {
        int at = from;
        boolean more = true;
        while (more) {
            more = false;
            for (Guard guard : BEFORE.getOrDefault(line.at(at), List.of())) {
                if (stands(line, at, guard.words()) && !particle(line, at)) {
                    guard.hedge().ifPresent(hedges::add);
                    at += guard.words().size();
                    more = true;
                    break;
                }
            }
        }
        return at;
    }

    /** "Handed over 200 euros". */
    private static boolean particle(Line line, int at) {
        return line.is(at, "over") && line.is(at - 1, HANDED);
    }

    private static Optional<Reckoned> numbers(Line line, int from, int at, Set<Hedge> hedges) {
        Optional<Currencies.Named> before = Currencies.before(line, at);
        int start = before.map(Currencies.Named::next).orElse(at);
        Optional<Numeral> first = Numerals.at(line, start);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Numeral one = first.get();
        if (one.vague()) {
            hedges.add(Hedge.FEW);
        }
        Optional<Numeral> second = second(line, one, hedges);
        int to = second.map(Numeral::next).orElse(one.next());
        for (var behind : BEHIND.entrySet()) {
            int words = line.is(to, "-") && behind.getKey().size() == 1 ? to + 1 : to;
            if (stands(line, words, behind.getKey())) {
                hedges.add(behind.getValue());
                to = words + behind.getKey().size();
                break;
            }
        }
        if (line.is(to, "+") && line.glued(to)) {
            hedges.add(Hedge.AT_LEAST);
            to++;
        }
        Numeral last = second.orElse(one);
        Numeral scaled = second.isPresent() ? sameScale(one, last) : one;
        return Optional.of(
                new Reckoned(from, to, scaled, second.isPresent() ? last : scaled, new ArrayList<>(hedges), before));
    }

    /** The other end of a range: "20 to 30", "10 or 12 thousand", "at least 50, up to 500". */
    private static Optional<Numeral> second(Line line, Numeral first, Set<Hedge> hedges) {
        int next = first.next();
        // "$5-$10", "£5 and £10", "20 euros to 30 euros"
        int word = Currencies.behind(line, next).map(Currencies.Named::next).orElse(next);
        boolean or = line.is(word, "or");
        boolean and = line.is(word, "and");
        if (or || and || line.is(word, TO)) {
            int start = Currencies.before(line, word + 1)
                    .map(Currencies.Named::next)
                    .orElse(word + 1);
            Optional<Numeral> second = Numerals.at(line, start).filter(two -> !two.vague());
            boolean known = line.is(word, TO) || or || betweenBefore(line, first);
            boolean rises = second.filter(
                            two -> two.most().compareTo(sameScale(first, two).least()) > 0)
                    .isPresent();
            if (second.isPresent() && known && rises && !first.vague()) {
                if (or) {
                    hedges.add(Hedge.OR);
                }
                return second;
            }
            return Optional.empty();
        }
        int comma = line.is(word, ",") ? word + 1 : word;
        int up = line.is(comma, "and") || line.is(comma, "but") || line.is(comma, "or") ? comma + 1 : comma;
        if (hedges.contains(Hedge.AT_LEAST) && (line.stands(up, "up", "to") || line.stands(up, "at", "most"))) {
            int start =
                    Currencies.before(line, up + 2).map(Currencies.Named::next).orElse(up + 2);
            Optional<Numeral> second = Numerals.at(line, start);
            second.ifPresent(two -> hedges.add(Hedge.UP_TO));
            return second;
        }
        return Optional.empty();
    }

    private static boolean betweenBefore(Line line, Numeral first) {
        for (int at = first.next() - 1; at >= Math.max(0, first.next() - 6); at--) {
            if (line.is(at, "between")) {
                return true;
            }
        }
        return false;
    }

    /** "10 or 12 thousand": the first is thousands as well. */
    private static Numeral sameScale(Numeral first, Numeral last) {
        boolean alike = first.scale() == 1
                && last.scale() > 1
                && first.times(last.scale()).least().compareTo(last.least()) < 0;
        return alike ? first.times(last.scale()) : first;
    }
}
