package org.afterword.witnesses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.afterword.model.Account;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Passage;
import org.afterword.model.Span;
import org.afterword.model.Vantage;
import org.junit.jupiter.api.Test;

final class WitnessesTest {
    private final ListContents contents = new ListContents();
    private final Group group = contents.group("The Lantern Circle", false);

    private Account essay(String name, String text) {
        return contents.add(Draft.essay(group, name, text));
    }

    private static String text(int seed, int words) {
        return ListContents.words(seed, words);
    }

    private Witnesses witnesses() {
        return Witnesses.of(contents);
    }

    private static Id speaker(Account account) {
        return account.speakers().getFirst().id();
    }

    private Range count(Account... accounts) {
        return witnesses()
                .count(Arrays.stream(accounts)
                        .flatMap(account -> account.speakers().stream())
                        .map(speaker -> speaker.id())
                        .toList());
    }

    private Passage passage(Account account, String quote) {
        int start = account.text().indexOf(quote);
        assertTrue(start >= 0, "the quote is in the text");
        var span = new Span(start, start + quote.length());
        return new Passage(
                account.id(), account.turnAt(span).map(turn -> turn.index()).orElse(0), span, quote);
    }

    @Test
    void threePostsWithoutANameAreOneToThreePeople() {
        assertEquals(new Range(1, 3), count(essay("", text(1, 50)), essay("", text(2, 50)), essay("", text(3, 50))));
    }

    @Test
    void anUnnamedOneMayBeAnybodyUntilToldApart() {
        var anna = essay("Anna Berg", text(1, 50));
        var nobody = essay("", text(2, 50));
        assertEquals(new Range(1, 2), count(anna, nobody));
        contents.decide(speaker(nobody), "distinct-from=" + speaker(anna));
        assertEquals(new Range(2, 2), count(anna, nobody));
        contents.decide(speaker(anna), "same-as=" + speaker(nobody));
        assertEquals(new Range(1, 1), count(anna, nobody), "the later decision holds, from whichever side");
    }

    @Test
    void oneNameMayBeOnePersonAndTwoNamesAreTwo() {
        assertEquals(new Range(1, 2), count(essay("jo_marsh", text(1, 50)), essay("JoMarsh", text(2, 50))));
        assertEquals(new Range(2, 2), count(essay("Ines", text(3, 50)), essay("Tomas", text(4, 50))));
    }

    @Test
    void aFirstNameAloneMayBeOneOfThoseWhoBearIt() {
        var jo = essay("Jo", text(1, 50));
        var marsh = essay("Jo Marsh", text(2, 50));
        var berg = essay("Jo Berg", text(3, 50));
        assertEquals(new Range(2, 3), count(jo, marsh, berg));
        contents.decide(speaker(jo), "distinct-from=" + speaker(marsh));
        assertEquals(new Range(2, 3), count(jo, marsh, berg));
        contents.decide(speaker(jo), "distinct-from=" + speaker(berg));
        assertEquals(new Range(3, 3), count(jo, marsh, berg));
    }

    /** Two called Tomas whom a person told apart are two; one of them may be Tomas Berg, neither is Ines. */
    @Test
    void whoMayBeSomebodyElseIsStillNobodyWithAnotherName() {
        var one = essay("Tomas", text(1, 50));
        var other = essay("Tomas", text(2, 50));
        var berg = essay("Tomas Berg", text(3, 50));
        var ines = essay("Ines", text(4, 50));
        contents.decide(speaker(one), "distinct-from=" + speaker(other));
        assertEquals(new Range(3, 3), count(one, other, ines));
        assertEquals(new Range(3, 4), count(one, other, ines, berg));
    }

    @Test
    void whoIsToldApartFromEveryoneIsOneMore() {
        var anna = essay("Anna", text(1, 50));
        var anneBerg = essay("Anna Berg", text(2, 50));
        var ines = essay("Ines", text(3, 50));
        var nobody = essay("", text(4, 50));
        assertEquals(new Range(2, 4), count(anna, anneBerg, ines, nobody));
        contents.decide(speaker(nobody), "distinct-from=" + speaker(anneBerg));
        assertEquals(new Range(2, 4), count(anna, anneBerg, ines, nobody), "may be Ines");
        contents.decide(speaker(nobody), "distinct-from=" + speaker(ines));
        assertEquals(new Range(3, 4), count(anna, anneBerg, ines, nobody), "or another Anna");
        contents.decide(speaker(anna), "distinct-from=" + speaker(nobody));
        assertEquals(new Range(3, 4), count(anna, anneBerg, ines, nobody));
    }

