package org.afterword.reading;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.afterword.model.Account;
import org.afterword.reading.Frames.Frame;
import org.afterword.reading.Frames.Kind;
import org.afterword.reading.Frames.Ready;
import org.afterword.reading.Frames.Request;
import org.afterword.reading.Frames.Result;

/**
 * The program that reads files of strangers: it has no key, and locks itself in before it sees a byte. {@link
 * ChildReader} starts it and talks to it by {@link Frames}.
 */
public final class ReadingChild {
    /** Its exit code when a file takes too long. */
    static final int TOO_LONG = 62;

    /** Its exit code when what it is told makes no sense. */
    static final int CONFUSED = 63;

    private ReadingChild() {}

    public static void main(String[] arguments) {
        serve(Readers::read);
    }

    /** Serves until its input ends. */
    static void serve(Function<Source, Reading> reader) {
        var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // what a library prints would break the frames
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        AtomicLong deadline = watchdog();
        try {
            Frames.write(out, Kind.READY, new Ready(Lock.close()));
            out.flush();
            while (true) {
                answer(in, out, reader, deadline);
            }
        } catch (EOFException e) {
            Runtime.getRuntime().halt(0);
        } catch (IOException e) {
            Runtime.getRuntime().halt(CONFUSED);
        }
    }

    private static void answer(
            DataInputStream in, DataOutputStream out, Function<Source, Reading> reader, AtomicLong deadline)
            throws IOException {
        Frame frame = Frames.read(in, Frames.CHUNK);
        if (frame.kind() != Kind.FILE) {
            throw new IOException("a file was to come");
        }
        Request request = frame.as(Request.class);
        deadline.set(System.nanoTime() + request.millis() * 1_000_000L);
        var bytes = ByteBuffer.allocate(request.size());
        for (frame = Frames.read(in, Frames.CHUNK); frame.kind() == Kind.BYTES; frame = Frames.read(in, Frames.CHUNK)) {
            bytes.put(frame.payload());
        }
        Reading reading = reader.apply(new Source(request.name(), request.exhibit(), request.group(), bytes.array()));
        for (Account account : reading.accounts()) {
            Frames.write(out, Kind.ACCOUNT, account);
        }
        Frames.write(out, Kind.RESULT, new Result(reading.reader(), reading.confidence(), reading.warnings()));
        out.flush();
        deadline.set(Long.MAX_VALUE);
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
