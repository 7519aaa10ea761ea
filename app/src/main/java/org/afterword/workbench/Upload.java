package org.afterword.workbench;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.afterword.custody.Arrivals;
import org.afterword.custody.Custody;
import org.afterword.page.Multipart;

/**
 * Files that a browser sends, taken into the case as they come: nothing of them lies anywhere else. The form's fields
 * stand before its files.
 */
final class Upload implements Custody.Coming {
    static final String ADDRESS = "/add";
    static final String RECEIVING = "receiving";

    /** Characters of a field. */
    private static final int FIELD = 1000;
    /** Characters of a file's name with its folders. */
    private static final int LONGEST = 1000;
    /** Bytes of a form that is refused, which are read so that the browser hears why. */
    private static final long POLITE = 256L << 20;

    private final Multipart form;
    private final List<Arrivals.Skipped> skipped = new ArrayList<>();
    private final CountDownLatch come = new CountDownLatch(1);
    private Optional<Multipart.Part> first;

    private Upload(Multipart form, Optional<Multipart.Part> first) {
        this.form = form;
        this.first = first;
    }

    /** What stands in the form before its files. */
    private static final class Fields {
        private String token = "";
        private String back = "/";
        private String group = "";
        private boolean baseline;
    }

    /**
     * Takes the files and answers as soon as all have come; they are read in the background.
     *
     * @throws Door.Shut if the form is not ours
     * @throws IllegalArgumentException if there is no file in it, or it does not say of which group it tells
     * @throws Busy if something else goes on
     */
    static void take(Desk desk, Door door, Context request) throws IOException {
        long length = request.req().getContentLengthLong();
        var counted = new Arriving(request.req().getInputStream(), length);
        boolean taken = false;
        try (var form = new Multipart(
                counted, Optional.ofNullable(request.contentType()).orElse(""), Long.MAX_VALUE)) {
            var fields = new Fields();
            Optional<Multipart.Part> part = form.next();
            while (part.isPresent() && part.get().file().isEmpty()) {
                field(part.get(), fields);
                part = form.next();
            }
            door.checkToken(request, fields.token);
            if (part.isEmpty()) {
                throw new IllegalArgumentException("No file was chosen.");
            }
            checkRoom(desk, length);
            Optional<String> group = Optional.of(fields.group.strip()).filter(name -> !name.isEmpty());
            AddedFiles.check(desk, group, fields.baseline);
            var upload = new Upload(form, part);
            counted.errand = Optional.of(desk.work()
                    .begin("Adding files", new AddedFiles(desk, Optional.of(upload), group, fields.baseline)));
            taken = true;
            upload.come.await();
            request.redirect(Answers.ours(fields.back), HttpStatus.SEE_OTHER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            if (!taken) {
                counted.passOver();
            }
        }
    }

    private static void field(Multipart.Part part, Fields fields) throws IOException {
        if (part.isFile()) {
            return; // nothing was chosen there
        }
        switch (part.name()) {
            case "token" -> fields.token = part.text(FIELD);
            case "back" -> fields.back = part.text(FIELD);
            case "group" -> fields.group = part.text(FIELD);
            case "baseline" -> fields.baseline = part.text(FIELD).equals("yes");
            default -> {}
        }
    }

    private static void checkRoom(Desk desk, long length) throws IOException {
        long room =
                Files.getFileStore(desk.opened().file().path().toAbsolutePath()).getUsableSpace();
        if (length > room) {
            throw new IllegalArgumentException("There is not enough room where the case lies: these files have "
                    + length / 1_000_000 + " MB, and " + room / 1_000_000 + " MB are free. Nothing was changed.");
        }
    }

    @Override
    public Optional<Custody.Came> next() throws IOException {
        while (true) {
            Optional<Multipart.Part> part = first.isPresent() ? first : form.next();
            first = Optional.empty();
            if (part.isEmpty()) {
                return Optional.empty();
            }
            Optional<String> name = part.get().file().map(Upload::name);
            if (name.isEmpty()) {
                continue;
            }
            String[] folders = name.get().split("/");
            if (folders.length > 1 && Arrays.stream(folders).skip(1).anyMatch(Arrivals::hidden)) {
                skipped.add(new Arrivals.Skipped(name.get(), Arrivals.HIDDEN));
            } else {
                return Optional.of(new Custody.Came(name.get(), part.get()));
            }
        }
    }

    /** Asked when all that came is in the case. */
    @Override
    public List<Arrivals.Skipped> skipped() {
        end();
        return skipped;
    }

    /** No more is read of the form. */
    void end() {
        come.countDown();
    }

    /**
     * What a file is called in the case: with the folders that the browser tells, and without what would lead out of
     * them. Browsers write a quotation mark and the ends of lines as in addresses.
     */
    static String name(String sent) {
        String plain = sent.replace("%22", "\"").replaceAll("%0[DdAa]|\\p{Cntrl}", " ");
        String name = Arrays.stream(plain.split("[/\\\\]"))
                .filter(part -> !part.isBlank() && !part.equals(".") && !part.equals(".."))
                .collect(Collectors.joining("/"));
        return name.isEmpty() ? "a file without a name" : name.substring(Math.max(0, name.length() - LONGEST));
    }

    /** Says how much has come, and breaks off when somebody stops it. */
    private static final class Arriving extends FilterInputStream {
        private final long length;
        private long came;
        private volatile Optional<Errand> errand = Optional.empty();

        Arriving(InputStream in, long length) {
            super(in);
            this.length = length;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            if (errand.filter(Errand::stopping).isPresent()) {
                throw new IOException("stopped"); // what came whole is to be kept, so it is no errand's end yet
            }
            int got = super.read(into, offset, count);
            came += Math.max(0, got);
            errand.filter(one -> !one.stopping()).ifPresent(one -> one.step(RECEIVING, came, Math.max(0, length)));
            return got;
        }

        void passOver() {
            try {
                long _ = in.skip(Math.min(POLITE, Math.max(0, length - came)));
            } catch (IOException e) {
                // nobody listens any more
            }
        }
    }
}
