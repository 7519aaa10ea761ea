package org.afterword.casefile;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.afterword.model.Id;
import org.jspecify.annotations.Nullable;

/**
 * What is kept encrypted in the header.
 *
 * @param signing Ed25519 seeds in hex; the last one signs
 * @param secret 32 bytes in hex
 * @param dropBox X25519 scalars in hex; for the last one is sealed. Empty in a case that has only the derived one
 * @param ways what is known of the ways in, and not for everybody
 * @param others fields of newer programs
 */
record Secrets(
        @JsonProperty("origin") String origin,
        @JsonProperty("signing") List<String> signing,
        @JsonProperty("secret") String secret,
        @JsonProperty("dropBox") List<String> dropBox,
        @JsonProperty("ways") List<Kept> ways,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {
    private static final HexFormat HEX = HexFormat.of();

    Secrets {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(secret);
        signing = List.copyOf(signing);
        dropBox = List.copyOf(dropBox);
        ways = List.copyOf(ways);
        others = orNone(others);
    }

    private static Map<String, JsonNode> orNone(@Nullable Map<String, JsonNode> others) {
        return others == null ? Map.of() : Map.copyOf(others);
    }

    static Secrets random() {
        return new Secrets("afterword/" + Id.random(), List.of(key()), key(), List.of(key()), List.of(), Map.of());
    }

    private static String key() {
        byte[] bytes = Crypto.random(Crypto.KEY);
        return HEX.formatHex(bytes);
    }

    /** With a new signing key and a new drop box; the old ones stay for what was made with them. */
    Secrets rotated(byte[] derivedDropBox) {
        var boxes = new ArrayList<>(dropBoxes(derivedDropBox));
        boxes.add(key());
        var seeds = new ArrayList<>(signing);
        seeds.add(key());
        return new Secrets(origin, seeds, secret, boxes, ways, others);
    }

    /** The last one is the present one. */
    List<String> dropBoxes(byte[] derived) {
        return dropBox.isEmpty() ? List.of(HEX.formatHex(derived)) : dropBox;
    }

    Secrets with(List<Kept> newWays) {
        return new Secrets(origin, signing, secret, dropBox, newWays, others);
    }

    Optional<Kept> way(Id id) {
        return ways.stream().filter(way -> way.id().equals(id)).findFirst();
    }

    byte[] json() {
        try {
            return Frames.json().writeValueAsBytes(this);
        } catch (IOException e) {
            throw new IllegalStateException("texts have a JSON form", e);
        }
    }

    static Secrets parse(byte[] json) {
        try {
            return Frames.json().readValue(json, Secrets.class);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "authentic secrets are well formed"); // without the cause, which quotes them
        }
    }

    @Override
    public String toString() {
        return "secrets";
    }

    /**
     * What the case keeps of a way in, so that another key can be sealed for it when whoever uses it is away.
     *
     * @param label what the person calls it; may be empty
     * @param added when, as ISO 8601 instant
     * @param lock for passphrases and recovery codes
     * @param recipient for age
     */
    record Kept(
            @JsonProperty("id") Id id,
            @JsonProperty("label") String label,
            @JsonProperty("added") Optional<String> added,
            @JsonProperty("lock") Optional<HexLock> lock,
            @JsonProperty("recipient") Optional<String> recipient,
            @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {
        Kept {
            Objects.requireNonNull(id);
            Objects.requireNonNull(label);
            others = orNone(others);
        }

        /** Of a way that nobody named, and of which nothing else is known. */
        static Kept of(Id id, WayKey.Lock lock) {
            return new Kept(id, "", Optional.empty(), Optional.of(HexLock.of(lock)), Optional.empty(), Map.of());
        }

        @Override
        public String toString() {
            return "a way in";
        }
    }

    /**
     * A {@link WayKey.Lock} in hex.
     */
    record HexLock(
            @JsonProperty("publicKey") String publicKey,
            @JsonProperty("psk") String psk) {
        HexLock {
            Objects.requireNonNull(publicKey);
            Objects.requireNonNull(psk);
        }

        static HexLock of(WayKey.Lock lock) {
            return new HexLock(HEX.formatHex(lock.publicKey()), HEX.formatHex(lock.psk()));
        }

        WayKey.Lock lock() {
            return new WayKey.Lock(HEX.parseHex(publicKey), HEX.parseHex(psk));
        }

        @Override
        public String toString() {
            return "a lock";
        }
    }
}
