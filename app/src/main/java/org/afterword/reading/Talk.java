package org.afterword.reading;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Warning;
import org.afterword.reading.Frames.Frame;
import org.afterword.reading.Frames.Kind;
import org.afterword.reading.Frames.Request;

/** The parent's side of the reading of one file. The child is a stranger's: what it says is checked and bounded. */
final class Talk {
    private static final long LEAST_ANSWER = 64L << 20;
    private static final long LARGEST_ACCOUNT = 256L << 20;
    private static final int ACCOUNTS_PER_BYTE = 16;
    private static final int PARTS_PER_BYTE = 200;
    private static final int MOST_OPEN = 10_000;
    private static final int MOST_PICTURES = 5_000;
    private static final int LONGEST_PATH = 1000;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final Findings into;
    private final List<Origin> files = new ArrayList<>();
    private final Recogniser recogniser;
    private final PictureTime pictureTime = new PictureTime();
    private long accountsLeft;
    private long partsLeft;
    private int accounts;
    private int parts;
    private int pictures;
    private Optional<String> format = Optional.empty();

    Talk(DataInputStream in, DataOutputStream out, Origin origin, Findings into, Recogniser recogniser) {
        this.in = in;
        this.out = out;
        this.into = into;
        this.recogniser = recogniser;
        this.accountsLeft = LEAST_ANSWER + ACCOUNTS_PER_BYTE * origin.size();
        this.partsLeft = LEAST_ANSWER + PARTS_PER_BYTE * origin.size();
        files.add(origin);
    }

    /** The child does not answer any more, or answers what no reader would. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }

        Broken(IOException cause) {
            super(cause);
        }
    }

    /**
     * @throws Broken if the child does not answer sensibly to the end
     * @throws IOException if a file cannot be fetched, or nobody takes what is found
     */
    Reading read(Request request) throws IOException {
        send(Kind.FILE, request);
        while (true) {
            Frame frame = next();
            switch (frame.kind()) {
                case ASK -> give(as(frame, Frames.Piece.class));
                case BESIDE -> find(as(frame, Frames.Beside.class));
                case PICTURE -> recognise(frame.payload());
                case ACCOUNT -> account(frame, request);
                case PROJECT -> project(frame);
                case PART -> part(as(frame, Frames.Path.class).path());
                case RESULT -> {
                    return result(as(frame, Reading.class));
                }
                case READY, FILE, FOUND, BYTES, END, LOOK, WORDS, COVER, PIXELS, UNSHOWN, CLEAN, CLEANED ->
                    throw new Broken("out of turn");
            }
        }
    }

    /**
     * @throws UnshownPicture if the picture cannot be looked at
     */
    PictureWords words(Frames.Look look) throws IOException {
        send(Kind.LOOK, look);
        PictureWords words = as(answer(Kind.WORDS), PictureWords.class);
        if (words.width() < 1 || words.height() < 1) {
            throw new Broken("words that cannot be");
        }
        return words;
    }

    /**
     * @throws UnshownPicture if the picture cannot be looked at
     */
    Pixels pixels(Frames.Cover cover) throws IOException {
        send(Kind.COVER, cover);
        return Pixels.of(answer(Kind.PIXELS).payload(), cover.longest())
                .orElseThrow(() -> new Broken("pixels that cannot be"));
    }

    /**
     * @param to takes the copy's bytes
     */
    Cleaned cleaned(Frames.Look look, OutputStream to) throws IOException {
        send(Kind.CLEAN, look);
        long left = accountsLeft;
        while (true) {
            Frame frame = next();
            switch (frame.kind()) {
                case ASK -> give(as(frame, Frames.Piece.class));
                case BYTES -> {
                    left -= frame.payload().length;
                    if (left < 0) {
                        throw new Broken("a copy that cannot be");
                    }
                    to.write(frame.payload());
                }
                case CLEANED -> {
                    return as(frame, Cleaned.class);
                }
                default -> throw new Broken("out of turn");
            }
        }
    }

    private Frame answer(Kind wanted) throws IOException {
        while (true) {
            Frame frame = next();
            if (frame.kind() == wanted) {
                return frame;
            }
            switch (frame.kind()) {
                case ASK -> give(as(frame, Frames.Piece.class));
                case PICTURE -> recognise(frame.payload());
                case UNSHOWN ->
                    throw new UnshownPicture(as(frame, Frames.Why.class).why());
                default -> throw new Broken("out of turn");
            }
        }
    }

