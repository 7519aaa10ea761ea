package org.afterword.casefile;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.afterword.model.Id;

/**
 * Who can open a case. Each change is one entry of the log and on the disk when the method returns; none writes an
 * exhibit anew.
 *
 * <p>Whenever something stops opening the case, its keys change: whoever has an old copy of the file and what opened it
 * still reads that copy, and nothing that is written from now on.
 */
public final class Keys {
    private static final int LONGEST_LABEL = 200;
    private final CaseFile file;
    private final Container container;
    private final KeyRing keys;

    Keys(CaseFile file, Container container, KeyRing keys) {
        this.file = file;
        this.container = container;
        this.keys = keys;
    }

    /** Of a new case, with its header written. */
    static KeyRing first(Container container, Passphrase passphrase, Cost cost, byte[] code) throws CaseException {
        var caseId = Id.random();
        var byPassphrase = NewWay.passphrase(caseId, passphrase, cost, "");
        var ways = List.of(byPassphrase, NewWay.recovery(caseId, code, ""));
        try (var bare = Epoch.first(caseId)) {
            var epoch = bare.with(ways.stream().map(NewWay::kept).toList());
            container.putHeader(Header.of(
                            epoch,
                            ways.stream()
                                    .flatMap(way -> way.wrap().sealedFor(epoch, way.kept()).stream())
                                    .toList())
                    .bytes());
            return new KeyRing(epoch, new KeyRing.Opened(byPassphrase.wrap().id(), Optional.empty()));
        }
    }

    /** The ways into the case, in the order in which they came. */
    public List<Way> list() throws CaseException {
        var secrets = keys.epoch().secrets();
        return header().wraps().stream()
                .map(wrap -> {
                    var kept = secrets.way(wrap.id());
                    return new Way(
                            wrap.id(),
                            wrap.known(),
                            kept.map(Secrets.Kept::label).orElse(""),
                            kept.flatMap(Secrets.Kept::added).map(Instant::parse),
                            kept.flatMap(Secrets.Kept::recipient),
                            keys.opened().way().equals(wrap.id()),
                            wrap.isOld());
                })
                .toList();
    }

    private Header header() throws CaseException {
        return Header.read(container);
    }

    /** How many times the key changed, and one. */
    public long epoch() {
        return keys.epoch().number();
    }

    /**
     * One more passphrase; the others go on working.
     *
     * @param actor who does it
     * @param label for whom or what it is; only the open case tells it. May be empty
     */
    public Way addPassphrase(String actor, Passphrase passphrase, String label) throws CaseException {
        return addPassphrase(actor, passphrase, label, Cost.DEFAULT);
    }

    /** One that costs as much to try as is said here. */
    public Way addPassphrase(String actor, Passphrase passphrase, String label, Cost cost) throws CaseException {
        return add(actor, NewWay.passphrase(keys.caseId(), passphrase, cost, checked(label)), List.of());
    }

    /**
     * An age recipient: who has its identity can open the case.
     *
     * @param recipient {@code age1…}, X25519
     * @throws IllegalArgumentException if it is none
     */
    public Way addAge(String actor, String recipient, String label) throws CaseException {
        var way = NewWay.age(recipient, checked(label));
        if (list().stream().anyMatch(there -> there.recipient().equals(Optional.of(recipient)))) {
            throw new IllegalArgumentException("this age recipient opens the case already");
        }
        return add(actor, way, List.of());
    }

    /**
     * A new recovery code, to be printed; one that was there before stops working.
     *
     * @return the code, in the form in which it is printed
     */
    public String renewRecovery(String actor, String label) throws CaseException {
        return renewRecovery(actor, label, printed -> {});
    }

    /**
     * A new recovery code, shown before it opens anything: else it could be a way in that nobody knows.
     *
     * @param shown is given the code, in the form in which it is printed
     */
    public String renewRecovery(String actor, String label, Consumer<String> shown) throws CaseException {
        byte[] code = RecoveryCode.random();
        try {
            shown.accept(RecoveryCode.print(code));
            var before = list().stream()
                    .filter(way -> way.kind() == Way.Kind.RECOVERY)
                    .map(Way::id)
                    .toList();
            add(actor, NewWay.recovery(keys.caseId(), code, checked(label)), before);
            return RecoveryCode.print(code);
        } finally {
            Arrays.fill(code, (byte) 0);
        }
    }

