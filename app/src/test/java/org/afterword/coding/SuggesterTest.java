package org.afterword.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Suggestion;
import org.afterword.model.Turn;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SuggesterTest {

    @TestFactory
    Stream<DynamicTest> readsTheFormOfASentence() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/coding/sentences.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> DynamicTest.dynamicTest(line, () -> check(line.split(" \\| ", -1))));
    }

    private static void check(String[] parts) {
        List<String> seen = Suggester.suggest(CodedPassages.essay(parts[0]), Optional.empty()).stream()
                .map(suggestion -> (Proposal.Coding) suggestion.proposal())
                .map(coding -> coding.code().substring("practice/".length())
                        + (coding.polarity() == Polarity.REPORTS ? " + | " : " - | ") + coding.access() + " | "
                        + coding.claim())
                .toList();
        if (parts[1].equals("none")) {
            assertEquals(List.of(), seen);
        } else {
            String wanted = parts[1] + " | " + parts[2] + " | " + parts[3];
            assertTrue(seen.contains(wanted), () -> "wanted " + wanted + ", saw " + seen);
        }
    }

    @Test
    void onlyTellersOwnWordsAreEvidence() {
        String evidence = "They asked me to donate.";
        var text = new StringBuilder();
        var turns = new ArrayList<Turn>();
        for (int i = 0; i < 4; i++) {
            turns.add(new Turn(
                    i,
                    new Span(text.length(), text.length() + evidence.length()),
                    Math.min(i, 2),
                    i == 3 ? Turn.Voice.QUOTED : Turn.Voice.OWN,
                    false,
                    Optional.empty()));
            text.append(evidence).append('\n');
        }
        var speakers =
                List.of(speaker(Speaker.Role.TELLER), speaker(Speaker.Role.INTERVIEWER), speaker(Speaker.Role.SYSTEM));
        List<Suggestion> suggestions = Suggester.suggest(
                CodedPassages.account(text.toString(), speakers, List.copyOf(turns)), Optional.empty());
        assertEquals(
                List.of(turns.getFirst().span()),
                suggestions.stream().map(s -> s.span().orElseThrow()).toList());
    }

    /** A page may show its first paragraph twice; two people who say the same are two. */
    @Test
    void theSamePassageTwiceInOneAccountCountsOnce() {
        String passage =
                "In the second winter they asked me to donate all of my savings to the house on the fen, where the lamp was kept, and I did.";
        assertEquals(
                1,
                Suggester.suggest(
                                CodedPassages.essay(
                                        passage + "\n\nI thought about it.\n\n" + passage.replace(" me ", "  me ")),
                                Optional.empty())
                        .size());
        var speakers = List.of(speaker(Speaker.Role.TELLER), speaker(Speaker.Role.TELLER));
        var turns = List.of(
                new Turn(0, new Span(0, passage.length()), 0, Turn.Voice.OWN, false, Optional.empty()),
                new Turn(
                        1,
                        new Span(passage.length() + 1, 2 * passage.length() + 1),
                        1,
                        Turn.Voice.OWN,
                        false,
                        Optional.empty()));
        assertEquals(
                2,
                Suggester.suggest(CodedPassages.account(passage + "\n" + passage, speakers, turns), Optional.empty())
                        .size());
    }

    @Test
    void aQuotationInsideATurnIsLeftOutOfIt() {
        String text = "He wrote this to me. They asked me to donate. I did not answer.";
        int start = text.indexOf("They");
        var own = new Turn(0, new Span(0, text.length()), 0, Turn.Voice.OWN, false, Optional.empty());
        var quoted =
                new Turn(1, new Span(start, text.indexOf(" I did")), 0, Turn.Voice.QUOTED, false, Optional.empty());
        Account account = CodedPassages.account(text, List.of(speaker(Speaker.Role.TELLER)), List.of(own, quoted));
        assertEquals(List.of(), Suggester.suggest(account, Optional.empty()));
    }

    private static Speaker speaker(Speaker.Role role) {
        return new Speaker(Id.random(), "", Speaker.Kind.UNNAMED, role);
    }

    @Test
    void passagesAreOneToThreeSentencesAndNeverCrossTurnsOrParagraphs() {
        String one = "They asked me to donate.";
        String text = (one + " ").repeat(7).strip() + "\n\n" + one + "\n" + one;
        int split = text.lastIndexOf('\n');
        var turns = List.of(
                new Turn(0, new Span(0, split), 0, Turn.Voice.OWN, false, Optional.empty()),
                new Turn(1, new Span(split + 1, text.length()), 0, Turn.Voice.OWN, false, Optional.empty()));
        Account account = CodedPassages.account(text, List.of(speaker(Speaker.Role.TELLER)), turns);
        List<String> quotes = Suggester.suggest(account, Optional.empty()).stream()
                .map(s -> s.span().orElseThrow().of(text))
                .toList();
        String three = one + " " + one + " " + one;
        assertEquals(List.of(three, three, one, one, one), quotes);
    }

    @Test
    void aGroupNamedInPassingIsAnotherAndOneNamedOftenIsTheAccounts() {
        String once = "I was in the Circle. In Scientology they asked people to donate.";
        assertEquals(List.of(), Suggester.suggest(CodedPassages.essay(once), Optional.empty()));
        String often = "Scientology was my life. Scientology took it. I left Scientology. "
                + "In Scientology they asked people to donate.";
        assertEquals(
                1,
                Suggester.suggest(CodedPassages.essay(often), Optional.empty()).size());
    }

    @Test
    void sameAccountSameSuggestions() {
        for (CodedPassages passages : CodedPassages.of("development")) {
            assertEquals(shown(passages.account()), shown(passages.account()));
        }
    }

    private static List<String> shown(Account account) {
        return Suggester.suggest(account, Optional.empty()).stream()
                .map(s -> s.span() + " " + s.proposal() + " " + s.score() + " " + s.reason() + " " + s.by())
                .toList();
    }

    @Test
    void wellFormedOnWhateverText() {
        long seed = 20_260_101L;
        var random = new Random(seed);
        String words = CodedPassages.of("development").getFirst().account().text();
        for (int round = 0; round < 100; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                int from = random.nextInt(words.length() - 40);
                text.append(words, from, from + random.nextInt(40));
                text.append(
                        switch (random.nextInt(6)) {
                            case 0 -> "\n\n";
                            case 1 -> " 🙂 ";
                            case 2 -> "’ “";
                            case 3 -> "\ud83d";
                            default -> " ";
                        });
            }
            Account account = CodedPassages.essay(text.toString());
            Span last = new Span(0, 0);
            for (Suggestion suggestion : Suggester.suggest(account, Optional.empty())) {
                Span span = suggestion.span().orElseThrow();
                assertTrue(account.turnAt(span).isPresent(), "seed " + seed + ", round " + round);
                assertFalse(span.of(account.text()).isBlank(), "seed " + seed + ", round " + round);
                assertEquals(span.of(account.text()).strip(), span.of(account.text()));
                assertTrue(last.start() <= span.start(), "seed " + seed + ", round " + round);
                last = span;
            }
        }
    }

    @Test
    void saysWhichWordsLedToIt() {
        Suggestion suggestion = Suggester.suggest(
                        CodedPassages.essay("Then he asked me for a donation."), Optional.empty())
                .getFirst();
        assertEquals("The words “asked me for a donation”.", suggestion.reason());
        assertEquals(Suggester.PHRASES, suggestion.by());
        assertEquals(0.6, suggestion.score());
    }

    @Test
    void longTextsAreNoTrouble() {
        String noWords = "x ".repeat(20_000);
        assertEquals(List.of(), Suggester.suggest(CodedPassages.essay(noWords), Optional.empty()));
    }
}
