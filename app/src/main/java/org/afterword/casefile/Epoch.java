package org.afterword.casefile;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Id;

/** The key that wraps all others for a time, and the secrets that belong to it. Wiped when closed. */
final class Epoch implements AutoCloseable {
    private static final HexFormat HEX = HexFormat.of();
    private final Id caseId;
    private final long number;
    private final byte[] key;
    private final Secrets secrets;

    private Epoch(Id caseId, long number, byte[] key, Secrets secrets) {
        this.caseId = caseId;
        this.number = number;
        this.key = key;
        this.secrets = secrets;
    }

    /** Of a new case. */
    static Epoch first(Id caseId) {
        return new Epoch(caseId, 1, Crypto.random(Crypto.KEY), Secrets.random());
    }

    /** Empty if the key does not open the secrets. */
    static Optional<Epoch> of(Id caseId, long number, byte[] key, Sealed secrets) {
        return new Epoch(caseId, number, key, new Secrets("", List.of(), "", List.of(), List.of(), Map.of()))
                .open(Binding.SECRETS, 0, secrets)
                .map(json -> {
                    try {
                        return new Epoch(caseId, number, key, Secrets.parse(json));
                    } finally {
                        Arrays.fill(json, (byte) 0);
                    }
                });
    }

    /** The same epoch with other ways in. */
    Epoch with(List<Secrets.Kept> ways) {
        return new Epoch(caseId, number, key.clone(), secrets.with(ways));
    }

    /** The next one, with a new key, new signing key and new drop box. */
    Epoch next(List<Secrets.Kept> ways) {
        return new Epoch(
                caseId,
                Math.addExact(number, 1),
                Crypto.random(Crypto.KEY),
                secrets.with(ways).rotated(secret(DropBox.PURPOSE)));
    }

    Id caseId() {
        return caseId;
    }

    long number() {
        return number;
    }

    Secrets secrets() {
        return secrets;
    }

    byte[] commitment() {
        return commitment(key, caseId);
    }

    static byte[] commitment(byte[] key, Id caseId) {
        return Crypto.hkdf(key, caseId.bytes(), "afterword/commitment/v1");
    }

    byte[] mac(byte[] header) {
        return Crypto.hmac(Crypto.hkdf(key, caseId.bytes(), "afterword/header-mac/v1"), header);
    }

    /** This epoch's key, for one way in. */
    byte[] sealKey(WayKey.Lock lock, Id way) {
        return lock.seal(key, new Binding(caseId, Binding.EPOCH_KEY, way, number));
    }

    /** This epoch's key, as an age file. */
    byte[] sealKey(String ageRecipient) {
        return Age.encrypt(key, ageRecipient);
    }

    byte[] wrapItemKey(Id item, KeyRing.ItemKey itemKey) {
        byte[] plain = ByteBuffer.allocate(Crypto.KEY + 12)
                .put(itemKey.key())
                .putInt(itemKey.type())
                .putLong(itemKey.version())
                .array();
        try {
            return wrap(item, plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    Optional<KeyRing.ItemKey> unwrapItemKey(Id item, byte[] wrap) {
        return unwrap(item, wrap).map(plain -> {
            var buffer = ByteBuffer.wrap(plain);
            var itemKey = new byte[Crypto.KEY];
            buffer.get(itemKey);
            var found = new KeyRing.ItemKey(itemKey, buffer.getInt(), buffer.getLong());
            Arrays.fill(plain, (byte) 0);
            return found;
        });
    }

    /** The same key in a wrap of a later epoch; empty if it does not open. */
    Optional<byte[]> rewrap(Id item, byte[] wrap, Epoch later) {
        return unwrap(item, wrap).map(plain -> {
            try {
                return later.wrap(item, plain);
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        });
    }

    private byte[] wrap(Id item, byte[] plain) {
        return Crypto.wrap(key, plain, new Binding(caseId, Binding.WRAP, item, number).wrap());
    }

    private Optional<byte[]> unwrap(Id item, byte[] wrap) {
        return Crypto.unwrap(key, wrap, new Binding(caseId, Binding.WRAP, item, number).wrap())
                .filter(plain -> plain.length == Crypto.KEY + 12);
    }

    Sealed seal(int type, long at, byte[] content) {
        var id = Binding.numbered(at);
        var once = new KeyRing.ItemKey(Crypto.random(Crypto.KEY), type, 1);
        var aad = new Binding(caseId, type, id, 1).chunk(0, true);
        var bytes = Crypto.encrypt(once.key(), 0, Padding.padRecord(content), aad);
        return new Sealed(wrapItemKey(id, once), bytes);
    }

    Sealed sealSecrets() {
        byte[] json = secrets.json();
        try {
            return seal(Binding.SECRETS, 0, json);
        } finally {
            Arrays.fill(json, (byte) 0);
        }
    }

    /** Empty if it is not what was sealed at this place. */
    private Optional<byte[]> open(int type, long at, Sealed sealed) {
        return unwrapItemKey(Binding.numbered(at), sealed.wrap()).flatMap(once -> once.open(caseId, type, at, sealed));
    }

    byte[] secret(String purpose) {
        return Crypto.hkdf(HEX.parseHex(secrets.secret()), caseId.bytes(), "afterword/secret/v1/" + purpose);
    }

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }

    @Override
    public String toString() {
        return "epoch " + number;
    }
}
