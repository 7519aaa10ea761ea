package org.afterword.verifier;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of a log of which some fields are opened and all others stay closed ({@code docs/bag.md}).
 *
 * @param kind of the entry
 * @param number its place in the log, from 0
 * @param opened the fields that are shown, by name ("body/sha256")
 * @param leaf its leaf's hash, which follows from all of it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OpenedEntry(String kind, long number, Map<String, Object> opened, byte[] leaf) {
    private static final byte[] LEAF = "afterword/entry/v1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FIELD = "afterword/field/v1".getBytes(StandardCharsets.US_ASCII);

    /** Empty if it is none, or an opened field is not the one that the leaf is made of. */
    static Optional<OpenedEntry> read(String json) {
        if (!(JsonReader.read(json).orElse("") instanceof Map<?, ?> file)
                || !"afterword/opened-entry/v1".equals(file.get("format"))
                || !(file.get("shown") instanceof Map<?, ?> shown)
                || !(file.get("opened") instanceof Map<?, ?> opened)
                || !(file.get("salt") instanceof String salt)
                || !isHash(salt)
                || !(shown.get("kind") instanceof String kind)
                || !(shown.get("number") instanceof Long number)) {
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, Object>();
        for (var field : opened.entrySet()) {
            String name = (String) field.getKey();
            if (!(field.getValue() instanceof Map<?, ?> how)
                    || !(how.get("salt") instanceof String fieldSalt)
                    || !isHash(fieldSalt)
                    || how.get("value") == null
                    || !commitment(fieldSalt, how.get("value")).equals(closed(shown, name))) {
                return Optional.empty();
            }
            fields.put(name, how.get("value"));
        }
        byte[] text = CanonicalJson.write(shown).getBytes(StandardCharsets.UTF_8);
        byte[] data = new byte[LEAF.length + 32 + text.length];
        System.arraycopy(LEAF, 0, data, 0, LEAF.length);
        System.arraycopy(HexFormat.of().parseHex(salt), 0, data, LEAF.length, 32);
        System.arraycopy(text, 0, data, LEAF.length + 32, text.length);
        return Optional.of(new OpenedEntry(kind, number, fields, MerkleTree.leaf(data)));
    }

    private static boolean isHash(String text) {
        return text.matches("[0-9a-f]{64}");
    }

    private static String commitment(String salt, Object value) {
        byte[] alone = CanonicalJson.write(List.of(value)).getBytes(StandardCharsets.UTF_8);
        return Hashes.hex(Hashes.sha256(FIELD, HexFormat.of().parseHex(salt), alone));
    }

    private static Object closed(Map<?, ?> shown, String name) {
        Object found = name.startsWith("body/") && shown.get("body") instanceof Map<?, ?> body
                ? body.get(name.substring("body/".length()))
                : shown.get(name);
        return found == null ? "" : found;
    }
}
