package org.afterword.casefile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Id;

/** The keys of an open case; wiped when closed. */
final class KeyRing implements AutoCloseable {
    private static final HexFormat HEX = HexFormat.of();
    private final Id caseId;
    private final long epoch;
    private final byte[] epochKey;
    private final Secrets secrets;

    KeyRing(Id caseId, long epoch, byte[] epochKey, Secrets secrets) {
        this.caseId = caseId;
        this.epoch = epoch;
        this.epochKey = epochKey;
        this.secrets = secrets;
    }

    Id caseId() {
        return caseId;
    }

    long epoch() {
        return epoch;
    }

    byte[] commitment() {
        return commitment(epochKey, caseId);
    }

    static byte[] commitment(byte[] epochKey, Id caseId) {
        return Crypto.hkdf(epochKey, caseId.bytes(), "afterword/commitment/v1");
    }

    byte[] mac(byte[] header) {
        return Crypto.hmac(Crypto.hkdf(epochKey, caseId.bytes(), "afterword/header-mac/v1"), header);
    }

    /** The epoch key, wrapped for one way in. */
    byte[] wrapEpochKey(byte[] key, Id way) {
        return Crypto.wrap(key, epochKey, new Binding(caseId, Binding.EPOCH_KEY, way, epoch).wrap());
    }

    static Optional<byte[]> unwrapEpochKey(byte[] key, byte[] wrap, Id caseId, Id way, long epoch) {
        return Crypto.unwrap(key, wrap, new Binding(caseId, Binding.EPOCH_KEY, way, epoch).wrap())
                .filter(epochKey -> epochKey.length == Crypto.KEY);
    }

    byte[] wrapItemKey(Id item, ItemKey key) {
        byte[] plain = ByteBuffer.allocate(Crypto.KEY + 12)
                .put(key.key())
                .putInt(key.type())
                .putLong(key.version())
                .array();
        try {
            return Crypto.wrap(epochKey, plain, new Binding(caseId, Binding.WRAP, item, epoch).wrap());
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    Optional<ItemKey> unwrapItemKey(Id item, byte[] wrap) {
        return Crypto.unwrap(epochKey, wrap, new Binding(caseId, Binding.WRAP, item, epoch).wrap())
                .filter(plain -> plain.length == Crypto.KEY + 12)
                .map(plain -> {
                    var buffer = ByteBuffer.wrap(plain);
                    var key = new byte[Crypto.KEY];
                    buffer.get(key);
                    return new ItemKey(key, buffer.getInt(), buffer.getLong());
                });
    }

    Sealed seal(int type, long number, byte[] content) {
        var id = Binding.numbered(number);
        var key = new ItemKey(Crypto.random(Crypto.KEY), type, 1);
        var aad = new Binding(caseId, type, id, 1).chunk(0, true);
        var bytes = Crypto.encrypt(key.key(), 0, Padding.padRecord(content), aad);
        return new Sealed(wrapItemKey(id, key), bytes);
    }

    /** Empty if it is not what was sealed at this place. */
    Optional<byte[]> open(int type, long number, Sealed sealed) {
        var id = Binding.numbered(number);
        return unwrapItemKey(id, sealed.wrap())
                .filter(key -> key.type() == type)
                .flatMap(key -> Crypto.decrypt(
                        key.key(), 0, sealed.bytes(), new Binding(caseId, type, id, key.version()).chunk(0, true)))
                .flatMap(Padding::unpadRecord);
    }

    Sealed sealSecrets() {
        try {
            return seal(Binding.SECRETS, 0, Frames.json().writeValueAsBytes(secrets));
        } catch (IOException e) {
            throw new IllegalStateException("three texts have a JSON form", e);
        }
    }

    /** The same ring with its secrets, once the epoch key is known. Empty if they do not open. */
    static Optional<KeyRing> of(Id caseId, long epoch, byte[] epochKey, Sealed sealed) {
        var bare = new KeyRing(caseId, epoch, epochKey, new Secrets("", List.of(), ""));
        return bare.open(Binding.SECRETS, 0, sealed).map(json -> {
            try {
                return new KeyRing(caseId, epoch, epochKey, Frames.json().readValue(json, Secrets.class));
            } catch (IOException e) {
                throw new IllegalStateException("authentic secrets are well formed", e);
            }
        });
    }

    /** The same 32 bytes for ever, for one purpose. */
    byte[] secret(String purpose) {
        return Crypto.hkdf(HEX.parseHex(secrets.secret()), caseId.bytes(), "afterword/secret/v1/" + purpose);
    }

    String origin() {
        return secrets.origin();
    }

    SignedNote.Key signer() {
        return new SignedNote.Key(
                secrets.origin(), HEX.parseHex(secrets.signing().getLast()));
    }

    /** The present signing key and those before it. */
    List<SignedNote.Key> signers() {
        return secrets.signing().stream()
                .map(seed -> new SignedNote.Key(secrets.origin(), HEX.parseHex(seed)))
                .toList();
    }

    @Override
    public void close() {
        Arrays.fill(epochKey, (byte) 0);
    }

    @SuppressWarnings("ArrayRecordComponent") // a secret, never compared
    record ItemKey(byte[] key, int type, long version) {
        @Override
        public String toString() {
            return "a key";
        }
    }

    /**
     * @param signing Ed25519 seeds in hex; the last one signs
     * @param secret 32 bytes in hex
     */
    record Secrets(
            @JsonProperty("origin") String origin,
            @JsonProperty("signing") List<String> signing,
            @JsonProperty("secret") String secret) {
        static Secrets random() {
            return new Secrets(
                    "afterword/" + Id.random(),
                    List.of(HEX.formatHex(Crypto.random(Crypto.KEY))),
                    HEX.formatHex(Crypto.random(Crypto.KEY)));
        }

        @Override
        public String toString() {
            return "secrets";
        }
    }
}
