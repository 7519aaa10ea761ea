package org.afterword.casefile;

import java.util.ArrayList;
import java.util.List;
import org.afterword.model.Id;

/**
 * Other ways into a case, and with {@code rotate} a new epoch: a key that nobody has who had the file before and is no
 * longer let in. Works within the transaction that is open; holds once that is on the disk.
 *
 * @param removed ids of ways in
 * @param rotate whether every key is wrapped anew
 */
record KeyChange(List<NewWay> added, List<Id> removed, boolean rotate) {
    /** A new epoch for the same ways in. */
    static final KeyChange ROTATION = new KeyChange(List.of(), List.of(), true);

    private static final int PAGE = 1000;

    /**
     * What is empty, because it was erased, stays so.
     *
     * @return what the log is to say
     * @throws CaseException.KeysKept before anything was written, if a way in cannot be carried over
     * @throws CaseException.Damaged if a wrap does not open
     */
    Entry.KeysChanged apply(Container container, KeyRing keys) throws CaseException {
        var header = Header.read(container);
        var before = keys.epoch();
        header.check(before);
        var ways = kept(before.secrets(), keys.opened(), header.wraps());
        var after = rotate ? before.next(ways) : before.with(ways);
        keys.turn(after);
        var wraps = sealed(header.wraps(), after);
        if (rotate) {
            for (var table : Wrapped.values()) {
                rewrap(container, table, before, after);
            }
        }
        var next = header.next(after, wraps);
        container.replaceHeader(next.bytes(), next.version());
        return new Entry.KeysChanged(
                after.number(), added.stream().map(way -> way.wrap().id()).toList(), removed);
    }

    /** With what the way gave by which the case was opened, if the case did not know it before. */
    private List<Secrets.Kept> kept(Secrets secrets, KeyRing.Opened opened, List<Wrap> wraps) {
        var ways = new ArrayList<>(secrets.ways());
        if (secrets.way(opened.way()).isEmpty()
                && wraps.stream().anyMatch(wrap -> wrap.id().equals(opened.way()))) {
            opened.lock().ifPresent(lock -> ways.add(Secrets.Kept.of(opened.way(), lock)));
        }
        ways.removeIf(way -> removed.contains(way.id()));
        added.forEach(way -> ways.add(way.kept()));
        return ways;
    }

    private List<Wrap> sealed(List<Wrap> present, Epoch after) throws CaseException {
        var all = new ArrayList<>(present);
        all.removeIf(wrap -> removed.contains(wrap.id()));
        added.forEach(way -> all.add(way.wrap()));
        var sealed = new ArrayList<Wrap>();
        for (var wrap : all) {
            var anew = after.secrets().way(wrap.id()).flatMap(kept -> wrap.sealedFor(after, kept));
            if (anew.isEmpty() && rotate) {
                throw new CaseException.KeysKept(cannotCarry(wrap));
            }
            sealed.add(anew.orElse(wrap));
        }
        return sealed;
    }

    private static String cannotCarry(Wrap wrap) {
        var last = " Nothing was changed.";
        return switch (wrap.known()) {
            case PASSPHRASE ->
                "The passphrase " + wrap.id() + " was set by an older version, and a new key cannot be sealed for it"
                        + " without it." + last + " Open the case with it, or set a new one with"
                        + " 'afterword keys CASE change'.";
            case RECOVERY ->
                "The recovery code was printed by an older version, and a new key cannot be sealed for it without"
                        + " it." + last + " Make a new one with 'afterword keys CASE add recovery', then do it again.";
            case AGE, UNKNOWN ->
                "The way in " + wrap.id() + " was added by a newer version, and this one cannot seal a new key for it."
                        + last + " Use that version, or remove it with 'afterword keys CASE remove'.";
        };
    }

    private static void rewrap(Container container, Wrapped table, Epoch before, Epoch after) throws CaseException {
        long next = 0;
        for (var rows = container.wraps(table, next, PAGE); !rows.isEmpty(); ) {
            for (var row : rows) {
                next = row.place() + 1;
                if (row.wrap().length > 0) {
                    container.putWrap(
                            table,
                            row.place(),
                            before.rewrap(row.id(), row.wrap(), after)
                                    .orElseThrow(() -> new CaseException.Damaged("the key of " + table.name(row))));
                }
            }
            rows = container.wraps(table, next, PAGE);
        }
    }
}
