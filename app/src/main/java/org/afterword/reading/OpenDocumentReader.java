package org.afterword.reading;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.afterword.model.Balance;
import org.afterword.model.When;

/** ODT, ODS, ODP: one file holds the text of all of it. */
final class OpenDocumentReader extends PackReader {
    OpenDocumentReader() {
        super(Pack.Kind.ODT, Pack.Kind.ODS, Pack.Kind.ODP);
    }

    @Override
    public String name() {
        return "opendocument";
    }

    @Override
    Optional<When> read(Pack pack, Document document) throws IOException {
        var manifest = new OpenDocumentText.Manifest();
        document.xml(pack, "META-INF/manifest.xml", manifest);
        if (manifest.encrypted()) {
            document.warn(
                    "",
                    "it is protected by a password, and safe; to have it read, save a copy without the password and add that");
            return Optional.empty();
        }
        Optional<When> made = PackFacts.of(pack, "meta.xml").into(document.draft());
        var text = new OpenDocumentText(document);
        document.xml(pack, "content.xml", text);
        document.deleted(text.deleted());
        if (text.pages() > 0) {
            Map<String, Long> skipped = new TreeMap<>();
            if (text.empty() > 0) {
                skipped.put("without text", (long) text.empty());
            }
            document.balance(new Balance(text.unit(), text.pages(), text.pages() - text.empty(), skipped));
        }
        return made;
    }
}
