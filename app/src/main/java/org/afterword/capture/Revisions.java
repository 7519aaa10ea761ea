package org.afterword.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The history of pages of an encyclopaedia, as MediaWiki's {@code Special:Export} gives it (schema 0.10 or 0.11, XML,
 * also gzipped): which revision took words away. One page's newest two texts are in memory, no more.
 */
public final class Revisions {
    private static final int LARGEST = 32 << 20;

    private Revisions() {}

    /**
     * A revision that took something away.
     *
     * @param page its title
     * @param revision its number
     * @param at as the file says
     * @param editor a user's name, or the network address of somebody without one; "" if it was hidden
     * @param anonymous whether the editor is a network address
     * @param comment the editor's
     * @param words how many words of the text before are gone
     * @param emptied whether nothing was left
     * @param changes every place, also where words were only added
     */
    public record Removal(
            String page,
            String revision,
            String at,
            String editor,
            boolean anonymous,
            String comment,
            int words,
            boolean emptied,
            List<WordDiff.Change> changes) {}

    /**
     * @param removals those that took at least one word away, the largest first
     * @param revisions how many were read
     * @param pages how many pages they are of
     */
    public record Read(List<Removal> removals, int revisions, int pages) {}

    private record Revision(
            String number, String at, String editor, boolean anonymous, String comment, Optional<String> text) {}

    /**
     * @throws IllegalArgumentException with a sentence, if it is no such export
     */
    public static Read read(InputStream file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(unpacked(file));
            try {
                return new Reading(xml).read();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException(
                    "the file is no whole export of MediaWiki (broken at line "
                            + Optional.ofNullable(e.getLocation())
                                    .map(place -> Integer.toString(place.getLineNumber()))
                                    .orElse("unknown")
                            + "); nothing was kept",
                    e);
        }
    }

    private static InputStream unpacked(InputStream file) throws IOException {
        var in = new BufferedInputStream(file, 1 << 16);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GZIPInputStream(in) : in;
    }

    /** One run through a file. */
    private static final class Reading {
        private final XMLStreamReader xml;
        private final List<Removal> removals = new ArrayList<>();
        private int revisions;
        private int pages;

        Reading(XMLStreamReader xml) {
            this.xml = xml;
        }

        Read read() throws XMLStreamException {
            boolean export = false;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    if (!export && !xml.getLocalName().equals("mediawiki")) {
                        throw new IllegalArgumentException("the file is no export of MediaWiki: it begins with <"
                                + xml.getLocalName() + ">; nothing was kept");
                    }
                    export = true;
                    if (xml.getLocalName().equals("page")) {
                        page();
                    }
                }
            }
            removals.sort(Comparator.comparingInt(Removal::words).reversed());
            return new Read(List.copyOf(removals), revisions, pages);
        }

        private void page() throws XMLStreamException {
            pages++;
            String[] title = {""};
            List<Revision> all = new ArrayList<>();
            children(name -> {
                if (name.equals("title")) {
                    title[0] = text();
                } else if (name.equals("revision")) {
                    Revision next = revision();
                    revisions++;
                    // exports run from the oldest to the newest; two that come otherwise are put in order
                    if (!all.isEmpty() && all.getFirst().at().compareTo(next.at()) > 0) {
                        compare(title[0], next, all.getFirst());
                    } else if (!all.isEmpty()) {
                        compare(title[0], all.getFirst(), next);
                    }
                    all.clear();
                    all.add(next);
                } else {
                    skip();
                }
            });
        }

        private void compare(String title, Revision old, Revision now) {
            if (old.text().isEmpty() || now.text().isEmpty()) {
                return;
            }
            List<WordDiff.Change> changes =
                    WordDiff.of(old.text().get(), now.text().get());
            int words = changes.stream()
                    .mapToInt(change -> WordDiff.words(change.removed()).size())
                    .sum();
            if (words > 0) {
                removals.add(new Removal(
                        title,
                        now.number(),
                        now.at(),
                        now.editor(),
                        now.anonymous(),
                        now.comment(),
                        words,
                        now.text().get().isBlank(),
                        changes));
            }
        }

        private Revision revision() throws XMLStreamException {
            String[] found = {"", "", "", "", ""};
            boolean[] is = {false, false};
            children(name -> {
                switch (name) {
                    case "id" -> found[0] = text();
                    case "timestamp" -> found[1] = text();
                    case "comment" -> found[3] = text();
                    case "text" -> {
                        is[1] = xml.getAttributeValue(null, "deleted") == null;
                        found[4] = text();
                    }
                    case "contributor" ->
                        children(part -> {
                            if (part.equals("ip")) {
                                is[0] = true;
                                found[2] = text();
                            } else if (part.equals("username")) {
                                found[2] = text();
                            } else {
                                skip();
                            }
                        });
                    default -> skip();
                }
            });
            return new Revision(
                    found[0], found[1], found[2], is[0], found[3], is[1] ? Optional.of(found[4]) : Optional.empty());
        }

        private interface Child {
            void named(String name) throws XMLStreamException;
        }

        private void children(Child child) throws XMLStreamException {
            while (xml.next() != XMLStreamConstants.END_ELEMENT) {
                if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                    child.named(xml.getLocalName());
                }
            }
        }

        private String text() throws XMLStreamException {
            var text = new StringBuilder();
            Consumer<String> append = part -> {
                if (text.length() < LARGEST) {
                    text.append(part);
                }
            };
            while (xml.next() != XMLStreamConstants.END_ELEMENT) {
                switch (xml.getEventType()) {
                    case XMLStreamConstants.START_ELEMENT -> skip();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        append.accept(xml.getText());
                    default -> {}
                }
            }
            return text.toString();
        }

        private void skip() throws XMLStreamException {
            for (int depth = 1; depth > 0; ) {
                int event = xml.next();
                depth += event == XMLStreamConstants.START_ELEMENT
                        ? 1
                        : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            }
        }
    }
}
