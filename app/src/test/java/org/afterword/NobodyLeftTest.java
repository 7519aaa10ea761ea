package org.afterword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.InventedPeople.Person;
import org.afterword.InventedPeople.Received;
import org.afterword.casefile.CheapCase;
import org.afterword.casefile.Passphrase;
import org.afterword.coding.Coded;
import org.afterword.model.Access;
import org.afterword.model.Account;
import org.afterword.model.Claim;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.afterword.people.Proposed;
import org.afterword.protection.Protection;
import org.afterword.protection.Redacted;
import org.afterword.protection.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever people do with a case, in whatever order: nobody who is hidden can be read in it. Who was planted where is
 * kept in a plain list, and looked for without the program's own rules. {@code -Dafterword.people=200} for more cases.
 */
class NobodyLeftTest {
    private static final int CASES = Integer.getInteger("afterword.people", 1);
    private static final int STEPS = 14;
    private static final List<String> HIDING =
            List.of("pseudonym", "redact", "role=a helper", "generalise=somebody", "pseudonym");

    @TempDir
    Path folder;

    private Random random = new Random();
    private List<Person> people = List.of();
    private final Map<Id, String> coded = new HashMap<>();
    private Case opened;
    private String told = "";

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static Case open(Path path) throws IOException {
        try (Passphrase passphrase = Passphrase.of("a lamp in every window".toCharArray())) {
            return Case.open(path, passphrase, "anna");
        }
    }

    @Test
    void nobodyWhoIsHiddenCanBeRead() throws IOException {
        long seed = Long.getLong("afterword.seed", System.nanoTime());
        var failures = new ArrayList<String>();
        for (int i = 0; i < CASES; i++) {
            random = new Random(seed + i);
            told = "-Dafterword.seed=" + (seed + i);
            Path here = Files.createDirectory(folder.resolve(Integer.toString(i)));
            try {
                oneCase(here);
            } catch (AssertionError broken) {
                failures.add(broken.getMessage());
            }
        }
        assertEquals(List.of(), failures);
    }

    private void oneCase(Path here) throws IOException {
        var invented = new InventedPeople(random);
        people = invented.people(6);
        coded.clear();
        List<Received> files = new ArrayList<>(invented.files(people));
        Path path = here.resolve("case.afterword");
        CheapCase.create(path, "a lamp in every window");
        opened = open(path);
        try {
            add(here, files.removeFirst());
            int every = STEPS / files.size();
            for (int step = 0; step < STEPS; step++) {
                if (step % every == every - 1 && !files.isEmpty()) {
                    add(here, files.removeFirst());
                } else {
                    deed(here, path, step);
                }
                if (step % 6 == 5) {
                    check(opened.protection());
                }
            }
            hideAll();
            Protection protection = opened.protection();
            assertEquals(List.of(), protection.open(), told);
            assertEquals(people, hidden(opened.people()), told + ": somebody is still kept");
            check(protection);
            hideAll();
            check(opened.protection());
        } finally {
            opened.close();
        }
    }

    private void add(Path here, Received file) throws IOException {
        Path own = Files.createTempDirectory(here, "received");
        opened.add(
                List.of(Files.writeString(own.resolve(file.name()), file.text())),
                Optional.empty(),
                false,
                Progress.SILENT);
        opened.suggest(Progress.SILENT);
        Account account = accounts(opened).getLast();
        account.turns().stream()
                .map(Turn::span)
                .max(Comparator.comparingInt(Span::length))
                .ifPresent(turn -> {
                    int half = account.text().lastIndexOf(' ', turn.start() + turn.length() / 2);
                    code(account, new Span(turn.start(), Math.max(half, turn.start() + 1)));
                });
    }

