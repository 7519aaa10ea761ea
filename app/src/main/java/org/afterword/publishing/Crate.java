package org.afterword.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.afterword.casefile.Frames;
import org.afterword.model.Sha256;

/** Describes the payload of a bag as an RO-Crate 1.1, in JSON-LD. */
final class Crate {
    private static final String UNRESERVED = "-._~/";

    private final ArrayNode graph = Frames.json().createArrayNode();
    private final ArrayNode parts;

    /**
     * @param date ISO 8601, a day or a year
     * @param terms what the receiver may do with it: a sentence
     */
    Crate(String name, String description, String date, String terms) {
        ObjectNode descriptor =
                graph.addObject().put("@id", "ro-crate-metadata.json").put("@type", "CreativeWork");
        descriptor.putObject("conformsTo").put("@id", "https://w3id.org/ro/crate/1.1");
        descriptor.putObject("about").put("@id", "./");
        ObjectNode root = graph.addObject()
                .put("@id", "./")
                .put("@type", "Dataset")
                .put("name", name)
                .put("description", description)
                .put("datePublished", date);
        root.putObject("license").put("@id", "#terms");
        parts = root.putArray("hasPart");
        graph.addObject()
                .put("@id", "#terms")
                .put("@type", "CreativeWork")
                .put("name", "Terms")
                .put("description", terms);
    }

    /**
     * @param path within the payload
     * @param size in bytes
     */
    ObjectNode file(String path, String name, Sha256 sha256, long size) {
        String id = uri(path);
        parts.addObject().put("@id", id);
        return graph.addObject()
                .put("@id", id)
                .put("@type", "File")
                .put("name", name)
                .put("encodingFormat", SafeName.mediaType(path))
                .put("contentSize", Long.toString(size))
                .put("sha256", sha256.hex());
    }

    static void date(ObjectNode file, String name, Optional<String> date) {
        date.ifPresent(text -> file.put(name, text));
    }

    byte[] bytes() {
        ObjectNode json = Frames.json().createObjectNode();
        ArrayNode context = json.putArray("@context").add("https://w3id.org/ro/crate/1.1/context");
        context.addObject().put("sha256", "https://schema.org/sha256");
        json.set("@graph", graph);
        try {
            return (Frames.json().writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON can be written", e);
        }
    }

    private static String uri(String path) {
        var uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                uri.append(c);
            } else {
                uri.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return uri.toString();
    }
}
