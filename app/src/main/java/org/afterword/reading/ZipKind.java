package org.afterword.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** What a file in ZIP's packing is: many formats are one. */
enum ZipKind {
    /** It is not in ZIP's packing. */
    NONE,
    /** Files, as somebody packed them. */
    ARCHIVE,
    /** Office Open XML, OpenDocument, EPUB: one document. */
    DOCUMENT,
    /** A web archive with its index. */
    WACZ;

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String DESCRIPTION = "datapackage.json";
    private static final Pattern OFFICE =
            Pattern.compile("\\[Content_Types\\]\\.xml|(?:_rels|word|xl|ppt|docProps|visio)/.*");
    private static final Pattern WEB = Pattern.compile("datapackage(?:-digest)?\\.json|(?:archive|indexes|pages)/.*");
    private static final Pattern DOCUMENT_TYPE = Pattern.compile(
            "application/(?:epub\\+zip|vnd\\.oasis\\.opendocument\\..*|vnd\\.sun\\.xml\\..*)", Pattern.DOTALL);
    private static final int NAME_AT = 30;
    /** The most of a ZIP's directory that is read into memory, in bytes. */
    private static final long DIRECTORY = 16L << 20;

    /** Quick where the first names leave no doubt; else the directory at the end is looked into. */
    static ZipKind of(Source source) {
        byte[] head = source.head();
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("PK\u0003\u0004") && !text.startsWith("PK\u0005\u0006")) {
            return text.startsWith("PK\u0007\u0008PK\u0003\u0004") ? ARCHIVE : NONE;
        }
        List<String> names = names(head, text);
        String first = names.isEmpty() ? "" : names.getFirst();
        if (first.equals("mimetype")) {
            int at = NAME_AT + first.length() + ushort(head, 28);
            return DOCUMENT_TYPE
                            .matcher(text.substring(Math.min(at, text.length())))
                            .lookingAt()
                    ? DOCUMENT
                    : ARCHIVE;
        }
        boolean office = names.stream().anyMatch(name -> OFFICE.matcher(name).matches());
        boolean web = names.stream().anyMatch(name -> WEB.matcher(name).matches());
        if (!office && !web) {
            return ARCHIVE;
        }
        try (ZipFile zip = open(source)) {
            if (zip.getEntry(CONTENT_TYPES) != null) {
                return DOCUMENT;
            }
            boolean archived = Collections.list(zip.getEntries()).stream()
                    .map(ZipArchiveEntry::getName)
                    .anyMatch(name -> name.startsWith("archive/"));
            return archived && zip.getEntry(DESCRIPTION) != null ? WACZ : ARCHIVE;
        } catch (IOException | RuntimeException e) {
            if (first.equals(CONTENT_TYPES)) {
                return DOCUMENT;
            }
            // what is left of a web archive is taken out of it
            return ARCHIVE;
        }
    }

    private static List<String> names(byte[] head, String text) {
        var names = new ArrayList<String>();
        for (int at = 0; at >= 0 && at + NAME_AT < head.length; at = text.indexOf("PK\u0003\u0004", at + 4)) {
            int end = at + NAME_AT + ushort(head, at + 26);
            if (end <= head.length) {
                names.add(text.substring(at + NAME_AT, end));
            }
        }
        return names;
    }

    private static int ushort(byte[] bytes, int at) {
        return at + 1 < bytes.length ? (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8 : 0;
    }

    /**
     * By the directory at its end.
     *
     * @throws IOException if that is broken, missing, or too large to be held in memory
     */
    static ZipFile open(Source source) throws IOException {
        var channel = new SourceChannel(source);
        channel.allow(DIRECTORY);
        ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(channel)
                .setIgnoreLocalFileHeader(true)
                .get();
        channel.allow(Long.MAX_VALUE);
        return zip;
    }
}
