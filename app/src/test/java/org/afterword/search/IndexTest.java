package org.afterword.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is found by words, and what is marked in it. */
final class IndexTest {
    static Account account(long number, String language, String text) {
        return new Account(
                new Id(7, number),
                new Id(8, number),
                Optional.empty(),
                "text",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                language.isEmpty() ? Optional.empty() : Optional.of(language),
                Optional.empty(),
                Optional.empty(),
                text,
                List.of(new Speaker(new Id(9, number), "", Speaker.Kind.UNNAMED, Speaker.Role.TELLER)),
                List.of(new Turn(0, new Span(0, text.length()), 0, Turn.Voice.OWN, false, Optional.empty())));
    }

    static Index index(List<Account> accounts) {
        var indexing = new Indexing();
        accounts.forEach(indexing::add);
        return indexing.done();
    }

    private static List<Hit> find(String typed, Account... accounts) {
        try (Index index = index(List.of(accounts))) {
            return find(typed, index);
        }
    }

    private static List<Hit> find(String typed, Index index) {
        return Search.words(index, Asked.of(typed), 20, Within.EVERYTHING);
    }

    private static List<String> marked(Hit hit) {
        return hit.marks().stream().map(mark -> mark.of(hit.quote())).toList();
    }

    /** @param said a text; the typed words must be found in it, with the marks, and not in the other */
    private record Known(String name, String language, String said, String other, String typed, List<String> marks) {}

    @TestFactory
    Stream<DynamicTest> scripts() {
        return Stream.of(
                        new Known("accents typed", "fr", "L’été où José partit.", "Ete.", "josé", List.of("José")),
                        new Known("accents left out", "es", "Vino José Núñez.", "Vino Ana.", "nunez", List.of("Núñez")),
                        new Known(
                                "decomposed",
                                "",
                                "Then Zoe\u0308 left.",
                                "Then Zora left.",
                                "Zoë",
                                List.of("Zoe\u0308")),
                        new Known(
                                "stems",
                                "en",
                                "She criticised the teacher.",
                                "She kept quiet.",
                                "criticising teachers",
                                List.of("criticised", "teacher")),
                        new Known("German", "de", "Die Häuser standen leer.", "Der Hof.", "hauser", List.of("Häuser")),
                        new Known("Cyrillic", "ru", "Анна Петрова ушла.", "Пётр ушёл.", "анна", List.of("Анна")),
                        new Known("Greek", "el", "Ο Γιώργος έφυγε.", "Η Άννα.", "γιωργος", List.of("Γιώργος")),
                        new Known("Hebrew", "he", "הלכתי לשיעור הראשון", "שלום", "לשיעור", List.of("לשיעור")),
                        new Known("Arabic", "ar", "ذهبتُ إلى الدرس", "سلام", "ذهبت", List.of("ذهبتُ")),
                        new Known("Devanagari", "hi", "मैंने पैसे दिए।", "वह गया।", "पैसे", List.of("पैसे")),
                        new Known("Thai", "th", "เขาขอเงินทุกวันศุกร์", "เขาใจดี", "เงิน", List.of("เงิน")),
                        new Known("Chinese", "zh", "他们要求我捐钱给老师。", "我很高兴。", "捐钱", List.of("捐钱")),
                        new Known("Japanese", "ja", "先生にお金を払いました。", "楽しかった。", "お金", List.of("お金")),
                        new Known("Korean", "ko", "학교에서 돈을 냈다.", "집에 갔다.", "학교", List.of("학교")),
                        new Known("Georgian", "ka", "ფული მოითხოვეს.", "წავედი.", "ფული", List.of("ფული")),
                        new Known("Armenian", "hy", "Նրանք փող ուզեցին։", "Գնացի։", "փող", List.of("փող")),
                        new Known("Ethiopic", "am", "ገንዘብ ጠየቁ።", "ሄድኩ።", "ገንዘብ", List.of("ገንዘብ")),
                        new Known("emoji", "en", "They left me 😢 alone.", "They smiled.", "😢", List.of("😢")),
                        new Known("money", "en", "I paid £40 a week.", "40 of us came.", "£40", List.of("£40")),
                        new Known(
                                "apostrophes",
                                "en",
                                "We didn’t ask Orla's mother.",
                                "We did ask.",
                                "didn't orla",
                                List.of("didn’t", "Orla")),
                        new Known(
                                "phrase",
                                "en",
                                "The list was kept by Orla. Money went to the teacher.",
                                "The teacher kept the money list.",
                                "\"kept by Orla\"",
                                List.of("kept by Orla")),
                        new Known(
                                "phrase as it stands",
                                "en",
                                "He was asked once.",
                                "He asks.",
                                "\"asked\"",
                                List.of("asked")))
                .map(known -> DynamicTest.dynamicTest(known.name(), () -> {
                    List<Hit> hits = find(
                            known.typed(),
                            account(1, known.language(), known.other()),
                            account(2, known.language(), known.said()));
                    assertFalse(hits.isEmpty(), "found");
                    assertEquals(new Id(7, 2), hits.getFirst().account());
                    assertEquals(known.marks(), marked(hits.getFirst()));
                }));
    }

