package org.afterword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.casefile.AccountTexts;
import org.afterword.casefile.Batch;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.CheapCase;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Frames;
import org.afterword.casefile.ItemType;
import org.afterword.casefile.Names;
import org.afterword.custody.Verification;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Mention;
import org.afterword.model.Sha256;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.afterword.people.Clusters;
import org.afterword.people.NameFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is erased, all that is not about it is as it was. {@code -Dafterword.erasures=500} for more cases. */
class ErasePropertyTest {
    private static final List<String> NAMES = List.of(
            "Ada Quill", "Bertha Loom", "Conrad Vetch", "Dora Pinnock", "Edgar Thrale", "Fenna Osk", "Gideon Rusk");
    private static final List<String> DEEDS = List.of(
            "asked me for money and I gave it",
            "told us not to talk to outsiders",
            "was kind to me when I was ill",
            "said that we should write down what others had said",
            "left the house in the spring");

    @TempDir
    Path folder;

    private static final int CASES = Integer.getInteger("afterword.erasures", 8);

    private Random random = new Random();

    private record Before(
            List<Account> accounts, List<Decision> decisions, List<Mention> mentions, List<Cluster> clusters) {
        static Before of(Case opened) {
            try (Stream<Account> all = opened.contents().accounts()) {
                return new Before(
                        all.toList(),
                        opened.contents().decisions(),
                        opened.contents().mentions(),
                        opened.people());
            }
        }
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private Account account(Id exhibit, int number) {
        var text = new StringBuilder();
        var speakers = new ArrayList<Speaker>();
        var turns = new ArrayList<Turn>();
        int tellers = random.nextInt(4) == 0 ? 2 : 1;
        for (int i = 0; i < tellers; i++) {
            speakers.add(new Speaker(Id.random(), "", Speaker.Kind.UNNAMED, Speaker.Role.TELLER));
            int start = text.length();
            for (int line = 0; line < 1 + random.nextInt(3); line++) {
                text.append("We met ").append(any(NAMES)).append(" there, and later ");
                text.append(any(NAMES)).append(' ').append(any(DEEDS)).append(".\n");
            }
            turns.add(new Turn(i, new Span(start, text.length()), i, Turn.Voice.OWN, false, Optional.empty()));
        }
        return new Account(
                Id.random(),
                exhibit,
                Optional.empty(),
                "text",
                "Letter " + number,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("en"),
                Optional.empty(),
                Optional.empty(),
                text.toString(),
                speakers,
                turns);
    }

    private void fill(CaseFile file) throws IOException {
        var accounts = new ArrayList<Account>();
        for (int number = 0; number < 4 + random.nextInt(4); number++) {
            Id exhibit = Id.random();
            var here = new ArrayList<Account>();
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                here.add(account(exhibit, number));
            }
            byte[] bytes = here.stream()
                    .map(Account::text)
                    .collect(Collectors.joining("\n---\n"))
                    .getBytes(StandardCharsets.UTF_8);
            try (Batch batch = file.batch("me")) {
                Id item = batch.put(ItemType.EXHIBIT, bytes);
                batch.add(new Entry.ExhibitAdded(
                        exhibit,
                        "letters/" + number + ".txt",
                        Sha256.ofDigest(Sha256.digest().digest(bytes)),
                        bytes.length,
                        item,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
                Id read = batch.put(ItemType.ACCOUNTS, AccountTexts.write(here));
                batch.add(new Entry.ExhibitRead(
                        exhibit, "test", 1, List.of(read), here.size(), 0, List.of(), Optional.empty(), List.of()));
                batch.commit();
            }
            accounts.addAll(here);
            if (random.nextBoolean()) {
                names(file, accounts);
                accounts.clear();
            }
        }
        names(file, accounts);
    }

    private static void names(CaseFile file, List<Account> accounts) throws IOException {
        Names names = Clusters.assign(accounts, file);
        try (Batch batch = file.batch("me")) {
            Id item = batch.put(ItemType.NAMES, Frames.write(names));
            batch.add(new Entry.NamesFound(
                    item,
                    NameFinder.NAME,
                    names.identities().size(),
                    names.mentions().size()));
            batch.commit();
        }
    }

    private void decide(Case opened) throws IOException {
        opened.suggest(Progress.SILENT);
        List<Account> accounts = Before.of(opened).accounts();
        List<Id> identities =
                opened.contents().identities().stream().map(one -> one.id()).toList();
        List<Id> speakers = accounts.stream()
                .flatMap(one -> one.speakers().stream())
                .map(Speaker::id)
                .toList();
        var decided = new ArrayList<Decision>();
        for (int i = 0; i < 25; i++) {
            Id target =
                    any(List.of(any(identities), any(speakers), any(accounts).id()));
            Verdict verdict = identities.contains(target)
                    ? any(List.of(
                            Verdict.parse("keep=author"),
                            Verdict.parse("is=minor"),
                            new Verdict.Redact(),
                            new Verdict.SameAs(any(identities))))
                    : speakers.contains(target)
                            ? any(List.of(new Verdict.SameAs(any(speakers)), Verdict.parse("vantage=member")))
                            : any(List.of(
                                    Verdict.parse("consent=counts"),
                                    Verdict.parse("consent=none"),
                                    new Verdict.Read()));
            if (!(verdict instanceof Verdict.SameAs same) || !same.other().equals(target)) {
                decided.add(
                        new Decision(Id.random(), target, verdict, "because " + i, "me", Instant.EPOCH.plusSeconds(i)));
            }
        }
        try (Batch batch = opened.file().batch("me")) {
            decided.forEach(one -> batch.add(new Entry.Decided(one)));
            batch.add(new Entry.Undone(any(decided).id(), "me"));
            batch.commit();
        }
    }

    @Test
    void theRestIsAsItWas() throws IOException {
        long seed = Long.getLong("afterword.seed", System.nanoTime());
        for (int i = 0; i < CASES; i++) {
            random = new Random(seed + i);
            oneCase(folder.resolve(i + ".afterword"), "-Dafterword.seed=" + (seed + i));
        }
    }

    private void oneCase(Path path, String told) throws IOException {
        CheapCase.create(path, "a lamp in every window");
        try (Case opened = EraseKillTest.open(path)) {
            fill(opened.file());
            decide(opened);
        }
        Erasing.Plan plan;
        Before before;
        for (int round = 0; round < 2; round++) {
            try (Case opened = EraseKillTest.open(path)) {
                before = Before.of(opened);
                if (before.accounts().size() < 2) {
                    return;
                }
                Account one = any(before.accounts());
                Id what = any(List.of(
                        one.id(),
                        one.exhibit(),
                        any(one.speakers()).id(),
                        any(before.clusters()).id()));
                Erasing erasing = opened.erasing();
                plan = erasing.plan(what.toString());
                erasing.erase("asked for");
                same(before, Before.of(opened), plan, told);
            }
            try (Case opened = EraseKillTest.open(path)) {
                same(before, Before.of(opened), plan, told);
                var verification = Verification.verify(opened.file());
                assertTrue(verification.ok(), () -> told + verification.problems());
            }
        }
    }

    private static void same(Before before, Before after, Erasing.Plan plan, String told) {
        Set<Id> gone = new HashSet<>(plan.accounts());
        boolean person = plan.what() == Erasing.What.PERSON;
        assertEquals(ids(before.accounts(), gone), ids(after.accounts(), Set.of()), told);
        for (Account account : after.accounts()) {
            Account old = before.accounts().stream()
                    .filter(one -> one.id().equals(account.id()))
                    .findFirst()
                    .orElseThrow();
            if (plan.counts().blackened() == 0) {
                assertEquals(old, account, told);
            }
            assertEquals(old.text().length(), account.text().length(), told);
            for (int i = 0; i < old.text().length(); i++) {
                char now = account.text().charAt(i);
                assertTrue(now == old.text().charAt(i) || now == '█', told);
            }
        }
        Set<Id> there = new HashSet<>();
        after.clusters().forEach(one -> there.addAll(one.members()));
        for (Mention mention : before.mentions()) {
            boolean black = after.accounts().stream()
                    .filter(one -> one.id().equals(mention.account()))
                    .anyMatch(one -> !mention.span().of(one.text()).equals(mention.text()));
            boolean stays = !gone.contains(mention.account()) && !black;
            assertEquals(
                    stays,
                    after.mentions().contains(mention),
                    () -> told + " " + plan.what() + " " + mention + " " + there.contains(mention.identity()));
        }
        for (Cluster cluster : after.clusters()) {
            Cluster old = before.clusters().stream()
                    .filter(one -> one.members().contains(cluster.id()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(old.members(), cluster.members(), told);
            assertEquals(old.id(), cluster.id(), told);
            assertEquals(old.decision(), cluster.decision(), told);
        }
        for (Decision decision : after.decisions()) {
            assertTrue(
                    before.decisions().stream().anyMatch(one -> one.id().equals(decision.id())),
                    () -> told + ": a decision that did not hold holds now");
        }
        long lost = before.decisions().stream()
                .filter(one -> !(one.verdict() instanceof Verdict.SameAs))
                .filter(one -> after.accounts().stream()
                                .anyMatch(account -> account.id().equals(one.target()))
                        || there.contains(one.target()))
                .filter(one -> !after.decisions().contains(one))
                .count();
        assertEquals(0, lost, told);
        if (person) {
            assertFalse(there.contains(plan.id()), told);
        }
    }

    private static List<Id> ids(List<Account> accounts, Set<Id> without) {
        return accounts.stream()
                .map(Account::id)
                .filter(id -> !without.contains(id))
                .toList();
    }
}
