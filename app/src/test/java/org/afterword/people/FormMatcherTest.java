package org.afterword.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;
import org.junit.jupiter.api.Test;

class FormMatcherTest {
    private static final List<String> FIRST = List.of(
            "Joanna",
            "Björn",
            "José",
            "Łukasz",
            "Ngozi",
            "Xiaoling",
            "Şerife",
            "İbrahim",
            "Siobhán",
            "Anne-Marie",
            "Владимир",
            "Priya",
            "Ögmund",
            "Zoë",
            "Hryhoriy",
            "محمد",
            "Ελένη",
            "Nguyễn",
            "Jean-Luc",
            "D'Arcy");
    private static final List<String> LAST = List.of(
            "Marsh",
            "O’Leary",
            "van der Veldt",
            "de la Peña",
            "Nowosielski",
            "Adeyemi-Okoro",
            "Çelikbilek",
            "Straßner",
            "Петренко",
            "Li-Wong",
            "MacGillivray",
            "Quintanilla Ruedas",
            "الحداد",
            "Παππάς",
            "Þórsdóttir",
            "Zhangwei");

    private static Identity person(String name) {
        return new Identity(Id.random(), IdentityKind.PERSON, name, "test");
    }

    private static String found(String text, Identity... identities) {
        return FormMatcher.of(List.of(identities), false).find(text).stream()
                .map(match -> match.span().of(text) + "/" + match.form().how())
                .collect(Collectors.joining(" "));
    }

    @Test
    void formsOfAName() {
        Identity jo = person("Jo Marsh");
        assertEquals("Jo Marsh/FULL", found("met Jo Marsh.", jo));
        assertEquals("JO MARSH/FULL", found("met JO MARSH.", jo));
        assertEquals("jo marsh/FULL", found("met jo marsh.", jo));
        assertEquals("jo_marsh/FULL JoMarsh/JOINED jomarsh/JOINED", found("@jo_marsh JoMarsh jomarsh87", jo));
        assertEquals("jomarsh/JOINED JoMarsh/JOINED", found("realjomarsh JoMarshFan", jo));
        assertEquals("Marsh, Jo/REVERSED", found("Marsh, Jo: absent", jo));
        assertEquals(
                "J. Marsh/INITIAL_AND_SURNAME Jo M/FIRST_AND_INITIAL J.M/INITIALS",
                found("J. Marsh, Jo M. and J.M. came", jo));
        assertEquals("Jo Marsh/FULL Marsh/SURNAME", found("Jo Marsh’s friend, the Marshes", jo));
        assertEquals("J\u200bo\u00a0Marsh/FULL", found("met J\u200bo\u00a0Marsh", jo));
        assertEquals("Jо Mаrsh/FULL", found("met Jо Mаrsh", jo)); // with Cyrillic letters
        assertEquals("", found("marshland, Joan, ajo marshal", jo));
    }

    @Test
    void wordsThatAreAlsoNames() {
        Identity[] names = {
            person("Will"),
            person("May"),
            person("Rose"),
            person("Grant"),
            person("Mark"),
            person("Marx"),
            person("Paris")
        };
        assertEquals(
                "", found("Will you? I will. In May we rose; prices rose. A grant. May 5th. Mark my words.", names));
        assertEquals("", found("Marxist, Marxism and marxists in Paris", names));
        assertEquals("Will/FULL Rose/FULL Marx/FULL", found("I saw Will and Rose, reading Marx.", names));
        assertEquals("Will/FULL Grant/FULL", found("Will said no. Grant’s was open.", names));
    }

    @Test
    void aFormOfTwoIsGivenForBoth() {
        Identity thomas = person("Thomas");
        Identity ann = person("Ann Thomas");
        assertEquals("Thomas/FULL Thomas/SURNAME", found("so Thomas left", thomas, ann));
        assertEquals("Ann Thomas/FULL", found("so Ann Thomas left", thomas, ann));
    }

    @Test
    void numbersHoweverGrouped() {
        var phone = new Identity(Id.random(), IdentityKind.PHONE, "+44 20 7946 0958", "test");
        assertEquals("(020) 79460958/FULL", found("call (020) 79460958 at 5", phone));
        var mail = new Identity(Id.random(), IdentityKind.EMAIL, "jo.marsh@post.example", "test");
        assertEquals("Jo.Marsh@post.example/FULL", found("to Jo.Marsh@post.example!", mail));
    }

    @Test
    void everyFormIsFoundWhereItStands() {
        long seed = 4711;
        var random = new Random(seed);
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            for (int round = 0; round < 500; round++) {
                String name = FIRST.get(random.nextInt(FIRST.size()))
                        + (random.nextInt(4) == 0 ? " " + FIRST.get(random.nextInt(FIRST.size())) : "")
                        + " "
                        + LAST.get(random.nextInt(LAST.size()));
                Identity identity = person(name);
                FormMatcher matcher = FormMatcher.of(List.of(identity));
                for (Forms.Form form : Forms.of(name, IdentityKind.PERSON)) {
                    String written = written(form, random);
                    String before = "we spoke 7 times, ".repeat(random.nextInt(3)) + "with ";
                    String text =
                            before + written + List.of("", "'s", "’s", "’").get(random.nextInt(4)) + " again";
                    var spans = new ArrayList<Span>();
                    matcher.find(text).forEach(match -> spans.add(match.span()));
                    int end = before.length() + written.length();
                    assertTrue(
                            spans.stream()
                                    .anyMatch(s -> s.start() == before.length()
                                            && (s.end() == end || (written.endsWith(".") && s.end() == end - 1))),
                            () -> "seed " + seed + ": " + form + " in “" + text + "” gave " + spans);
                }
            }
        } finally {
            Locale.setDefault(machine);
        }
    }

    /** With capitals, or all in capitals. */
    private static String written(Forms.Form form, Random random) {
        String capitals = form.text().toUpperCase(Locale.ROOT);
        return switch (random.nextInt(2)) {
            case 0 -> capitals;
            default -> {
                var text = new StringBuilder(form.text());
                for (int i = 0; i < text.length(); i++) {
                    if (Character.isLetter(text.charAt(i)) && (i == 0 || !Character.isLetter(text.charAt(i - 1)))) {
                        text.setCharAt(i, Character.toUpperCase(text.charAt(i)));
                    }
                }
                yield text.toString();
            }
        };
    }

    @Test
    void manyNamesInALongText() {
        var identities = new ArrayList<Identity>();
        for (int i = 0; i < 20_000; i++) {
            identities.add(person("Qa" + Integer.toString(i, 26).replaceAll("[0-9]", "z") + " Vor"
                    + Integer.toString(i * 7, 26).replaceAll("[0-9]", "y")));
        }
        identities.add(person("Jo Marsh"));
        String text = "many plain words and Jo Marsh, ".repeat(10_000);
        assertEquals(10_000, FormMatcher.of(identities, false).find(text).size());
        assertEquals(List.of(), FormMatcher.of(List.of()).find(text));
        assertEquals(List.of(), FormMatcher.of(identities, false).find(""));
        assertEquals("Jo Marsh/FULL", found("\ud800Jo Marsh\udc00", person("Jo Marsh"), person("\ud800"), person(" ")));
    }
}
