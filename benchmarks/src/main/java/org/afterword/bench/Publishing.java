package org.afterword.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.afterword.coding.Codebook;
import org.afterword.language.Sentences;
import org.afterword.model.Access;
import org.afterword.model.Account;
import org.afterword.model.Claim;
import org.afterword.model.Consent;
import org.afterword.model.Decision;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.Mention;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;
import org.afterword.model.Publicness;
import org.afterword.model.Span;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;
import org.afterword.protection.Protection;
import org.afterword.publishing.Kept;
import org.afterword.publishing.Pictures;
import org.afterword.publishing.Publication;
import org.afterword.publishing.Settings;

/** A site of 10,000 accounts with 200,000 codings, in a program of its own with 1 GiB of heap; beside it Hugo. */
final class Publishing {
    private static final int ACCOUNTS = Integer.getInteger("publish.accounts", 10_000);
    private static final int CODINGS = 20;
    private static final int WORDS = 240;
    private static final int NAMES = 2_000;
    private static final int WHOLE = 2;
    private static final int AGAIN = 4;
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final Pattern SAID = Pattern.compile("done (\\d+) ([0-9.]+) ([0-9.]+) ([0-9.]+)");

    private final Invented invented = new Invented(21);
    private final List<Account> accounts = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();
    private final List<Suggestion> coded = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<Identity> people = invented.people(NAMES);

    private Publishing() {
        for (int i = 0; i < 5; i++) {
            var group = new Group(invented.id(), "Group " + (char) ('A' + i), i == 4);
            groups.add(group);
            decide(group.id(), new Verdict.NotAskedForReply("They threaten."), "");
        }
        for (int i = 0; i < NAMES; i++) {
            decide(people.get(i).id(), new Verdict.Redact(), "");
        }
        for (int i = 0; i < ACCOUNTS; i++) {
            add(i);
        }
    }

    private void add(int number) {
        // longer words than elsewhere, or five of them would stand in two accounts by chance
        String text = invented.text(2 * WORDS, people).replaceAll("\\b([a-z]+) ([a-z]+)\\b", "$1$2");
        Account account = invented.account(
                invented.id(), Optional.of(groups.get(number % groups.size()).id()), text, "teller" + number);
        accounts.add(account);
        for (Identity person : people) {
            for (int at = text.indexOf(person.name()); at >= 0; at = text.indexOf(person.name(), at + 1)) {
                mentions.add(new Mention(
                        person.id(),
                        account.id(),
                        new Span(at, at + person.name().length()),
                        person.name(),
                        "bench",
                        1));
            }
        }
        decide(account.id(), new Verdict.Read(), "");
        decide(account.id(), new Verdict.Public(Publicness.NO), "");
        decide(account.id(), new Verdict.Allows(number % WHOLE == 0 ? Consent.VERBATIM : Consent.COUNTS), "");
        List<Span> sentences = Sentences.of(text, Locale.ENGLISH);
        var codes = Codebook.practices().codes();
        for (int i = 0; i < CODINGS; i++) {
            coded.add(new Suggestion(
                    invented.id(),
                    account.id(),
                    Optional.of(sentences.get(i % sentences.size())),
                    new Proposal.Coding(
                            codes.get((number + i) % codes.size()).id(),
                            i % 5 == 0 ? Polarity.DENIES : Polarity.REPORTS,
                            Access.EXPERIENCED,
                            Claim.EVENT,
                            Optional.empty()),
                    1,
                    "",
                    "person bench"));
        }
    }

    private void decide(Id target, Verdict verdict, String reason) {
        decisions.add(
                new Decision(invented.id(), target, verdict, reason, "bench", Instant.ofEpochSecond(decisions.size())));
    }

    private Lists contents() {
        return new Lists(groups, accounts, people, mentions, coded, decisions);
    }

    /** Approved as they would be seen. */
    private Lists approved() {
        Protection protection = Protection.of(contents(), new byte[32]);
        accounts.stream()
                .filter(account -> protection.quotability(account).quotable())
                .forEach(account -> {
                    var seen = Optional.of(protection.approvalHash(account));
                    decide(account.id(), new Verdict.RiskAccepted(seen), "bench");
                    decide(account.id(), new Verdict.Approve(seen), "");
                });
        return contents();
    }

