package org.afterword.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The files of which a document in ZIP's packing consists, unpacked as they are read, and no more than may be. */
final class Pack implements AutoCloseable {
    static final String TYPES = "[Content_Types].xml";
    private static final String TYPE = "mimetype";
    private static final byte[] MARK = {'P', 'K', 3, 4};
    private static final int NAME_AT = 30;
    private static final long DIRECTORY = 16L << 20;
    private static final int MOST_FILES = 100_000;
    private static final long TOTAL = 1L << 30;
    private static final long FREE = 8L << 20;
    private static final long RATIO = 200;
    private static final Pattern OPEN_DOCUMENT = Pattern.compile(
            "application/vnd\\.oasis\\.opendocument\\.(text|spreadsheet|presentation).*", Pattern.DOTALL);

    private final ZipFile zip;
    private final SourceChannel channel;
    private long total;

    private Pack(ZipFile zip, SourceChannel channel) {
        this.zip = zip;
        this.channel = channel;
    }

    /** What kind of document it is. */
    enum Kind {
        WORD("docx"),
        SHEET("xlsx"),
        DECK("pptx"),
        ODT("odt"),
        ODS("ods"),
        ODP("odp"),
        EPUB("epub"),
        NONE("");

        private final String extension;

        Kind(String extension) {
            this.extension = extension;
        }

        String extension() {
            return extension;
        }
    }

    /** More comes out of it than may be in a document of its size. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;

        TooMuch() {
            super("it unpacks to more than a document of its size may");
        }
    }

    static Kind kind(Source source) {
        byte[] head = source.head();
        if (head.length < NAME_AT || !java.util.Arrays.equals(head, 0, MARK.length, MARK, 0, MARK.length)) {
            return Kind.NONE;
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        int nameLength = (head[26] & 0xff) | (head[27] & 0xff) << 8;
        int extra = (head[28] & 0xff) | (head[29] & 0xff) << 8;
        String first = text.substring(NAME_AT, Math.min(text.length(), NAME_AT + nameLength));
        if (first.equals(TYPE)) {
            return typed(text.substring(Math.min(text.length(), NAME_AT + nameLength + extra)));
        }
        boolean office = first.equals(TYPES) || first.matches("(?:_rels|word|xl|ppt|docProps|customXml)/.*");
        return office ? office(source, first) : Kind.NONE;
    }

    private static Kind typed(String type) {
        if (type.startsWith("application/epub+zip")) {
            return Kind.EPUB;
        }
        Matcher odf = OPEN_DOCUMENT.matcher(type);
        if (!odf.matches()) {
            return Kind.NONE;
        }
        return switch (odf.group(1)) {
            case "text" -> Kind.ODT;
            case "spreadsheet" -> Kind.ODS;
            default -> Kind.ODP;
        };
    }

    private static Kind office(Source source, String first) {
        try (Pack pack = open(source)) {
            List<String> names = pack.names();
            if (!names.contains(TYPES)) {
                return Kind.NONE;
            }
            return folder(
                    names.stream().filter(name -> !name.startsWith("_rels/")).toList(), source);
        } catch (UncheckedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return first.equals(TYPES) ? folder(List.of(), source) : Kind.NONE;
        }
    }

    private static Kind folder(List<String> names, Source source) {
        for (Kind kind : List.of(Kind.WORD, Kind.SHEET, Kind.DECK)) {
            String folder = kind == Kind.WORD ? "word/" : kind == Kind.SHEET ? "xl/" : "ppt/";
            if (names.stream().anyMatch(name -> name.startsWith(folder))
                    || (names.isEmpty() && source.hasExtension(kind.extension()))) {
                return kind;
            }
        }
        return names.isEmpty() ? Kind.WORD : Kind.NONE;
    }

    /**
     * @throws IOException if its list of files is broken, missing, or too long
     */
    // libraries answer broken packing with many kinds of exceptions
    static Pack open(Source source) throws IOException {
        var channel = new SourceChannel(source);
        channel.allow(DIRECTORY);
        try {
            ZipFile zip = ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setIgnoreLocalFileHeader(true)
                    .get();
            channel.allow(Long.MAX_VALUE);
            return new Pack(zip, channel);
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IOException("broken packing", e);
        }
    }

    /** In the order in which the archive lists them. */
    List<String> names() {
        var names = new ArrayList<String>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (names.size() < MOST_FILES && !entry.isDirectory()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    /** Empty if there is no such file in it. */
    Optional<InputStream> file(String path) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(path);
        if (entry == null || !zip.canReadEntryData(entry)) {
            return Optional.empty();
        }
        return Optional.of(new Bounded(
                zip.getInputStream(entry),
                FREE + RATIO * Math.max(0, Math.min(entry.getCompressedSize(), channel.size()))));
    }

    private final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        // broken packing shows itself in many ways
        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, into.length);
            int count;
            try {
                count = in.read(into, offset, length);
            } catch (UncheckedIOException e) {
                throw e;
            } catch (RuntimeException e) {
                throw new IOException("broken packing", e);
            }
            left -= Math.max(0, count);
            total += Math.max(0, count);
            if (left < 0 || total > TOTAL) {
                throw new TooMuch();
            }
            return count;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
