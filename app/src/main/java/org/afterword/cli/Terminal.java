package org.afterword.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedWriter;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.afterword.Progress;
import org.afterword.casefile.Frames;

/** Where a command writes: words for people, or JSON lines for programs. */
final class Terminal implements Progress {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final boolean live;
    private boolean dirty;

    Terminal(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.live = !json && console().isPresent();
    }

    /** The terminal at which a person sits, if one does. */
    @SuppressWarnings("SystemConsoleNull") // JDK 25 gives null again where there is no terminal
    static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }

    static Writer stdout() {
        return writer(FileDescriptor.out);
    }

    static Writer stderr() {
        return writer(FileDescriptor.err);
    }

    private static Writer writer(FileDescriptor to) {
        return new BufferedWriter(new OutputStreamWriter(new FileOutputStream(to), StandardCharsets.UTF_8));
    }

    boolean json() {
        return json;
    }

    /** A line for people; programs do not get it. */
    void say(String line) {
        if (!json) {
            clear();
            out.println(line);
        }
    }

    /** A value for programs; people do not get it. Maps keep the order of their fields. */
    void data(Map<String, ?> value) {
        if (json) {
            out.println(line(value));
        }
    }

    /** What was said so far is to be seen now, whatever comes. */
    void flush() {
        out.flush();
    }

    /** A remark that is no result. */
    void remark(String line) {
        clear();
        err.println(line);
    }

    static String line(Object value) {
        try {
            return Frames.json().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass() + " has no JSON form", e);
        }
    }

    @Override
    public void step(String what, long done, long total) {
        if (live) {
            err.print("\r\033[K" + what + " " + done + (total > 0 ? " of " + total : ""));
            err.flush();
            dirty = true;
        }
    }

    private void clear() {
        if (dirty) {
            err.print("\r\033[K");
            err.flush();
            dirty = false;
        }
    }
}
