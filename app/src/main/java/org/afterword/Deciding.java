package org.afterword;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.coding.Codebooks;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;
import org.afterword.protection.Protection;

/** Records what people decide, after checking that it can be meant. */
public final class Deciding {
    /**
     * What a person asks to have recorded.
     *
     * @param id of the thing, or enough of its first characters to tell it from others
     * @param decision a verdict's text form
     * @param reason may be empty
     * @param confirmed whether it was said a second time, as keeping a person's name wants it
     * @param adjudicates whether it settles what coders see differently
     */
    public record Request(String id, String decision, String reason, boolean confirmed, boolean adjudicates) {
        /** Said once. */
        public Request(String id, String decision, String reason) {
            this(id, decision, reason, false);
        }

        public Request(String id, String decision, String reason, boolean confirmed) {
            this(id, decision, reason, confirmed, false);
        }
    }

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
        return recorded(new Checking(file, log).check(requests));
    }

    /** The same as one action, which is taken back as one. */
    public List<Decision> recordTogether(List<Request> requests) throws CaseException {
        return recorded(Checking.together(new Checking(file, log).check(requests)));
    }

    private List<Decision> recorded(List<Decision> decisions) throws CaseException {
        write(decisions.stream()
                .filter(decision -> !(decision.verdict() instanceof Verdict.Seen))
                .toList());
        return decisions.stream().anyMatch(decision -> decision.verdict() instanceof Verdict.Seen)
                ? approve(decisions)
                : decisions;
    }

    private List<Decision> approve(List<Decision> decisions) throws CaseException {
        Protection protection = log.protection();
        List<Decision> all = new ArrayList<>();
        List<Decision> approvals = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Decision decision : decisions) {
            if (!(decision.verdict() instanceof Verdict.Seen asked)) {
                all.add(decision);
                continue;
            }
            try {
                if (asked instanceof Verdict.RiskAccepted && decision.reason().isBlank()) {
                    throw new IllegalArgumentException("say who takes the risk on, and why (--reason TEXT)");
                }
                Account account = file.account(decision.target()).orElseThrow();
                var approve = Approval.of(account, file, protection).verdict(asked);
                var approval = decision.with(account.id(), approve, decision.reason());
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

    static List<String> ending(List<String> problems, String end) {
        var ended = new ArrayList<>(problems);
        String last = ended.removeLast();
        ended.addLast((last.endsWith(".") ? last.substring(0, last.length() - 1) : last) + end);
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
     * A passage that somebody coded stands as accepted by them, in one step with the coding: so that {@link #undo} knows
     * of it.
     */
    void coded(Suggestion own) throws CaseException {
        log.judged(own, ofOwn(own.id(), new Verdict.Accept(), log.actor()));
    }

    /** About a coding of one's own, with which it is one action. */
    private Decision ofOwn(Id coding, Verdict verdict, String by) {
        return new Decision(
                Id.random(),
                coding,
                verdict,
                "",
                by,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                Optional.of(coding),
                Optional.of(Codebooks.of(file).inForce()),
                false);
    }

    /**
     * Takes the last decisions back, all of them or none. What one action decided together is taken back as one; what
     * somebody coded by hand counts as a decision, and is rejected by them once it is taken back.
     *
     * @param n how many, at most
     * @return those that were taken back, the newest first
     */
    public List<Decision> undo(int n) throws CaseException {
        List<Decision> newest = newest(n);
        var entries = new ArrayList<Entry>();
        for (Decision decision : newest) {
            entries.add(new Entry.Undone(decision.id(), log.actor()));
            if (decision.withItsCoding() && decision.verdict() instanceof Verdict.Accept) {
                entries.add(new Entry.Decided(ofOwn(decision.target(), new Verdict.Reject(), decision.by())));
            }
        }
        log.record(entries);
        return newest;
    }

    private List<Decision> newest(int steps) {
        List<Decision> some = List.of();
        for (int limit = Math.max(steps, 1); ; limit = 2 * limit) {
            some = made(limit);
            int counted = 0;
            for (int at = 0; at < some.size(); at++) {
                if (at == 0 || !joined(some.get(at - 1), some.get(at))) {
                    counted++;
                }
                if (counted > steps) {
                    return some.subList(0, at);
                }
            }
            if (some.size() < limit || limit > Integer.MAX_VALUE / 2) {
                return some;
            }
        }
    }

    /** The newest first; where coders work blind, or several at once, one's own alone. */
    private List<Decision> made(int limit) {
        boolean everybody = !file.blind() && !log.amongOthers();
        String coder = Decision.coder(log.actor());
        for (int some = 2 * limit; ; some *= 8) {
            List<Decision> newest = file.newestDecisions(some);
            List<Decision> own = newest.stream()
                    .filter(decision -> everybody || decision.coder().equals(coder))
                    .filter(decision -> !decision.takesBackItsCoding())
                    .limit(limit)
                    .toList();
            if (own.size() == limit || newest.size() < some || some > Integer.MAX_VALUE / 8) {
                return own;
            }
        }
    }

    /** What {@link #undo} would take back first. */
    public Optional<Decision> last() {
        return made(1).stream().findFirst();
    }

    private static boolean joined(Decision one, Decision other) {
        return one.together().isPresent() && one.together().equals(other.together());
    }
}
