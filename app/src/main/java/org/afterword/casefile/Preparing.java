package org.afterword.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * Entries made ready to be written, beside what the caller goes on doing: canonical, hashed, and read back, so that
 * what is hashed and folded now is what will be read later. One thread adds.
 */
final class Preparing {
    private static final int TOGETHER = 32;
    private final Clock clock;
    private final String actor;
    private final List<ForkJoinTask<List<Prepared>>> begun = new ArrayList<>();
    private List<EntryLog.Draft> waiting = new ArrayList<>();
    private long next;

    /**
     * @param next the number of the first
     */
    Preparing(long next, Clock clock, String actor) {
        this.next = next;
        this.clock = clock;
        this.actor = actor;
    }

    /**
     * An entry that lacks only its seal.
     *
     * @param content what is sealed
     * @param draft what it was made from
     */
    @SuppressWarnings("ArrayRecordComponent") // on its way, never compared
    record Prepared(byte[] content, byte[] leaf, Logged logged, EntryLog.Draft draft) {}

    void add(EntryLog.Draft draft) {
        waiting.add(draft);
        if (waiting.size() == TOGETHER) {
            begin();
        }
    }

    private void begin() {
        var drafts = waiting;
        waiting = new ArrayList<>();
        long first = next;
        next += drafts.size();
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        begun.add(ForkJoinPool.commonPool().submit(() -> prepare(first, at, drafts)));
    }

    private List<Prepared> prepare(long first, Instant at, List<EntryLog.Draft> drafts) {
        var prepared = new ArrayList<Prepared>();
        for (var draft : drafts) {
            long number = first + prepared.size();
            byte[] content =
                    Envelope.of(number, at, actor, draft.entry(), draft.items()).bytes();
            var written = Envelope.parse(content).orElseThrow();
            prepared.add(new Prepared(content, written.leaf(), written.logged().orElseThrow(), draft));
        }
        return prepared;
    }

    boolean isEmpty() {
        return begun.isEmpty() && waiting.isEmpty();
    }

    /** All that were added since this was asked before. */
    List<Prepared> all() {
        begin();
        var all = new ArrayList<Prepared>();
        begun.forEach(task -> all.addAll(task.join()));
        begun.clear();
        return all;
    }
}
