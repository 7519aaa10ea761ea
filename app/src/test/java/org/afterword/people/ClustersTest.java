package org.afterword.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Proposal;
import org.afterword.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClustersTest {

    private static String aliases(Case contents) {
        Map<Id, String> names = contents.identities().stream().collect(Collectors.toMap(Identity::id, Identity::name));
        return Clusters.aliases(contents).stream()
                .map(s -> names.get(s.target()) + "=" + names.get(((Proposal.Alias) s.proposal()).other()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @Test
    void oneNameIsOneIdentity() {
        Account a = Case.account("Then Zoë Kerrigan left. ZOE KERRIGAN’s car stood there; zoe kerrigan came back.");
        var contents = new Case().add(a);
        assertEquals(1, contents.identities().size());
        assertEquals(
                List.of("Zoë Kerrigan", "ZOE KERRIGAN", "zoe kerrigan"),
                contents.mentioned(a, contents.named("Zoë Kerrigan")).stream()
                        .sorted(java.util.Comparator.comparingInt(a.text()::indexOf))
                        .toList());
    }

    @Test
    void namesKnownFromElsewhereAreFoundInEveryForm() {
        Account first = Case.account("We met Vendrala Oskwith at the hall.");
        Account second = Case.account("vendrala said hi. Oskwith was late. ask vendrala_oskwith or VendralaOskwith.");
        for (List<Account> order : List.of(List.of(first, second), List.of(second, first))) {
            var contents = new Case();
            order.forEach(contents::add);
            assertTrue(contents.mentioned(second, contents.named("Vendrala Oskwith"))
                    .contains("vendrala_oskwith"));
            assertTrue(contents.covered(second).endsWith("###############-"), contents.covered(second));
            assertTrue(aliases(contents).contains("VendralaOskwith=Vendrala Oskwith"), aliases(contents));
            assertTrue(contents.covered(second).startsWith("########"), contents.covered(second));
        }
    }

    @Test
    void aLoneNameIsProposedNotMerged() {
        var contents = new Case()
                .add(Case.account("We met Joanna Kerrigan. Later Joanna said no. In the end Kerrigan agreed."));
        assertEquals(3, Clusters.of(contents).size());
        assertEquals("Joanna=Joanna Kerrigan, Kerrigan=Joanna Kerrigan", aliases(contents));
        contents.decide(
                contents.named("Joanna").id(),
                new Verdict.SameAs(contents.named("Joanna Kerrigan").id()));
        assertEquals(2, Clusters.of(contents).size());
        Cluster joanna = Clusters.of(contents).getFirst();
        assertEquals("Joanna Kerrigan", joanna.name());
        assertEquals(2, joanna.mentions());
        assertEquals("Kerrigan=Joanna Kerrigan", aliases(contents));
        contents.decide(
                contents.named("Kerrigan").id(),
                new Verdict.DistinctFrom(contents.named("Joanna Kerrigan").id()));
        assertEquals("", aliases(contents));
    }

    @Test
    void aSurnameWithTwoOwnersIsShownWithBoth() {
        var contents =
                new Case().add(Case.account("We met Joanna Kerrigan and Tobias Kerrigan. Then Kerrigan said no."));
        assertEquals("Kerrigan=Joanna Kerrigan, Kerrigan=Tobias Kerrigan", aliases(contents));
        Clusters.aliases(contents).forEach(suggestion -> {
            assertTrue(suggestion.score() < Aliases.EITHER, suggestion.toString());
            assertTrue(
                    suggestion.reason().contains("“Joanna Kerrigan”")
                            && suggestion.reason().contains("“Tobias Kerrigan”"),
                    suggestion.reason());
        });
        contents.decide(
                contents.named("Kerrigan").id(),
                new Verdict.DistinctFrom(contents.named("Tobias Kerrigan").id()));
        assertEquals("Kerrigan=Joanna Kerrigan", aliases(contents));
        assertTrue(Clusters.aliases(contents).getFirst().score() >= Aliases.EITHER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    We met Mrs Joanna Kerrigan. Then Mr Kerrigan said no. | Mr Kerrigan=Mrs Joanna Kerrigan | no
                    We met Mr Kerrigan. Mrs Kerrigan was there. | Mrs Kerrigan=Mr Kerrigan | no
                    We met Mr Kerrigan. Mrs Kerrigan was there. | Mr Kerrigan=Mrs Kerrigan | no
                    We met Miss Kerrigan. Mrs Kerrigan was there. | Mrs Kerrigan=Miss Kerrigan | no
                    We met Mrs Charles Kerrigan and Charles Kerrigan. | Mrs Charles Kerrigan=Charles Kerrigan | no
                    We met Joanna Kerrigan. Mrs Kerrigan said no. | Mrs Kerrigan=Joanna Kerrigan | yes
                    We met Joanna Kerrigan. Mr Kerrigan said no. | Mr Kerrigan=Joanna Kerrigan | no
                    We met Tobias Aurel Kerrigan. I wrote to Tobias Kerrigan. | Tobias Kerrigan=Tobias Aurel Kerrigan | yes
                    We met Tobias A. Kerrigan. I wrote to Tobias B. Kerrigan. | Tobias B. Kerrigan=Tobias A. Kerrigan | no
                    We met Joanna Kerrigan-Oskwith. I wrote to Joanna Kerrigan. | Joanna Kerrigan=Joanna Kerrigan-Oskwith | yes
                    We met Tobias van der Oskwith. I asked Mr Oskwith. | Mr Oskwith=Tobias van der Oskwith | yes
                    We met Elizabeth Oskwith. I asked Lizzy Oskwith. | Lizzy Oskwith=Elizabeth Oskwith | yes
                    We met Yekaterina Oskwith. I asked Katya Oskwith. | Katya Oskwith=Yekaterina Oskwith | yes
                    We met Margaret Oskwith. I asked Peggy. | Peggy=Margaret Oskwith | yes
                    """)
    void titlesMiddleNamesAndShortForms(String text, String pair, String proposed) {
        var contents = new Case().add(Case.account(text));
        List<String> sides = List.of(pair.split("="));
        String found = ", " + aliases(contents) + ",";
        boolean one = found.contains(", " + pair + ",");
        boolean other = found.contains(", " + sides.get(1) + "=" + sides.get(0) + ",");
        assertEquals(proposed.equals("yes"), one || other, found);
    }

    @Test
    void aFirstNameIsNotASurname() {
        var contents = new Case().add(Case.account("We met Ann Thomas. Then Thomas said no."));
        assertEquals("", aliases(contents));
    }

    @Test
    void nicknamesInitialsHandlesAndMisspellings() {
        var contents = new Case()
                .add(
                        Case.account(
                                "We met Joanna Kerrigan. It was signed J. Kerrigan. I wrote to Jo Kerrigan and to @jo_kerrigan77."));
        String found = aliases(contents);
        assertTrue(
                found.contains("Jo Kerrigan=Joanna Kerrigan") || found.contains("Joanna Kerrigan=Jo Kerrigan"), found);
        assertTrue(found.contains("@jo_kerrigan77=Jo Kerrigan"), found);
        var misspelt = new Case().add(Case.account("We met Maarten Oskwith. Later Maarten Oskwit was there."));
        assertEquals(1, Clusters.aliases(misspelt).size());
        assertTrue(Misspellings.atDistanceOne("oskwith", "oskwiht"));
        assertFalse(Misspellings.atDistanceOne("oskwith", "oskwith"));
        assertFalse(Misspellings.atDistanceOne("oskwith", "askwit"));
    }

    @Test
    void theOrderOfAccountsDoesNotChangeWhatIsCovered() {
        long seed = 31;
        var random = new Random(seed);
        List<String> parts = List.of(
                "Vendrala Oskwith came. ",
                "oskwith said no. ",
                "We saw Mr Oskwith in Kelmore. ",
                "the kelmore branch. ",
                "Thomas told me. ",
                "Ann Thomas left; thomas stayed. ",
                "In Thomas we trust. ",
                "I read Vellumina. ",
                "vellumina is long. ",
                "ask @ann_thomas. ",
                "Grace Hill drove. ",
                "grace is a hill. ",
                "We met A. Thomas. ",
                "the Vellumina Society met. ",
                "Kelmore was cold. ",
                "We met Kelmore and Vellumina. ");
        for (int round = 0; round < 40; round++) {
            var accounts = new ArrayList<Account>();
            for (int i = 0; i < 5; i++) {
                var text = new StringBuilder();
                for (int j = 0; j < 4; j++) {
                    text.append(parts.get(random.nextInt(parts.size())));
                }
                accounts.add(Case.account(text.toString()));
            }
            var together = new Case();
            together.add(accounts);
            var shuffled = new ArrayList<>(accounts);
            Collections.shuffle(shuffled, random);
            var apart = new Case();
            shuffled.forEach(apart::add);
            for (Account account : accounts) {
                assertEquals(
                        account.text() + "\n" + together.covered(account),
                        account.text() + "\n" + apart.covered(account),
                        "seed " + seed + " round " + round);
            }
        }
    }

    @Test
    void whatAPersonAddsIsFoundEverywhere() {
        Account first = Case.account("we all had to call moonwren every night. MOONWREN’s rule.");
        Account second = Case.account("nobody liked moonwren_admin or the moonwrens.");
        var contents = new Case().add(first, second);
        contents.add(ByHand.add("Moonwren", IdentityKind.PERSON, contents));
        Identity moonwren = contents.named("Moonwren");
        assertEquals(ByHand.BY, moonwren.by());
        assertEquals(List.of("moonwren", "MOONWREN"), contents.mentioned(first, moonwren));
        assertEquals(List.of("moonwren", "moonwren"), contents.mentioned(second, moonwren));
        assertEquals(
                0,
                ByHand.add("moonwren", IdentityKind.PERSON, contents).mentions().size());
        assertEquals(
                0,
                ByHand.add("moonwren", IdentityKind.PERSON, contents)
                        .identities()
                        .size());
        assertThrows(IllegalArgumentException.class, () -> ByHand.add(" … ", IdentityKind.PERSON, contents));
        Account third = Case.account("so moonwren again");
        contents.add(third);
        assertEquals(List.of("moonwren"), contents.mentioned(third, moonwren));
    }

    @Test
    void sameInputSameOutput() {
        Account account = Case.account("We met Joanna Kerrigan and Tobias Oskwith in Kelmore. Jo told Tobias.");
        assertEquals(summary(new Case().add(account)), summary(new Case().add(account)));
    }

    private static String summary(Case contents) {
        var names = new TreeMap<Id, String>();
        contents.identities().forEach(i -> names.put(i.id(), i.name()));
        return contents.identities().stream().map(Identity::name).toList()
                + contents.mentions().stream()
                        .map(m -> names.get(m.identity()) + m.span())
                        .toList()
                        .toString()
                + aliases(contents);
    }
}
