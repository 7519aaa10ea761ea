package org.afterword.reading;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.afterword.model.When;

/** What an Office file, an OpenDocument file or an e-book says of itself. */
final class PackFacts implements Xml.Handler {
    private static final Set<String> WANTED =
            Set.of("title", "creator", "initial-creator", "created", "creation-date", "date", "language");
    /** What may name somebody: of both kinds of Office files, and of e-books. */
    private static final Set<String> BESIDES = Set.of(
            "creator",
            "initial-creator",
            "lastModifiedBy",
            "printed-by",
            "contributor",
            "publisher",
            "subject",
            "description",
            "keywords",
            "keyword",
            "category",
            "Company",
            "Manager",
            "Template",
            "HyperlinkBase",
            "user-defined",
            "lpwstr");

    private static final int LONGEST = 300;

    private final Map<String, String> facts = new HashMap<>();
    private String element = "";
    private final StringBuilder text = new StringBuilder();

    static PackFacts of(Pack pack, String path) throws IOException {
        var facts = new PackFacts();
        var in = pack.file(path);
        if (in.isPresent()) {
            Xml.read(in.get(), facts);
        }
        return facts;
    }

    @Override
    public void start(String name, XMLStreamReader xml) {
        element = WANTED.contains(name) || BESIDES.contains(name) ? name : "";
        if (name.equals("template")) {
            Xml.attribute(xml, "href").ifPresent(path -> facts.putIfAbsent("template", Paper.clean(path)));
        }
        text.setLength(0);
    }

    @Override
    public void text(String words) {
        if (!element.isEmpty() && text.length() < LONGEST) {
            text.append(words);
        }
    }

    @Override
    public void end(String name) {
        if (name.equals(element)) {
            facts.putIfAbsent(name, Paper.clean(text.toString()).strip());
        }
        element = "";
    }

    /** Adds only what is beside the text. */
    void besides(Draft draft) {
        facts.keySet().stream()
                .filter(name -> BESIDES.contains(name) || name.equals("template"))
                .sorted()
                .forEach(name -> draft.metadata(
                        name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT), fact(name)));
    }

    private Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name)).filter(text -> !text.isEmpty() && text.length() < LONGEST);
    }

    /** Gives when it was made, which may be earlier or later than when it was written. */
    Optional<When> into(Draft draft) {
        fact("title").ifPresent(draft::title);
        besides(draft);
        draft.author(fact("initial-creator").or(() -> fact("creator")));
        draft.language(fact("language")
                .filter(code -> code.matches("[a-z]{2}(?:-.*)?"))
                .map(code -> code.substring(0, 2)));
        return fact("created")
                .or(() -> fact("creation-date"))
                .or(() -> fact("date"))
                .flatMap(Dates::date);
    }
}
