package org.afterword.workbench;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.Case;
import org.afterword.casefile.Contents;
import org.afterword.casefile.Touched;
import org.afterword.coding.Codebook;
import org.afterword.coding.Codebooks;
import org.afterword.coding.Coded;
import org.afterword.coding.Codings;
import org.afterword.comparison.Comparison;
import org.afterword.comparison.Side;
import org.afterword.findings.Arrow;
import org.afterword.findings.Finding;
import org.afterword.findings.Findings;
import org.afterword.findings.Ground;
import org.afterword.model.Id;
import org.afterword.model.Proposal;
import org.afterword.model.Suggestion;
import org.afterword.model.Vantage;
import org.afterword.model.Verdict;
import org.afterword.protection.Bearers;
import org.afterword.protection.Clues;
import org.afterword.protection.Exposure;
import org.afterword.protection.Protection;
import org.afterword.witnesses.Witnesses;

/** What follows from who the witnesses are: what they say, and by what they might be known. Kept as in {@link Standing}. */
final class Witnessed {
    /** What is decided of these touches no count of witnesses. */
    private static final Set<String> UNCOUNTED = Set.of("name", "approve", "content-note", "wording", "public");

    private static final String READING = new Verdict.Read().aspect();
    private static final Set<String> READS = Set.of(READING);

    /** Nor does what is decided of these make anybody another witness. */
    private static final Set<String> NOBODY =
            Stream.concat(UNCOUNTED.stream(), READS.stream()).collect(Collectors.toSet());

    private final Case opened;
    private final Contents contents;
    private final Supplier<List<Coded>> codings;
    private final Kept<Witnesses> witnesses;
    private final Kept<Counted> counted;
    private final Kept<List<Comparison>> compared;
    private final Kept<Clues> clues;
    private final Kept<Telling> telling;
    private final AtomicReference<Optional<Exposed>> exposed = new AtomicReference<>(Optional.empty());

    /** @param findings as they were counted, to be asked and brought up to date by one at a time */
    private record Counted(Findings findings, List<Finding> all, List<Arrow> arrows) {}

    /** By what some might be known, as it was looked at last. */
    private record Exposed(Protection protection, Bearers bearers, Set<Id> accounts, List<Exposure> all) {}

    /** Who says what of themselves. */
    private record Telling(Witnesses witnesses, Bearers bearers) {}

    /** @param codings every coding of the case */
    Witnessed(Case opened, Supplier<List<Coded>> codings) {
        this.opened = opened;
        this.contents = opened.contents();
        this.codings = codings;
        Touched touched = opened.file().touched();
        witnesses = new Kept<>(touched, aspect -> !NOBODY.contains(aspect), () -> Witnesses.of(contents), this::told);
        counted = new Kept<>(touched, aspect -> !UNCOUNTED.contains(aspect), this::anew, this::counted);
        compared = new Kept<>(touched, aspect -> !UNCOUNTED.contains(aspect), this::compared, (_, _) -> compared());
        clues = new Kept<>(touched, _ -> false, () -> Clues.of(contents), (before, _) -> before);
        telling = new Kept<>(
                touched, this::telling, (before, _) -> before.witnesses() == witnesses.now() ? before : telling());
    }

    List<Finding> findings() {
        return counted.now().all();
    }

    List<Arrow> arrows() {
        return counted.now().arrows();
    }

    /** Each group beside each ordinary one; empty where there is no ordinary one. */
    List<Comparison> comparisons() {
        return compared.now();
    }

    private List<Comparison> compared() {
        Findings findings = counted.now().findings();
        List<Side> sides;
        synchronized (findings) {
            sides = findings.portions(Codebook.practices()).stream()
                    .map(Side::of)
                    .toList();
        }
        Set<String> chosen =
                sides.stream().filter(side -> !side.ordinary()).map(Side::group).collect(Collectors.toSet());
        return Comparison.of(sides, chosen::contains, Codebook.practices());
    }

    /** Of those who tell in these accounts; of all if there are none. */
    List<Exposure> exposures(Set<Id> accounts) {
        synchronized (exposed) {
            Protection now = opened.protection();
            Bearers bearers = telling.now().bearers();
            Exposed known = exposed.get()
                    .filter(one -> one.protection() == now
                            && one.bearers() == bearers
                            && one.accounts().equals(accounts))
                    .orElseGet(() -> new Exposed(
                            now, bearers, Set.copyOf(accounts), Exposure.of(contents, now, bearers, accounts)));
            exposed.set(Optional.of(known));
            return known.all();
        }
    }

    private Telling telling() {
        Witnesses now = witnesses.now();
        return new Telling(now, new Bearers(clues.now(), now));
    }

    /** What is suggested of passages makes nobody a witness. */
    private Witnesses told(Witnesses before, Map<Id, Set<String>> decided) {
        return decided.keySet().stream()
                        .allMatch(target -> contents.suggestion(target)
                                .filter(one -> !(one.proposal() instanceof Proposal.CopyOf))
                                .isPresent())
                ? before
                : Witnesses.of(contents);
    }

    private Counted anew() {
        return counted(Findings.counted(Ground.of(contents, witnesses.now()), codings.get()));
    }

    private Counted counted(Findings findings) {
        return new Counted(findings, findings.of(Codebooks.of(contents)), findings.arrows(Codebook.practices()));
    }

    /**
     * What coders judge of codings touches a few counts, and what they have read those of one group; whatever else is
     * decided may touch all of them.
     */
    private Counted counted(Counted before, Map<Id, Set<String>> decided) {
        Findings findings = before.findings();
        var accounts = new HashSet<Id>();
        for (Map.Entry<Id, Set<String>> one : decided.entrySet()) {
            if (one.getValue().equals(READS)) {
                boolean now = contents.decision(one.getKey(), READING).isPresent();
                if (!now && findings.isRead(one.getKey()).orElse(false)) {
                    return anew();
                }
                accounts.add(one.getKey());
                continue;
            }
            Optional<Suggestion> suggestion = contents.suggestion(one.getKey());
            if (suggestion.isEmpty() || suggestion.get().proposal() instanceof Proposal.CopyOf) {
                return anew();
            }
            if (suggestion.get().proposal() instanceof Proposal.Coding) {
                accounts.add(suggestion.get().target());
            }
        }
        // somebody may be setting groups beside each other meanwhile
        synchronized (findings) {
            accounts.forEach(id -> contents.account(id).ifPresent(account -> {
                if (contents.decision(id, READING).isPresent()) {
                    findings.read(account, this::speaksAs);
                }
                findings.anew(id, Codings.of(contents, account));
            }));
            return accounts.isEmpty() ? before : counted(findings);
        }
    }

    private Optional<Vantage> speaksAs(Id speaker) {
        return contents.decision(speaker, new Verdict.SpeaksAs(Vantage.MEMBER).aspect())
                .flatMap(decision -> decision.verdict() instanceof Verdict.SpeaksAs(Vantage from)
                        ? Optional.of(from)
                        : Optional.empty());
    }
}
