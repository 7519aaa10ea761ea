package org.afterword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.casefile.AccountTexts;
import org.afterword.casefile.Batch;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.CheapCase;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Frames;
import org.afterword.casefile.ItemType;
import org.afterword.casefile.Names;
import org.afterword.casefile.Passphrase;
import org.afterword.coding.Coded;
import org.afterword.model.Access;
import org.afterword.model.Account;
import org.afterword.model.Claim;
import org.afterword.model.CodePoints;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;
import org.afterword.model.Sha256;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.people.Cluster;
import org.afterword.people.Clusters;
import org.afterword.people.NameFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever people do in copies of a case, merging says the same everywhere. {@code -Dafterword.merges=200} for more. */
class MergePropertyTest {
    private static final int CASES = Integer.getInteger("afterword.merges", 2);
    private static final String SENTENCE =
            "Ada Quill 😀 asked us for mo\u0301ney every week. Bertha Loom told us not to talk to outsiders.\n";

    @TempDir
    Path folder;

    private Random random = new Random();

    /** What a case comes to, whatever the order in which it came. */
    private record Sum(
            List<Decision> decisions, List<Coded> codings, Set<List<Decision>> conflicts, List<Cluster> people) {
        static Sum of(Case opened) {
            return new Sum(
                    opened.contents().decisions(),
                    opened.codings().stream()
                            .filter(one -> one.status() != Coded.Status.SUGGESTED)
                            .sorted(Comparator.comparing(Coded::suggestion))
                            .toList(),
                    new HashSet<>(opened.contents().conflicts()),
                    opened.people());
        }
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static Case open(Path path, String who) throws IOException {
        try (Passphrase passphrase = Passphrase.of("a lamp in every window".toCharArray())) {
            return Case.open(path, passphrase, who);
        }
    }

    private void fill(CaseFile file) throws IOException {
        Id exhibit = Id.random();
        var accounts = new ArrayList<Account>();
        for (int i = 0; i < 4; i++) {
            String text = SENTENCE.repeat(1 + random.nextInt(3)) + i;
            accounts.add(new Account(
                    Id.random(),
                    exhibit,
                    Optional.empty(),
                    "text",
                    "Letter " + i,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("en"),
                    Optional.empty(),
                    Optional.empty(),
                    text,
                    List.of(new Speaker(Id.random(), "", Speaker.Kind.UNNAMED, Speaker.Role.TELLER)),
                    List.of(new Turn(0, new Span(0, text.length()), 0, Turn.Voice.OWN, false, Optional.empty()))));
        }
        byte[] bytes = SENTENCE.getBytes(StandardCharsets.UTF_8);
        try (Batch batch = file.batch("me")) {
            Id item = batch.put(ItemType.EXHIBIT, bytes);
            batch.add(new Entry.ExhibitAdded(
                    exhibit,
                    "letters.txt",
                    Sha256.of(bytes),
                    bytes.length,
                    item,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
            Id read = batch.put(ItemType.ACCOUNTS, AccountTexts.write(accounts));
            batch.add(new Entry.ExhibitRead(
                    exhibit, "test", 1, List.of(read), accounts.size(), 0, List.of(), Optional.empty(), List.of()));
            Names names = Clusters.assign(accounts, file);
            Id found = batch.put(ItemType.NAMES, Frames.write(names));
            batch.add(new Entry.NamesFound(
                    found,
                    NameFinder.NAME,
                    names.identities().size(),
                    names.mentions().size()));
            batch.commit();
        }
    }

    private static List<Account> accounts(Case opened) {
        try (Stream<Account> all = opened.contents().accounts()) {
            return all.toList();
        }
    }

    /** Some of what people do. */
    private void work(Path path, int steps) throws IOException {
        try (Case opened = open(path, any(List.of("anna", "berta", "clara")))) {
            List<Account> accounts = accounts(opened);
            for (int step = 0; step < steps; step++) {
                switch (random.nextInt(8)) {
                    case 0, 1 -> byHand(opened, any(accounts));
                    case 2 -> opened.deciding().undo(1 + random.nextInt(2));
                    case 3 ->
                        decide(
                                opened,
                                any(accounts).id(),
                                any(List.of("read", "memo=look again", "consent=counts", "consent=none")));
                    case 4 ->
                        decide(
                                opened,
                                any(opened.contents().identities().stream()
                                        .map(Identity::id)
                                        .toList()),
                                any(List.of(
                                        "redact",
                                        "pseudonym",
                                        "role=a neighbour",
                                        "is=minor",
                                        "is=adult",
                                        "restrict",
                                        "lift")));
                    default -> judge(opened);
                }
            }
        }
    }

    private void byHand(Case opened, Account account) throws IOException {
        int length = account.text().codePointCount(0, account.text().length());
        int start = random.nextInt(length - 1);
        int end = start + 1 + random.nextInt(length - start - 1);
        var points = new CodePoints(account.text());
        opened.code(
                account,
                new Span(points.toUtf16(start), points.toUtf16(end)),
                new Proposal.Coding(
                        any(List.of("practice/money-demand", "practice/surveillance")),
                        any(List.of(Polarity.values())),
                        Access.EXPERIENCED,
                        Claim.EVENT,
                        Optional.empty()));
    }

    private void judge(Case opened) throws IOException {
        List<Coded> codings = opened.codings();
        if (!codings.isEmpty()) {
            Coded one = any(codings);
            String change = "change=span:" + random.nextInt(9) + "-" + (9 + random.nextInt(60));
            String verdict = any(List.of("accept", "reject", "change=polarity:denies", change));
            var request = new Deciding.Request(one.suggestion().toString(), verdict, "", false, random.nextInt(4) == 0);
            try {
                opened.deciding().record(List.of(request));
            } catch (Refused refused) {
                assertTrue(refused.getMessage().contains("a third settles it"), refused.getMessage());
            }
        }
    }

    private static void decide(Case opened, Id target, String verdict) throws IOException {
        opened.deciding().record(List.of(new Deciding.Request(target.toString(), verdict, "")));
    }

    private static Merging.Merged merge(Path into, Path from) throws IOException {
        try (Case opened = open(into, "anna");
                Case other = open(from, "anna")) {
            return opened.coding().merge(other);
        }
    }

    private static Path copy(Path of, String name) throws IOException {
        return Files.copy(of, of.resolveSibling(name + ".afterword"));
    }

    private static Sum sum(Path path) throws IOException {
        try (Case opened = open(path, "anna")) {
            holdTheirPlaces(opened);
            return Sum.of(opened);
        }
    }

    private static void holdTheirPlaces(Case opened) {
        for (Account account : accounts(opened)) {
            for (Coded coded : opened.codings()) {
                if (coded.passage().account().equals(account.id())) {
                    Span span = coded.passage().span();
                    assertEquals(span.of(account.text()), coded.passage().quote());
                    assertTrue(account.turnAt(span).isPresent());
                }
            }
        }
    }

    private static long entries(Path path) throws IOException {
        try (Case opened = open(path, "anna");
                Stream<?> log = opened.file().log()) {
            return log.count();
        }
    }

    @Test
    void mergingSaysTheSameEverywhere() throws IOException {
        long seed = Long.getLong("afterword.seed", System.nanoTime());
        for (int i = 0; i < CASES; i++) {
            random = new Random(seed + i);
            oneCase(Files.createDirectory(folder.resolve(Integer.toString(i))), "-Dafterword.seed=" + (seed + i));
        }
    }

    private void oneCase(Path here, String told) throws IOException {
        Path base = here.resolve("base.afterword");
        CheapCase.create(base, "a lamp in every window");
        try (Case opened = open(base, "anna")) {
            fill(opened.file());
            opened.suggest(Progress.SILENT);
        }
        work(base, 6);
        Path a = copy(base, "a");
        Path b = copy(base, "b");
        Path c = copy(base, "c");
        for (Path one : List.of(a, b, c)) {
            work(one, 12);
            work(one, 6);
        }
        Path ab = copy(a, "ab");
        Path ba = copy(b, "ba");
        merge(ab, b);
        merge(ba, a);
        assertEquals(sum(ab), sum(ba), told);
        long before = entries(ab);
        Merging.Merged again = merge(ab, b);
        assertEquals(0, again.decisions() + again.codings() + again.undone(), told);
        merge(ab, ba);
        assertEquals(before, entries(ab), told + ": merging again writes nothing");

        Path bc = copy(b, "bc");
        merge(bc, c);
        Path abc = copy(ab, "abc");
        merge(abc, c);
        Path cab = copy(c, "cab");
        merge(cab, bc);
        merge(cab, a);
        assertEquals(sum(abc), sum(cab), told);

        work(abc, 8);
        merge(cab, abc);
        assertEquals(sum(abc), sum(cab), told + ": after going on in one of them");
    }
}