    /**
     * Looks whether this is the case's recovery code as it was printed.
     *
     * @throws CaseException.WrongPassphrase if it is not, or has a slip in it
     */
    public void checkRecovery(Passphrase typed) throws CaseException {
        header().checkRecovery(typed);
    }

    /**
     * Another passphrase in place of one, with the same label and at the same cost; the one before stops working.
     *
     * @param which the passphrase; empty for the one by which the case was opened, or the only one
     * @throws CaseException.KeysKept if it is not clear which one
     */
    public Way changePassphrase(String actor, Optional<Id> which, Passphrase passphrase) throws CaseException {
        var old = way(which.isPresent() ? which.get() : meant());
        if (old.kind() != Way.Kind.PASSPHRASE) {
            throw new CaseException.KeysKept("The way in " + old.id() + " is no passphrase, so it has none to change."
                    + " Nothing was changed; 'afterword keys CASE' lists the ways in.");
        }
        var cost = header().wraps().stream()
                .filter(wrap -> wrap.id().equals(old.id()))
                .flatMap(wrap -> wrap.argon2id().stream())
                .map(Wrap.Argon2id::cost)
                .findFirst()
                .orElse(Cost.DEFAULT);
        return add(actor, NewWay.passphrase(keys.caseId(), passphrase, cost, old.label()), List.of(old.id()));
    }

    private Id meant() throws CaseException {
        var passphrases =
                list().stream().filter(way -> way.kind() == Way.Kind.PASSPHRASE).toList();
        return passphrases.stream()
                .filter(way -> way.used() || passphrases.size() == 1)
                .findFirst()
                .map(Way::id)
                .orElseThrow(() -> new CaseException.KeysKept("The case was not opened by a passphrase, and has "
                        + passphrases.size() + ". Nothing was changed; say the id of the one to change."));
    }

    /**
     * A way in stops working, and the keys change.
     *
     * @throws CaseException.KeysKept if neither a passphrase nor a recovery code would be left, or another way cannot
     *     be carried over
     */
    public void remove(String actor, Id id) throws CaseException {
        way(id);
        if (list().stream()
                .filter(way -> !way.id().equals(id))
                .noneMatch(way -> way.kind() == Way.Kind.PASSPHRASE || way.kind() == Way.Kind.RECOVERY)) {
            throw new CaseException.KeysKept("A case keeps at least one passphrase or recovery code, and this is the"
                    + " last. Nothing was changed; add another one first.");
        }
        change(actor, new KeyChange(List.of(), List.of(id), true));
    }

    /** The same ways in, and a new key behind them. */
    public void rotate(String actor) throws CaseException {
        change(actor, KeyChange.ROTATION);
    }

    private Way way(Id id) throws CaseException {
        return list().stream()
                .filter(way -> way.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CaseException.KeysKept("There is no way in " + id
                        + ". Nothing was changed; 'afterword keys CASE' lists those that are there."));
    }

    private Way add(String actor, NewWay way, List<Id> removed) throws CaseException {
        if (header().wraps().size() - removed.size() >= Header.MOST_WAYS) {
            throw new CaseException.KeysKept("A case has at most " + Header.MOST_WAYS
                    + " ways in. Nothing was changed; remove one that nobody uses.");
        }
        change(actor, new KeyChange(List.of(way), removed, !removed.isEmpty()));
        return way(way.wrap().id());
    }

    private void change(String actor, KeyChange change) throws CaseException {
        try (var batch = file.batch(actor)) {
            batch.change(change);
            batch.commit();
        }
    }

    private static String checked(String label) {
        if (label.length() > LONGEST_LABEL || label.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a label is one line of at most " + LONGEST_LABEL + " characters");
        }
        return label.strip();
    }

    @Override
    public String toString() {
        return "the ways into a case";
    }
}
