package org.afterword.casefile;

import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Goes through the log, an entry after another. */
final class LogWalk implements Iterator<Logged> {
    private final EntryLog log;
    private final long end;
    private long next;
    private Iterator<Rows.Entry> rows = List.<Rows.Entry>of().iterator();
    private Optional<Erasures> erasures = Optional.empty();

    LogWalk(EntryLog log, long from, long end) {
        this.log = log;
        this.next = from;
        this.end = end;
    }

    @Override
    public boolean hasNext() {
        return next < end;
    }

    @Override
    public Logged next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            if (!rows.hasNext()) {
                rows = log.page(next).iterator();
            }
            if (!rows.hasNext()) {
                throw EntryLog.missing(next);
            }
            var row = rows.next();
            if (row.number() != next) {
                throw EntryLog.missing(next);
            }
            next++;
            return row.erased() ? gone(row) : log.read(row).logged().orElseThrow();
        } catch (CaseException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Logged gone(Rows.Entry row) throws CaseException {
        if (erasures.isEmpty()) {
            erasures = Optional.of(log.erasures(row.number()));
        }
        return erasures.get()
                .of(row.number())
                .map(by -> by.erasing(row.number()))
                .orElseThrow(() -> new CaseException.Damaged(EntryLog.entry(row.number())));
    }
}
