package org.afterword.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.afterword.casefile.Names;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Suggestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are words, marks, or nothing at all. */
class OddNamesTest {
    private static Case named(List<String> names) {
        var identities = new ArrayList<Identity>();
        for (String name : names) {
            for (IdentityKind kind : List.of(IdentityKind.PERSON, IdentityKind.UNKNOWN, IdentityKind.HANDLE)) {
                identities.add(new Identity(Id.random(), kind, name, "test"));
            }
        }
        var contents = new Case();
        contents.add(new Names(List.of(), identities, List.of()));
        return contents;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "'s",
                "-",
                "X",
                "x",
                "J.",
                "王",
                "🦊",
                "🦊🦊 🐻",
                "👩‍👩‍👧 Anna",
                "Mrs",
                "Mr. Mr.",
                "the",
                "of",
                "Dr. of",
                "12",
                "noor_91",
                "Jr.",
                "II",
                "\u202eAnna Marsh",
                "אבא",
                "אבא כהן",
                "محمد",
                "\ud83d",
                "a\u0301\u0301\u0301",
                "İ",
                "Straße ẞ",
                "%s %d",
                "“Anna” \\ \" <b>",
                "A-B-C-D-E-F-G-H-I-J",
            })
    void anyNameIsANameOrNone(String name) {
        List<String> others = List.of("Anna Marsh", "Mrs Marsh", "J. Marsh", "Will", "Anna", name, name + " Marsh");
        for (Suggestion suggestion : Clusters.aliases(named(others))) {
            assertTrue(suggestion.score() > 0 && suggestion.score() <= 1, suggestion.toString());
            assertFalse(suggestion.reason().isBlank());
        }
    }

    @Test
    void aNameOf500Letters() {
        for (String part : List.of("a", "Anna ", "Анна", "安", "🦊", "Mr ", "ab.", "\u0301")) {
            String name = part.repeat(500 / part.length());
            assertTrue(Clusters.aliases(named(List.of(name, name + "b", "Anna", "Anna Marsh")))
                            .size()
                    < 60);
            Clusters.assign(List.of(Case.account("We met " + name + " and Anna Marsh.")), new Case());
        }
    }

    /** "will", "may" and "grace" in an ordinary sentence are nobody, and no proposal brings them to a person. */
    @Test
    void namesThatAreWords() {
        var contents = new Case()
                .add(
                        Case.account("We met Will Oskwith, Grace Kerrigan and May Brannock. Will said no."),
                        Case.account("they will say grace in may, and it may rain; nobody will go."));
        List<Suggestion> aliases = Clusters.aliases(contents);
        assertTrue(
                aliases.stream().anyMatch(suggestion -> suggestion.reason().contains("“Will” may be “Will Oskwith”")),
                aliases.toString());
        assertEquals(
                List.of(),
                contents.mentions().stream()
                        .filter(mention -> List.of("will", "may", "grace").contains(mention.text()))
                        .toList());
    }

    @Test
    void aNameInManyHandlesIsNobodysInParticular() {
        var names = new ArrayList<Identity>();
        names.add(new Identity(Id.random(), IdentityKind.PERSON, "Anna", "test"));
        for (String handle : List.of("@anna_fox", "@annaz77", "anna.reads", "anna_k")) {
            names.add(new Identity(Id.random(), IdentityKind.HANDLE, handle, "test"));
        }
        var many = new Case();
        many.add(new Names(List.of(), names, List.of()));
        assertEquals(List.of(), Clusters.aliases(many));
        var few = new Case();
        few.add(new Names(List.of(), names.subList(0, 2), List.of()));
        assertEquals(1, Clusters.aliases(few).size());
    }
}
