package org.afterword.reading;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.afterword.model.Anchor;
import org.afterword.model.Warning;
import org.afterword.model.When;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;

/** The records of a web archive, one after the other. */
final class WebRecords {
    private static final int LONGEST_PAGE = 8 << 20;
    private static final int MOST_BREAKS = 50;
    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");
    private static final Set<String> RECORDS =
            Set.of("warcinfo", "request", "metadata", "revisit", "conversion", "continuation", "response", "resource");
    private static final Set<String> KINDS =
            Set.of("text", "image", "audio", "video", "application", "font", "multipart", "message", "model");
    private static final List<String> DOCUMENTS = List.of(
            "application/pdf",
            "application/msword",
            "application/rtf",
            "application/epub",
            "application/vnd.openxmlformats",
            "application/vnd.oasis",
            "text/plain");

    private final Source source;
    private final Findings into;
    private final Map<String, Long> skipped = new TreeMap<>();
    private final PartNames names = new PartNames();
    private long expected;
    private long read;

    WebRecords(Source source, Findings into) {
        this.source = source;
        this.into = into;
    }

    long expected() {
        return expected;
    }

    long read() {
        return read;
    }

    Map<String, Long> skipped() {
        return skipped;
    }

    /** All of the source; where a record is broken, the next one is looked for. */
    void all() throws IOException {
        long from = 0;
        for (int breaks = 0; from >= 0 && breaks < MOST_BREAKS; breaks++) {
            long broken = pass(source.stream(from), from, "");
            from = broken < 0 ? -1 : WebResync.next(source, broken + 1);
        }
        if (from >= 0) {
            into.warning(new Warning("byte " + from, "the archive is broken in too many places; the rest is not read"));
        }
    }

    /** A file of records within the source. */
    void one(InputStream in, String where) throws IOException {
        pass(in, -1, where);
    }

    /** Where the first record begins that is broken; below 0 if none is. */
    private long pass(InputStream in, long base, String where) throws IOException {
        long last = base;
        long before = expected;
        try (var reader = new WarcReader(in)) {
            reader.setLenient(true);
            while (true) {
                Optional<WarcRecord> next = reader.next();
                if (next.isEmpty()) {
                    return -1;
                }
                long at = reader.position();
                last = base + at;
                expected++;
                take(next.get(), base < 0 ? -1 : last, where + "record " + expected);
            }
        } catch (Taken e) {
            throw e.getCause();
        } catch (IOException | RuntimeException e) {
            boolean none = expected == before;
            into.warning(new Warning(
                    base < 0 ? where.replaceAll(", $", "") : "byte " + Math.max(0, last),
                    none
                            ? "here stands no record that can be read"
                            : "after the record that begins here the archive is broken"));
            return base < 0 ? -1 : Math.max(last, 0);
        }
    }

    /** That what was found is not taken is no fault of the archive. */
    private static final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Taken(IOException cause) {
            super(cause);
        }

        @Override
        public synchronized IOException getCause() {
            return (IOException) super.getCause();
        }
    }

    private void skip(String reason) {
        skipped.merge(reason, 1L, Long::sum);
    }

    private void take(WarcRecord record, long at, String where) throws IOException {
        if (record instanceof WarcResponse response && !(record instanceof WarcRevisit)) {
            response(response, at, where);
        } else if (record instanceof WarcResource resource) {
            body(resource, resource.contentType(), resource.body(), at, where);
        } else {
            String type = record.type().toLowerCase(Locale.ROOT);
            skip(RECORDS.contains(type) ? type : "other");
        }
    }

    private void response(WarcResponse record, long at, String where) throws IOException {
        HttpResponse http;
        try {
            http = record.http();
        } catch (IOException | RuntimeException e) {
            skip("responses that are broken or not of HTTP");
            into.warning(new Warning(where, "the answer of the server in it cannot be read"));
            return;
        }
        if (http.status() < 200 || http.status() > 299) {
            skip("response: redirects and errors");
            return;
        }
        body(record, http.contentType(), http.bodyDecoded(), at, where);
    }

    private void body(WarcTargetRecord record, MediaType type, MessageBody body, long at, String where)
            throws IOException {
        String base = (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT);
        if (PAGES.contains(base)) {
            page(record, Optional.ofNullable(type.parameters().get("charset")), body, at, where);
        } else if (DOCUMENTS.stream().anyMatch(base::startsWith)
                && !record.target().endsWith("/robots.txt")) {
            var guarded = new Guarded(body.stream(), Long.MAX_VALUE);
            try {
                into.part(names.of(record.target()), guarded);
            } catch (IOException e) {
                throw new Taken(e);
            }
            guarded.problem().ifPresent(problem -> skip("broken documents"));
            read += guarded.problem().isEmpty() ? 1 : 0;
        } else {
            String kind = type.type().toLowerCase(Locale.ROOT);
            skip(record.type() + ": " + (base.equals("text/css") ? "styles" : KINDS.contains(kind) ? kind : "other"));
        }
    }

    private void page(WarcTargetRecord record, Optional<String> charset, MessageBody body, long at, String where)
            throws IOException {
        var guarded = new Guarded(body.stream(), Long.MAX_VALUE);
        byte[] bytes = guarded.readNBytes(LONGEST_PAGE);
        boolean more = guarded.read() >= 0;
        var page = new PageIn(source, Optional.of(record.target()), fetched(record), anchors(record, at));
        try {
            if (more || guarded.problem().isPresent()) {
                into.warning(new Warning(
                        where,
                        more
                                ? "the page is longer than " + (LONGEST_PAGE >> 20) + " MiB; only so much is read"
                                : guarded.problem().get()));
            }
            if (page.read(PageIn.decoded(bytes, charset), where, into) > 0) {
                read++;
            } else {
                skip("pages without a text");
            }
        } catch (IOException e) {
            throw new Taken(e);
        }
    }

    private static Optional<When> fetched(WarcRecord record) {
        try {
            Instant at = record.date();
            return Optional.of(new When(
                    "fetched " + at,
                    Optional.empty(),
                    Optional.of(LocalDateTime.ofInstant(at, ZoneOffset.UTC)),
                    Optional.of("Z")));
        } catch (RuntimeException e) {
            // without a date, or with one that is none
            return Optional.empty();
        }
    }

    private static List<Anchor> anchors(WarcRecord record, long at) {
        Optional<String> id = record.headers().first("WARC-Record-ID").map(text -> text.replaceAll("[<>]", ""));
        if (id.isPresent()) {
            return List.of(Anchor.message(0, Json.wellFormed(id.get())));
        }
        return at < 0 ? List.of() : List.of(new Anchor(0, "bytes=" + at + "-"));
    }
}
