package org.afterword.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.PersonRole;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.junit.jupiter.api.Test;

/** Whatever is decided, in whatever order: nobody is named who may not be. */
class NamedOnlyTest {
    private static final long SEED = 20261121;
    private static final Set<String> PUBLIC =
            Set.of("is=author", "is=office-holder", "is=public-figure", "is=historical-figure");
    private static final List<PersonRole> ROLES = List.of(PersonRole.values());
    private static final List<String> NAMES = List.of(
            "Ada Quillon",
            "Bram Oskerby",
            "Cilla Venhorst",
            "Dovid Harrowgate",
            "Edda Liskovar",
            "Fenna Marlobeck",
            "Gitte Sundbry",
            "Hollis Warrabin",
            "Ivo Trentleigh");

    private final ListContents contents = ListContents.empty();
    private final List<Identity> people = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();

    private void people() {
        for (String name : NAMES) {
            people.add(contents.name(people.size() % 4 == 3 ? IdentityKind.UNKNOWN : IdentityKind.PERSON, name));
            Account account = contents.account(
                    name + " and the rest",
                    "Then " + String.join(" came, and ", NAMES) + " left.",
                    Optional.of(name),
                    Optional.of("https://essays.example/" + people.size()));
            contents.decide(account.id(), "consent=attributed");
            accounts.add(account);
        }
    }

    @Test
    void whateverTheOrderNobodyIsNamedWhoMayNotBe() {
        int named = 0;
        for (int run = 0; run < 20; run++) {
            var one = new NamedOnlyTest();
            one.people();
            named += one.run(new Random(SEED + run), "seed " + (SEED + run));
        }
        assertTrue(named > 10, "the rule lets somebody be named: " + named);
    }

    private int run(Random random, String seed) {
        var made = new ArrayList<Decision>();
        int named = 0;
        for (int step = 0; step < 60; step++) {
            Identity person = people.get(random.nextInt(people.size()));
            if (random.nextInt(6) == 0 && !made.isEmpty()) {
                contents.undo(made.remove(random.nextInt(made.size())));
            } else {
                String reason = random.nextBoolean() ? "in a letter of May" : "";
                made.add(contents.decide(person, any(random), reason));
            }
            if (step % 6 == 5) {
                named += look(seed + ", step " + step);
            }
        }
        return named;
    }

