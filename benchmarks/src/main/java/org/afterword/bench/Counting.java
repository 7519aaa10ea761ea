package org.afterword.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.afterword.coding.Codebook;
import org.afterword.coding.Coded;
import org.afterword.coding.Codings;
import org.afterword.findings.Findings;
import org.afterword.model.Access;
import org.afterword.model.Account;
import org.afterword.model.Claim;
import org.afterword.model.Decision;
import org.afterword.model.Group;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;
import org.afterword.posts.alike.Repeat;
import org.afterword.witnesses.Copies;
import org.afterword.witnesses.RepeatedPassages;

/** Copies and findings. */
final class Counting {
    private static final int RUNS = 3;
    private static final int SHORT_RUNS = 15;
    private static final int ACCOUNTS = 10_000;
    private static final int DECISIONS = 21;
    private static final int CODINGS = 200_000;

    private Counting() {}

    static List<Figure> copies() throws IOException {
        var figures = new ArrayList<Figure>();
        for (int count : new int[] {2_000, 20_000}) {
            var invented = new Invented(6);
            var accounts = new ArrayList<Account>();
            for (int i = 0; i < count; i++) {
                String text = i % 50 == 49 ? accounts.get(i - 7).text() : invented.text(30, List.of());
                accounts.add(invented.account(invented.id(), Optional.empty(), text));
            }
            double seconds = Timing.median(RUNS, () -> Copies.find(accounts));
            figures.add(Figure.alone(
                    "copies",
                    String.format(Locale.ROOT, "copies among %,d passages of 30 words", count),
                    RUNS,
                    seconds,
                    String.format(Locale.ROOT, "%.1f µs for each passage", seconds * 1e6 / count)));
        }
        double few = 0;
        for (int count : new int[] {10_000, 100_000, 1_000_000}) {
            Figure figure = repeats(count, few);
            few = few == 0 ? figure.seconds() / count : few;
            figures.add(figure);
        }
        return figures;
    }

    /**
     * The time is a median on the wall of one thread, the passages' words included.
     *
     * @param few the seconds for a passage among ten thousand; 0 if these are
     */
    private static Figure repeats(int count, double few) throws IOException {
        var planted = new Planted(count, 7);
        List<String> texts = planted.texts();
        int runs = count == 10_000 ? SHORT_RUNS : count < 1_000_000 ? RUNS : 1;
        double seconds = Timing.medianCold(runs, () -> RepeatedPassages.among(texts));
        Optional<Datasketch> peer = count < 1_000_000 ? Datasketch.among(planted) : Optional.empty();
        var all = new int[Planted.KINDS];
        for (int i = 0; i < count; i++) {
            if (planted.original(i) >= 0) {
                all[planted.kind(i)]++;
            }
        }
        var found = RepeatedPassages.among(texts).found();
        var hit = new int[Planted.KINDS];
        int right = 0;
        for (Repeat repeat : found) {
            boolean second = planted.original(repeat.other()) == repeat.one();
            if (second || planted.original(repeat.one()) == repeat.other()) {
                hit[planted.kind(second ? repeat.other() : repeat.one())]++;
                right++;
            }
        }
        var note = new StringBuilder(String.format(
                Locale.ROOT,
                "%.1f µs a passage%s; precision %.4f; recall at 0, 5, 10, 20, 30, 40 %% edited:",
                seconds * 1e6 / count,
                few == 0 ? "" : String.format(Locale.ROOT, ", %.2f times that among 10,000", seconds / count / few),
                right / (double) Math.max(1, found.size())));
        for (int kind = 0; kind < Planted.KINDS; kind++) {
            note.append(
                            kind % Planted.EDITED.length == 0
                                    ? " " + Planted.form(kind).described() + " "
                                    : "/")
                    .append(String.format(Locale.ROOT, "%.3f", hit[kind] / (double) Math.max(1, all[kind])));
        }
        peer.ifPresent(other -> note.append(String.format(
                Locale.ROOT,
                "; %.0f times the speed of datasketch at a threshold of %.1f, which has a recall of %.2f of all planted"
                        + " and a precision of %.2f",
                other.seconds() / seconds,
                Datasketch.THRESHOLD,
                other.recall(),
                other.precision())));
        return new Figure(
                "copies",
                String.format(Locale.ROOT, "repeats among %,d passages, a fifth planted", count),
                runs,
                seconds,
                peer.isPresent() ? "Python's datasketch, MinHash of 128 and LSH, once" : "",
                peer.map(Datasketch::seconds).orElse(0.0),
                note.toString());
    }

    static List<Figure> findings() throws IOException {
        var invented = new Invented(7);
        var group = new Group(invented.id(), "The group", false);
        var accounts = new ArrayList<Account>();
        var decisions = new ArrayList<Decision>();
        for (int i = 0; i < ACCOUNTS; i++) {
            Account account = invented.account(invented.id(), Optional.of(group.id()), invented.text(60, List.of()));
            accounts.add(account);
            decisions.add(new Decision(
                    invented.id(), account.id(), new Verdict.Read(), "", "bench", Instant.ofEpochSecond(i)));
        }
        var codes = Codebook.practices().codes();
        var coded = new ArrayList<Suggestion>();
        for (int i = 0; i < CODINGS; i++) {
            coded.add(new Suggestion(
                    invented.id(),
                    accounts.get(i % accounts.size()).id(),
                    Optional.of(new Span(0, 20)),
                    new Proposal.Coding(
                            codes.get(i / accounts.size() % codes.size()).id(),
                            i % 3 == 0 ? Polarity.DENIES : Polarity.REPORTS,
                            Access.EXPERIENCED,
                            Claim.EVENT,
                            Optional.empty()),
                    1,
                    "",
                    "person bench"));
        }
        var contents = new Lists(List.of(group), accounts, List.of(), coded, decisions);
        List<Coded> all = Codings.of(contents);
        double codings = Timing.median(RUNS, () -> Codings.of(contents));
        double seconds = Timing.median(RUNS, () -> Findings.of(contents, all, Codebook.practices()));
        var counted = Findings.counted(contents, all);
        counted.of(Codebook.practices());
        var random = new Random(8);
        double again = Timing.median(DECISIONS, () -> {
            Account account = accounts.get(random.nextInt(accounts.size()));
            counted.anew(account.id(), Codings.of(contents, account).subList(1, CODINGS / ACCOUNTS));
            counted.of(Codebook.practices());
        });
        return List.of(
                Figure.alone("findings", "200,000 codings of 10,000 accounts: join", RUNS, codings, ""),
                Figure.alone(
                        "findings",
                        "findings of 10,000 accounts with 200,000 codings",
                        RUNS,
                        seconds,
                        "all reviewed; to be under 2 s"),
                Figure.alone("findings", "the same after one more decision", DECISIONS, again, "to be under 50 ms"));
    }
}
