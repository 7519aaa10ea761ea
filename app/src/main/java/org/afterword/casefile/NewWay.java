package org.afterword.casefile;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Id;

/**
 * A way in that is to be.
 *
 * @param wrap without the epoch key yet
 */
record NewWay(Wrap wrap, Secrets.Kept kept) {
    static NewWay passphrase(Id caseId, Passphrase passphrase, Cost cost, String label) {
        if (Age.looksLikeIdentity(passphrase.chars())) {
            throw new IllegalArgumentException("this is an age identity and no passphrase; 'afterword keys CASE add age"
                    + " RECIPIENT' lets it open a case");
        }
        var id = Id.random();
        var wrap = wrap(id, Way.Kind.PASSPHRASE, Optional.of(Wrap.Argon2id.random(cost)));
        byte[] secret = wrap.secret(passphrase);
        try {
            return locked(wrap, secret, caseId, label);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    static NewWay recovery(Id caseId, byte[] code, String label) {
        return locked(wrap(Id.random(), Way.Kind.RECOVERY, Optional.empty()), code, caseId, label);
    }

    /**
     * @throws IllegalArgumentException if it is no X25519 recipient
     */
    static NewWay age(String recipient, String label) {
        if (!Age.isRecipient(recipient)) {
            throw new IllegalArgumentException("this is no age recipient: one begins with 'age1' and has 62 characters"
                    + " (those that begin with 'age1pq' or 'age1yubikey' are not known here)");
        }
        var wrap = wrap(Id.random(), Way.Kind.AGE, Optional.empty());
        return new NewWay(
                wrap, new Secrets.Kept(wrap.id(), label, now(), Optional.empty(), Optional.of(recipient), Map.of()));
    }

    private static NewWay locked(Wrap wrap, byte[] secret, Id caseId, String label) {
        var lock = Secrets.HexLock.of(WayKey.of(secret, caseId, wrap.id()).lock());
        return new NewWay(
                wrap, new Secrets.Kept(wrap.id(), label, now(), Optional.of(lock), Optional.empty(), Map.of()));
    }

    private static Wrap wrap(Id id, Way.Kind kind, Optional<Wrap.Argon2id> argon2id) {
        return new Wrap(id, kind.word(), Optional.empty(), Optional.empty(), Optional.empty(), argon2id, Map.of());
    }

    private static Optional<String> now() {
        return Optional.of(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    @Override
    public String toString() {
        return "a new way in";
    }
}