    private String any(Random random) {
        PersonRole role = ROLES.get(random.nextInt(ROLES.size()));
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> "is=" + role;
            case 3, 4, 5, 6 -> "keep=" + role;
            case 7 -> "keep";
            case 8 -> random.nextInt(3) == 0 ? "withdraws" : "agrees";
            case 9 -> "same-as=" + people.get(random.nextInt(people.size())).id();
            case 10 ->
                "distinct-from=" + people.get(random.nextInt(people.size())).id();
            default -> random.nextBoolean() ? "not-a-name" : "redact";
        };
    }

    private int look(String seed) {
        Protection protection = Fixture.protection(contents);
        int named = 0;
        for (Cluster cluster : protection.clusters()) {
            boolean may = mayStand(cluster.members());
            named += may ? 1 : 0;
            for (Identity person : people) {
                if (cluster.members().contains(person.id()) && !may) {
                    shownNowhere(protection, person.name(), seed);
                }
            }
        }
        for (Account account : accounts) {
            String shown = protection.protect(account).text();
            assertEquals(shown, protection.line(shown).text(), seed + ": protecting twice");
        }
        return named;
    }

    private void shownNowhere(Protection protection, String name, String seed) {
        assertFalse(protection.line("It was " + name + ".").text().contains(name), () -> seed + ": " + name);
        for (Account account : accounts) {
            assertFalse(protection.protect(account).text().contains(name), () -> seed + ": " + name);
            assertFalse(protection.title(account).text().contains(name), () -> seed + ": " + name);
            if (protection.quotability(account) instanceof Quotability.Attributed(Redacted _, Redacted by)) {
                assertFalse(by.text().contains(name), () -> seed + ": " + name + " as author");
            }
        }
    }

    /** The rule once more, from the decisions alone. */
    private boolean mayStand(Set<Id> members) {
        Optional<Decision> name = Optional.empty();
        String role = "";
        boolean agreed = false;
        boolean said = false;
        for (Decision one : contents.decisions()) {
            if (members.contains(one.target())) {
                String text = one.verdict().text();
                if (text.equals("is=minor")) {
                    return false;
                }
                switch (one.verdict().aspect()) {
                    case "name" -> name = Optional.of(one);
                    case "role" -> role = text;
                    case "agreement" ->
                        agreed = text.equals("agrees") && !one.reason().isBlank();
                    default -> {}
                }
                said |= List.of("role", "age", "agreement")
                        .contains(one.verdict().aspect());
            }
        }
        if (name.isEmpty()) {
            return false;
        }
        String decided = name.get().verdict().text();
        boolean thing = role.equals("is=no-person");
        if (decided.equals("not-a-name")) {
            return thing || !said;
        }
        if (thing && decided.startsWith("keep")) {
            return true;
        }
        return decided.equals(role.replace("is=", "keep="))
                && (PUBLIC.contains(role) || agreed)
                && (Set.of("is=author", "is=historical-figure").contains(role)
                        || !name.get().reason().isBlank());
    }

    @Test
    void whatIsAcceptedStandsAndWhatIsRefusedDoesNot() {
        var random = new Random(SEED);
        int accepted = 0;
        int refused = 0;
        for (int run = 0; run < 400; run++) {
            var one = new NamedOnlyTest();
            Identity person = one.contents.person("Ada Quillon");
            for (int i = random.nextInt(3); i > 0; i--) {
                one.contents.decide(
                        person,
                        random.nextBoolean() ? "agrees" : "is=" + ROLES.get(random.nextInt(ROLES.size())),
                        "in May, to us");
            }
            Protection before = Fixture.protection(one.contents);
            Cluster cluster = before.clusters().getFirst();
            PersonRole as = ROLES.get(random.nextInt(ROLES.size()));
            String reason = random.nextBoolean() ? "in the papers" : "";
            try {
                Verdict keep = before.check(cluster, new Verdict.Keep(Optional.of(as)), reason, random.nextBoolean());
                one.contents.decide(person, "is=" + as, reason);
                one.contents.decide(person, keep.text(), reason);
                assertEquals(List.of(), Fixture.protection(one.contents).open(), keep.text());
                accepted++;
            } catch (IllegalArgumentException e) {
                assertFalse(e.getMessage().contains("Quillon"), e.getMessage());
                refused++;
            }
        }
        assertTrue(accepted > 50 && refused > 50, accepted + " accepted, " + refused + " refused");
    }

    @Test
    void anOlderKeptPersonIsDecidedAnewAndAnUndoneRoleToo() {
        Identity ada = contents.person("Ada Quillon");
        contents.decide(ada, "keep", "as it was before roles");
        assertTrue(only().contains("not said who this is"), only());
        Decision role = contents.decide(ada, "is=office-holder");
        assertTrue(only().contains("decide anew"), only());
        Decision kept = contents.decide(ada, "keep=office-holder", "elected, in the papers");
        assertEquals(List.of(), Fixture.protection(contents).open());
        contents.undo(role);
        assertTrue(only().contains("not said who this is"), only());
        contents.decide(ada, "is=private");
        assertTrue(only().contains("a private person"), only());
        contents.undo(kept);
        assertTrue(only().contains("not said") || only().contains("a private person"), only());
    }

    private String only() {
        List<Open> open = Fixture.protection(contents).open();
        assertEquals(1, open.size());
        return open.getFirst().decide();
    }

    @Test
    void oneMinorAmongThoseWhoAreOneIsEnoughAndMergingTakesItAlong() {
        Identity ada = contents.person("Ada Quillon");
        Identity bram = contents.person("Bram Oskerby");
        contents.keep(ada, "historical-figure");
        assertEquals(List.of("Bram Oskerby"), openNames());
        contents.decide(bram, "is=minor");
        contents.decide(ada, "is=adult");
        Decision same = contents.decide(ada, "same-as=" + bram.id());
        assertTrue(only().contains("minor"), only());
        contents.undo(same);
        assertEquals(List.of("Bram Oskerby"), openNames());
        contents.decide(ada, "same-as=" + bram.id());
        contents.decide(bram, "is=adult");
        assertEquals(List.of(), openNames());
    }

    private List<String> openNames() {
        return Fixture.protection(contents).open().stream()
                .map(open -> open.cluster().name())
                .toList();
    }

    @Test
    void whatIsSaidToBeNobodysNameWhileSomebodyBearsItIsOpen() {
        Identity ada = contents.person("Ada Quillon");
        contents.decide(ada, "not-a-name");
        assertEquals(List.of(), openNames());
        Decision role = contents.decide(ada, "is=private");
        assertEquals(1, openNames().size());
        contents.decide(ada, "is=no-person", "the name of a boat");
        assertEquals(List.of(), openNames());
        contents.undo(role);
        assertEquals(List.of(), openNames());
    }
}
