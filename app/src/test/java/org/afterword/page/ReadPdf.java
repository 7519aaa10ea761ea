package org.afterword.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A finished PDF as PDFBox reads it. */
public final class ReadPdf implements AutoCloseable {
    private final byte[] bytes;
    private final PDDocument document;

    public ReadPdf(byte[] bytes) throws IOException {
        this.bytes = bytes;
        document = Loader.loadPDF(bytes);
    }

    public String text() throws IOException {
        return new PDFTextStripper().getText(document);
    }

    /** Of the first page, in points. */
    public float width() {
        return document.getPage(0).getMediaBox().getWidth();
    }

    /** How far to the right anything is written, in points. */
    public float widest() throws IOException {
        var stripper = new PDFTextStripper() {
            private float widest;

            @Override
            protected void processTextPosition(TextPosition text) {
                widest = Math.max(widest, text.getXDirAdj() + text.getWidthDirAdj());
            }
        };
        stripper.getText(document);
        return stripper.widest;
    }

    /** How many are drawn on all pages. */
    public int pictures() throws IOException {
        int pictures = 0;
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getXObjectNames()) {
                pictures += page.getResources().isImageXObject(name) ? 1 : 0;
            }
        }
        return pictures;
    }

    public int pages() {
        return document.getNumberOfPages();
    }

    public boolean marked() {
        return document.getDocumentCatalog().getMarkInfo().isMarked();
    }

    public String language() {
        return document.getDocumentCatalog().getLanguage();
    }

    public String title() {
        return document.getDocumentInformation().getTitle();
    }

    public Optional<Calendar> made() {
        return Optional.ofNullable(document.getDocumentInformation().getCreationDate());
    }

    public String metadata() throws IOException {
        return new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
    }

    public Set<String> tags() {
        var tags = new TreeSet<String>();
        walk(document.getDocumentCatalog().getStructureTreeRoot(), tags, new ArrayList<>());
        return tags;
    }

    public List<String> linksWithoutWords() {
        var without = new ArrayList<String>();
        walk(document.getDocumentCatalog().getStructureTreeRoot(), new TreeSet<>(), without);
        return without;
    }

    private static void walk(PDStructureNode node, Set<String> tags, List<String> without) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStructureType());
                String words = element.getAlternateDescription();
                if (element.getStructureType().equals("Link") && (words == null || words.isBlank())) {
                    without.add(element.toString());
                }
                walk(element, tags, without);
            }
        }
    }

    public int links() throws IOException {
        int links = 0;
        for (PDPage page : document.getPages()) {
            links += page.getAnnotations().size();
        }
        return links;
    }

    public List<String> bookmarks() {
        var all = new ArrayList<String>();
        bookmarks(document.getDocumentCatalog().getDocumentOutline(), all);
        return all;
    }

    private static void bookmarks(PDOutlineNode node, List<String> all) {
        for (PDOutlineItem item : node.children()) {
            all.add(item.getTitle());
            bookmarks(item, all);
        }
    }

    /** The pages on which something is written outside of any marked content. */
    public List<Integer> untaggedText() throws IOException {
        var untagged = new ArrayList<Integer>();
        for (int i = 0; i < document.getNumberOfPages(); i++) {
            int inside = 0;
            boolean outside = false;
            for (Object token : new PDFStreamParser(document.getPage(i)).parse()) {
                if (token instanceof Operator operator) {
                    switch (operator.getName()) {
                        case "BDC", "BMC" -> inside++;
                        case "EMC" -> inside--;
                        case "Tj", "TJ", "'", "\"" -> outside |= inside == 0;
                        default -> {}
                    }
                }
            }
            if (outside || inside != 0) {
                untagged.add(i + 1);
            }
        }
        return untagged;
    }

    public Set<String> fonts() throws IOException {
        var names = new LinkedHashSet<String>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                names.add(page.getResources().getFont(name).getName());
            }
        }
        return names;
    }

    public List<String> fontsNotInIt() throws IOException {
        var without = new ArrayList<String>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                if (!font.isEmbedded()) {
                    without.add(font.getName());
                }
            }
        }
        return without;
    }

    /** Every string and every stream, unpacked, with the text. */
    public String everything() throws IOException {
        var all = new StringBuilder(text());
        all.append(new String(bytes, StandardCharsets.ISO_8859_1));
        for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
            add(document.getDocument().getObjectFromPool(key).getObject(), all, 0);
        }
        add(document.getDocument().getTrailer(), all, 0);
        return all.toString();
    }

    private static void add(COSBase base, StringBuilder all, int depth) throws IOException {
        if (depth > 6) {
            return;
        }
        switch (base) {
            case COSString string -> all.append(string.getString()).append('\n');
            case COSArray array -> {
                for (COSBase one : array) {
                    add(one, all, depth + 1);
                }
            }
            case COSDictionary dictionary -> {
                for (COSBase one : dictionary.getValues()) {
                    add(one, all, depth + 1);
                }
                if (dictionary instanceof COSStream stream) {
                    try (var in = stream.createInputStream()) {
                        all.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
                    }
                }
            }
            case null, default -> {}
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