    private void code(Account account, Span span) {
        try {
            var coding = new Proposal.Coding(
                    "practice/money-demand", Polarity.REPORTS, Access.EXPERIENCED, Claim.EVENT, Optional.empty());
            coded.put(opened.code(account, span, coding).id(), span.of(account.text()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void deed(Path here, Path path, int step) throws IOException {
        List<Cluster> clusters = opened.people();
        Cluster one = any(clusters);
        switch (random.nextInt(12)) {
            case 0, 1 -> decide(opened, one, any(HIDING));
            case 2 -> everybody(clusters, "pseudonym");
            case 3 -> decide(opened, one, "same-as=" + any(clusters).id());
            case 4 -> decide(opened, one, "distinct-from=" + any(clusters).id());
            case 5 -> opened.deciding().undo(1 + random.nextInt(3));
            case 6 -> proposals();
            case 7 -> opened.addNames(List.of(any(any(people).forms())), IdentityKind.PERSON);
            case 8 -> elsewhere(here, path, step);
            case 9 -> opened.reread(List.of(any(opened.contents().exhibits())), Optional.empty(), Progress.SILENT);
            case 10 -> decide(opened, one, "keep=public-figure");
            default -> decide(opened, one, "not-a-name");
        }
    }

    private void proposals() throws IOException {
        for (Proposed proposed : Proposed.open(opened.contents(), opened.people())) {
            record(opened, proposed.suggestion().id().toString(), any(List.of("accept", "reject", "accept")));
        }
    }

    /** Somebody decides in a copy of the case, while others go on here. */
    private void elsewhere(Path here, Path path, int step) throws IOException {
        opened.close();
        Path copy = Files.copy(path, here.resolve("copy" + step + ".afterword"));
        try (Case other = open(copy)) {
            for (int i = 0; i < 4; i++) {
                decide(other, any(other.people()), any(HIDING));
                decide(
                        other,
                        any(other.people()),
                        "same-as=" + any(other.people()).id());
            }
            other.deciding().undo(random.nextInt(3));
        }
        opened = open(path);
        decide(opened, any(opened.people()), any(HIDING));
        try (Case other = open(copy)) {
            opened.coding().merge(other);
        }
    }

    private void everybody(List<Cluster> clusters, String decision) throws IOException {
        all(clusters.stream()
                .filter(cluster -> cluster.decision().isEmpty() && cluster.mayBePerson())
                .map(cluster -> request(cluster.id().toString(), decision))
                .toList());
    }

    private void hideAll() throws IOException {
        List<Cluster> clusters = new ArrayList<>(opened.people());
        Collections.shuffle(clusters, random);
        all(clusters.stream()
                .filter(cluster ->
                        !cluster.kind().contact() || cluster.decision().isPresent())
                .map(cluster -> request(cluster.id().toString(), any(List.of("pseudonym", "redact", "role=a helper"))))
                .toList());
    }

    /** At once, or one by one if one of them is refused. */
    private void all(List<Deciding.Request> requests) throws IOException {
        try {
            opened.deciding().record(requests);
        } catch (Refused refused) {
            for (Deciding.Request one : requests) {
                record(opened, one.id(), one.decision());
            }
        }
    }

    private static Deciding.Request request(String id, String decision) {
        return new Deciding.Request(id, decision, "as it is known", true);
    }

    private static void decide(Case in, Cluster cluster, String decision) throws IOException {
        record(in, cluster.id().toString(), decision);
    }

    /** What the program refuses is no harm. */
    private static void record(Case in, String id, String decision) throws IOException {
        try {
            in.deciding().record(List.of(request(id, decision)));
        } catch (Refused refused) {
            assertFalse(refused.problems().isEmpty());
        }
    }

    private static List<Account> accounts(Case of) {
        try (Stream<Account> all = of.contents().accounts()) {
            return all.toList();
        }
    }

    private void check(Protection protection) {
        List<Person> hidden = hidden(opened.people());
        Protection anew = Protection.of(opened.contents(), opened.file().secret("pseudonyms"));
        for (Account account : accounts(opened)) {
            Redacted text = protection.protect(account);
            assertEquals(anew.protect(account), text, told + ": protection is not of this moment");
            assertEquals(anew.quotability(account), protection.quotability(account), told);
            nobody(hidden, text, "text of " + account.format());
            pointsRight(account.text(), text);
            nobody(hidden, protection.title(account), "title of " + account.format());
            Stream.of(
                            account.author().stream(),
                            account.poster().stream(),
                            account.channel().stream(),
                            account.speakers().stream().map(Speaker::name))
                    .flatMap(lines -> lines)
                    .forEach(line -> nobody(hidden, protection.line(line), "beside " + account.format()));
            int length = account.text().length();
            int start = random.nextInt(length);
            var part = new Span(start, start + random.nextInt(length - start));
            nobody(hidden, protection.passage(account, part), "passage of " + account.format());
        }
        opened.contents()
                .exhibits()
                .forEach(exhibit -> nobody(
                        hidden,
                        protection.line(exhibit.name().substring(exhibit.name().lastIndexOf('/') + 1)),
                        "file name"));
        if (hidden.size() == people.size()) {
            again(protection);
        }
        codingsHold(protection, hidden);
    }

    /** Those whose full name the case has, of whom no name was kept, and none called no name. */
    private List<Person> hidden(List<Cluster> clusters) {
        Set<String> known = clusters.stream()
                .flatMap(cluster -> cluster.forms().stream())
                .map(NobodyLeftTest::plain)
                .collect(Collectors.toSet());
        Set<String> open = clusters.stream()
                .filter(cluster -> cluster.decision()
                        .filter(decision -> decision.verdict() instanceof Verdict.Keep
                                || decision.verdict() instanceof Verdict.NotAName)
                        .isPresent())
                .flatMap(cluster -> cluster.forms().stream())
                .flatMap(form -> Stream.of(plain(form).split("[ @._,]+")))
                .collect(Collectors.toSet());
        return people.stream()
                .filter(one -> known.contains(plain(one.name())))
                .filter(one -> one.forms().stream()
                        .flatMap(form -> Stream.of(plain(form).split("[ ._,]+")))
                        .noneMatch(open::contains))
                .toList();
    }

    private void nobody(List<Person> hidden, Redacted shown, String where) {
        String text = plain(shown.text());
        for (Person one : hidden) {
            for (String form : one.forms()) {
                int at = at(text, plain(form));
                assertTrue(
                        at < 0,
                        () -> told + ": " + form + " of " + one.name() + " in the " + where + ": …"
                                + text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60)));
            }
        }
    }

    /** Without case and accents. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('ł', 'l')
                .replace('Ł', 'L')
                .toLowerCase(Locale.ROOT);
    }

    private static int at(String text, String form) {
        for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
            int end = at + form.length();
            if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return at;
            }
        }
        return -1;
    }

    private void pointsRight(String original, Redacted shown) {
        int from = 0;
        int at = 0;
        for (Redacted.Replacement replacement : shown.replacements()) {
            assertEquals(
                    original.substring(from, replacement.original().start()),
                    shown.text().substring(at, replacement.shown().start()),
                    told);
            from = replacement.original().end();
            at = replacement.shown().end();
        }
        assertEquals(original.substring(from), shown.text().substring(at), told);
    }

    /** What is protected stays as it is when it is protected again, and passes the scan. */
    private void again(Protection protection) {
        var scan = Scan.of(protection);
        for (Account account : accounts(opened)) {
            Redacted once = protection.protect(account);
            assertEquals(once.text(), protection.line(once.text()).text(), told + ": protecting twice");
            assertEquals(
                    List.of(), scan.scan("a.txt", once.text().getBytes(StandardCharsets.UTF_8)), told + ": the scan");
        }
    }

    private void codingsHold(Protection protection, List<Person> hidden) {
        Map<Id, Account> accounts =
                accounts(opened).stream().collect(Collectors.toMap(Account::id, account -> account));
        Consumer<Coded> holds = one -> {
            Account account = accounts.get(one.passage().account());
            Span span = one.passage().span();
            assertEquals(one.passage().quote(), span.of(account.text()), told);
            assertEquals(coded.get(one.suggestion()), one.passage().quote(), told);
            nobody(hidden, protection.passage(account, span), "coded passage");
        };
        List<Coded> mine = opened.codings().stream()
                .filter(one -> coded.containsKey(one.suggestion()))
                .toList();
        assertEquals(coded.size(), mine.size(), told + ": a coding is gone");
        mine.forEach(holds);
    }
}
