package org.afterword.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;
import org.afterword.model.Speaker;
import org.junit.jupiter.api.Test;

/** Fictional texts, with what must be found in each. */
class NameFinderTest {

    private static String found(String text, IdentityKind... kinds) {
        List<IdentityKind> wanted = kinds.length == 0 ? List.of(IdentityKind.values()) : List.of(kinds);
        return NameFinder.find(text).stream()
                .filter(find -> wanted.contains(find.kind()))
                .map(find -> {
                    assertEquals(find.text(), find.span().of(text));
                    return find.text();
                })
                .collect(Collectors.joining(", "));
    }

    private static String persons(String text) {
        return found(text, IdentityKind.PERSON);
    }

    @Test
    void namesInProse() {
        assertEquals("Joanna Marsh", persons("Then Joanna Marsh told us to leave."));
        assertEquals("Thomas", persons("I wrote to my former branch secretary, Thomas."));
        assertEquals("Mrs Okoro, Dr. Adeyemi".replace("Dr. ", ""), persons("We saw Mrs Okoro and Dr. Adeyemi there."));
        assertEquals("Matteo Vask", persons("including one ‘Matteo Vask’ (a member)."));
        assertEquals("J. Marsh, Jo M.", persons("It was signed by J. Marsh and also by Jo M. in red."));
        assertEquals("Ann-Kathrin", persons("In the end Ann-Kathrin drove us home."));
        assertEquals("Maria de la Cruz", persons("They asked Maria de la Cruz about it."));
        assertEquals("Sinéad O’Brien, Ewan McTavish", persons("We met Sinéad O’Brien with Ewan McTavish."));
        assertEquals("Zbigniew", persons("It was Zbigniew’s idea."));
        assertEquals("Vorlin", persons("He said that Comrade Vorlin would decide."));
    }

    @Test
    void namesAtTheStartOfASentence() {
        assertEquals("Thorvik", persons("Thorvik told me to be quiet."));
        assertEquals("Grace", persons("Grace said no."));
        assertEquals("Will", persons("We were late. Will was not."));
        assertEquals("", found("Will you come? May we? Grace matters. Hope dies last. Mark my words."));
        assertEquals("", found("Nevertheless we stayed. Brainwashing works. Rowing is fun. Recruiters came."));
    }

    @Test
    void namesInChats() {
        assertEquals("anna", persons("yeah anna said it was fine"));
        assertEquals("priya", persons("hi i talked to priya about the money"));
        assertEquals("zulivia", persons("my name is zulivia btw"));
        assertEquals("THOMAS", persons("ok THOMAS was there again"));
    }

    @Test
    void placesInChats() {
        assertEquals(List.of("lisbon"), chat("she moved to lisbon last year lol"));
        assertEquals(List.of("almond close"), chat("we lived on almond close back then"));
        assertEquals(List.of("kuala lumpur"), chat("he was in kuala lumpur"));
        assertEquals(List.of(), chat("i was reading in bath and down the main road"));
        assertEquals(List.of(), chat("people from private road close to me"));
    }

    private static List<String> chat(String text) {
        return NameFinder.find(text).stream().map(Find::text).toList();
    }

    @Test
    void placesAndGroups() {
        assertEquals("Sheffield, Kelmore", found("The branch in Sheffield moved to Kelmore.", IdentityKind.PLACE));
        assertEquals("Orchard Lane", found("We met in Orchard Lane every week.", IdentityKind.PLACE));
        assertEquals("New Dawn Society, IQF", found("I left the New Dawn Society, then the IQF.", IdentityKind.GROUP));
        assertEquals("League of Quiet Friends", found("I joined the League of Quiet Friends.", IdentityKind.GROUP));
    }

    @Test
    void whatNamesNobodyIsLeftAlone() {
        assertEquals("", found("On Monday, in March, the German Marxists and I spoke English on the Internet."));
        assertEquals("", found("How I Left and What I Learned There\n\nIt took a year."));
        assertEquals("", found("THIS IS NOT OKAY. I am SO tired of it."));
    }

    @Test
    void unknownCapitalsMustBeDecided() {
        assertEquals("Vellumina", found("All of us had to read Vellumina twice.", IdentityKind.UNKNOWN));
        assertEquals("", found("All of us had to read the Guidelines twice, and guidelines are dull."));
    }