    @Test
    void aTextUnderTwoNamesIsOneOfTheTwo() {
        var mara = essay("Mara", text(1, 80));
        var again = essay("Ines", text(1, 80));
        var tomas = essay("Tomas", text(2, 80));
        var other = essay("Ines", text(3, 80));
        contents.findCopies();
        assertEquals(new Range(1, 1), count(mara, again));
        assertEquals(new Range(2, 2), count(mara, again, tomas));
        assertEquals(new Range(2, 3), count(mara, again, tomas, other), "it may be this Ines");
    }

    @Test
    void aTextThatTurnsUpUnderAnotherNameMakesNobodyTwo() {
        var ines = essay("Ines", text(1, 80));
        var mara = essay("Mara", text(2, 80));
        contents.decide(speaker(ines), "same-as=" + speaker(mara));
        var laterInes = essay("Ines", text(3, 80));
        var laterMara = essay("Mara", text(4, 80));
        assertEquals(new Range(1, 2), count(laterInes, laterMara));
        var again = essay("", text(1, 80));
        contents.findCopies();
        assertEquals(new Range(1, 3), count(laterInes, laterMara, again, mara));
    }

    @Test
    void anExcerptIsNoSecondPersonForCertain() {
        var whole = essay("Mara", text(1, 300));
        var excerpt = essay("Ines", whole.text().substring(300, 900));
        var tomas = essay("Tomas", text(2, 80));
        contents.findCopies();
        assertEquals(new Range(1, 2), count(whole, excerpt));
        assertEquals(new Range(2, 3), count(whole, excerpt, tomas));
        assertFalse(witnesses()
                .telling(passage(excerpt, excerpt.text().substring(50, 90)))
                .orElseThrow()
                .certain());
        contents.decide(contents.suggestions().getFirst().id(), "reject");
        assertEquals(new Range(2, 2), count(whole, excerpt));
    }

    @Test
    void wordsMayAlsoBeThoseOfOneWhoHasThemByWayOfAnother() {
        String end = text(9, 40);
        var withheld = essay("Mara", text(1, 30) + " " + end);
        contents.decide(withheld.id(), "consent=none");
        var second = essay("Ines", text(2, 100) + " " + end);
        var third = essay("Tomas", text(3, 100) + " " + end);
        contents.findCopies();
        for (var account : List.of(second, third)) {
            assertTrue(
                    witnesses()
                            .telling(passage(account, text(9, 12)))
                            .orElseThrow()
                            .perhapsOf()
                            .contains(speaker(withheld)),
                    "perhaps of one who does not count");
        }
    }

    @Test
    void labelsTellNothing() {
        var a = contents.add(
                new Draft().of(group).label("Worker").says(text(1, 40)).done());
        var b = contents.add(
                new Draft().of(group).label("Anonymous").says(text(2, 40)).done());
        assertEquals(new Range(1, 2), count(a, b));
    }

    @Test
    void toldApartInACircleNeedsThree() {
        var five =
                List.of(1, 2, 3, 4, 5).stream().map(i -> essay("", text(i, 40))).toList();
        for (int i = 0; i < 5; i++) {
            contents.decide(speaker(five.get(i)), "distinct-from=" + speaker(five.get((i + 1) % 5)));
        }
        assertEquals(new Range(3, 5), count(five.toArray(Account[]::new)));
    }

    @Test
    void whoAsksIsNoWitnessUnlessAPersonSaysSo() {
        var chat = contents.add(new Draft()
                .of(group)
                .interviewer("blogger")
                .says(text(1, 40))
                .label("Worker")
                .says(text(2, 40))
                .done());
        assertEquals(new Range(1, 1), count(chat));
        assertEquals(Optional.empty(), witnesses().witness(speaker(chat)));
        contents.decide(speaker(chat), "vantage=member");
        assertEquals(new Range(1, 2), count(chat));
        assertEquals(Set.of(Vantage.MEMBER), witnesses().vantages(speaker(chat)));
    }

    @Test
    void whoIsOnlyQuotedIsNoWitness() {
        var thread = contents.add(new Draft()
                .of(group)
                .teller("mara_w")
                .quotes(text(1, 40))
                .teller("other")
                .says(text(2, 40))
                .done());
        assertEquals(new Range(1, 1), count(thread));
        assertEquals(Optional.empty(), witnesses().telling(passage(thread, text(1, 10))));
    }

    @Test
    void withoutConsentNothingIsCountedAlsoNotInACopy() {
        var original = essay("mara_w", text(1, 80));
        var copy = essay("collector", text(1, 80));
        contents.findCopies();
        contents.decide(original.id(), "consent=none");
        assertEquals(new Range(0, 0), count(original, copy));
        contents.decide(original.id(), "consent=counts");
        assertEquals(new Range(1, 1), count(original, copy));
    }

