package org.afterword.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Random;
import org.afterword.model.Span;
import org.junit.jupiter.api.Test;

class FoldingTest {

    @Test
    void whatLooksTheSameFoldsTheSame() {
        assertEquals("jose munoz", Folding.fold("José MUÑOZ"));
        assertEquals("jose", Folding.fold("Jose\u0301"));
        assertEquals("anna", Folding.fold("A\u200bn\u00adna"));
        assertEquals("maria", Folding.fold("Mаriа")); // with Cyrillic a
        assertEquals("thomas's", Folding.fold("Thomas’s"));
        assertEquals("strasse", Folding.fold("Straße"));
        assertEquals("anna marsh", Folding.fold("Ａｎｎａ\u00a0Marsh"));
        assertEquals("isik ismet", Folding.fold("Işık İsmet"));
        assertEquals("lukasz", Folding.fold("Łukasz"));
    }

    @Test
    void positionsLeadBack() {
        String text = "x Jose\u0301 ßz \ud83d\ude00 Ann\u200ba!";
        var folding = Folding.of(text);
        int jose = folding.text().indexOf("jose");
        assertEquals("Jose\u0301", folding.origin(new Span(jose, jose + 4)).of(text));
        int anna = folding.text().indexOf("anna");
        assertEquals("Ann\u200ba", folding.origin(new Span(anna, anna + 4)).of(text));
        int half = folding.text().indexOf("ss");
        assertEquals("ß", folding.origin(new Span(half, half + 1)).of(text));
    }

    @Test
    void anyFoldedStretchFoldsBackIntoItself() {
        long seed = 7;
        var random = new Random(seed);
        String letters = "aÄßéñIİıŁøæﬁ½Ａ\u0301\u200b\u00ad\u00a0’–Жαक्षि한漢\ud83d\ude00\ud800\udc00\ud801x \n1";
        for (int round = 0; round < 2000; round++) {
            var made = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                made.append(letters.charAt(random.nextInt(letters.length())));
            }
            String text = made.toString();
            var folding = Folding.of(text);
            String folded = folding.text();
            assertEquals(folded, Folding.fold(folded), () -> "seed " + seed);
            int from = folded.isEmpty() ? 0 : random.nextInt(folded.length());
            int to = from + (folded.length() == from ? 0 : random.nextInt(folded.length() - from + 1));
            Span origin = folding.origin(new Span(from, to));
            assertTrue(Folding.fold(origin.of(text)).contains(new Span(from, to).of(folded)), () -> "seed " + seed);
        }
    }

    @Test
    void theMachinesLanguageChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertEquals("iris", Folding.fold("IRIS"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void tenMegabytes() {
        String line = "Zoë ".repeat(2_500_000);
        assertEquals(line.length(), Folding.of(line).text().length());
    }
}
