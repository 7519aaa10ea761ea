package org.afterword.witnesses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.CopyKind;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Proposal;
import org.afterword.model.Suggestion;
import org.junit.jupiter.api.Test;

final class CopiesTest {
    private static final Group GROUP = new Group(Id.random(), "The Lantern Circle", false);

    private static Account essay(String name, String text) {
        return Draft.essay(GROUP, name, text);
    }

    private static String text(int seed, int words) {
        return ListContents.words(seed, words);
    }

    private static Proposal.CopyOf only(List<Suggestion> found) {
        assertEquals(1, found.size());
        assertEquals("shingles/1", found.getFirst().by());
        return (Proposal.CopyOf) found.getFirst().proposal();
    }

    @Test
    void aWholeTextAgainIsARepost() {
        var first = new Draft()
                .of(GROUP)
                .on("2019-03-01")
                .teller("mara_w")
                .says(text(1, 80))
                .done();
        var again = new Draft()
                .of(GROUP)
                .on("2021-03-01")
                .teller("collector")
                .says(text(1, 80).toUpperCase(Locale.ROOT))
                .done();
        for (var order : List.of(List.of(first, again), List.of(again, first))) {
            var found = Copies.find(order);
            assertEquals(CopyKind.REPOST, only(found).copyKind());
            assertEquals(again.id(), found.getFirst().target());
            assertEquals(first.id(), only(found).original());
            assertEquals(1.0, only(found).overlap());
        }
    }

    @Test
    void aRepostInsideAnotherPageIsFound() {
        var original = essay("mara_w", text(1, 120));
        var page = new Draft()
                .of(GROUP)
                .teller("collector")
                .says(text(2, 20) + " " + text(1, 120))
                .teller("other")
                .says(text(3, 400))
                .done();
        var found = Copies.find(List.of(page, original));
        assertEquals(page.id(), found.getFirst().target());
        assertEquals(CopyKind.REPOST, only(found).copyKind());
    }

    @Test
    void anEditedTextIsANearCopy() {
        for (int seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            String edited = Stream.of(text(seed, 200).split(" ", -1))
                    .map(word -> random.nextInt(100) < 15 ? "changed" + random.nextInt() : word)
                    .collect(Collectors.joining(" "));
            var found = Copies.find(List.of(essay("a", text(seed, 200)), essay("b", edited)));
            assertEquals(CopyKind.NEAR_COPY, only(found).copyKind(), "seed " + seed);
            assertTrue(only(found).overlap() > 0.2 && only(found).overlap() < 0.8, "seed " + seed);
        }
    }

    @Test
    void aPartInsideATextOfItsOwnIsAQuotation() {
        String whole = text(1, 300);
        String part = whole.substring(whole.length() / 3, whole.length() / 2);
        var original = essay("mara_w", whole);
        var quoting = essay("other", text(2, 100) + " " + part + " " + text(3, 100));
        assertEquals(
                CopyKind.QUOTATION,
                only(Copies.find(List.of(original, quoting))).copyKind());
        assertTrue(Copies.find(List.of(original, quoting)).getFirst().reason().contains("not known"));
    }

    @Test
    void whatIsMarkedAsQuotedIsAQuotationOfTheOther() {
        var quoting = new Draft()
                .of(GROUP)
                .teller("other")
                .quotes(text(1, 60))
                .says(text(2, 60))
                .done();
        var original = essay("mara_w", text(1, 60));
        var found = Copies.find(List.of(quoting, original));
        assertEquals(CopyKind.QUOTATION, only(found).copyKind());
        assertEquals(quoting.id(), found.getFirst().target());
    }

    @Test
    void aRepostSaysSoItselfWhateverTheDates() {
        var original = new Draft()
                .of(GROUP)
                .on("2021-03-01")
                .at("https://forum.example/t/1")
                .teller("mara_w")
                .says(text(1, 80))
                .done();
        var copy = new Draft()
                .of(GROUP)
                .on("2019-03-01")
                .repostOf("The original post can be found here: https://forum.example/t/1")
                .teller("collector")
                .says(text(1, 80))
                .done();
        assertEquals(copy.id(), Copies.find(List.of(copy, original)).getFirst().target());
    }

    @Test
    void whereNothingTellsTheLaterAddedIsTheTargetAndTheReasonSaysSo() {
        var a = essay("a", text(1, 50));
        var b = essay("b", text(1, 50));
        var found = Copies.find(List.of(b, a)).getFirst();
        assertEquals(a.id(), found.target());
        assertTrue(found.reason().contains("not known"), found.reason());
    }

    @Test
    void fewCommonWordsAreNoCopy() {
        String slogan = text(9, 20);
        assertEquals(
                List.of(),
                Copies.find(List.of(
                        essay("a", text(1, 200) + " " + slogan + " " + text(2, 50)),
                        essay("b", text(3, 200) + " " + slogan + " " + text(4, 50)))));
    }

    @Test
    void whatStandsUnderEveryPageIsNoCopy() {
        String footer = text(9, 40);
        var pages = new ArrayList<Account>();
        for (int i = 0; i < 6; i++) {
            pages.add(essay("teller" + i, text(i, 150) + "\n" + footer));
        }
        assertEquals(List.of(), Copies.find(pages));
        var two = Stream.of(1, 2)
                .map(i -> new Draft()
                        .of(GROUP)
                        .at("https://blog.example/" + i)
                        .teller("t" + i)
                        .says(text(i, 150) + "\n" + footer)
                        .done())
                .toList();
        assertEquals(List.of(), Copies.find(two));
    }

    @Test
    void newAccountsAreComparedWithAllAndOldOnesNotAgain() {
        var a = essay("a", text(1, 50));
        var b = essay("b", text(1, 50));
        var c = essay("c", text(1, 50));
        var all = List.of(a, b, c);
        assertEquals(3, Copies.find(all).size());
        assertEquals(2, Copies.find(all, Set.of(a.id(), b.id())).size());
        assertEquals(List.of(), Copies.find(all, Set.of(a.id(), b.id(), c.id())));
    }

    @Test
    void accentsApostrophesAndOtherScriptsMakeNoDifference() {
        String greek = "Μου ζήτησαν λεφτά τρεις φορές ".repeat(1)
                + "και δεν είχα τίποτα να τους δώσω γιατί η δουλειά μου είχε τελειώσει πριν από έναν μήνα και το νοίκι "
                + "έπρεπε να πληρωθεί την ίδια εβδομάδα όπως κάθε φορά";
        var found = Copies.find(List.of(essay("a", greek), essay("b", greek.toUpperCase(Locale.ROOT))));
        assertEquals(CopyKind.REPOST, only(found).copyKind());
        String chinese = "他们每个星期都要我们交钱如果不交就会在大家面前批评我们我后来离开了那个小组再也没有回去过";
        assertEquals(
                CopyKind.REPOST,
                only(Copies.find(List.of(essay("a", chinese), essay("b", chinese))))
                        .copyKind());
    }

    @Test
    void theCommonTextCanBeShown() {
        var a = essay("a", text(1, 30) + " " + text(2, 40) + " " + text(3, 30));
        var b = essay("b", text(4, 60) + " " + text(2, 40));
        assertEquals(
                List.of(text(2, 40).replaceAll("\\.$", "")),
                Copies.common(a, b).stream().map(span -> span.of(a.text())).toList());
    }
}
