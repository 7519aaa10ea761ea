package org.afterword.coding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.TreeMap;

/** Writes a codebook as {@link CodebookFile} reads it; the same codebook gives the same bytes. */
final class CodebookYaml {
    private static final YAMLMapper MAPPER = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());

    private CodebookYaml() {}

    static String write(Codebook book) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema", CodebookFile.SCHEMA)
                .put("id", book.id())
                .put("name", book.name())
                .put("version", book.version())
                .put("description", book.description())
                .put("source", book.source());
        if (!book.sets().isEmpty()) {
            ObjectNode sets = root.putObject("sets");
            new TreeMap<>(book.sets()).forEach((name, words) -> list(sets, name, words));
        }
        ArrayNode codes = root.putArray("codes");
        book.codes().forEach(code -> write(code, book, codes.addObject()));
        try {
            return MAPPER.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written as YAML", e);
        }
    }

    private static void write(Code code, Codebook book, ObjectNode node) {
        node.put("id", code.id());
        code.parent().ifPresent(parent -> node.put("parent", parent));
        node.put("name", code.name()).put("definition", code.definition());
        list(node, "counts", code.counts());
        list(node, "does-not-count", code.doesNotCount());
        list(node, "near-misses", code.nearMisses());
        list(node, "examples", code.examples());
        if (!code.source().equals(book.source())) {
            node.put("source", code.source());
        }
        code.step().ifPresent(step -> node.put("step", step.toString()));
        code.question().ifPresent(question -> node.put("question", question));
        code.statement()
                .ifPresent(said -> node.putObject("statement")
                        .put("reports", said.reports())
                        .put("denies", said.denies()));
        list(node, "from", code.from());
        if (!code.cues().equals(Code.Cues.NONE)) {
            ObjectNode cues = node.putObject("cues");
            list(cues, "strong", code.cues().strong());
            list(cues, "weak", code.cues().weak());
            list(cues, "denies", code.cues().denies());
            list(cues, "without", code.cues().without());
            cues.put("negated", code.cues().negatable() ? "denies" : "nothing");
        }
        code.elsewhere().guid().ifPresent(guid -> node.put("guid", guid));
        code.elsewhere().colour().ifPresent(colour -> node.put("colour", colour));
        if (!code.elsewhere().codable()) {
            node.put("codable", "false");
        }
    }

    private static void list(ObjectNode node, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode array = node.putArray(name);
            texts.forEach(array::add);
        }
    }
}
