package org.afterword.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.verifier.MerkleTree;

/** An entry as it is written: who, when, what, what came with it; and the leaf made of it. */
final class Envelope {
    static final int SEED = 32;
    private static final String LEAF_SALT = "afterword/leaf-salt/v1";
    private static final String FIELD_SALT = "afterword/field-salt/v1/";
    private static final byte[] NO_SALT = new byte[0];
    private static final byte[] LEAF = "afterword/entry/v1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FIELD = "afterword/field/v1".getBytes(StandardCharsets.US_ASCII);
    private final byte[] seed;
    private final ObjectNode json;

    private Envelope(byte[] seed, ObjectNode json) {
        this.seed = seed;
        this.json = json;
    }

    static Envelope of(long number, Instant at, String actor, Entry entry, List<ItemStore.Stored> items) {
        var json = Frames.json().createObjectNode();
        ObjectNode body = Frames.json().valueToTree(entry);
        json.put("number", number);
        json.put("id", Id.random().toString());
        json.put("at", at.toString());
        json.set("kind", body.remove("kind"));
        json.put("must", must(entry));
        json.put("actor", actor);
        json.set("items", items(items));
        json.set("body", body);
        return new Envelope(Crypto.random(SEED), json);
    }

    private static JsonNode items(List<ItemStore.Stored> items) {
        var array = Frames.json().createArrayNode();
        for (var item : items) {
            array.addObject()
                    .put("id", item.id().toString())
                    .put("type", item.type().number())
                    .put("size", item.size())
                    .put("sha256", item.sha256().hex());
        }
        return array;
    }

    /** Whether a program that does not know the kind would get the case wrong. */
    private static boolean must(Entry entry) {
        return switch (entry) {
            case Entry.ExhibitSeenAgain again -> false;
            case Entry.CodersSet set -> true;
            case Entry.Merged merged -> true;
            case Entry.UserSet set -> false;
            case Entry.SearchKept kept -> false;
            case Entry.SearchForgotten forgotten -> false;
            case Entry.Sampled sampled -> false;
            case Entry.Published published -> false;
            case Entry.Stamped stamped -> false;
            case Entry.Captured captured -> false;
            case Entry.Corresponded letter -> false;
            case Entry.Exported exported -> false;
            case Entry.Imported imported -> false;
            case Entry.CodebookAdded added -> true;
            case Entry.Embedded embedded -> false;
            case Entry.CaseCreated created -> true;
            case Entry.GroupNamed named -> true;
            case Entry.ExhibitAdded added -> true;
            case Entry.ExhibitRead read -> true;
            case Entry.NamesFound found -> true;
            case Entry.Suggested suggested -> true;
            case Entry.Decided decided -> true;
            case Entry.Undone undone -> true;
            case Entry.KeysChanged changed -> true;
            case Entry.Erased erased -> true;
        };
    }

    /** Empty if the bytes are no entry. */
    static Optional<Envelope> parse(byte[] bytes) {
        if (bytes.length < SEED) {
            return Optional.empty();
        }
        try {
            return Frames.json().readTree(bytes, SEED, bytes.length - SEED) instanceof ObjectNode json
                    ? Optional.of(new Envelope(Arrays.copyOf(bytes, SEED), json))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    byte[] bytes() {
        return Crypto.concat(seed, Canonical.bytes(json));
    }

    /** The leaf's hash: it tells nothing without the seed, and any one field can be shown alone. */
    byte[] leaf() {
        var salts = salts();
        return MerkleTree.leaf(Crypto.concat(LEAF, salts.of(LEAF_SALT), Canonical.bytes(closed(salts))));
    }

    /**
     * The entry for somebody outside: one member of its body opened, all else closed, and what the leaf follows from.
     * {@code docs/bag.md} says what is in it.
     *
     * @throws IllegalArgumentException if the body has no such member
     */
    String show(String member) {
        if (!json.path("body").has(member)) {
            throw new IllegalArgumentException("the entry has nothing of that name");
        }
        var salts = salts();
        String name = "body/" + member;
        var file = Frames.json().createObjectNode();
        file.put("format", "afterword/opened-entry/v1");
        file.put("salt", HexFormat.of().formatHex(salts.of(LEAF_SALT)));
        file.set("shown", closed(salts));
        file.putObject("opened")
                .putObject(name)
                .put("salt", HexFormat.of().formatHex(salts.of(FIELD_SALT + name)))
                .set("value", json.path("body").get(member));
        return new String(Canonical.bytes(file), StandardCharsets.UTF_8);
    }

    private Crypto.Expansion salts() {
        return new Crypto.Expansion(seed, NO_SALT);
    }

    private ObjectNode closed(Crypto.Expansion salts) {
        var shown = Frames.json().createObjectNode();
        shown.setAll(json);
        var digest = Sha256.digest();
        shown.put("actor", commitment(salts, digest, "actor", json.path("actor")));
        shown.put("items", commitment(salts, digest, "items", json.path("items")));
        if (json.get("body") instanceof ObjectNode body) {
            var closed = shown.putObject("body");
            for (var field : body.properties()) {
                closed.put(field.getKey(), commitment(salts, digest, "body/" + field.getKey(), field.getValue()));
            }
        }
        return shown;
    }

    private static String commitment(Crypto.Expansion salts, MessageDigest digest, String name, JsonNode value) {
        var alone = Frames.json().createArrayNode().add(value);
        digest.update(FIELD);
        digest.update(salts.of(FIELD_SALT + name));
        return HexFormat.of().formatHex(digest.digest(Canonical.bytes(alone)));
    }

    boolean must() {
        return json.path("must").asBoolean(true);
    }

    /** What came with it, of types that may be newer than this program. */
    List<Brought> items() {
        var items = new ArrayList<Brought>();
        for (var item : json.path("items")) {
            try {
                items.add(Frames.json().treeToValue(item, Brought.class));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("an authentic entry is well formed", e);
            }
        }
        return List.copyOf(items);
    }

    /** Empty if a field that every entry has is missing. */
    Optional<Logged> logged() {
        try {
            return Optional.of(new Logged(
                    json.path("number").asLong(-1),
                    Id.parse(json.path("id").asText()),
                    Instant.parse(json.path("at").asText()),
                    json.path("actor").asText(),
                    json.path("kind").asText(),
                    entry()));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Entry> entry() {
        if (!json.path("kind").isTextual()) {
            return Optional.empty();
        }
        ObjectNode body = Frames.json().createObjectNode();
        if (json.get("body") instanceof ObjectNode found) {
            body.setAll(found);
        }
        body.set("kind", json.path("kind"));
        try {
            return Optional.of(Frames.json().treeToValue(body, Entry.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * @param size of the plain content, in bytes
     */
    record Brought(Id id, int type, long size, Sha256 sha256) {}
}
