package org.afterword;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.afterword.protection.Protection;

/** Records what people decide, after checking that it can be meant. */
public final class Deciding {
    /**
     * What a person asks to have recorded.
     *
     * @param id of the thing, or enough of its first characters to tell it from others
     * @param decision a verdict's text form
     * @param reason may be empty
     */
    public record Request(String id, String decision, String reason) {}

    private final CaseFile file;
    private final Recording log;

    Deciding(CaseFile file, Recording log) {
        this.file = file;
        this.log = log;
    }

    /**
     * Records the requests, in their order, but approvals last: what is approved is what a stranger would see once
     * all the others hold.
     *
     * @throws Refused if one of them cannot be recorded; then none is, save that an approval which comes too early
     *     does not take the others with it
     */
    public List<Decision> record(List<Request> requests) throws CaseException {
        List<Decision> decisions = checked(requests);
        write(decisions.stream()
                .filter(decision -> !(decision.verdict() instanceof Verdict.Approve))
                .toList());
        return decisions.stream().anyMatch(decision -> decision.verdict() instanceof Verdict.Approve)
                ? approve(decisions)
                : decisions;
    }

    private List<Decision> checked(List<Request> requests) {
        Targets targets = Targets.of(file);
        Protection protection = log.protection();
        List<Cluster> clusters = protection.clusters();
        List<Decision> decisions = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            Request request = requests.get(i);
            try {
                Targets.Target target = targets.find(request.id());
                Verdict verdict = targets.fit(target, Verdict.parse(request.decision()));
                if (target.alias().isPresent()) {
                    decisions.add(bond(target.alias().get(), verdict, request.reason()));
                    continue;
                }
                Optional<Cluster> cluster = clusters.stream()
                        .filter(c -> c.members().contains(target.id()))
                        .findFirst();
                decisions.add(decision(
                        target.id(),
                        cluster.isPresent() ? protection.check(cluster.get(), verdict) : verdict,
                        request.reason()));
            } catch (IllegalArgumentException e) {
                problems.add((requests.size() > 1 ? "decision " + (i + 1) + ": " : "") + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new Refused(requests.size() > 1 ? ending(problems, "; nothing was recorded") : problems);
        }
        return decisions;
    }

    /** What is decided about a proposed merge of two names is decided about the names. */
    private Decision bond(Targets.Pair pair, Verdict verdict, String reason) {
        return switch (verdict) {
            case Verdict.Accept accept -> decision(pair.one(), new Verdict.SameAs(pair.other()), reason);
            case Verdict.Reject reject -> decision(pair.one(), new Verdict.DistinctFrom(pair.other()), reason);
            default -> throw new IllegalArgumentException("two names are the same (accept) or not (reject)");
        };
    }

    private Decision decision(Id target, Verdict verdict, String reason) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return switch (verdict) {
            // The same bond, whichever side it is said from, so that the later word on it holds.
            case Verdict.SameAs same
            when same.other().compareTo(target) < 0 ->
                new Decision(Id.random(), same.other(), new Verdict.SameAs(target), reason, log.actor(), now);
            case Verdict.DistinctFrom distinct
            when distinct.other().compareTo(target) < 0 ->
                new Decision(Id.random(), distinct.other(), new Verdict.DistinctFrom(target), reason, log.actor(), now);
            default -> new Decision(Id.random(), target, verdict, reason, log.actor(), now);
        };
    }

    private List<Decision> approve(List<Decision> decisions) throws CaseException {
        Protection protection = log.protection();
        List<Decision> all = new ArrayList<>();
        List<Decision> approvals = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Decision decision : decisions) {
            if (!(decision.verdict() instanceof Verdict.Approve asked)) {
                all.add(decision);
                continue;
            }
            try {
                Account account = file.account(decision.target()).orElseThrow();
                var approve = Approval.of(account, file, protection).verdict(asked);
                var approval = new Decision(
                        decision.id(), account.id(), approve, decision.reason(), decision.by(), decision.at());
                approvals.add(approval);
                all.add(approval);
            } catch (IllegalArgumentException e) {
                problems.add(e.getMessage());
            }
        }
        write(approvals);
        if (!problems.isEmpty()) {
            throw new Refused(all.isEmpty() ? problems : ending(problems, "; the other decisions were recorded"));
        }
        return all;
    }

    private static List<String> ending(List<String> problems, String end) {
        var ended = new ArrayList<>(problems);
        ended.addLast(ended.removeLast() + end);
        return ended;
    }

    private void write(List<Decision> decisions) throws CaseException {
        log.record(decisions.stream().map(Entry.Decided::new).toList());
    }

    /**
     * @param id an account's id, or enough of its first characters
     * @throws IllegalArgumentException if there is no such account, or more than one
     */
    public Account account(String id) {
        Targets.Target target = Targets.of(file).find(id);
        return file.account(target.id())
                .orElseThrow(() -> new IllegalArgumentException("'" + id + "' is no account's id"));
    }

    /**
     * Takes the last decisions back, all of them or none.
     *
     * @param n how many, at most
     * @return those that were taken back, the newest first
     */
    public List<Decision> undo(int n) throws CaseException {
        List<Decision> newest = file.newestDecisions(n);
        log.record(newest.stream()
                .map(decision -> new Entry.Undone(decision.id(), log.actor()))
                .toList());
        return newest;
    }
}
