package org.afterword.reading;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamReader;
import org.afterword.model.Balance;
import org.afterword.model.When;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** EPUB: its chapters in the order of the spine. */
final class EpubReader extends PackReader {
    private static final int LARGEST = 32 << 20;
    private static final int MOST = 10_000;

    EpubReader() {
        super(Pack.Kind.EPUB);
    }

    @Override
    public String name() {
        return "epub";
    }

    @Override
    Optional<When> read(Pack pack, Document document) throws IOException {
        var container = new Attribute("rootfile", "full-path");
        document.xml(pack, "META-INF/container.xml", container);
        String root = container.value;
        var spine = new Spine();
        document.xml(pack, root, spine);
        Optional<When> made = PackFacts.of(pack, root).into(document.draft());
        String folder = root.substring(0, root.lastIndexOf('/') + 1);
        Map<String, Long> skipped = new TreeMap<>();
        long read = 0;
        for (int i = 0; i < spine.order.size(); i++) {
            Optional<InputStream> in = pack.file(folder + spine.files.getOrDefault(spine.order.get(i), ""));
            if (in.isEmpty()) {
                skipped.merge("missing in the file", 1L, Long::sum);
                continue;
            }
            byte[] bytes;
            try (InputStream chapter = in.get()) {
                bytes = chapter.readNBytes(LARGEST);
            }
            var page = Jsoup.parse(Decoded.of(bytes).text(), "", Parser.htmlParser());
            // the place of a chapter as an EPUB fragment identifier gives it
            document.paper().at("epubcfi(/6/" + 2 * (i + 1) + ")");
            int before = document.paper().length();
            document.paper().block(HtmlText.of(page.body()).text());
            if (document.paper().length() > before) {
                read++;
            } else {
                skipped.merge("without text", 1L, Long::sum);
            }
        }
        document.balance(new Balance("chapters", spine.order.size(), read, skipped));
        if (read == 0 && pack.file("META-INF/encryption.xml").isPresent()) {
            document.warn("", "the book is locked by its seller (DRM), and cannot be read");
        }
        return made;
    }

    private static final class Attribute implements Xml.Handler {
        private final String element;
        private final String attribute;
        private String value = "";

        Attribute(String element, String attribute) {
            this.element = element;
            this.attribute = attribute;
        }

        @Override
        public void start(String name, XMLStreamReader xml) {
            if (name.equals(element) && value.isEmpty()) {
                value = Xml.attribute(xml, attribute).orElse("");
            }
        }

        @Override
        public void text(String text) {}

        @Override
        public void end(String name) {}
    }

    private static final class Spine implements Xml.Handler {
        private final Map<String, String> files = new HashMap<>();
        private final List<String> order = new ArrayList<>();

        @Override
        public void start(String name, XMLStreamReader element) {
            if (name.equals("item") && files.size() < MOST) {
                files.put(
                        Xml.attribute(element, "id").orElse(""),
                        decoded(Xml.attribute(element, "href").orElse("")));
            } else if (name.equals("itemref") && order.size() < MOST) {
                order.add(Xml.attribute(element, "idref").orElse(""));
            }
        }

        private static String decoded(String address) {
            try {
                return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return address;
            }
        }

        @Override
        public void text(String text) {}

        @Override
        public void end(String name) {}
    }
}
