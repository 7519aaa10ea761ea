package org.afterword.findings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.coding.Coded;
import org.afterword.facts.Known;
import org.afterword.findings.Incident.Agreement;
import org.afterword.findings.Incident.Detail;
import org.afterword.model.Fact;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;
import org.afterword.model.Polarity;
import org.afterword.model.Quantity;
import org.afterword.model.Span;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.afterword.people.Clusters;
import org.afterword.witnesses.Telling;
import org.afterword.witnesses.Witnesses;

/** Puts side by side what several tell of one event. */
public final class Incidents {
    /** A longer time tells too little to propose anything by it, in days. */
    private static final long SHORT = 31;

    private final Contents contents;
    private final Witnesses witnesses;
    private final List<Coded> accepted;
    private final Map<Id, List<Known>> facts = new HashMap<>();
    private final Map<Id, Cluster> places = new HashMap<>();
    private final Map<Id, Integer> numbers = new HashMap<>();

    private Incidents(Contents contents, Witnesses witnesses, List<Coded> coded) {
        this.contents = contents;
        this.witnesses = witnesses;
        accepted = coded.stream()
                .filter(one -> one.status() == Coded.Status.ACCEPTED)
                .toList();
        Known.of(contents).stream()
                .filter(one -> one.status() != Coded.Status.REJECTED)
                .forEach(one -> facts.computeIfAbsent(one.words().account(), _ -> new ArrayList<>())
                        .add(one));
        Clusters.of(contents).stream()
                .filter(cluster -> cluster.kind() == IdentityKind.PLACE)
                .forEach(cluster -> cluster.members().forEach(member -> places.put(member, cluster)));
    }

    /** What a passage says of one thing: from and to, or which place. */
    private record Value(String what, String words, double from, double to) {
        boolean maybe(Value other) {
            return from <= other.to && other.from <= to;
        }
    }

    /** Every event that people gave a name, by names; only accepted codings tell of it. */
    public static List<Incident> of(Contents contents, Witnesses witnesses, List<Coded> coded) {
        var incidents = new Incidents(contents, witnesses, coded);
        return incidents.named().entrySet().stream()
                .map(one -> incidents.incident(one.getKey(), one.getValue()))
                .toList();
    }

    private Map<String, List<Coded>> named() {
        var names = new HashMap<Id, List<String>>();
        contents.decisions().forEach(decision -> {
            if (decision.verdict() instanceof Verdict.Incident(String name)) {
                names.computeIfAbsent(decision.target(), _ -> new ArrayList<>()).add(name);
            }
        });
        var named = new TreeMap<String, List<Coded>>();
        accepted.forEach(one -> names.getOrDefault(one.suggestion(), List.of())
                .forEach(name ->
                        named.computeIfAbsent(name, _ -> new ArrayList<>()).add(one)));
        return named;
    }

