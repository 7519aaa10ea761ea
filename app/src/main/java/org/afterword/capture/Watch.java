package org.afterword.capture;

import java.util.List;
import java.util.Optional;
import org.afterword.capture.CaptureRecord.Outcome;

/** Looks at one page again and again. What it remembers is in memory alone. */
public final class Watch {
    private Optional<CaptureRecord> last = Optional.empty();
    private Optional<CaptureRecord> good = Optional.empty();

    /**
     * @param url the watched page, as captures have it
     * @param before every capture that there is, of this page and others, the oldest first
     */
    public Watch(String url, List<CaptureRecord> before) {
        before.stream().filter(record -> record.url().equals(url)).forEach(this::remember);
    }

    private void remember(CaptureRecord record) {
        last = Optional.of(record);
        if (record.outcome() == Outcome.CAPTURED) {
            good = last;
        }
    }

    /** What a new capture shows; the next is compared with it. */
    public Look look(CaptureRecord now) {
        Look look = compared(now);
        if (look.worthKeeping()) {
            remember(now);
        }
        return look;
    }

    private Look compared(CaptureRecord now) {
        boolean first = last.isEmpty();
        Outcome before = last.map(CaptureRecord::outcome).orElse(Outcome.CAPTURED);
        return switch (now.outcome()) {
            case GONE -> first || before != Outcome.GONE ? new Look.Gone(good) : new Look.Same();
            case ERROR, INCOMPLETE ->
                !first && before == now.outcome() && last.orElseThrow().status() == now.status()
                        ? new Look.Same()
                        : new Look.Unsure();
            case CAPTURED -> good.map(since -> compared(since, now, before)).orElseGet(Look.First::new);
        };
    }

    private static Look compared(CaptureRecord since, CaptureRecord now, Outcome before) {
        List<WordDiff.Change> changes = WordDiff.of(since.text(), now.text());
        if (!changes.isEmpty()) {
            return new Look.Changed(since, changes);
        }
        return before == Outcome.GONE ? new Look.Back(since) : new Look.Same();
    }
}
