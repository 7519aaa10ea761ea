package org.afterword.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.afterword.casefile.Frames;
import org.afterword.casefile.Suggestions;
import org.afterword.model.Account;
import org.afterword.model.DateBasis;
import org.afterword.model.Fact;
import org.afterword.model.Id;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Suggestion;
import org.afterword.model.Turn;
import org.afterword.model.When;
import org.junit.jupiter.api.Test;

/** What holds of every text. */
class FactPropertyTest {
    private static final List<String> PIECES = List.of(
            "in",
            "May",
            "2020",
            "2016/17",
            "from",
            "to",
            "since",
            "until",
            "the",
            "last",
            "summer",
            "two",
            "and",
            "a",
            "half",
            "years",
            "later",
            "ago",
            "my",
            "first",
            "year",
            "30",
            "euros",
            "€",
            "$1,999",
            "£",
            "kr",
            "up",
            "at",
            "least",
            ",",
            "about",
            "forty",
            "members",
            "a dozen of us",
            "percent",
            "of",
            "pay",
            "10%",
            "3/4/19",
            "31/31/31",
            "Wed 5:32 PM",
            "hundred",
            "thousand",
            "lakh",
            "grand",
            "or",
            "12",
            "million",
            "-",
            "–",
            "a month",
            "before",
            "Christmas",
            "the nineties",
            "never",
            "asked",
            "paid",
            "I",
            "joined",
            "that",
            "same",
            "day",
            ".",
            "\n\n",
            "?",
            "🕯",
            "é",
            "99999999999999999999999999",
            "2.300.400,50",
            "0",
            "29 February 2019",
            "billion billion billion billion",
            "31 June",
            "\ud83d",
            "decades",
            "1 200",
            "raised it by",
            "tens of thousands");

