package org.afterword.coding;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.afterword.language.Cue;
import org.afterword.language.Vocabulary;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads a codebook from YAML, strictly: what is unknown or missing is an error with its place. */
final class CodebookFile {
    static final String SCHEMA = "afterword/codebook/1";
    private static final int LARGEST = 32 << 20;
    private static final Set<String> BOOK =
            Set.of("schema", "id", "name", "version", "description", "source", "sets", "codes");
    private static final Set<String> CODE = Set.of(
            "id",
            "parent",
            "name",
            "definition",
            "counts",
            "does-not-count",
            "near-misses",
            "examples",
            "source",
            "step",
            "question",
            "statement",
            "from",
            "cues",
            "guid",
            "colour",
            "codable");
    private static final Pattern BOOK_ID = Pattern.compile("[\\p{L}\\p{N}._-]{1,100}");
    private static final Pattern CODE_ID = Pattern.compile("[\\p{L}\\p{N}._/-]{1,300}");
    private static final Pattern GUID = Pattern.compile("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}|#[0-9A-Fa-f]{3}");

    private CodebookFile() {}

    static Codebook read(InputStream yaml) throws IOException {
        JsonNode root = tree(yaml);
        only(root, BOOK, "at the top");
        String schema = text(root, "schema", "at the top");
        if (!schema.equals(SCHEMA)) {
            throw new CodebookException(
                    "This codebook has the schema '" + schema + "'; this program reads '" + SCHEMA + "'.");
        }
        String id = shaped(text(root, "id", "at the top"), BOOK_ID, "The id at the top");
        String source = text(root, "source", "at the top");
        Map<String, List<String>> sets = sets(root.path("sets"));
        var codes = new ArrayList<Code>();
        for (JsonNode node : root.path("codes")) {
            codes.add(code(node, id, source, codes.size() + 1));
        }
        if (codes.isEmpty()) {
            throw new CodebookException("This codebook has no codes.");
        }
        tree(codes);
        checkCues(codes, sets);
        return new Codebook(
                id,
                text(root, "name", "at the top"),
                shaped(text(root, "version", "at the top"), BOOK_ID, "The version at the top"),
                text(root, "description", "at the top"),
                source,
                sets,
                codes);
    }

    static JsonNode tree(InputStream yaml) throws IOException {
        var limits = new LoaderOptions();
        limits.setCodePointLimit(LARGEST);
        var mapper = new YAMLMapper(YAMLFactory.builder()
                .loaderOptions(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build());
        try {
            return mapper.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new CodebookException("This is not readable YAML" + line(e) + ".", e);
        }
    }

    private static String line(JacksonException e) {
        return e.getLocation() == null ? "" : ": see line " + e.getLocation().getLineNr();
    }

    private static Code code(JsonNode node, String book, String source, int number) throws CodebookException {
        String id = text(node, "id", "in code number " + number);
        String place = "in code number " + number + " (" + id + ")";
        only(node, CODE, place);
        if (!id.startsWith(book + "/") || id.length() == book.length() + 1) {
            throw new CodebookException("The id " + place + " does not begin with '" + book + "/'.");
        }
        shaped(id, CODE_ID, "The id " + place);
        return new Code(
                id,
                optional(node, "parent", place),
                text(node, "name", place),
                text(node, "definition", place),
                list(node, "counts", place),
                list(node, "does-not-count", place),
                list(node, "near-misses", place),
                list(node, "examples", place),
                optional(node, "source", place).orElse(source),
                step(node, place),
                optional(node, "question", place),
                statement(node.path("statement"), place),
                list(node, "from", place),
                cues(node.path("cues"), place),
                elsewhere(node, place));
    }

    private static Code.Elsewhere elsewhere(JsonNode node, String place) throws CodebookException {
        Optional<String> guid = optional(node, "guid", place);
        if (guid.isPresent() && !GUID.matcher(guid.get()).matches()) {
            throw new CodebookException(
                    "The guid " + place + " is not written as 32 hexadecimal digits in five groups.");
        }
        Optional<String> colour = optional(node, "colour", place);
        if (colour.isPresent() && !COLOUR.matcher(colour.get()).matches()) {
            throw new CodebookException(
                    "The colour " + place + " is not written as \"#RRGGBB\", with quotation marks.");
        }
        String codable = optional(node, "codable", place).orElse("true");
        if (!codable.equals("true") && !codable.equals("false")) {
            throw new CodebookException("'codable' " + place + " is neither true nor false.");
        }
        return new Code.Elsewhere(guid, colour, codable.equals("true"));
    }

    private static String shaped(String text, Pattern shape, String what) throws CodebookException {
        if (!shape.matcher(text).matches()) {
            throw new CodebookException(
                    what + " may have letters, digits, '.', '_' and '-' alone, and not too many" + " of them.");
        }
        return text;
    }

    private static Optional<Step> step(JsonNode node, String place) throws CodebookException {
        Optional<String> text = optional(node, "step", place);
        Optional<Step> step = text.flatMap(Step::named);
        if (text.isPresent() && step.isEmpty()) {
            throw new CodebookException("The step '" + text.get() + "' " + place + " is not one of: "
                    + String.join(
                            ", ",
                            List.of(Step.values()).stream().map(Step::toString).toList()) + ".");
        }
        return step;
    }

    private static Optional<Code.Statement> statement(JsonNode node, String place) throws CodebookException {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        only(node, Set.of("reports", "denies"), "in the statement " + place);
        return Optional.of(new Code.Statement(
                text(node, "reports", "in the statement " + place), text(node, "denies", "in the statement " + place)));
    }

    private static Code.Cues cues(JsonNode node, String place) throws CodebookException {
        if (node.isMissingNode()) {
            return Code.Cues.NONE;
        }
        String cues = "in the cues " + place;
        only(node, Set.of("strong", "weak", "denies", "without", "negated"), cues);
        String negated = optional(node, "negated", cues).orElse("denies");
        if (!negated.equals("denies") && !negated.equals("nothing")) {
            throw new CodebookException("'negated' " + cues + " is '" + negated + "', not 'denies' or 'nothing'.");
        }
        return new Code.Cues(
                list(node, "strong", cues),
                list(node, "weak", cues),
                list(node, "denies", cues),
                list(node, "without", cues),
                negated.equals("denies"));
    }

    static Map<String, List<String>> sets(JsonNode node) throws CodebookException {
        var sets = new LinkedHashMap<String, List<String>>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            sets.put(field.getKey(), list(node, field.getKey(), "in the sets"));
        }
        return sets;
    }

