package org.afterword;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.afterword.casefile.Batch;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Frames;
import org.afterword.casefile.ItemType;
import org.afterword.casefile.Names;
import org.afterword.casefile.Suggestions;
import org.afterword.casefile.Touched;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.IdTable;
import org.afterword.model.Suggestion;
import org.afterword.protection.Protection;

/** What somebody does, as entries of the log. */
final class Recording {
    private final CaseFile file;
    private final String actor;
    private final boolean amongOthers;
    private final Shared shared;

    Recording(CaseFile file, String actor) {
        this(file, actor, false, new Shared());
    }

    private Recording(CaseFile file, String actor, boolean amongOthers, Shared shared) {
        this.file = file;
        this.actor = actor;
        this.amongOthers = amongOthers;
        this.shared = shared;
    }

    /** What another does at the same time. */
    Recording among(String other) {
        return new Recording(file, other, true, shared);
    }

    /** Whether others work with the same open case. */
    boolean amongOthers() {
        return amongOthers;
    }

    String actor() {
        return actor;
    }

    Batch batch() {
        return file.batch(actor);
    }

    void record(Entry entry) throws CaseException {
        record(List.of(entry));
    }

    /** All of them or none. */
    void record(List<? extends Entry> entries) throws CaseException {
        try (Batch batch = batch()) {
            entries.forEach(batch::add);
            batch.commit();
        }
    }

    void names(Names names, String finder) throws CaseException {
        names(names, finder, Optional.empty());
    }

    /** @param model which weights and which model the finder used, if it learned */
    void names(Names names, String finder, Optional<String> model) throws CaseException {
        try (Batch batch = batch()) {
            names(names, finder, model, batch);
            batch.commit();
        }
    }

    static void names(Names names, String finder, Optional<String> model, Batch batch) throws CaseException {
        Id item = batch.put(ItemType.NAMES, Frames.write(names));
        batch.add(new Entry.NamesFound(
                item, finder, names.identities().size(), names.mentions().size(), model));
    }

    void suggestions(Suggestions suggestions, String by) throws CaseException {
        try (Batch batch = batch()) {
            suggestions(suggestions, by, batch);
            batch.commit();
        }
    }

    private static void suggestions(Suggestions suggestions, String by, Batch batch) throws CaseException {
        Id item = batch.put(ItemType.SUGGESTIONS, Frames.write(suggestions));
        batch.add(new Entry.Suggested(item, by, suggestions.suggestions().size()));
    }

    /** A coding by hand, and in one step with it what its coder holds of it. */
    void judged(Suggestion own, Decision decision) throws CaseException {
        try (Batch batch = batch()) {
            suggestions(new Suggestions(List.of(), List.of(own)), Entry.Suggested.PERSON, batch);
            batch.add(new Entry.Decided(decision));
            batch.commit();
        }
    }

    /** What a stranger may see as things stand now; the same while nothing changes from which it follows. */
    Protection protection() {
        synchronized (shared) {
            Known known = shared.protection
                    .filter(one -> one.now == file.touched().protection())
                    .orElseGet(() -> file.still(this::known));
            shared.protection = Optional.of(known);
            return known.protection;
        }
    }

    private Known known() {
        Touched touched = file.touched();
        long now = touched.protection();
        long besides = touched.besidesDecisions();
        int decided = touched.decided();
        return new Known(
                now,
                besides,
                decided,
                shared.protection
                        .filter(one -> one.besides == besides)
                        .flatMap(one -> one.protection.after(file, new LinkedHashSet<>(touched.decided(one.decided))))
                        .orElseGet(() -> Protection.of(file, file.secret("pseudonyms"))));
    }

    /** @param decided about how many things something had been decided when it was made */
    private record Known(long now, long besides, int decided, Protection protection) {}

    /** What is the same whoever works. */
    private static final class Shared {
        private Optional<Known> protection = Optional.empty();
    }

    /** The accounts at which that finder has not looked, in the order of the case. */
    SequencedSet<Id> notLookedThrough(String by) {
        IdTable fresh = file.notLookedThrough(by);
        return file.accountIds().stream().filter(fresh::contains).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