    @Test
    void aRepostIsTheOriginalsWitnessUntilAPersonRejectsIt() {
        var original = essay("mara_w", text(1, 80));
        var copy = essay("collector", "I found this. " + text(1, 80));
        contents.findCopies();
        assertEquals(new Range(1, 1), count(original, copy));
        assertEquals(witnesses().witness(speaker(original)), witnesses().witness(speaker(copy)));
        var suggestion = contents.suggestions().getFirst().id();
        contents.decide(suggestion, "accept");
        assertEquals(new Range(1, 1), count(original, copy));
        contents.decide(suggestion, "reject");
        assertEquals(new Range(2, 2), count(original, copy));
    }

    @Test
    void aCopyPastedIntoAForumPageAddsOnlyWhoSaysSomethingElse() {
        var original = essay("mara_w", text(1, 100));
        var page = contents.add(new Draft()
                .of(group)
                .teller("collector")
                .says(text(1, 100))
                .teller("reader")
                .says(text(2, 300))
                .done());
        contents.findCopies();
        assertEquals(new Range(2, 2), count(original, page));
        assertEquals(2, witnesses().of(page.id()).size());
        String part = original.text().substring(20, 60);
        assertEquals(
                witnesses().witness(speaker(original)),
                witnesses().telling(passage(page, part)).map(Telling::witness));
    }

    @Test
    void aPageThatRepostsTwoDoesNotMakeThemOne() {
        var a = contents.add(new Draft()
                .of(group)
                .on("2019-01-01")
                .teller("mara_w")
                .says(text(1, 100))
                .done());
        var b = contents.add(new Draft()
                .of(group)
                .on("2019-01-01")
                .teller("ines")
                .says(text(2, 90))
                .done());
        var page = contents.add(new Draft()
                .of(group)
                .on("2020-06-01")
                .teller("collector")
                .says(text(1, 100) + "\n" + text(2, 90))
                .done());
        contents.findCopies();
        assertEquals(new Range(2, 2), count(a, b, page));
        assertEquals(2, witnesses().of(page.id()).size());
        assertEquals(
                witnesses().witness(speaker(b)),
                witnesses().telling(passage(page, text(2, 30))).map(Telling::witness));
    }

    @Test
    void aRepostedChatKeepsItsSpeakersApart() {
        var chat = contents.add(new Draft()
                .of(group)
                .on("2019-01-01")
                .teller("mara_w")
                .says(text(1, 60))
                .teller("ines")
                .says(text(2, 60))
                .done());
        var again = contents.add(new Draft()
                .of(group)
                .on("2020-01-01")
                .teller("collector")
                .says(text(1, 60) + "\n" + text(2, 60))
                .done());
        contents.findCopies();
        assertEquals(new Range(2, 2), count(chat, again));
        assertEquals(
                witnesses().witness(chat.speakers().getLast().id()),
                witnesses().telling(passage(again, text(2, 30))).map(Telling::witness));
    }

    @Test
    void whoQuotesIsAWitnessOfTheirOwnWordsOnly() {
        var original = contents.add(new Draft()
                .of(group)
                .on("2019-01-01")
                .teller("mara_w")
                .says(text(1, 200))
                .done());
        String part = original.text().substring(200, 600);
        var quoting = contents.add(new Draft()
                .of(group)
                .on("2020-01-01")
                .teller("ines")
                .says(text(2, 100) + " " + part + " " + text(3, 100))
                .done());
        contents.findCopies();
        assertEquals(new Range(2, 2), count(original, quoting));
        String within = part.substring(100, 160);
        assertEquals(Optional.empty(), witnesses().telling(passage(quoting, within)));
        assertTrue(witnesses().telling(passage(original, within)).orElseThrow().certain());
        assertTrue(witnesses().telling(passage(quoting, text(2, 20))).isPresent());
        contents.decide(contents.suggestions().getFirst().id(), "reject");
        assertTrue(witnesses().telling(passage(quoting, within)).isPresent());
    }

    @Test
    void ofTwoWithTheSameWordsAndNoDatesNeitherIsCertain() {
        var one = essay("mara_w", text(1, 100) + " " + text(5, 60) + " " + text(2, 100));
        var other = essay("ines", text(3, 100) + " " + text(5, 60) + " " + text(4, 100));
        contents.findCopies();
        for (var account : List.of(one, other)) {
            assertFalse(witnesses()
                    .telling(passage(account, text(5, 30)))
                    .orElseThrow()
                    .certain());
            assertTrue(witnesses()
                    .telling(passage(account, account.text().substring(0, 60)))
                    .orElseThrow()
                    .certain());
        }
        contents.decide(contents.suggestions().getFirst().id(), "accept");
        assertTrue(witnesses().telling(passage(one, text(5, 30))).orElseThrow().certain());
        assertEquals(Optional.empty(), witnesses().telling(passage(other, text(5, 30))));
    }
}