    /** Ids once each, parents that exist, and no code above itself. */
    private static void tree(List<Code> codes) throws CodebookException {
        var byId = new HashMap<String, Code>();
        for (Code code : codes) {
            if (byId.put(code.id(), code) != null) {
                throw new CodebookException("The id '" + code.id() + "' is given to two codes.");
            }
        }
        var sound = new HashSet<String>();
        for (Code code : codes) {
            var above = new HashSet<String>();
            Code at = code;
            while (sound.add(at.id())) {
                above.add(at.id());
                if (at.parent().isEmpty()) {
                    break;
                }
                Code parent = byId.get(at.parent().get());
                if (parent == null) {
                    throw new CodebookException("The parent '" + at.parent().get() + "' of '" + at.id()
                            + "' is not a code of this codebook.");
                }
                if (above.contains(parent.id())) {
                    throw new CodebookException(
                            "The code '" + parent.id() + "' is above itself: its parents go in a circle.");
                }
                at = parent;
            }
        }
    }

    private static void checkCues(List<Code> codes, Map<String, List<String>> sets) throws CodebookException {
        var vocabulary = Vocabulary.of(sets);
        for (Code code : codes) {
            for (List<String> cues : List.of(
                    code.cues().strong(),
                    code.cues().weak(),
                    code.cues().denies(),
                    code.cues().without())) {
                for (String cue : cues) {
                    try {
                        Cue.parse(cue, vocabulary);
                    } catch (IllegalArgumentException e) {
                        throw new CodebookException(
                                "The cue '" + cue + "' of '" + code.id() + "' cannot be read: " + e.getMessage() + ".",
                                e);
                    }
                }
            }
        }
    }

    private static void only(JsonNode node, Set<String> known, String place) throws CodebookException {
        if (!node.isObject()) {
            throw new CodebookException("There are no fields " + place + ".");
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!known.contains(field.getKey())) {
                throw new CodebookException("The field '" + field.getKey() + "' " + place + " is not known.");
            }
        }
    }

    private static String text(JsonNode node, String field, String place) throws CodebookException {
        return optional(node, field, place)
                .orElseThrow(() -> new CodebookException("The field '" + field + "' " + place + " is missing."));
    }

    private static Optional<String> optional(JsonNode node, String field, String place) throws CodebookException {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isValueNode() || value.asText().isBlank()) {
            throw new CodebookException("The field '" + field + "' " + place + " is not a text.");
        }
        return Optional.of(value.asText().strip());
    }

    private static List<String> list(JsonNode node, String field, String place) throws CodebookException {
        JsonNode value = node.path(field);
        var texts = new ArrayList<String>();
        if (value.isMissingNode() || value.isNull()) {
            return texts;
        }
        for (JsonNode item : value) {
            if (!item.isValueNode()) {
                throw new CodebookException(
                        "Item " + (texts.size() + 1) + " of '" + field + "' " + place + " is not a text.");
            }
            texts.add(item.asText().strip());
        }
        if (!value.isArray()) {
            throw new CodebookException("The field '" + field + "' " + place + " is not a list.");
        }
        return texts;
    }
}