    /**
     * @param arguments the folder for the site
     */
    @SuppressWarnings("SystemOut") // what the measuring program reads
    public static void main(String[] arguments) throws IOException {
        var publishing = new Publishing();
        Lists contents = publishing.approved();
        Path site = Path.of(arguments[0]);
        var files = new int[1];
        var kept = new Kept();
        var protection = new Protection[1];
        double first = Timing.once(() -> {
            protection[0] = Protection.of(contents, new byte[32]);
            files[0] = publish(contents, protection[0], kept, site);
        });
        var again = new double[AGAIN];
        for (int i = 0; i < AGAIN; i++) {
            publishing.decide(publishing.coded.get(i).id(), new Verdict.Reject(), "");
            Lists changed = publishing.contents();
            // as a case does: what is protected does not follow from codings
            again[i] = Timing.once(() -> publish(changed, protection[0], kept, site));
        }
        System.out.printf(
                Locale.ROOT,
                "done %d %.3f %.3f %.3f%n",
                files[0],
                first,
                again[0],
                Timing.median(Arrays.copyOfRange(again, 1, AGAIN)));
        System.exit(0);
    }

    private static int publish(Lists contents, Protection protection, Kept kept, Path site) throws IOException {
        return switch (Publication.publish(
                contents, protection, new byte[32], Settings.plain(), List.of(), TODAY, site, Pictures.NONE, kept)) {
            case Publication.Published published -> published.files();
            case Publication.Refused refused -> throw new IOException("refused: " + refused.obstacles());
        };
    }

    static List<Figure> measure() throws IOException {
        Path folder = Files.createTempDirectory("afterword-bench");
        Path site = folder.resolve("site");
        try {
            Process process = new ProcessBuilder(Timing.java(
                            "--enable-native-access=ALL-UNNAMED",
                            "-Xmx1g",
                            "-Dpublish.accounts=" + ACCOUNTS,
                            "-cp",
                            System.getProperty("java.class.path"),
                            Publishing.class.getName(),
                            site.toString()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Matcher said;
            try (BufferedReader out = process.inputReader()) {
                said = SAID.matcher(String.valueOf(out.readLine()));
                process.onExit().join();
            }
            if (!said.matches()) {
                throw new IOException("a measured program failed");
            }
            double hugo = hugo(site, folder.resolve("hugo"));
            double first = Double.parseDouble(said.group(2));
            double again = Double.parseDouble(said.group(3));
            String many =
                    String.format(Locale.ROOT, "site of %,d accounts with %,d codings", ACCOUNTS, ACCOUNTS * CODINGS);
            return List.of(
                    new Figure(
                            "publish",
                            many + ", gate and scan included",
                            1,
                            first,
                            hugo > 0 ? "Hugo, as many pages of the same size" : "",
                            hugo,
                            String.format(
                                    Locale.ROOT,
                                    "%s files, %d MB, with 1 GiB of heap; to be under 60 s, and 3 times Hugo",
                                    said.group(1),
                                    size(site) / 1_000_000)),
                    Figure.alone(
                            "publish",
                            "the same after one decision on a coding, in the same process",
                            1,
                            again,
                            "only what changed is made, looked at and written; to be under 3 s"),
                    Figure.alone(
                            "publish",
                            "the same after one more decision, and one more",
                            AGAIN - 1,
                            Double.parseDouble(said.group(4)),
                            "to be under 3 s"));
        } finally {
            delete(folder);
        }
    }

    private static long size(Path site) throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** The bodies of the same pages as Hugo's contents, with a layout that only frames them. */
    private static double hugo(Path site, Path project) throws IOException {
        if (Stream.of("/usr/bin/hugo", "/usr/local/bin/hugo").map(Path::of).noneMatch(Files::isExecutable)) {
            return 0;
        }
        Path content = Files.createDirectories(project.resolve("content"));
        Path layouts = Files.createDirectories(project.resolve("layouts/_default"));
        Files.writeString(
                project.resolve("config.toml"),
                "baseURL = 'http://localhost/'\ndisableKinds = ['taxonomy', 'term', 'RSS']\n");
        for (String kind : List.of("single.html", "list.html")) {
            Files.writeString(
                    layouts.resolve(kind),
                    "<!doctype html><html lang=\"en\"><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>\n");
        }
        try (Stream<Path> files = Files.walk(site)) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".html")).toList()) {
                String html = Files.readString(page);
                int body = html.indexOf("<body");
                String inside =
                        html.substring(html.indexOf('>', Math.max(0, body)) + 1).replace("</body></html>", "");
                String name = site.relativize(page).toString().replace('/', '-').replace("index.html", "start.html");
                Files.write(
                        content.resolve(name), ("---\ntitle: page\n---\n" + inside).getBytes(StandardCharsets.UTF_8));
            }
        }
        double[] seconds = new double[3];
        for (int i = 0; i < seconds.length; i++) {
            delete(project.resolve("public"));
            seconds[i] = Timing.once(() -> Timing.process(List.of("hugo", "--quiet", "--source", project.toString())));
        }
        return Arrays.stream(seconds).sorted().skip(1).findFirst().orElseThrow();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
