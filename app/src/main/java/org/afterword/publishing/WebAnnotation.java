package org.afterword.publishing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.afterword.casefile.Frames;

/** The texts, and one annotation for each coding: W3C Web Annotation in JSON-LD ({@code docs/exchange.md}). */
public final class WebAnnotation extends Exchange {
    /** As much of the text before and after, in code points, as finds the words again where positions moved. */
    private static final int AROUND = 32;

    @Override
    public String name() {
        return "web-annotation";
    }

    @Override
    SortedMap<String, byte[]> files(Handout handout, String program) {
        var files = new TreeMap<String, byte[]>();
        ObjectNode page = Frames.json().createObjectNode();
        ArrayNode context = page.putArray("@context");
        context.add("http://www.w3.org/ns/anno.jsonld");
        context.addObject().put("afterword", "urn:afterword:terms#");
        page.put("id", "urn:afterword:annotations").put("type", "AnnotationPage");
        ArrayNode items = page.putArray("items");
        for (Handout.Source source : handout.sources()) {
            String path = "texts/" + source.guid() + ".txt";
            files.put(path, source.text().getBytes(StandardCharsets.UTF_8));
            source.codings().forEach(coding -> annotation(coding, source, path, items.addObject()));
        }
        files.put("annotations.jsonld", (page.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static void annotation(Handout.Coding coding, Handout.Source source, String path, ObjectNode to) {
        to.put("id", urn(coding.guid())).put("type", "Annotation").put("motivation", "classifying");
        to.putObject("creator").put("type", "Person").put("name", coding.by());
        coding.at().ifPresent(at -> to.put("created", at));
        ArrayNode bodies = to.putArray("body");
        bodies.addObject()
                .put("type", "SpecificResource")
                .put("purpose", "classifying")
                .put("source", "urn:afterword:code:" + coding.coding().code());
        if (!coding.memo().isBlank()) {
            bodies.addObject()
                    .put("type", "TextualBody")
                    .put("purpose", "commenting")
                    .put("format", "text/plain")
                    .put("value", coding.memo());
        }
        ObjectNode target = to.putObject("target");
        target.put("source", path);
        ArrayNode selectors = target.putArray("selector");
        selectors
                .addObject()
                .put("type", "TextPositionSelector")
                .put("start", coding.start())
                .put("end", coding.end());
        String text = source.text();
        int start = text.offsetByCodePoints(0, coding.start());
        int end = start + coding.quote().length();
        selectors
                .addObject()
                .put("type", "TextQuoteSelector")
                .put("exact", coding.quote())
                .put("prefix", text.substring(before(text, start), start))
                .put("suffix", text.substring(end, after(text, end)));
        to.put("afterword:polarity", coding.coding().polarity().toString())
                .put("afterword:access", coding.coding().access().toString())
                .put("afterword:claim", coding.coding().claim().toString())
                .put("afterword:status", coding.status())
                .put("afterword:event", urn(coding.event()));
        coding.coding().version().ifPresent(version -> to.put("afterword:codebookVersion", version));
        coding.coding().group().ifPresent(group -> to.put("afterword:group", group));
        SaidHow.circumstances(coding.coding()).forEach((name, value) -> to.put("afterword:" + name, value));
    }

    private static int before(String text, int start) {
        return text.offsetByCodePoints(start, -Math.min(AROUND, text.codePointCount(0, start)));
    }

    private static int after(String text, int end) {
        return text.offsetByCodePoints(end, Math.min(AROUND, text.codePointCount(end, text.length())));
    }

    private static String urn(String guid) {
        return "urn:uuid:" + guid.toLowerCase(Locale.ROOT);
    }
}
