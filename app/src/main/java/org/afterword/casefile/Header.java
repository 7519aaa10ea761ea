package org.afterword.casefile;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.afterword.model.Id;
import org.afterword.model.Sha256;

/**
 * The ways into a case: the epoch key, wrapped for each. {@code docs/case-format.md} has the form.
 */
final class Header {
    private static final HexFormat HEX = HexFormat.of();
    private static final String FORMAT = "afterword/case/1";
    private static final String MAC = "mac";
    private static final int DIGEST = 32;
    private static final int LIMIT = 1 << 20;

    private final ObjectNode json;
    private final Fields fields;

    private Header(ObjectNode json, Fields fields) {
        this.json = json;
        this.fields = fields;
    }

    /** The header's bytes for one passphrase and one recovery code. */
    static byte[] write(KeyRing keys, Passphrase passphrase, Cost cost, byte[] recoveryCode) {
        var json = Frames.json()
                .valueToTree(new Fields(
                        FORMAT,
                        keys.caseId(),
                        keys.epoch(),
                        HEX.formatHex(keys.commitment()),
                        List.of(forPassphrase(keys, passphrase, cost), forRecovery(keys, recoveryCode)),
                        Hex.of(keys.sealSecrets()),
                        ""));
        var object = (ObjectNode) json;
        object.remove(MAC);
        object.put(MAC, HEX.formatHex(keys.mac(Canonical.bytes(object))));
        byte[] bytes = Canonical.bytes(object);
        return Crypto.concat(Sha256.digest().digest(bytes), bytes);
    }

    private static Wrap forPassphrase(KeyRing keys, Passphrase passphrase, Cost cost) {
        var id = Id.random();
        byte[] salt = Crypto.random(16);
        byte[] typed = passphrase.bytes();
        byte[] key = Crypto.argon2id(typed, salt, cost);
        var wrap = new Wrap(
                id,
                Wrap.PASSPHRASE,
                HEX.formatHex(keys.wrapEpochKey(key, id)),
                Optional.of(new Argon2id(HEX.formatHex(salt), cost.memoryKiB(), cost.passes(), cost.lanes())));
        Arrays.fill(typed, (byte) 0);
        Arrays.fill(key, (byte) 0);
        return wrap;
    }

    private static Wrap forRecovery(KeyRing keys, byte[] code) {
        var id = Id.random();
        return new Wrap(id, Wrap.RECOVERY, HEX.formatHex(keys.wrapEpochKey(code, id)), Optional.empty());
    }

