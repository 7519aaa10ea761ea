package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.Case;
import org.afterword.Deciding;
import org.afterword.Progress;
import org.afterword.Refused;
import org.afterword.casefile.CheapCase;
import org.afterword.casefile.Passphrase;
import org.afterword.coding.Agreement;
import org.afterword.coding.Coded;
import org.afterword.model.Access;
import org.afterword.model.Account;
import org.afterword.model.Claim;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Suggestion;
import org.afterword.protection.Protection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever people do with a case, in whatever order: what the workbench kept is what it would be, made anew. {@code
 * -Dafterword.standing=200} for more cases.
 */
class StandingTest {
    private static final int CASES = Integer.getInteger("afterword.standing", 2);
    private static final int DEEDS = 40;
    private static final List<String> NAMES = List.of("Orla Finch", "Wren Tarbuck", "Kit Marlow", "Lady Ashdown");
    private static final List<String> TEXTS = List.of(
            "I joined the Kestrel Table in May 2004. Every Friday they asked us for money, and I was told to pay 40"
                    + " pounds or leave. %s kept the list. We were not allowed to criticise the teacher.",
            "I was at the Kestrel Table for a year, from 2010 on. I was never asked for money, not once. %s was kind to"
                    + " me. I made friends there.",
            "In 1998 I gave 500 pounds to the Table. %s said that whoever left would be shunned, and nobody spoke to"
                    + " me afterwards. I was told to cut off my family.");

    @TempDir
    private Path folder;

    private Random random = new Random();
    private String told = "";
    private int files;

    private static Case open(Path path, String by) throws IOException {
        try (Passphrase passphrase = Passphrase.of("a lamp in every window".toCharArray())) {
            return Case.open(path, passphrase, by);
        }
    }

    @Test
    void whatIsKeptIsWhatItWouldBeMadeAnew() throws IOException {
        long seed = Long.getLong("afterword.seed", System.nanoTime());
        for (int i = 0; i < CASES; i++) {
            random = new Random(seed + i);
            told = "-Dafterword.seed=" + (seed + i);
            oneCase(Files.createDirectory(folder.resolve(Integer.toString(i))));
        }
    }

    private void oneCase(Path here) throws IOException {
        Path path = here.resolve("case.afterword");
        CheapCase.create(path, "a lamp in every window");
        try (Case opened = open(path, "anna")) {
            for (int i = 0; i < 3; i++) {
                add(opened, here);
            }
            var kept = new Standing(opened);
            same(opened, kept, "at first");
            for (int i = 0; i < DEEDS; i++) {
                String deed = deed(opened, here, path, i);
                // what nobody looks at for a while is brought up to date by several at once
                if (random.nextInt(3) > 0) {
                    same(opened, kept, deed);
                }
            }
            same(opened, kept, "at last");
            assertFalse(kept.coded().headings().isEmpty(), told);
        }
    }

