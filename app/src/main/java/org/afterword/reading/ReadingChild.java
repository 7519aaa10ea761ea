package org.afterword.reading;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Id;
import org.afterword.model.Warning;
import org.afterword.reading.Frames.Frame;
import org.afterword.reading.Frames.Kind;
import org.afterword.reading.Frames.Ready;
import org.afterword.reading.Frames.Request;

/**
 * The program that reads files of strangers: it has no key, and locks itself in before it sees a byte. {@link
 * ChildReader} starts it and talks to it by {@link Frames}.
 */
public final class ReadingChild {
    /** Its exit code when a file takes too long. */
    static final int TOO_LONG = 62;

    /** Its exit code when what it is told makes no sense. */
    static final int CONFUSED = 63;

    private static final long LONGEST_REQUEST = 1 << 20;
    private static final long LARGEST_TABLE = 128L << 20;

    private ReadingChild() {}

    public static void main(String[] arguments) {
        serve(Readers::read);
    }

    /** Serves until its input ends. */
    static void serve(Reads reads) {
        var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), Frames.CHUNK));
        var out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), Frames.CHUNK));
        // what a library prints would break the frames
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        AtomicLong deadline = watchdog();
        PackedBytes.prepare();
        try {
            Frames.write(out, Kind.READY, new Ready(Lock.close()));
            out.flush();
            while (true) {
                answer(in, out, reads, deadline);
            }
        } catch (EOFException e) {
            Runtime.getRuntime().halt(0);
        } catch (IOException e) {
            Runtime.getRuntime().halt(CONFUSED);
        }
    }

    /** What reads a file: {@link Readers#read(Source, Findings)}. */
    interface Reads {
        Reading read(Source source, Findings into) throws IOException;
    }

    private static void answer(DataInputStream in, DataOutputStream out, Reads reads, AtomicLong deadline)
            throws IOException {
        Frame frame = Frames.read(in, LONGEST_REQUEST);
        Recogniser parent = png -> recognise(in, out, png, deadline);
        switch (frame.kind()) {
            case FILE -> {
                Request request = frame.as(Request.class);
                begin(request.millis(), deadline);
                var origin = new Asked(in, out, 0, request.size(), parent);
                Reading reading = reads.read(
                        new Source(request.name(), request.exhibit(), request.group(), origin), new Telling(out));
                Frames.write(out, Kind.RESULT, reading);
            }
            case LOOK -> {
                Frames.Look asked = frame.as(Frames.Look.class);
                begin(asked.millis(), deadline);
                picture(in, out, asked, 0, upright -> Frames.write(out, Kind.WORDS, upright.words(parent)));
            }
            case COVER -> {
                Frames.Cover asked = frame.as(Frames.Cover.class);
                begin(asked.look().millis(), deadline);
                picture(in, out, asked.look(), asked.page(), upright -> {
                    byte[] pixels =
                            upright.covered(asked.boxes(), asked.longest()).bytes();
                    Frames.write(out, Kind.PIXELS, pixels, pixels.length);
                });
            }
            case CLEAN -> {
                Frames.Look asked = frame.as(Frames.Look.class);
                begin(asked.millis(), deadline);
                clean(new Asked(in, out, 0, asked.size(), Recogniser.NONE), out);
            }
            default -> throw new IOException("a file was to come");
        }
        out.flush();
        deadline.set(Long.MAX_VALUE);
    }

    private static void clean(Origin origin, DataOutputStream out) throws IOException {
        var copy = new ByteArrayOutputStream();
        Cleaned cleaned = Cleaned.of(new Source("", Id.random(), Optional.empty(), origin), copy);
        byte[] bytes = cleaned.not().isEmpty() ? copy.toByteArray() : new byte[0];
        for (int at = 0; at < bytes.length; at += Frames.CHUNK) {
            byte[] some = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + Frames.CHUNK));
            Frames.write(out, Kind.BYTES, some, some.length);
        }
        Frames.write(out, Kind.CLEANED, cleaned);
    }

    private static void begin(long millis, AtomicLong deadline) {
        deadline.set(System.nanoTime() + millis * 1_000_000L);
    }

    private interface Work {
        void on(Upright picture) throws IOException;
    }

    private static void picture(DataInputStream in, DataOutputStream out, Frames.Look asked, int page, Work work)
            throws IOException {
        var origin = new Asked(in, out, 0, asked.size(), Recogniser.NONE);
        try {
            var source = new Source("", Id.random(), Optional.empty(), origin);
            work.on(page == 0 ? Upright.of(source) : Upright.page(source, page));
        } catch (Picture.Unshown e) {
            Frames.write(out, Kind.UNSHOWN, new Frames.Why(String.valueOf(e.getMessage())));
        }
    }

    /** The parent recognises; the time for that is not the reader's. */
    private static Recogniser.Recognised recognise(
            DataInputStream in, DataOutputStream out, byte[] png, AtomicLong deadline) throws IOException {
        if (png.length > Recogniser.LARGEST) {
            return Recogniser.Recognised.not("a picture is too large to be read");
        }
        var time = new PictureTime();
        long before = deadline.getAndSet(Long.MAX_VALUE);
        Recogniser.Recognised recognised = time.of(() -> {
            Frames.write(out, Kind.PICTURE, png, png.length);
            out.flush();
            return Frames.read(in, LARGEST_TABLE).as(Recogniser.Recognised.class);
        });
        deadline.set(before + time.nanos());
        return recognised;
    }

    /** The parent has the bytes. */
    private record Asked(DataInputStream in, DataOutputStream out, int file, long size, Recogniser recogniser)
            implements Origin {
        @Override
        public byte[] read(long at, int length) throws IOException {
            Frames.write(out, Kind.ASK, new Frames.Piece(file, at, length));
            out.flush();
            return Frames.read(in, Source.PIECE).payload();
        }

        @Override
        public Optional<Origin> beside(String path) throws IOException {
            Frames.write(out, Kind.BESIDE, new Frames.Beside(file, path));
            out.flush();
            Frames.Found found = Frames.read(in, Frames.CHUNK).as(Frames.Found.class);
            return found.file() < 0
                    ? Optional.empty()
                    : Optional.of(new Asked(in, out, found.file(), found.size(), recogniser));
        }
    }

    /** The parent takes what is found. */
    private record Telling(DataOutputStream out) implements Findings {
        @Override
        public void account(Account account) throws IOException {
            Frames.write(out, Kind.ACCOUNT, account);
        }

        @Override
        public void project(RefiProject project) throws IOException {
            Frames.write(out, Kind.PROJECT, project);
        }

        @Override
        public void part(String path, InputStream bytes) throws IOException {
            Frames.write(out, Kind.PART, new Frames.Path(path));
            byte[] chunk = new byte[Frames.CHUNK];
            for (int length = bytes.read(chunk); length >= 0; length = bytes.read(chunk)) {
                Frames.write(out, Kind.BYTES, chunk, length);
            }
            Frames.write(out, Kind.END, chunk, 0);
        }

        /** It is in the result. */
        @Override
        public void warning(Warning warning) {}

        /** It is in the result. */
        @Override
        public void balance(Balance balance) {}
    }

    /** Ends the process at the deadline, also when nobody is there any more to end it. */
    private static AtomicLong watchdog() {
        var deadline = new AtomicLong(Long.MAX_VALUE);
        Thread.ofPlatform().daemon().name("deadline").start(() -> {
            while (deadline.get() == Long.MAX_VALUE || System.nanoTime() - deadline.get() < 0) {
                try {
                    Thread.sleep(200);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    break;
                }
            }
            Runtime.getRuntime().halt(TOO_LONG);
        });
        return deadline;
    }
}
