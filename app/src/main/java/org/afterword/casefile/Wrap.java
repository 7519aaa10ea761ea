package org.afterword.casefile;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.afterword.model.Id;
import org.jspecify.annotations.Nullable;

/**
 * One way in, as it stands in the header: the epoch key for one secret.
 *
 * @param wrap how version 1 wrapped it, in hex: opens with the secret, and can be made anew with the secret alone
 * @param sealed how it is sealed since version 2, in hex: {@link WayKey}
 * @param age an age file, in base64
 * @param argon2id for passphrases
 * @param others fields of newer programs
 */
record Wrap(
        @JsonProperty("id") Id id,
        @JsonProperty("kind") String kind,
        @JsonProperty("wrap") Optional<String> wrap,
        @JsonProperty("sealed") Optional<String> sealed,
        @JsonProperty("age") Optional<String> age,
        @JsonProperty("argon2id") Optional<Argon2id> argon2id,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {
    private static final HexFormat HEX = HexFormat.of();

    Wrap {
        Objects.requireNonNull(id);
        Objects.requireNonNull(kind);
        others = orNone(others);
    }

    private static Map<String, JsonNode> orNone(@Nullable Map<String, JsonNode> others) {
        return others == null ? Map.of() : Map.copyOf(others);
    }

    Way.Kind known() {
        return Way.Kind.of(kind);
    }

    /** Whether only the secret itself can wrap another key. */
    boolean isOld() {
        return wrap.isPresent();
    }

    /** The same way with an epoch's key sealed for it; empty if the case does not know what to seal it with. */
    Optional<Wrap> sealedFor(Epoch epoch, Secrets.Kept kept) {
        return kept.lock()
                .map(lock -> with(Optional.of(HEX.formatHex(epoch.sealKey(lock.lock(), id))), Optional.empty()))
                .or(() -> kept.recipient()
                        .map(recipient -> with(
                                Optional.empty(),
                                Optional.of(Base64.getEncoder().encodeToString(epoch.sealKey(recipient))))));
    }

    private Wrap with(Optional<String> newSealed, Optional<String> newAge) {
        return new Wrap(id, kind, Optional.empty(), newSealed, newAge, argon2id, others);
    }

    /**
     * The secret from what was typed: a passphrase is tried at its cost.
     *
     * @throws IllegalArgumentException if the way does not say a cost within bounds
     */
    byte[] secret(Passphrase passphrase) {
        byte[] typed = passphrase.bytes();
        try {
            return argon2id.orElseThrow(() -> new IllegalArgumentException("a passphrase needs its cost"))
                    .key(typed);
        } finally {
            Arrays.fill(typed, (byte) 0);
        }
    }

    /**
     * What a secret finds behind this way.
     *
     * @param epochKey not yet compared with the header's commitment
     */
    @SuppressWarnings("ArrayRecordComponent") // a secret, never compared
    record Found(byte[] epochKey, KeyRing.Opened opened) {
        @Override
        public String toString() {
            return "an epoch key";
        }
    }

    /** What opens with the secret of a passphrase or with a recovery code; empty if it is not this way's. */
    Optional<Found> open(byte[] secret, Id caseId, long epoch) {
        var binding = new Binding(caseId, Binding.EPOCH_KEY, id, epoch);
        var key = WayKey.of(secret, caseId, id);
        return sealed.map(HEX::parseHex)
                .flatMap(bytes -> key.open(bytes, binding))
                .or(() -> wrap.map(HEX::parseHex).flatMap(bytes -> Crypto.unwrap(secret, bytes, binding.wrap())))
                .flatMap(found(Optional.of(key.lock())));
    }

    /** What opens with an age identity. */
    Optional<Found> open(char[] identity) {
        return age.map(Base64.getDecoder()::decode)
                .flatMap(file -> Age.open(file, identity))
                .flatMap(found(Optional.empty()));
    }

    private Function<byte[], Optional<Found>> found(Optional<WayKey.Lock> lock) {
        return epochKey -> epochKey.length == Crypto.KEY
                ? Optional.of(new Found(epochKey, new KeyRing.Opened(id, lock)))
                : Optional.empty();
    }

    /**
     * @param salt in hex
     * @param memory in KiB
     */
    record Argon2id(
            @JsonProperty("salt") String salt,
            @JsonProperty("memory") int memory,
            @JsonProperty("passes") int passes,
            @JsonProperty("lanes") int lanes) {
        Argon2id {
            Objects.requireNonNull(salt);
        }

        static Argon2id random(Cost cost) {
            return new Argon2id(HEX.formatHex(Crypto.random(16)), cost.memoryKiB(), cost.passes(), cost.lanes());
        }

        Cost cost() {
            return new Cost(memory, passes, lanes);
        }

        /**
         * @throws IllegalArgumentException if the cost is out of bounds
         */
        byte[] key(byte[] passphrase) {
            return Crypto.argon2id(passphrase, HEX.parseHex(salt), cost());
        }
    }
}