    /** Empty if the bytes are damaged. */
    static Optional<Header> parse(byte[] bytes) {
        if (bytes.length < DIGEST || bytes.length > LIMIT) {
            return Optional.empty();
        }
        byte[] text = Arrays.copyOfRange(bytes, DIGEST, bytes.length);
        if (!Arrays.equals(Sha256.digest().digest(text), Arrays.copyOf(bytes, DIGEST))) {
            return Optional.empty();
        }
        try {
            return Frames.json().readTree(text) instanceof ObjectNode json && Arrays.equals(Canonical.bytes(json), text)
                    ? Optional.of(new Header(json, Frames.json().treeToValue(json, Fields.class)))
                            .filter(header -> FORMAT.equals(header.fields.format()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Id caseId() {
        return fields.caseId();
    }

    /**
     * @param passphrase or the recovery code
     * @throws CaseException.WrongPassphrase if it opens no wrap
     * @throws CaseException.Damaged if the header was changed
     */
    KeyRing unlock(Passphrase passphrase) throws CaseException {
        try {
            byte[] epochKey = epochKey(passphrase);
            var keys = KeyRing.of(
                            fields.caseId(),
                            fields.epoch(),
                            epochKey,
                            fields.secrets().sealed())
                    .orElseThrow(() -> new CaseException.Damaged("the header's secrets"));
            var unsigned = json.deepCopy();
            unsigned.remove(MAC);
            if (!MessageDigest.isEqual(keys.mac(Canonical.bytes(unsigned)), HEX.parseHex(fields.mac()))) {
                throw new CaseException.Damaged("the header was changed");
            }
            return keys;
        } catch (IllegalArgumentException e) {
            throw new CaseException.Damaged("the header", e);
        }
    }

    private byte[] epochKey(Passphrase passphrase) throws CaseException {
        var code = RecoveryCode.parse(passphrase.chars());
        var found = code.filter(RecoveryCode.Typed::right)
                .flatMap(typed -> unwrap(Wrap.RECOVERY, wrap -> typed.code().clone()))
                .or(() -> unwrap(Wrap.PASSPHRASE, wrap -> {
                    byte[] typed = passphrase.bytes();
                    try {
                        return wrap.argon2id()
                                .orElseThrow(() -> new IllegalArgumentException("a passphrase needs its cost"))
                                .key(typed);
                    } finally {
                        Arrays.fill(typed, (byte) 0);
                    }
                }));
        if (found.isEmpty() && code.isPresent() && !code.get().right()) {
            throw new CaseException.WrongPassphrase("This looks like a recovery code with a slip in it: one of its"
                    + " characters is wrong. The case is unharmed; compare it with the paper, then try again.");
        }
        return found.orElseThrow(CaseException.WrongPassphrase::new);
    }

    private Optional<byte[]> unwrap(String kind, Function<Wrap, byte[]> key) {
        byte[] commitment = HEX.parseHex(fields.commitment());
        for (var wrap : fields.wraps()) {
            if (!kind.equals(wrap.kind())) {
                continue;
            }
            byte[] wrapping = key.apply(wrap);
            var epochKey = KeyRing.unwrapEpochKey(
                            wrapping, HEX.parseHex(wrap.wrap()), fields.caseId(), wrap.id(), fields.epoch())
                    .filter(k -> MessageDigest.isEqual(KeyRing.commitment(k, fields.caseId()), commitment));
            Arrays.fill(wrapping, (byte) 0);
            if (epochKey.isPresent()) {
                return epochKey;
            }
        }
        return Optional.empty();
    }

    private record Fields(
            @JsonProperty("format") String format,
            @JsonProperty("case") Id caseId,
            @JsonProperty("epoch") long epoch,
            @JsonProperty("commitment") String commitment,
            @JsonProperty("wraps") List<Wrap> wraps,
            @JsonProperty("secrets") Hex secrets,
            @JsonProperty(MAC) String mac) {
        Fields {
            Objects.requireNonNull(format);
            Objects.requireNonNull(caseId);
            Objects.requireNonNull(commitment);
            Objects.requireNonNull(secrets);
            Objects.requireNonNull(mac);
            wraps = List.copyOf(wraps);
        }
    }

    /**
     * One way in.
     *
     * @param wrap the epoch key, in hex
     * @param argon2id for passphrases
     */
    private record Wrap(
            @JsonProperty("id") Id id,
            @JsonProperty("kind") String kind,
            @JsonProperty("wrap") String wrap,
            @JsonProperty("argon2id") Optional<Argon2id> argon2id) {
        static final String PASSPHRASE = "passphrase";
        static final String RECOVERY = "recovery";

        Wrap {
            Objects.requireNonNull(id);
            Objects.requireNonNull(kind);
            Objects.requireNonNull(wrap);
        }
    }

    /**
     * @param salt in hex
     * @param memory in KiB
     */
    private record Argon2id(
            @JsonProperty("salt") String salt,
            @JsonProperty("memory") int memory,
            @JsonProperty("passes") int passes,
            @JsonProperty("lanes") int lanes) {
        Argon2id {
            Objects.requireNonNull(salt);
        }

        /**
         * @throws IllegalArgumentException if the cost is out of bounds
         */
        byte[] key(byte[] passphrase) {
            return Crypto.argon2id(passphrase, HEX.parseHex(salt), new Cost(memory, passes, lanes));
        }
    }

    private record Hex(
            @JsonProperty("wrap") String wrap,
            @JsonProperty("bytes") String bytes) {
        Hex {
            Objects.requireNonNull(wrap);
            Objects.requireNonNull(bytes);
        }

        static Hex of(Sealed sealed) {
            return new Hex(HEX.formatHex(sealed.wrap()), HEX.formatHex(sealed.bytes()));
        }

        Sealed sealed() {
            return new Sealed(HEX.parseHex(wrap), HEX.parseHex(bytes));
        }
    }
}