    private void add(Case opened, Path here) throws IOException {
        Path own = Files.createDirectory(here.resolve("files" + files++));
        Files.writeString(
                own.resolve("note" + files + ".txt"),
                String.format(any(TEXTS), any(NAMES)) + " That is note " + files + ".\n");
        opened.add(
                List.of(own), Optional.of(any(List.of("The Kestrel Table", "A rowing club"))), false, Progress.SILENT);
        opened.suggest(Progress.SILENT);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String deed(Case opened, Path here, Path path, int number) throws IOException {
        List<Suggestion> suggestions = opened.contents().suggestions();
        List<Id> accounts = opened.contents().accountIds();
        int what = random.nextInt(24);
        switch (what) {
            case 0, 1, 2, 3, 4, 5, 6 ->
                decide(opened, any(suggestions).id(), any(List.of("accept", "reject", "accept")));
            case 7 -> decide(opened, any(suggestions).id(), "change=polarity:denies");
            case 8 -> decide(opened, any(suggestions).id(), "reword=They asked for money.");
            case 9, 10 -> decide(opened, any(accounts), "read");
            case 11 -> decide(opened, any(accounts), any(List.of("consent=verbatim", "consent=none", "public=no")));
            case 12 -> decide(opened, any(accounts), any(List.of("public=yes", "content-note=violence", "approve")));
            case 13 -> decide(opened, any(opened.contents().speakerIds()), any(List.of("vantage=member", "restrict")));
            case 14, 15 -> decide(opened, any(opened.people()).id(), any(List.of("redact", "pseudonym", "not-a-name")));
            case 16 ->
                decide(
                        opened,
                        any(opened.people()).id(),
                        "same-as=" + any(opened.people()).id());
            case 17, 18 -> opened.deciding().undo(1 + random.nextInt(3));
            case 19 -> add(opened, here);
            case 20 -> opened.addNames(List.of(any(List.of("Kestrel", "Ashdown", "Friday"))), IdentityKind.PERSON);
            case 21 -> code(opened, any(accounts));
            case 22 -> elsewhere(opened, here, path, number);
            default -> seldom(opened, accounts);
        }
        return "after deed " + number + ", of kind " + what;
    }

    private void seldom(Case opened, List<Id> accounts) throws IOException {
        switch (random.nextInt(3)) {
            case 0 -> opened.coding().blind(!opened.contents().blind());
            case 1 -> opened.reread(List.of(any(opened.contents().exhibits())), Optional.empty(), Progress.SILENT);
            default -> {
                if (accounts.size() > 2) {
                    var erasing = opened.erasing();
                    erasing.plan(any(accounts).toString());
                    erasing.erase("asked for it");
                }
            }
        }
    }

    private static void code(Case opened, Id id) throws IOException {
        Account account = opened.contents().account(id).orElseThrow();
        opened.code(
                account,
                new Span(0, account.text().indexOf(' ')),
                new Proposal.Coding(
                        "practice/money-demand", Polarity.REPORTS, Access.EXPERIENCED, Claim.EVENT, Optional.empty()));
    }

    /** Somebody else decides in a copy of the case. */
    private void elsewhere(Case opened, Path here, Path path, int number) throws IOException {
        Path copy = Files.copy(path, here.resolve("copy" + number + ".afterword"));
        try (Case other = open(copy, "ben")) {
            for (int i = 0; i < 3; i++) {
                decide(other, any(other.contents().suggestions()).id(), any(List.of("accept", "reject")));
            }
            decide(other, any(other.contents().accountIds()), "read");
            decide(other, any(other.people()).id(), "redact");
        }
        decide(opened, any(opened.contents().suggestions()).id(), "reject");
        try (Case other = open(copy, "ben")) {
            opened.coding().merge(other);
        }
    }

    /** What the program refuses is no harm. */
    private static void decide(Case in, Id target, String decision) throws IOException {
        try {
            in.deciding().record(List.of(new Deciding.Request(target.toString(), decision, "as it is known", true)));
        } catch (Refused refused) {
            assertFalse(refused.problems().isEmpty());
        }
    }

    private void same(Case opened, Standing kept, String when) {
        String what = told + ", " + when;
        var anew = new Standing(opened);
        for (Id account : opened.contents().accountIds()) {
            // by itself, before all of them are made
            List<Coded> alone = anew.coded(account);
            assertEquals(alone, kept.coded(account), what);
        }
        assertEquals(anew.lines(), kept.lines(), what);
        assertEquals(all(anew.read()), all(kept.read()), what);
        assertEquals(all(anew.coded()), all(kept.coded()), what);
        for (Id account : opened.contents().accountIds()) {
            assertEquals(anew.coded(account), kept.coded(account), what);
        }
        assertEquals(all(anew.stated()), all(kept.stated()), what);
        assertEquals(anew.findings(), kept.findings(), what);
        assertEquals(anew.arrows(), kept.arrows(), what);
        for (Agreement.Level level : Agreement.Level.values()) {
            assertEquals(Agreement.of(opened.contents(), level, Optional.empty()), kept.agreement(level), what);
        }
        Set<Id> some = Set.of(any(opened.contents().accountIds()));
        assertEquals(opened.exposures(some), kept.exposures(some), what);
        assertEquals(opened.exposures(Set.of()), kept.exposures(Set.of()), what);
        same(anew.names(), kept.names(), opened, what);
        var protection = Protection.of(opened.contents(), opened.file().secret("pseudonyms"));
        assertEquals(protection.open(), kept.names().protection().open(), what);
        assertEquals(protection.copies(), kept.names().protection().copies(), what);
        try (Stream<Account> accounts = opened.contents().accounts()) {
            accounts.forEach(account -> assertEquals(
                    protection.approvalHash(account), kept.names().protection().approvalHash(account), what));
        }
    }

    private static void same(Names anew, Names kept, Case opened, String what) {
        assertEquals(anew.protection().open(), kept.protection().open(), what);
        assertEquals(anew.open(), kept.open(), what);
        assertEquals(all(anew.people()), all(kept.people()), what);
        assertEquals(anew.alike(), kept.alike(), what);
        assertEquals(anew.copies(), kept.copies(), what);
        try (Stream<Account> accounts = opened.contents().accounts()) {
            accounts.forEach(account -> {
                assertEquals(anew.shown(account), kept.shown(account), what);
                assertEquals(Optional.of(anew.shown(account)), kept.shown(account.id(), opened.contents()), what);
            });
        }
    }

    private static <T> Map<String, List<T>> all(Headed<T> headed) {
        var all = new HashMap<String, List<T>>();
        headed.headings().forEach(heading -> all.put(heading, new ArrayList<>(headed.under(heading))));
        return all;
    }
}