    private static String random(Random random, int pieces) {
        var text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(9) == 0 ? "" : " ");
        }
        return text.toString();
    }

    private static Account cut(String text, Random random) {
        var teller = new Speaker(new Id(7, 1), "", Speaker.Kind.UNNAMED, Speaker.Role.TELLER);
        var other = new Speaker(new Id(7, 2), "", Speaker.Kind.UNNAMED, Speaker.Role.INTERVIEWER);
        var turns = new ArrayList<Turn>();
        int at = 0;
        while (at < text.length()) {
            int end = Math.min(text.length(), at + 1 + random.nextInt(200));
            turns.add(new Turn(
                    turns.size(), new Span(at, end), random.nextInt(2), Turn.Voice.OWN, false, Optional.empty()));
            at = end;
        }
        Optional<When> date = random.nextBoolean()
                ? Optional.of(When.day("", LocalDate.of(1990 + random.nextInt(40), 1 + random.nextInt(12), 28)))
                : Optional.empty();
        return MarkedFacts.account(text, date, List.of(teller, other), turns);
    }

    private static List<String> said(List<Suggestion> suggestions) {
        return suggestions.stream()
                .map(one -> one.span() + " " + one.proposal())
                .toList();
    }

    @Test
    void whateverIsWritten() {
        var random = new Random(20);
        int found = 0;
        for (int i = 0; i < 400; i++) {
            Account account = cut(random(random, 1 + random.nextInt(120)), random);
            List<Suggestion> facts = FactFinder.suggest(account);
            found += facts.size();
            Span last = new Span(0, 0);
            for (Suggestion one : facts) {
                Span span = one.span().orElseThrow();
                Turn turn = account.turnAt(span).orElseThrow(() -> new AssertionError(account.text()));
                assertEquals(Speaker.Role.TELLER, account.speakerOf(turn).role());
                assertTrue(span.length() > 0 && span.start() >= last.end(), account.text());
                last = span;
                holds(Measured.fact(one), account.text());
            }
            assertEquals(said(facts), said(FactFinder.suggest(account)), "the same again");
            var kept = new Suggestions(List.of(account.id()), facts);
            assertEquals(kept, read(Frames.write(kept)));
        }
        assertTrue(found > 800, found + " facts");
    }

    private static Suggestions read(byte[] frame) {
        try {
            return Frames.read(new java.io.ByteArrayInputStream(frame), Suggestions.class)
                    .orElseThrow();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void holds(Fact fact, String text) {
        switch (fact) {
            case Fact.Dated date -> {
                boolean bounded = date.earliest().isPresent() || date.latest().isPresent();
                assertEquals(bounded, date.basis() != DateBasis.NONE, text);
                if (date.earliest().isPresent() && date.latest().isPresent()) {
                    assertFalse(date.earliest().get().isAfter(date.latest().get()), text);
                }
                date.readings().forEach(day -> {
                    assertFalse(day.isBefore(date.earliest().orElseThrow()), text);
                    assertFalse(day.isAfter(date.latest().orElseThrow()), text);
                });
            }
            case Fact.Amount amount -> {
                assertTrue(amount.sum().least().or(amount.sum()::most).isPresent(), text);
                assertTrue(!amount.assumed() || amount.currency().isPresent(), "only what is given can be assumed");
            }
            case Fact.Counted counted ->
                assertTrue(counted.people().least().or(counted.people()::most).isPresent(), text);
            case Fact.Lasting lasting ->
                assertTrue(lasting.length().least().or(lasting.length()::most).isPresent(), text);
        }
    }

    @Test
    void whatComesLaterChangesNothingBefore() {
        var random = new Random(21);
        for (int i = 0; i < 200; i++) {
            String first = random(random, 40) + ".\n\n";
            String both = first + random(random, 40);
            List<String> alone = said(FactFinder.suggest(MarkedFacts.essay(first, Optional.empty())));
            List<String> together = said(FactFinder.suggest(MarkedFacts.essay(both, Optional.empty())).stream()
                    .filter(one -> one.span().orElseThrow().end() <= first.length())
                    .toList());
            assertEquals(alone, together, both);
        }
    }

    @Test
    void aTellersDatesAreReckonedFromTheirOwn() {
        String text = "In 2003 we met.\nA year later I left.";
        var speakers = List.of(
                new Speaker(new Id(7, 1), "A", Speaker.Kind.NAMED, Speaker.Role.TELLER),
                new Speaker(new Id(7, 2), "B", Speaker.Kind.NAMED, Speaker.Role.TELLER));
        var turns = List.of(
                new Turn(0, new Span(0, 15), 0, Turn.Voice.OWN, false, Optional.empty()),
                new Turn(1, new Span(16, text.length()), 1, Turn.Voice.OWN, false, Optional.empty()));
        List<Suggestion> facts = FactFinder.suggest(MarkedFacts.account(text, Optional.empty(), speakers, turns));
        assertEquals(DateBasis.NONE, ((Fact.Dated) Measured.fact(facts.get(1))).basis());
    }

    @Test
    void numbersInWordsAreReadAsIcuSpellsThem() {
        var spelled = new RuleBasedNumberFormat(ULocale.ENGLISH, RuleBasedNumberFormat.SPELLOUT);
        var random = new Random(22);
        for (int i = 1; i < 4000; i++) {
            long number = i < 1200 ? i : random.nextLong(1_000_000_000L);
            String words = spelled.format(number);
            for (String text : List.of(words, words.replaceAll("hundred (?!thousand|million)", "hundred and "))) {
                var line = new Line(text, new Span(0, text.length()));
                var read = Numerals.at(line, 0).orElseThrow(() -> new AssertionError(text));
                assertEquals(BigDecimal.valueOf(number), read.least().setScale(0), text);
                assertEquals(line.size(), read.next(), text);
            }
        }
    }

    @Test
    void marksOfThousandsAndDecimals() {
        for (String[] one : new String[][] {
            {"1,200", "1200"},
            {"1.200", "1200"},
            {"1.200,50", "1200.50"},
            {"1,200.50", "1200.50"},
            {"1 200", "1200"},
            {"0,5", "0.5"},
            {"2.5", "2.5"},
            {"0.500", "0.500"},
            {"1'200", "1200"},
            {"12,34,567", "1234567"},
            {"1.2.2019", null},
            {"2½", "2.5"},
            {"10 000 000", "10000000"},
            {"1,2345", "1.2345"}
        }) {
            var line = new Line(one[0], new Span(0, one[0].length()));
            assertEquals(
                    one[1] == null ? Line.Shape.DATE : Line.Shape.NUMBER,
                    line.piece(0).shape(),
                    one[0]);
            if (one[1] != null) {
                assertEquals(0, new BigDecimal(one[1]).compareTo(line.value(0).orElseThrow()), one[0]);
                assertEquals(1, line.size(), one[0]);
            }
        }
    }

    @Test
    void otherVoicesAndOtherLanguagesTellNothing() {
        String text = "In May 2020 I paid 30 euros.";
        var speakers = List.of(new Speaker(new Id(7, 1), "", Speaker.Kind.UNNAMED, Speaker.Role.TELLER));
        for (Turn.Voice voice : List.of(Turn.Voice.QUOTED, Turn.Voice.SYSTEM)) {
            var turns = List.of(new Turn(0, new Span(0, text.length()), 0, voice, false, Optional.empty()));
            assertEquals(List.of(), FactFinder.suggest(MarkedFacts.account(text, Optional.empty(), speakers, turns)));
        }
        assertEquals(List.of(), FactFinder.suggest(german(MarkedFacts.essay(text, Optional.empty()))));
        assertEquals(
                2, FactFinder.suggest(MarkedFacts.essay(text, Optional.empty())).size());
        assertTrue(FactFinder.suggest(MarkedFacts.essay(text, Optional.empty())).stream()
                .allMatch(one ->
                        one.proposal() instanceof Proposal.Stated && one.by().equals(FactFinder.BY)));
    }

    private static Account german(Account one) {
        return new Account(
                one.id(),
                one.exhibit(),
                one.group(),
                one.format(),
                one.title(),
                one.author(),
                one.poster(),
                one.channel(),
                one.date(),
                Optional.of("de"),
                one.sourceUrl(),
                one.repostOf(),
                one.text(),
                one.speakers(),
                one.turns());
    }
}