    /** What was read before it broke off. */
    Reading broken(String reason) {
        String reader = format.map(name -> name + "/" + Readers.VERSION).orElse(Reading.NONE);
        String before = accounts + parts == 0 ? "" : "; what was found before is kept, more may be in it";
        return new Reading(reader, 0, accounts, parts, List.of(new Warning("", reason + before)), Optional.empty());
    }

    /** How much longer the reading may take because of what others did for it, in nanoseconds. */
    long grantedNanos() {
        return pictureTime.nanos();
    }

    private void recognise(byte[] png) throws IOException {
        if (png.length > Recogniser.LARGEST || ++pictures > MOST_PICTURES) {
            throw new Broken("more pictures than a file may have");
        }
        Recogniser.Recognised recognised = pictureTime.of(() -> recogniser.recognise(png));
        send(Kind.PICTURE, recognised);
    }

    private void give(Frames.Piece piece) throws IOException {
        if (piece.length() < 0 || piece.length() > Source.PIECE || piece.at() < 0) {
            throw new Broken("a piece that cannot be");
        }
        byte[] bytes = file(piece.file()).read(piece.at(), piece.length());
        try {
            Frames.write(out, Kind.BYTES, bytes, bytes.length);
            out.flush();
        } catch (IOException e) {
            throw new Broken(e);
        }
    }

    private void find(Frames.Beside beside) throws IOException {
        Optional<Origin> found = file(beside.file()).beside(Objects.requireNonNullElse(beside.path(), ""));
        if (found.isEmpty() || files.size() > MOST_OPEN) {
            send(Kind.FOUND, new Frames.Found(-1, 0));
        } else {
            files.add(found.get());
            send(Kind.FOUND, new Frames.Found(files.size() - 1, found.get().size()));
        }
    }

    private Origin file(int number) throws Broken {
        if (number < 0 || number >= files.size()) {
            throw new Broken("a file that it was not given");
        }
        return files.get(number);
    }

    private void account(Frame frame, Request request) throws IOException {
        accountsLeft -= frame.payload().length;
        Account account = Checked.account(as(frame, Account.class), request.exhibit(), request.group())
                .orElseThrow(() -> new Broken("an account that cannot be"));
        into.account(account);
        format = format.or(() -> Optional.of(account.format()));
        accounts++;
    }

    private void project(Frame frame) throws IOException {
        accountsLeft -= frame.payload().length;
        into.project(as(frame, RefiProject.class));
    }

    private void part(String path) throws IOException {
        if (path == null || path.isBlank() || path.length() > LONGEST_PATH) {
            throw new Broken("a path that cannot be");
        }
        var bytes = new PartBytes();
        into.part(path, bytes);
        bytes.transferTo(java.io.OutputStream.nullOutputStream());
        parts++;
    }

    private Reading result(Reading told) throws Broken {
        if (told.reader() == null || told.warnings() == null || told.balance() == null) {
            throw new Broken("a result that cannot be");
        }
        return new Reading(told.reader(), told.confidence(), accounts, parts, told.warnings(), told.balance());
    }

    private final class PartBytes extends InputStream {
        private byte[] chunk = {};
        private int position;
        private boolean ended;

        private boolean fill() throws IOException {
            while (!ended && position == chunk.length) {
                Frame frame = next();
                switch (frame.kind()) {
                    case BYTES -> {
                        chunk = frame.payload();
                        position = 0;
                        partsLeft -= chunk.length;
                        if (partsLeft < 0) {
                            throw new Broken("more comes out of it than can be in it");
                        }
                    }
                    case END -> ended = true;
                    // it fetches more of the container while it gives the part out
                    case ASK -> give(as(frame, Frames.Piece.class));
                    case BESIDE -> find(as(frame, Frames.Beside.class));
                    default -> throw new Broken("out of turn");
                }
            }
            return !ended;
        }

        @Override
        public int read() throws IOException {
            return fill() ? chunk[position++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, chunk.length - position);
            System.arraycopy(chunk, position, target, offset, count);
            position += count;
            return count;
        }
    }

    private void send(Kind kind, Object value) throws Broken {
        try {
            Frames.write(out, kind, value);
            out.flush();
        } catch (IOException e) {
            throw new Broken(e);
        }
    }

    private Frame next() throws Broken {
        try {
            return Frames.read(in, Math.min(LARGEST_ACCOUNT, Math.max(accountsLeft, Frames.CHUNK)));
        } catch (IOException e) {
            throw new Broken(e);
        }
    }

    private static <T> T as(Frame frame, Class<T> type) throws Broken {
        try {
            return frame.as(type);
        } catch (IOException e) {
            throw new Broken(e);
        }
    }
}
