package org.afterword.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Warning;
import org.afterword.model.When;

/** What all documents in ZIP's packing have in common: facts, remarks, embedded files, macros that are never run. */
abstract class PackReader implements Reader {
    private static final Pattern EMBEDDED = Pattern.compile(
            "(?!Thumbnails/|docProps/)(?:.+\\.(?:png|jpe?g|gif|webp|tiff?|bmp|pdf|mp3|m4a|wav|mp4)|(?:word|xl|ppt)/embeddings/.+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MACROS = Pattern.compile("(?:word|xl|ppt)/vbaProject\\.bin|Basic/.+|Scripts/.+");
    private static final int MOST_PARTS = 5_000;

    private final Set<Pack.Kind> kinds;

    PackReader(Pack.Kind... kinds) {
        this.kinds = Set.of(kinds);
    }

    /** What is made of one document, as it is read. */
    static final class Document {
        private final Source source;
        private final String format;
        private final Paper paper = new Paper();
        private final List<Remark> remarks = new ArrayList<>();
        private final List<Warning> warnings = new ArrayList<>();
        private Optional<Balance> balance = Optional.empty();
        private final Draft draft;

        Document(Source source, String format) {
            this.source = source;
            this.format = format;
            this.draft = new Draft(source, format);
        }

        Source source() {
            return source;
        }

        Paper paper() {
            return paper;
        }

        Draft draft() {
            return draft;
        }

        void remark(Remark remark) {
            if (remarks.size() < Remark.MOST && !remark.text().isBlank()) {
                remarks.add(remark);
            }
        }

        void warn(String where, String message) {
            warnings.add(new Warning(where, message));
        }

        void balance(Balance held) {
            balance = Optional.of(held);
        }

        /** Reads one of its files; what is wrong with it is a warning. */
        void xml(Pack pack, String path, Xml.Handler handler) throws IOException {
            Optional<InputStream> in = pack.file(path);
            if (in.isPresent()) {
                Xml.read(in.get(), handler).ifPresent(problem -> warn(path, problem));
            }
        }

        void deleted(int count) {
            if (count > 0) {
                warn(
                        "",
                        "changes were tracked: " + count + (count == 1 ? " stretch is" : " stretches are")
                                + " marked as deleted, and left out");
            }
        }

        void tell(Optional<When> made, Findings into) throws IOException {
            Optional<Account> account = Essay.document(draft, paper.rendered(), made);
            if (account.isPresent()) {
                into.account(account.get());
            }
            for (Remark remark : remarks) {
                into.account(remark.account(source, format, draft.title()));
            }
            if (paper.full()) {
                warn("", "so long that the end of it was not read");
            }
            if (account.isEmpty() && remarks.isEmpty()) {
                warn("", "no text is in it");
            }
            for (Warning warning : warnings) {
                into.warning(warning);
            }
            if (balance.isPresent()) {
                into.balance(balance.get());
            }
        }
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public double confidence(Source source) {
        return kinds.contains(Pack.kind(source)) ? 0.98 : 0;
    }

    /** Puts together what is in it; gives when it was made. */
    abstract Optional<When> read(Pack pack, Document document) throws IOException;

    // what a broken document leads to is of every kind
    @Override
    public void read(Source source, Findings into) throws IOException {
        Pack pack;
        try {
            pack = Pack.open(source);
        } catch (IOException e) {
            into.warning(new Warning("", "a document that is broken: its parts cannot be found"));
            return;
        }
        try (pack) {
            var document = new Document(source, Pack.kind(source).extension());
            Optional<When> made = Optional.empty();
            try {
                made = read(pack, document);
            } catch (Pack.TooMuch e) {
                document.warn("", e.getMessage() + ": what comes after that was not read");
            } catch (UncheckedIOException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                document.warn("", "a document that is broken: not all of it could be read");
            }
            document.tell(made, into);
            parts(pack, into);
        }
    }

    private static void parts(Pack pack, Findings into) throws IOException {
        var names = new PartNames();
        int parts = 0;
        boolean macros = false;
        for (String path : pack.names()) {
            macros |= MACROS.matcher(path).matches();
            if (EMBEDDED.matcher(path).matches() && parts++ < MOST_PARTS) {
                try (var bytes = new Ending(pack, path)) {
                    into.part(names.of(path), bytes);
                    if (bytes.broken) {
                        into.warning(new Warning(path, "not all of it could be unpacked"));
                    }
                }
            }
        }
        if (macros) {
            into.warning(new Warning("", "macros are in it; nothing in it is run"));
        }
    }

    /** Where its packing breaks, it ends. */
    private static final class Ending extends InputStream {
        private InputStream in = InputStream.nullInputStream();
        private boolean broken;

        Ending(Pack pack, String path) {
            try {
                in = pack.file(path).orElse(in);
            } catch (IOException e) {
                broken = true;
            }
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            try {
                return broken ? -1 : in.read(into, offset, length);
            } catch (IOException e) {
                broken = true;
                return -1;
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
