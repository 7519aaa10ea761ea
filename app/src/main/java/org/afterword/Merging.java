package org.afterword;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.casefile.Batch;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Contents;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Frames;
import org.afterword.casefile.ItemType;
import org.afterword.casefile.Made;
import org.afterword.casefile.Suggestions;
import org.afterword.coding.Codings;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Exhibit;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.Proposal;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;

/**
 * Brings in what people did in another copy of the case: decisions, codings, memos, readings. Nothing that is here is
 * replaced. In whatever order copies are merged, and however often, the same decisions hold in the end.
 */
public final class Merging {
    /**
     * What did not fit, and stays in the other copy.
     *
     * @param id of the decision or the coding
     * @param what it is: a verdict's text form, or a code
     */
    public record Left(Id id, String what, String why) {}

    /**
     * @param decisions how many came; and {@code codings}; {@code undone}: taken back there, and now here
     * @param conflicts decided apart and differently, and settled by nobody yet: of the whole case
     */
    public record Merged(int decisions, int codings, int undone, List<Left> left, List<List<Decision>> conflicts) {}

    private final CaseFile file;
    private final Recording log;
    private final CaseFile other;
    private final Set<Id> targets = new HashSet<>();
    private final Map<Id, Boolean> sameText = new HashMap<>();
    private final Map<Id, Suggestion> theirs = new LinkedHashMap<>();
    private final List<Left> left = new ArrayList<>();

    Merging(CaseFile file, Recording log, CaseFile other) {
        this.file = file;
        this.log = log;
        this.other = other;
        file.groups().stream().map(Group::id).forEach(targets::add);
        file.exhibits().stream().map(Exhibit::id).forEach(targets::add);
        file.identities().stream().map(Identity::id).forEach(targets::add);
        file.suggestions().stream().map(Suggestion::id).forEach(targets::add);
        targets.addAll(file.speakerIds());
        other.suggestions().forEach(one -> theirs.put(one.id(), one));
    }

    Merged merge() throws CaseException {
        Map<Id, Made> here = byId(file);
        Map<Id, Made> there = byId(other);
        List<Suggestion> codings = codings(there);
        codings.stream().map(Suggestion::id).forEach(targets::add);
        List<Made> decisions = there.values().stream()
                .filter(made -> !here.containsKey(made.decision().id()) && !made.undone())
                .filter(this::fits)
                .toList();
        List<Id> undone = here.values().stream()
                .filter(made -> !made.undone())
                .map(made -> made.decision().id())
                .filter(id ->
                        Optional.ofNullable(there.get(id)).filter(Made::undone).isPresent())
                .toList();
        if (!codings.isEmpty() || !decisions.isEmpty() || !undone.isEmpty()) {
            write(codings, decisions, undone);
        }
        return new Merged(decisions.size(), codings.size(), undone.size(), List.copyOf(left), file.conflicts());
    }

    private static Map<Id, Made> byId(Contents contents) {
        var made = new LinkedHashMap<Id, Made>();
        contents.history().forEach(one -> made.put(one.decision().id(), one));
        return made;
    }

    /** What people coded, or judged, that is not here; what only the program suggested it suggests here as well. */
    private List<Suggestion> codings(Map<Id, Made> there) {
        var judged = new HashSet<Id>();
        there.values().forEach(made -> judged.add(made.decision().target()));
        var codings = new ArrayList<Suggestion>();
        for (Suggestion suggestion : theirs.values()) {
            if (suggestion.proposal() instanceof Proposal.Coding coding
                    && !targets.contains(suggestion.id())
                    && (Codings.isByHand(suggestion) || judged.contains(suggestion.id()))) {
                if (sameText(suggestion.target())) {
                    codings.add(suggestion);
                } else {
                    left.add(new Left(suggestion.id(), coding.code(), why(suggestion.target())));
                }
            }
        }
        return codings;
    }

    private boolean fits(Made made) {
        Decision decision = made.decision();
        Optional<Id> bound = switch (decision.verdict()) {
            case Verdict.SameAs(Id far) -> Optional.of(far);
            case Verdict.DistinctFrom(Id far) -> Optional.of(far);
            case Verdict.Tie tie -> tie.with();
            default -> Optional.empty();
        };
        Id target = decision.target();
        Optional<Id> coded = Optional.ofNullable(theirs.get(target))
                .filter(one -> one.proposal() instanceof Proposal.Coding)
                .map(Suggestion::target);
        boolean known =
                targets.contains(target) ? coded.map(this::sameText).orElse(true) : coded.isEmpty() && sameText(target);
        if (known && bound.filter(far -> !targets.contains(far)).isEmpty()) {
            return true;
        }
        left.add(new Left(
                decision.id(),
                decision.verdict().text(),
                known ? "it is about something else that is not in this case" : why(coded.orElse(target))));
        return false;
    }

    private boolean sameText(Id account) {
        return sameText.computeIfAbsent(account, id -> {
            Optional<String> here = file.account(id).map(Account::text);
            return here.isPresent() && here.equals(other.account(id).map(Account::text));
        });
    }

    private String why(Id account) {
        return file.account(account).isPresent()
                ? "the account has another text here: one of the two was read again"
                : "it is about something that is not in this case";
    }

    private void write(List<Suggestion> codings, List<Made> decisions, List<Id> undone) throws CaseException {
        Id merge = Id.random();
        try (Batch batch = log.batch()) {
            batch.add(new Entry.Merged(
                    merge,
                    other.id(),
                    other.checkpoint(),
                    decisions.size(),
                    codings.size(),
                    undone.size(),
                    log.actor()));
            if (!codings.isEmpty()) {
                Id item = batch.put(ItemType.SUGGESTIONS, Frames.write(new Suggestions(List.of(), codings)));
                batch.add(new Entry.Suggested(item, "merge " + merge, codings.size()));
            }
            decisions.forEach(made ->
                    batch.add(new Entry.Decided(made.decision(), Optional.of(new Entry.Came(merge, made.seen())))));
            undone.forEach(id -> batch.add(new Entry.Undone(id, log.actor())));
            batch.commit();
        }
    }
}
