package org.afterword.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.afterword.model.Account;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.junit.jupiter.api.Test;

/** Names that are ordinary words, written small as in chats: hidden where they stand as names do, else left. */
class SmallNamesTest {
    private static final List<String> WORDS = List.of(
            "north", "young", "rose", "hope", "may", "grace", "mark", "bill", "will", "page", "price", "wood", "stone",
            "field", "king", "long", "small", "brown", "day", "love", "marsh", "hill", "church", "winter", "baker");

    private static final List<String> NAMES = List.of(
            "so %s is out now",
            "%s's list was lost",
            "then %s said no",
            "after the meeting %s told us to wait",
            "i asked %s about it",
            "we told %s to stop",
            "vimbai and %s came",
            "%s and i stayed",
            "i was with %s and vimbai",
            "because %s had the key",
            "did %s tell you",
            "hey %s!",
            "i talked to %s yesterday",
            "i got a message from %s",
            "mr %s was there",
            "at %s’s house",
            "%s left early",
            "they were scared of %s",
            "%s: hello",
            "vimbai %s said so",
            "VIMBAI %S SAID SO",
            "SO %S LEFT",
            "vimbai-%s ran it",
            "it was vimbai %s's",
            "who did it? %s.",
            "what %s wanted was money",
            "they said that %s is out");

    private static final List<String> PLAIN = List.of(
            "the %s is cold",
            "a %s of ours",
            "my %s was gone",
            "in %s we met",
            "near the %s",
            "every %s was the same",
            "one %s said nothing to us",
            "it was %s there",
            "we went %s",
            "no %s is left",
            "the %s's end",
            "they gave us %s things");

    private static String shown(String full, String text) {
        return shown(full, full, text);
    }

    /** @param written how the account names them where the mention is recorded */
    private static String shown(String full, String written, String text) {
        var contents = ListContents.empty();
        Identity person = contents.person(full);
        Account account = contents.account(written + " ran it.\n" + text);
        contents.mention(person, account, written);
        contents.decide(person, "pseudonym=Qwexley");
        return Fixture.protection(contents)
                .protect(account)
                .text()
                .lines()
                .skip(1)
                .reduce("", (a, b) -> a + b);
    }

    @Test
    void aSurnameThatIsAWord() {
        assertEquals(
                "so Qwexley is out now. Qwexley's list was long. the north is cold, and we went north. the house north of the"
                        + " river.",
                shown(
                        "Vimbai North",
                        "so north is out now. north's list was long. the north is cold, and we went north. the house"
                                + " north of the river."));
    }

    @Test
    void standsAsANameDoes() {
        var wrong = new ArrayList<String>();
        every(word -> "Vimbai " + capital(word), NAMES, false, wrong);
        assertEquals(List.of(), wrong);
    }

    @Test
    void standsAsAFirstNameDoes() {
        var wrong = new ArrayList<String>();
        every(
                word -> capital(word) + " Zarvandyan",
                NAMES.stream()
                        .filter(line -> !line.toLowerCase(Locale.ROOT).contains("vimbai"))
                        .toList(),
                false,
                wrong);
        assertEquals(List.of(), wrong);
    }

    @Test
    void staysAWordWhereWordsStand() {
        var wrong = new ArrayList<String>();
        every(word -> "Vimbai " + capital(word), PLAIN, true, wrong);
        every(word -> capital(word) + " Zarvandyan", PLAIN, true, wrong);
        assertEquals(List.of(), wrong);
    }

    private static void every(UnaryOperator<String> name, List<String> lines, boolean plain, List<String> wrong) {
        for (String word : WORDS) {
            for (String line : lines) {
                String text = line.replace("%s", word).replace("%S", word.toUpperCase(Locale.ROOT));
                String shown = shown(name.apply(word), text);
                boolean there = shown.toLowerCase(Locale.ROOT).matches(".*\\b" + word + "\\b.*");
                if (there != plain || (plain && !shown.equals(text))) {
                    wrong.add(name.apply(word) + ": " + text + " -> " + shown);
                }
            }
        }
    }

    @Test
    void everydayPhrasesStay() {
        for (String[] line : new String[][] {
            {"Vimbai Long", "how long is it? so we waited for long, and she had long hair. as long as you want"},
            {"Vimbai Day", "all day was lost, day by day, and by day we slept. days went by. one day left"},
            {"Vimbai Hope", "i hope so. we hope to go. all i hope is that. no hope was left. hopes were high"},
            {"Vimbai Small", "they asked small questions and small groups met. it was small"},
            {"Vimbai Page", "see page 5, the next page is blank, read that page"},
            {"Mark Zarvandyan", "we mark it. a mark was on it. marks were given"},
            {"Will Zarvandyan", "it will never end, and that will is strong. they will ask. he will be there"},
            {"May Zarvandyan", "in may it rained. you may go. it may also rain"},
            {"Bill Zarvandyan", "the bill was high, his bill came. bills were paid"},
            {"Vimbai King", "the king said no, and the kings went"},
            {"Vimbai Still", "as i still said, still is what it is"},
            {"Vimbai Love", "i love it. we do it for love. the love is gone"}
        }) {
            assertEquals(line[1], shown(line[0], line[1]));
        }
    }

    @Test
    void familiesAndOtherSpellings() {
        for (String[] line : new String[][] {
            {"Vimbai North", "the norths were kind, norths list", "the Qwexley were kind, Qwexley list"},
            {"Vimbai North", "THE NORTHS, Norths and the Norths", "THE Qwexley, Qwexley and the Qwexley"},
            {"Vimbai King", "the kings told us", "the Qwexley told us"},
            {"Hope North", "hope north was there, north, hope too", "Qwexley was there, Qwexley too"},
            {"Vimbai Stone-North", "stone-north said, so stone-north is out", "Qwexley said, so Qwexley is out"},
            {"Vimbai O'Stone", "o'stone said, o’stone left", "Qwexley said, Qwexley left"},
            {"Vimbai O'Stone", "ostone said so, O Stone left", "Qwexley said so, Qwexley left"},
            {"Hope Zarvandyan", "hope zarvandyan left. HOPE ZARVANDYAN LEFT", "Qwexley left. Qwexley LEFT"}
        }) {
            assertEquals(line[2], shown(line[0], line[1]));
        }
    }

    @Test
    void whereNobodyNamesThemOnlyWhatPersonsDoTells() {
        var contents = ListContents.empty();
        Identity person = contents.person("Vimbai North");
        contents.decide(person, "pseudonym=Qwexley");
        Account account = contents.account("so north is out. then north said no, and i told north to go. mr north");
        assertEquals(
                "so north is out. then Qwexley said no, and i told Qwexley to go. mr Qwexley",
                Fixture.protection(contents).protect(account).text());
    }

    @Test
    void aHiddenPlaceIsHiddenWhereItStandsInAPlacesStead() {
        var contents = ListContents.empty();
        contents.decide(contents.name(IdentityKind.PLACE, "Florence"), "redact");
        Account account = contents.account("We met in Florence, and the Friends of Florence came. so florence it was");
        assertEquals(
                "We met in [place left out], and the Friends of [place left out] came. so [place left out] it was",
                Fixture.protection(contents).protect(account).text());
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
