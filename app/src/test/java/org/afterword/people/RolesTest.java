package org.afterword.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.language.Folding;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.PersonRole;
import org.afterword.model.Speaker;
import org.junit.jupiter.api.Test;

class RolesTest {
    private static final String PERSON = "Orla Vendrake";

    private static List<Roles.Suggested> suggested(Case contents, String name) {
        List<Cluster> clusters = Clusters.of(contents);
        Cluster cluster = clusters.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not found"));
        return Roles.of(contents, clusters, clusters).getOrDefault(cluster.id(), List.of());
    }

    private static Roles.Suggested first(String text) {
        return suggested(new Case().add(Case.account(text)), PERSON).getFirst();
    }

    @Test
    void wordsBesideTheNameSayTheOffice() {
        for (String[] line : List.of(
                new String[] {"Our branch secretary Orla Vendrake took the register.", "branch secretary"},
                new String[] {"Then Orla Vendrake, our treasurer, read out the sums.", "treasurer"},
                new String[] {"Orla Vendrake was the national organiser by then.", "national organiser"},
                new String[] {"I asked the chair, Orla Vendrake, for a word.", "chair"},
                new String[] {"Orla Vendrake (leader of the house) said no.", "leader"},
                new String[] {"A letter came from the spokesperson, Orla Vendrake.", "spokesperson"},
                new String[] {"Orla Vendrake founded it, and left.", "founded"})) {
            Roles.Suggested role = first(line[0]);
            assertEquals(PersonRole.OFFICE_HOLDER, role.role(), line[0]);
            assertEquals(line[1], role.words(), line[0]);
            assertTrue(role.why().contains(line[1]), role.why());
        }
    }

    @Test
    void aSignOfAMinorComesBeforeAllOthers() {
        for (String text : List.of(
                "My son Orla Vendrake was there.",
                "Orla Vendrake, aged 12, sang.",
                "Orla Vendrake (14) sang.",
                "Orla Vendrake, 15, our youth secretary, sang.",
                "Orla Vendrake was a minor then.",
                "The 15-year-old Orla Vendrake sang.",
                "Orla Vendrake was only fifteen when they came.",
                "The schoolgirl Orla Vendrake sang.",
                "Orla Vendrake, my little daughter, sang.")) {
            assertEquals(PersonRole.MINOR, first(text).role(), text);
        }
        for (String text : List.of(
                "Orla Vendrake was ten minutes late.",
                "Orla Vendrake was one of us.",
                "Orla Vendrake, 34, sang.",
                "Orla Vendrake had two children.",
                "I told Orla Vendrake that my son was ill.")) {
            assertEquals(PersonRole.PRIVATE, first(text).role(), text);
        }
    }

    @Test
    void authorsAndPublicPeople() {
        assertEquals(
                PersonRole.AUTHOR,
                first("Orla Vendrake wrote the book that they all read.").role());
        assertEquals(
                PersonRole.AUTHOR,
                first("Orla Vendrake, author of two novels, spoke.").role());
        assertEquals(
                PersonRole.AUTHOR, first("I read the memoir by Orla Vendrake.").role());
        assertEquals(
                PersonRole.PUBLIC_FIGURE,
                first("Even Senator Orla Vendrake came.").role());
        assertEquals(PersonRole.PRIVATE, first("Orla Vendrake read a book.").role());
    }

    @Test
    void whoTellsIsAWitnessWhateverElseIsSaid() {
        Account account = Case.account(
                "I am Orla Vendrake, and I was the treasurer.",
                Optional.of(PERSON),
                List.of(new Speaker(Id.random(), PERSON, Speaker.Kind.NAMED, Speaker.Role.TELLER)));
        List<Roles.Suggested> roles = suggested(new Case().add(account), PERSON);
        assertEquals(PersonRole.WITNESS, roles.getFirst().role());
        assertEquals("", roles.getFirst().words());
    }

    @Test
    void historicalFiguresByOurListAloneAndNeverWhoTellsOrMayBeAnother() {
        var roles = suggested(new Case().add(Case.account("They read Karl Marx to us every Friday.")), "Karl Marx");
        assertEquals(PersonRole.HISTORICAL_FIGURE, roles.getFirst().role());
        assertTrue(
                roles.getFirst().why().contains("1818–1883"), roles.getFirst().why());
        Account teller = Case.account("I never liked it.", Optional.of("Karl Marx"), List.of());
        assertFalse(suggested(new Case().add(teller, Case.account("Ask Karl Marx about it.")), "Karl Marx").stream()
                .anyMatch(one -> one.role() == PersonRole.HISTORICAL_FIGURE));
        assertEquals(
                PersonRole.MINOR,
                suggested(new Case().add(Case.account("My son Karl Marx sang.")), "Karl Marx")
                        .getFirst()
                        .role());
    }

    @Test
    void theListOfHistoryHoldsNobodyWhoDiedLately() {
        var seen = new HashSet<String>();
        Pattern years = Pattern.compile("[0-9]{3,4}");
        List<String> lines = Gazetteer.lines("historical-figures.txt");
        assertTrue(lines.size() > 250, "entries: " + lines.size());
        for (String line : lines) {
            List<String> parts = List.of(line.split(" \\| "));
            assertEquals(3, parts.size(), line);
            Matcher year = years.matcher(parts.get(1));
            int last = 0;
            while (year.find()) {
                last = Integer.parseInt(year.group());
            }
            assertTrue(last <= 1997, line);
            for (String name : List.of(parts.getFirst().split(", "))) {
                assertTrue(seen.add(Folding.fold(name)), () -> "twice: " + name);
            }
        }
    }
}