    @Test
    void contacts() {
        assertEquals("jo.marsh@post.example", found("Write to jo.marsh@post.example.", IdentityKind.EMAIL));
        assertEquals("@jo_marsh, u/quietrower", found("ask @jo_marsh or u/quietrower", IdentityKind.HANDLE));
        assertEquals(
                "https://a.example/x?y=1, www.b.example, c-d.example/join",
                found("See https://a.example/x?y=1, www.b.example and c-d.example/join.", IdentityKind.LINK));
        assertEquals(
                "+44 20 7946 0958, 020 7946 0958, (555) 010-0123".replace("(555) 010-0123", "+49 30 901820"),
                found("+44 20 7946 0958 or 020 7946 0958 or +49 30 901820", IdentityKind.PHONE));
        assertEquals(
                "DE89 3704 0044 0532 0130 00", found("Pay to DE89 3704 0044 0532 0130 00 please", IdentityKind.NUMBER));
        assertEquals("", found("Pay to DE88 3704 0044 0532 0130 00 please", IdentityKind.NUMBER));
        assertEquals("4111 1111 1111 1111", found("my card 4111 1111 1111 1111 was charged", IdentityKind.NUMBER));
        assertEquals("192.0.2.17", found("posted from 192.0.2.17 at night", IdentityKind.NUMBER));
        assertEquals("AB12 CDE", found("a van, number plate AB12 CDE, stood there", IdentityKind.NUMBER));
        assertEquals(
                "",
                found(
                        "It was 2019-04-03, 11:00, and cost 1,200.50 for 10.000 people e.g. in 1998/1999.",
                        IdentityKind.PHONE,
                        IdentityKind.NUMBER,
                        IdentityKind.LINK));
    }

    @Test
    void metadataIsFoundAndLabelsAreNot() {
        String text = "Worker: hello\nquietrower9: hi\nKari Vestby: and hello\nWorker: bye kari vestby";
        var account = Case.account(
                text,
                Optional.of("Kari Vestby"),
                List.of(
                        new Speaker(Id.random(), "Worker", Speaker.Kind.LABEL, Speaker.Role.TELLER),
                        new Speaker(Id.random(), "quietrower9", Speaker.Kind.NAMED, Speaker.Role.INTERVIEWER)));
        String found = NameFinder.find(account).stream()
                .map(find -> find.text() + "/" + find.kind() + (find.span().length() == 0 ? "/metadata" : ""))
                .collect(Collectors.joining(" "));
        assertEquals(
                "Kari Vestby/person/metadata quietrower9/handle/metadata quietrower9/handle Kari Vestby/person"
                        + " kari vestby/person",
                found);
    }

    @Test
    void everyFindNamesItsRule() {
        for (Find find :
                NameFinder.find("Dear Anna, the New Dawn Society in Leeds has jo@post.example, said Vorlin.")) {
            assertTrue(find.by().matches("(rule|gazetteer|metadata):[a-z-]+"), find.by());
            assertTrue(find.score() > 0 && find.score() <= 1);
        }
    }

    @Test
    void theMachinesLanguageChangesNothing() {
        String text = "Then INGRID ISIK told Iris Lindqvist, who lives in ILFORD, about it. iris said hi.";
        String before = found(text);
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertEquals(before, found(text));
        } finally {
            Locale.setDefault(machine);
        }
        assertTrue(before.contains("Iris Lindqvist"), before);
    }

    @Test
    void badInputIsNoTrouble() {
        assertEquals(List.of(), NameFinder.find(""));
        assertEquals(List.of(), NameFinder.find("\ud800 \udc00 \u0000 \ufffe"));
        assertFalse(NameFinder.find("\ud800Anna Marsh\udc00 went home with Anna Marsh.")
                .isEmpty());
        long seed = 99;
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(80); i > 0; i--) {
                text.append("Aa Bo. Mr@/:-'’\n0199(\ud83d\ude00\ud800#u_,É\u0301".charAt(random.nextInt(30)));
            }
            int last = 0;
            for (Find find : NameFinder.find(text.toString())) {
                assertTrue(find.span().start() >= last, "seed " + seed + ": " + text);
                last = find.span().end();
            }
        }
    }

    @Test
    void oneVeryLongLine() {
        String line = "and then Anna Marsh said that we 12345 ".repeat(16 * 1024);
        assertEquals(16 * 1024, NameFinder.find(line).size());
        NameFinder.find("a".repeat(1_000_000));
        NameFinder.find("1 ".repeat(200_000));
        NameFinder.find("A.".repeat(200_000));
    }
}
