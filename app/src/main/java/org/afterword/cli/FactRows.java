package org.afterword.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.facts.Known;
import org.afterword.model.Account;
import org.afterword.model.CodePoints;
import org.afterword.model.Fact;
import org.afterword.model.Hedge;
import org.afterword.model.Id;
import org.afterword.model.Passage;
import org.afterword.model.Quantity;

/** Facts as rows for programs and lines for people. */
final class FactRows {
    private record Place(String file, Optional<String> group, CodePoints points) {}

    private final Map<Id, Place> places = new HashMap<>();

    FactRows(Contents contents) {
        Map<Id, String> exhibits = new HashMap<>();
        contents.exhibits().forEach(exhibit -> exhibits.put(exhibit.id(), exhibit.name()));
        Map<Id, String> groups = new HashMap<>();
        contents.groups().forEach(group -> groups.put(group.id(), group.name()));
        try (Stream<Account> accounts = contents.accounts()) {
            accounts.forEach(account -> places.put(
                    account.id(),
                    new Place(
                            exhibits.getOrDefault(account.exhibit(), ""),
                            account.group().map(groups::get),
                            new CodePoints(account.text()))));
        }
    }

    static String status(Known known) {
        return known.status().name().toLowerCase(Locale.ROOT);
    }

    /** Where it stands, and the sentence: what a person reads below the fact. */
    String where(Known known) {
        Place place = place(known);
        Passage words = known.words();
        return "    " + place.file() + " " + place.points().of(words.span().start()) + "–"
                + place.points().of(words.span().end()) + ": "
                + known.sentence().quote().replaceAll("\\s+", " ");
    }

    private Place place(Known known) {
        return Optional.ofNullable(places.get(known.words().account())).orElseThrow();
    }

    Row row(Known known) {
        Place place = place(known);
        Passage words = known.words();
        Passage sentence = known.sentence();
        int start = place.points().of(words.span().start());
        int end = place.points().of(words.span().end());
        Row row = Row.of("id", known.suggestion())
                .and("account", words.account())
                .and("file", place.file())
                .and("turn", words.turn())
                .and("start", start)
                .and("end", end)
                .and("quote", words.quote());
        fields(row, known.fact());
        return row.and(
                        "hedges",
                        known.fact().hedges().stream().map(Hedge::toString).toList())
                .and("group", place.group())
                .and("status", status(known))
                .and("by", known.by())
                .and("score", known.score())
                .and(
                        "sentence",
                        Row.of("start", place.points().of(sentence.span().start()))
                                .and("end", place.points().of(sentence.span().end()))
                                .and("quote", sentence.quote()));
    }

    private static void fields(Row row, Fact fact) {
        switch (fact) {
            case Fact.Dated date ->
                row.and("type", "date")
                        .and("earliest", date.earliest().map(Object::toString))
                        .and("latest", date.latest().map(Object::toString))
                        .and("precision", date.precision())
                        .and("basis", date.basis())
                        .and(
                                "readings",
                                date.readings().stream().map(Object::toString).toList());
            case Fact.Lasting lasting ->
                range(row.and("type", "duration"), lasting.length())
                        .and("unit", lasting.unit())
                        .and("per", lasting.per());
            case Fact.Amount amount ->
                range(row.and("type", "amount").and("kind", amount.kind()), amount.sum())
                        .and("currency", amount.currency())
                        .and("written", amount.written())
                        .and("assumed", amount.assumed())
                        .and("shareOf", amount.shareOf())
                        .and("per", amount.per());
            case Fact.Counted counted ->
                range(row.and("type", "count"), counted.people()).and("of", counted.of());
        }
    }

    private static Row range(Row row, Quantity quantity) {
        return row.and("least", quantity.least()).and("most", quantity.most());
    }

    /** "EUR 30 a month, about", "2020-05-01 to 2020-05-31 (month, stated)". */
    static String words(Fact fact) {
        String hedges = fact.hedges().stream()
                .map(hedge -> ", " + hedge.toString().replace('-', ' '))
                .collect(Collectors.joining());
        return switch (fact) {
            case Fact.Dated date -> days(date) + " (" + date.precision() + ", " + basis(date) + hedges + ")";
            case Fact.Lasting lasting ->
                lasting.length() + " × " + lasting.unit()
                        + lasting.per().map(per -> " each " + per).orElse("") + hedges;
            case Fact.Amount amount -> money(amount) + hedges;
            case Fact.Counted counted -> counted.people() + " " + counted.of() + hedges;
        };
    }

    private static String days(Fact.Dated date) {
        if (!date.readings().isEmpty()) {
            return date.readings().stream().map(Object::toString).collect(Collectors.joining(" or "));
        }
        if (date.earliest().isEmpty()) {
            return date.latest().map(last -> "until " + last).orElse("undecided");
        }
        String first = date.earliest().get().toString();
        return date.latest().isEmpty()
                ? "from " + first
                : date.latest().equals(date.earliest())
                        ? first
                        : first + " to " + date.latest().get();
    }

    private static String basis(Fact.Dated date) {
        return switch (date.basis()) {
            case STATED -> "stated";
            case ACCOUNT_DATE -> "reckoned from the account's date";
            case OTHER_FACT -> "reckoned from another date";
            case NONE -> "cannot be reckoned";
        };
    }

    private static String money(Fact.Amount amount) {
        String per = amount.per()
                .map(one -> one.equals("each") ? " each" : " per " + one)
                .orElse("");
        if (amount.shareOf().isPresent()) {
            String of = amount.shareOf().get().isEmpty()
                    ? "what is not said"
                    : amount.shareOf().get();
            return amount.sum().hundredths() + " % of " + of + per;
        }
        String currency = amount.currency()
                .map(code -> amount.assumed() ? code + " (assumed of “" + amount.written() + "”)" : code)
                .orElse(
                        amount.written().isEmpty()
                                ? "(no currency is said)"
                                : "“" + amount.written() + "” (which is not said)");
        return amount.sum() + " " + currency + per;
    }

    /** How many of them nobody has decided, as a closing line. */
    static String undecided(List<Known> facts) {
        long open = facts.stream()
                .filter(known -> known.status() == org.afterword.coding.Coded.Status.SUGGESTED)
                .count();
        return open == 0
                ? "All of them were accepted by a person."
                : open + " of " + facts.size() + " are only suggested: 'afterword decide CASE ID accept' or 'reject'.";
    }
}
