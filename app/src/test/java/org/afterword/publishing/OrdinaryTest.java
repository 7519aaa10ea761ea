package org.afterword.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.afterword.coding.Codebook;
import org.afterword.findings.Finding;
import org.afterword.findings.Portion;
import org.afterword.model.Group;
import org.afterword.model.Vantage;
import org.afterword.page.Dots;
import org.afterword.page.Strings;
import org.afterword.witnesses.Range;
import org.junit.jupiter.api.Test;

/** Ordinary groups stand on a page only where those who left are set beside those who left. */
final class OrdinaryTest {
    private static final Range NOBODY = new Range(0, 0);

    private final FictionalCase contents = new FictionalCase();

    private static Portion portion(Group group, Vantage from, int people, int say) {
        var said = new Range(say, say);
        return new Portion(
                group,
                FictionalCase.MONEY,
                Optional.of(from),
                new Range(people, people + 1),
                said,
                said,
                NOBODY,
                NOBODY);
    }

    private static Finding finding(Group group) {
        return new Finding(
                group,
                FictionalCase.MONEY,
                "",
                9,
                9,
                new Range(9, 9),
                NOBODY,
                NOBODY,
                0,
                Map.of(),
                NOBODY,
                NOBODY,
                NOBODY,
                new Range(9, 9),
                NOBODY,
                0,
                0,
                List.of());
    }

    private Ordinary of(Portion... portions) {
        return of(Locale.ENGLISH, portions);
    }

    private Ordinary of(Locale language, Portion... portions) {
        return new Ordinary(
                List.of(portions), contents.protection(), Codebook.practices(), new Compared(Strings.of(language)));
    }

    @Test
    void germanSaysTheSameNumbers() {
        Portion[] portions = {
            portion(contents.circle, Vantage.LEAVER, 27, 15),
            portion(contents.circle, Vantage.STAYER, 6, 0),
            portion(contents.rowing, Vantage.LEAVER, 25, 1),
            portion(contents.rowing, Vantage.STAYER, 4, 1)
        };
        Pattern numbers = Pattern.compile("[^0-9]+");
        List<String> english = of(Locale.ENGLISH, portions).words();
        List<String> german = of(Locale.GERMAN, portions).words();
        assertEquals(english.size(), german.size());
        for (int i = 0; i < english.size(); i++) {
            assertEquals(
                    numbers.matcher(english.get(i)).replaceAll(" ").strip(),
                    numbers.matcher(german.get(i)).replaceAll(" ").strip());
            assertFalse(german.get(i).matches(".*\\b(of|those|who|to|is|says?|compared)\\b.*"), german.get(i));
        }
        assertTrue(
                german.stream().anyMatch(line -> line.contains("15 von 27 bis 28 (von 15 von 28, das sind ")),
                german::toString);
        assertTrue(
                german.contains(
                        "Von denen, die bleiben: Es gibt keinen Vergleich: Aus der gewöhnlichen Gruppe wurden die Berichte von weniger als fünf solchen Menschen gelesen."),
                german::toString);
    }

    @Test
    void leaversStandBesideLeavers() {
        var ordinary = of(
                portion(contents.circle, Vantage.LEAVER, 7, 5),
                portion(contents.circle, Vantage.STAYER, 6, 0),
                portion(contents.rowing, Vantage.LEAVER, 5, 1),
                portion(contents.rowing, Vantage.STAYER, 4, 1));
        List<Shown.Beside> beside = ordinary.beside(finding(contents.circle));
        assertEquals(
                List.of("Of those who left"),
                beside.stream().map(one -> one.from().text()).toList());
        assertEquals(new Range(5, 5), beside.getFirst().group().dots().people(Dots.Kind.FIRST_HAND));
        assertEquals(new Range(4, 5), beside.getFirst().ordinary().dots().people(Dots.Kind.NOT_MENTIONED));
        assertTrue(
                ordinary.words().stream()
                        .map(String::strip)
                        .toList()
                        .containsAll(beside.getFirst().lines().stream()
                                .map(line -> line.text())
                                .toList()),
                "what stands there is known as ours");
        assertEquals(List.of(), ordinary.beside(finding(contents.rowing)), "an ordinary group's own page has none");
    }

    @Test
    void othersAreNotComparedAndItIsSaidWhy() {
        var leaver = portion(contents.circle, Vantage.LEAVER, 7, 5);
        for (var other : List.of(
                portion(contents.rowing, Vantage.STAYER, 9, 1),
                portion(contents.rowing, Vantage.MEMBER, 9, 1),
                portion(contents.rowing, Vantage.LEAVER, 4, 1))) {
            var ordinary = of(leaver, other);
            assertEquals(List.of(), ordinary.beside(finding(contents.circle)));
            assertTrue(
                    ordinary.why(contents.circle).orElseThrow().text().contains("fewer than five"), other.toString());
        }
        var undecided =
                of(portion(contents.circle, Vantage.MEMBER, 7, 5), portion(contents.rowing, Vantage.MEMBER, 7, 1));
        assertTrue(undecided.why(contents.circle).orElseThrow().text().contains("those who stay"));
        assertEquals(Optional.empty(), of(leaver).why(contents.circle), "there is no ordinary group");
        assertTrue(undecided.why(contents.rowing).orElseThrow().text().contains("one of the ordinary groups"));
    }
}
