package org.afterword.publishing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.afterword.casefile.Frames;

/**
 * A UIMA CAS in JSON for each text, as INCEpTION reads it: every coding a span of one custom layer
 * ({@code docs/exchange.md}). Positions are UTF-16 code units, as UIMA's own are.
 */
public final class UimaCas extends Exchange {
    private static final String LAYER = "webanno.custom.Coding";
    private static final List<String> FEATURES = List.of(
            "code",
            "polarity",
            "access",
            "claim",
            "about",
            "actor",
            "target",
            "unit",
            "period",
            "status",
            "coder",
            "memo",
            "event");

    private static final int SOFA = 1;
    private static final int DOCUMENT = 2;

    @Override
    public String name() {
        return "uima-cas";
    }

    @Override
    SortedMap<String, byte[]> files(Handout handout, String program) {
        var files = new TreeMap<String, byte[]>();
        for (Handout.Source source : handout.sources()) {
            files.put(
                    "texts/" + source.guid() + ".json",
                    (cas(source).toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    private static ObjectNode cas(Handout.Source source) {
        ObjectNode cas = Frames.json().createObjectNode();
        ObjectNode layer = cas.putObject("%TYPES").putObject(LAYER);
        layer.put("%NAME", LAYER).put("%SUPER_TYPE", "uima.tcas.Annotation");
        FEATURES.forEach(
                feature -> layer.putObject(feature).put("%NAME", feature).put("%RANGE", "uima.cas.String"));
        ArrayNode structures = cas.putArray("%FEATURE_STRUCTURES");
        structures
                .addObject()
                .put("%ID", SOFA)
                .put("%TYPE", "uima.cas.Sofa")
                .put("sofaNum", 1)
                .put("sofaID", "_InitialView")
                .put("mimeType", "text")
                .put("sofaString", source.text());
        annotation(
                        structures,
                        DOCUMENT,
                        "uima.tcas.DocumentAnnotation",
                        0,
                        source.text().length())
                .put("language", "x-unspecified");
        ObjectNode view = cas.putObject("%VIEWS").putObject("_InitialView").put("%SOFA", SOFA);
        ArrayNode members = view.putArray("%MEMBERS").add(DOCUMENT);
        int id = DOCUMENT;
        for (Handout.Coding coding : source.codings()) {
            id++;
            coding(coding, source.text(), id, structures);
            members.add(id);
        }
        return cas;
    }

    private static void coding(Handout.Coding coding, String text, int id, ArrayNode to) {
        int start = text.offsetByCodePoints(0, coding.start());
        ObjectNode span = annotation(
                        to, id, LAYER, start, start + coding.quote().length())
                .put("code", coding.coding().code())
                .put("polarity", coding.coding().polarity().toString())
                .put("access", coding.coding().access().toString())
                .put("claim", coding.coding().claim().toString());
        coding.coding().group().ifPresent(group -> span.put("about", group));
        SaidHow.circumstances(coding.coding()).forEach(span::put);
        span.put("status", coding.status()).put("coder", coding.by());
        if (!coding.memo().isBlank()) {
            span.put("memo", coding.memo());
        }
        span.put("event", coding.event());
    }

    private static ObjectNode annotation(ArrayNode to, int id, String type, int begin, int end) {
        return to.addObject()
                .put("%ID", id)
                .put("%TYPE", type)
                .put("@sofa", SOFA)
                .put("begin", begin)
                .put("end", end);
    }
}