    @Test
    void anythingTypedIsWords() {
        Account told = account(1, "en", "I asked for the money and the keys (both) AND left.");
        var strange = List.of(
                "\"money",
                "money AND",
                "AND OR NOT money",
                "money~^2",
                "+money -(",
                "field:money",
                "[money TO",
                "money*",
                "((((money",
                "\\money\\",
                "money “keys",
                "\"\" money",
                "/money/",
                "money \ud83d");
        try (Index index = index(List.of(told))) {
            for (String typed : strange) {
                assertTrue(
                        find(typed, index).stream()
                                .anyMatch(hit -> marked(hit).toString().contains("money")),
                        typed);
            }
            assertEquals(List.of(), find("", index));
            assertEquals(List.of(), find("?!\" ~*", index));
            assertEquals(List.of(), find("nowhere", index));
            assertEquals(1, find("money ".repeat(5000), index).size());
            anyCharacters(index);
        }
    }

    private static void anyCharacters(Index index) {
        String signs = "\"“”«»()[]{}:^~*?\\/+-! ab\ud83d\ude22\n\0";
        var random = new Random(4);
        for (int i = 0; i < 300; i++) {
            var typed = new StringBuilder();
            for (int j = random.nextInt(40); j > 0; j--) {
                typed.append(signs.charAt(random.nextInt(signs.length())));
            }
            find(typed.toString(), index);
        }
    }

    @Test
    void whatHasAllComesBeforeWhatHasSome() {
        List<Hit> hits = find(
                "pledge ledger",
                account(1, "en", "The pledge."),
                account(2, "en", "A pledge stood in the ledger, in a long sentence of many other words besides."),
                account(3, "en", "The ledger."));
        assertEquals(
                List.of(2L, 1L, 3L),
                hits.stream().map(hit -> hit.account().low()).toList());
        assertTrue(hits.get(0).score() > hits.get(1).score());
    }

    @Test
    void aPassageIsAFewSentencesOfOneTurn() {
        String text = "Orla: We gave what we had. It was never enough. They asked again.\nWren: Nobody asked me.\n";
        var turns = List.of(
                new Turn(0, new Span(6, 65), 0, Turn.Voice.OWN, false, Optional.empty()),
                new Turn(1, new Span(72, 88), 0, Turn.Voice.OWN, false, Optional.empty()));
        Account chat = account(1, "en", text).copy().turns(turns).account();
        assertEquals(
                List.of("Orla: We gave what we had. It was never enough. They asked again.", "Wren: Nobody asked me."),
                Stretches.of(chat).stream().map(span -> span.of(text)).toList());
        List<Hit> hits = find("wren asked", chat);
        assertEquals("Wren: Nobody asked me.", hits.getFirst().quote());
        assertEquals(hits.getFirst().quote(), hits.getFirst().span().of(text));
    }

    @Test
    void everyWordOfEveryTextIsFoundWhereItStands() {
        var random = new Random(5);
        var accounts = new ArrayList<Account>();
        String letters = "abcd éßñ. \n我钱ก. 😢Жд’“!?\u0301\u200d\ud800x";
        for (int i = 0; i < 60; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(2500); j > 0; j--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            accounts.add(account(i, i % 2 == 0 ? "en" : "", text.toString()));
        }
        try (Index index = index(accounts)) {
            for (Account told : accounts) {
                for (Span stretch : Stretches.of(told)) {
                    List<Words.Word> words = Words.of(stretch.of(told.text()));
                    if (words.isEmpty()) {
                        continue;
                    }
                    String word = words.get(random.nextInt(words.size())).form();
                    Within here = (id, where) -> id.equals(told.id()) && where.start() == stretch.start();
                    List<Hit> hits = Search.words(index, Asked.of(word), 5, here);
                    assertEquals(1, hits.size(), word);
                    assertEquals(stretch, hits.getFirst().span());
                    assertEquals(stretch.of(told.text()), hits.getFirst().quote());
                    assertFalse(hits.getFirst().marks().isEmpty(), word);
                    assertEquals(
                            hits.getFirst().span().start(),
                            index.at(told.id(), stretch.end() - 1)
                                    .map(number -> index.hits(List.of(new Index.Alike(number, 1)), Asked.of(word))
                                            .getFirst()
                                            .span()
                                            .start())
                                    .orElseThrow());
                }
                int covered = Stretches.of(told).stream()
                        .mapToInt(span -> Words.forms(span.of(told.text())).size())
                        .sum();
                assertTrue(covered >= Words.forms(told.text()).size(), "no word is lost");
            }
        }
    }

    @Test
    void theSameTwice() {
        var accounts = new ArrayList<Account>();
        var random = new Random(6);
        for (int i = 0; i < 300; i++) {
            accounts.add(account(i, "en", "money list " + random.nextInt(9) + ". ".repeat(3) + "The money."));
        }
        try (Index one = index(accounts);
                Index two = index(accounts)) {
            assertEquals(
                    Search.words(one, Asked.of("money list 4"), 100, Within.EVERYTHING),
                    Search.words(two, Asked.of("money list 4"), 100, Within.EVERYTHING));
        }
    }

    /** Each is found, where it was taken from among others; a small index has none. */
    @Test
    void samplesAreItsOwnWords() {
        var accounts = new ArrayList<Account>();
        for (int i = 0; i < 1_000; i++) {
            accounts.add(account(i, "en", "Note " + i + " tells of lake" + i + "."));
        }
        try (Index index = index(accounts);
                Index small = index(accounts.subList(0, 99))) {
            List<String> samples = index.samples(5);
            assertEquals(5, samples.size());
            assertEquals(10, index.samples(600).size());
            samples.forEach(typed -> assertFalse(find(typed, index).isEmpty(), typed));
            assertEquals(List.of(), small.samples(600));
        }
    }

    @Test
    void anEmptyIndexFindsNothing() {
        assertEquals(List.of(), find("anything"));
    }
}
