package org.afterword.protection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.afterword.casefile.Names;
import org.afterword.model.Account;
import org.afterword.model.IdentityKind;
import org.afterword.model.Verdict;
import org.afterword.people.ByHand;
import org.afterword.people.Cluster;
import org.afterword.people.Clusters;
import org.junit.jupiter.api.Test;

/** Ages, dates of birth, addresses and telephone numbers, from what the rules find to what a stranger sees. */
class ToldByWordsTest {
    private final ListContents contents = ListContents.empty();

    private Account account(String text) {
        Account account = contents.account(text);
        Names names = Clusters.assign(List.of(account), contents);
        contents.add(names);
        return account;
    }

    private String shown(Account account) {
        return Fixture.protection(contents).protect(account).text();
    }

    private List<Leak> leaks(String page) {
        return Scan.of(Fixture.protection(contents)).scan("page.txt", page.getBytes(StandardCharsets.UTF_8));
    }

    private Cluster cluster(IdentityKind kind) {
        return Clusters.of(contents).stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void unaskedAnAgeIsItsDecade() {
        Account account =
                account("I was 19 when i came. a 15-year-old was there, and somebody aged sixty-one. at 19 degrees");
        assertEquals(
                "I was [an age from 10 to 19] when i came. a [an age from 10 to 19] was there, and somebody aged [an age from"
                        + " 60 to 69]. at 19 degrees",
                shown(account));
        assertTrue(Fixture.protection(contents).open().isEmpty());
        assertEquals(List.of(), leaks(shown(account)));
        assertEquals(List.of(), leaks("<p>19 people, page 19, 15 years, sixty-one, 19-year-long</p>"));
        assertFalse(leaks("<p>then I <b>was</b> 19 and</p>").isEmpty());
        assertFalse(leaks("a 15-year-old").isEmpty());
        assertFalse(leaks("AGED SIXTY-ONE").isEmpty());
    }

    @Test
    void anAgeCanBeKeptOrLeftOut() {
        Account account = account("I was 19 when i came.");
        contents.decide(cluster(IdentityKind.AGE).id(), "keep");
        assertEquals("I was 19 when i came.", shown(account));
        assertEquals(List.of(), leaks("I was 19"));
        contents.decide(cluster(IdentityKind.AGE).id(), "redact");
        assertEquals("I was [age left out] when i came.", shown(account));
    }

    @Test
    void aDateOfBirthIsLeftOutAndCanBeItsYear() {
        Account account = account("she was born on 3 May 1987 there. and he was born in 1962.");
        assertEquals("she was born on [date of birth] there. and he was born in [date of birth].", shown(account));
        assertEquals(List.of(), leaks("in 1962 we met, and in May 1987"));
        assertFalse(leaks("on 3 May, 1987 it was").isEmpty());
        assertFalse(leaks("who was born in 1962").isEmpty());
        Cluster birth = cluster(IdentityKind.BIRTH);
        Verdict checked = Fixture.protection(contents).check(birth, Verdict.parse("generalise"), "", false);
        assertEquals("generalise=1987", checked.text());
        contents.decide(birth.id(), checked.text());
        assertEquals("she was born on 1987 there. and he was born in [date of birth].", shown(account));
    }

    @Test
    void whatOnlyAPersonCanWidenIsAsked() {
        Account account = account("then Joanna Marsh left");
        assertEquals(1, account.text().lines().count());
        assertThrows(
                IllegalArgumentException.class,
                () -> Fixture.protection(contents)
                        .check(cluster(IdentityKind.PERSON), Verdict.parse("generalise"), "", false));
    }

    @Test
    void anAddressIsFoundByItsStreetAlone() {
        Account account = account("we slept at 14 Larch Row, Kelmore KM1 2AB. all of us");
        assertEquals("we slept at [postal address]. all of us", shown(account));
        assertFalse(leaks("it is 14 larch row,\n Kelmore, KM1 2AB").isEmpty());
        assertFalse(leaks("it is 14 Larch Row").isEmpty());
        assertEquals(List.of(), leaks("14 people in a row, 2 larches"));
    }

    @Test
    void aTelephoneNumberIsOneInEveryForm() {
        account("ring +44 20 7946 0958 now, or the Icelander at +354 555 1234");
        Account national = account("her number is 020 7946 0958");
        assertEquals("her number is [phone number]", shown(national));
        assertEquals(
                1,
                Clusters.of(contents).stream()
                        .filter(one -> one.name().contains("7946"))
                        .count());
        for (String written :
                List.of("(020) 7946 0958", "+442079460958", "0044 20 7946 0958", "20 7946 0958", "555 1234")) {
            assertFalse(leaks("call " + written + " now").isEmpty(), written);
        }
    }

    @Test
    void numbersWithPointsAreNoOtherNumbers() {
        account("posted from 10.0.0.1 and the camp was at 51.5074, -0.1278.");
        assertEquals(List.of(), leaks("10,001 people, 100 01"));
        assertFalse(leaks("10.0.0.1").isEmpty());
        assertFalse(leaks("51.5074,-0.1278").isEmpty());
    }

    /** Words that a person chose are covered where they stand together, and nowhere else. */
    @Test
    void aDetailIsSaidMoreWidely() {
        Account account = contents.account("I was the branch treasurer. The branch met, and another treasurer came.");
        Names added = ByHand.add("the branch treasurer", IdentityKind.DETAIL, contents);
        contents.add(added);
        Protection before = Fixture.protection(contents);
        assertEquals(List.of(), before.open());
        assertEquals(
                "I was [detail left out]. The branch met, and another treasurer came.",
                before.protect(account).text());
        contents.decide(added.identities().getFirst(), "generalise=an officer");
        assertEquals(
                "I was an officer. The branch met, and another treasurer came.",
                Fixture.protection(contents).protect(account).text());
        assertEquals(
                1,
                Scan.of(Fixture.protection(contents))
                        .scan("page.html", "<p>the branch <b>treasurer</b></p>".getBytes(UTF_8))
                        .size());
        assertEquals(
                0,
                Scan.of(Fixture.protection(contents))
                        .scan("page.html", "<p>a treasurer of a branch</p>".getBytes(UTF_8))
                        .size());
    }

    /** Whoever adds a name in small letters has seen it so; rather the season is hidden than the person seen. */
    @Test
    void whatIsAddedInSmallLettersIsCoveredInSmallLetters() {
        Account account = contents.account("i met summer at the desk, and dean's friend from tallow & tansy.");
        for (String name : List.of("summer", "dean", "tallow & tansy")) {
            Names added = ByHand.add(name, IdentityKind.PERSON, contents);
            contents.add(added);
            contents.decide(added.identities().getFirst(), "redact");
        }
        assertEquals(
                "i met [name left out] at the desk, and [name left out]'s friend from [name left out].",
                Fixture.protection(contents).protect(account).text());
    }
}
