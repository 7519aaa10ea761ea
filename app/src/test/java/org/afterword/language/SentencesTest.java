package org.afterword.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private static List<String> of(String text) {
        return Sentences.of(text, Locale.ENGLISH).stream()
                .map(span -> span.of(text))
                .toList();
    }

    @Test
    void titlesAbbreviationsAndInitialsEndNoSentence() {
        assertEquals(
                List.of("Mr. Ferris came, e.g. Tuesdays.", "J. Marsh stayed."),
                of("Mr. Ferris came, e.g. Tuesdays. J. Marsh stayed."));
        assertEquals(
                List.of("They left before I did.", "So did I.", "Then it rained."),
                of("They left before I did. So did I. Then it rained."));
        assertEquals(List.of("No. 4 was shut.", "He said no.", "We went."), of("No. 4 was shut. He said no. We went."));
    }

    @Test
    void aQuotationThatGoesOnIsOneSentence() {
        assertEquals(List.of("“Pay now!” she said.", "I paid."), of("“Pay now!” she said. I paid."));
    }

    @Test
    void emptyLinesEndASentence() {
        assertEquals(List.of("A heading", "the text begins small"), of("A heading\n\nthe text begins small"));
    }

    @Test
    void chatLinesAreSentences() {
        assertEquals(List.of("yeah anna said", "ok", "lol no idea"), of("yeah anna said\nok\nlol no idea\n"));
    }

    @Test
    void wrappedLinesAreNot() {
        String mail = "We were asked to come at six in the morning every single day\nof that summer, and we came.\n"
                + "Then we stopped.";
        assertEquals(2, of(mail).size());
    }

    @Test
    void everyLetterIsInOneSentence() {
        long seed = 20261120;
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(". ?!\n\"aB’\ud83d\ude00\ud800x,1".charAt(random.nextInt(15)));
            }
            String whole = text.toString();
            int covered = 0;
            int last = 0;
            for (var span : Sentences.of(whole, Locale.ROOT)) {
                assertTrue(span.start() >= last && span.length() > 0, "seed " + seed);
                last = span.end();
                covered += (int) span.of(whole)
                        .chars()
                        .filter(c -> !Character.isWhitespace(c))
                        .count();
            }
            assertEquals(whole.chars().filter(c -> !Character.isWhitespace(c)).count(), covered, "seed " + seed);
        }
    }

    @Test
    void aLongLineIsNoTrouble() {
        String line = "word ".repeat(2_000_000);
        assertEquals(1, Sentences.of(line, Locale.ENGLISH).size());
        assertEquals(List.of(), Sentences.of("", Locale.ENGLISH));
    }
}