    private Incident incident(String name, List<Coded> coded) {
        var people = new LinkedHashMap<Id, Integer>();
        var tellings = new ArrayList<Incident.Telling>();
        var values = new LinkedHashMap<String, Map<Integer, List<Value>>>();
        for (Coded one : coded) {
            int number = witness(one)
                    .map(witness -> people.computeIfAbsent(witness, _ -> people.size() + 1))
                    .orElse(0);
            tellings.add(new Incident.Telling(one, number));
            // what is nobody's own word agrees with nobody
            (number == 0 ? List.<Value>of() : values(one))
                    .forEach(value -> values.computeIfAbsent(value.what(), _ -> new TreeMap<>())
                            .computeIfAbsent(number, _ -> new ArrayList<>())
                            .add(value));
        }
        List<Detail> details = values.entrySet().stream()
                .map(one -> detail(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(Detail::agreement).thenComparing(Detail::what))
                .toList();
        return new Incident(name, witnesses.count(people.keySet()), tellings, details);
    }

    private Optional<Id> witness(Coded coded) {
        return witnesses.telling(coded.passage()).map(Telling::witness);
    }

    private static Detail detail(String what, Map<Integer, List<Value>> byWitness) {
        var said = new ArrayList<Incident.Said>();
        byWitness.forEach((number, values) -> values.stream()
                .map(Value::words)
                .distinct()
                .forEach(words -> said.add(new Incident.Said(number, words))));
        var all = List.copyOf(byWitness.values());
        boolean differ = false;
        for (int i = 0; i < all.size(); i++) {
            for (List<Value> other : all.subList(0, i)) {
                differ |= all.get(i).stream().noneMatch(one -> other.stream().anyMatch(one::maybe));
            }
        }
        return new Detail(what, all.size() < 2 ? Agreement.ALONE : differ ? Agreement.DIFFER : Agreement.AGREE, said);
    }

    private List<Value> values(Coded coded) {
        var values = new ArrayList<Value>();
        boolean happened = coded.coding().polarity() == Polarity.REPORTS;
        values.add(new Value(
                coded.coding().code(),
                happened ? "says that it happened" : "says that it did not happen",
                happened ? 1 : 0,
                happened ? 1 : 0));
        facts(coded).forEach(known -> value(known).ifPresent(values::add));
        placesIn(coded).forEach(place -> {
            int which = numbers.computeIfAbsent(place.id(), _ -> numbers.size());
            values.add(new Value("where", place.name(), which, which));
        });
        return values;
    }

    private Stream<Known> facts(Coded coded) {
        Span span = coded.passage().span();
        return facts.getOrDefault(coded.passage().account(), List.of()).stream()
                .filter(known -> span.contains(known.words().span()));
    }

    private Stream<Cluster> placesIn(Coded coded) {
        Span span = coded.passage().span();
        return contents.mentions(coded.passage().account()).stream()
                .filter(mention -> mention.span().length() > 0 && span.contains(mention.span()))
                .flatMap(mention -> Stream.ofNullable(places.get(mention.identity())))
                .distinct();
    }

    private static Optional<Value> value(Known known) {
        String words = known.words().quote();
        return switch (known.fact()) {
            case Fact.Dated date ->
                Optional.of(new Value("when", words, day(date.earliest(), true), day(date.latest(), false)));
            case Fact.Amount amount
            when amount.shareOf().isEmpty() ->
                Optional.of(of(
                        "money " + amount.kind() + " (" + amount.currency().orElse(amount.written()) + ")"
                                + amount.per().map(per -> " per " + per).orElse(""),
                        words,
                        amount.sum()));
            case Fact.Counted counted -> Optional.of(of("how many " + counted.of(), words, counted.people()));
            case Fact.Lasting lasting
            when lasting.per().isEmpty() ->
                Optional.of(of("how long (" + lasting.unit() + ")", words, lasting.length()));
            case Fact.Amount _, Fact.Lasting _ -> Optional.empty();
        };
    }

    private static Value of(String what, String words, Quantity quantity) {
        return new Value(
                what,
                words,
                quantity.least().map(BigDecimal::doubleValue).orElse(Double.NEGATIVE_INFINITY),
                quantity.most().map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY));
    }

    private static double day(Optional<LocalDate> day, boolean first) {
        return day.map(one -> (double) one.toEpochDay())
                .orElse(first ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }

    /** Passages of which nobody has said yet that they tell of one event, and that may; by the case's order. */
    public static List<Incident.Candidate> candidates(Contents contents, Witnesses witnesses, List<Coded> coded) {
        return new Incidents(contents, witnesses, coded).candidates();
    }

    private List<Incident.Candidate> candidates() {
        var byDay = new TreeMap<Double, List<Coded>>();
        var days = new HashMap<Id, List<Value>>();
        for (Coded one : accepted) {
            List<Value> dates = facts(one)
                    .flatMap(known -> value(known).stream())
                    .filter(value -> value.what().equals("when") && value.to() - value.from() < SHORT)
                    .toList();
            days.put(one.suggestion(), dates);
            dates.forEach(date ->
                    byDay.computeIfAbsent(date.from(), _ -> new ArrayList<>()).add(one));
        }
        var together = new TreeSet<List<Id>>(Comparator.comparing(List::toString));
        var candidates = new ArrayList<Incident.Candidate>();
        byDay.forEach((day, some) -> some.forEach(one -> byDay.subMap(day, true, day + SHORT, false)
                .values()
                .forEach(others -> others.forEach(other -> {
                    if (together.add(Stream.of(one.suggestion(), other.suggestion())
                                    .sorted()
                                    .toList())
                            && isOther(one, other)) {
                        why(one, other, days)
                                .ifPresent(why -> candidates.add(
                                        new Incident.Candidate(one.suggestion(), other.suggestion(), why)));
                    }
                }))));
        return candidates;
    }

    private boolean isOther(Coded one, Coded other) {
        return witness(one).isPresent()
                && witness(other).isPresent()
                && !witness(one).equals(witness(other));
    }

    private Optional<String> why(Coded one, Coded other, Map<Id, List<Value>> days) {
        boolean sameDay = days.getOrDefault(one.suggestion(), List.of()).stream()
                .anyMatch(date -> days.getOrDefault(other.suggestion(), List.of()).stream()
                        .anyMatch(date::maybe));
        var common = new ArrayList<String>();
        List<Id> there = placesIn(other).map(Cluster::id).toList();
        placesIn(one)
                .filter(place -> there.contains(place.id()))
                .map(Cluster::name)
                .forEach(common::add);
        if (one.coding().code().equals(other.coding().code())) {
            common.add(one.coding().code());
        }
        return sameDay && !common.isEmpty()
                ? Optional.of("days that can be the same, and " + String.join(", ", common))
                : Optional.empty();
    }
}
