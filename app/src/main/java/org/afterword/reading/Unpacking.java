package org.afterword.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.afterword.model.Balance;
import org.afterword.model.Warning;

/** The members of one container on their way out: named, counted, and bounded. */
final class Unpacking {
    /** Containers in containers are opened up to here. */
    static final int DEEPEST = 3;

    /** The most files that one container gives. */
    static final int MOST_FILES = 200_000;

    /** What {@link Talk} lets through for a file of this size, and a little less. */
    private static final long LEAST = 60L << 20;

    private static final int RATIO = 190;
    private static final long MOST_BYTES = 1L << 40;

    private final Findings into;
    private final int mostFiles;
    private final PartNames names = new PartNames();
    private final Map<String, Long> skipped = new TreeMap<>();
    private long bytesLeft;
    private long expected;
    private long read;

    Unpacking(Source source, Findings into, int mostFiles) {
        this.mostFiles = mostFiles;
        this.into = into;
        this.bytesLeft = Math.min(MOST_BYTES, LEAST + RATIO * source.size());
    }

    /** In how many containers the source lies. */
    static int depth(Source source) {
        return source.name().split("!/", -1).length - 1;
    }

    /** Whether any more members are wanted; each that is not taken out is to be counted all the same. */
    boolean full() {
        return bytesLeft <= 0 || read >= mostFiles;
    }

    /** Left out on purpose, and no loss. */
    void skip(String reason) {
        expected++;
        skipped.merge(reason, 1L, Long::sum);
    }

    /** Left out, and perhaps missed. */
    void lose(String name, String reason, String sentence) throws IOException {
        skip(reason);
        warn(name, sentence);
    }

    void warn(String name, String sentence) throws IOException {
        into.warning(new Warning(name.isEmpty() ? "" : PartNames.harmless(name), sentence));
    }

    /** Whether it is nothing but what an operating system left there; then it is counted. */
    boolean litter(String name) {
        String plain = name.replace('\\', '/');
        if (plain.startsWith("__MACOSX/") || plain.contains("/__MACOSX/") || plain.matches("(?s)(?:.*/)?\\.DS_Store")) {
            skip("files of the operating system (__MACOSX, .DS_Store)");
            return true;
        }
        return false;
    }

    void member(String name, InputStream bytes) throws IOException {
        member(name, bytes, OptionalLong.empty(), OptionalLong.empty());
    }

    /**
     * @param size that it should have, in bytes
     * @param crc its CRC-32
     */
    void member(String name, InputStream bytes, OptionalLong size, OptionalLong crc) throws IOException {
        if (full()) {
            tooMuch(name);
            return;
        }
        expected++;
        var guarded = new Guarded(bytes, bytesLeft);
        into.part(names.of(name), guarded);
        bytesLeft -= guarded.count();
        read++;
        Optional<String> problem = guarded.problem();
        if (problem.isPresent()) {
            warn(name, problem.get());
        } else if (size.isPresent() && size.getAsLong() != guarded.count()) {
            warn(name, guarded.count() + " bytes came out, where " + size.getAsLong() + " were expected");
        } else if (crc.isPresent() && crc.getAsLong() != guarded.crc()) {
            warn(name, "its bytes are not those that were packed: the checksum does not match");
        }
    }

    /** One more that is beyond the limits. */
    void tooMuch(String name) throws IOException {
        boolean many = read >= mostFiles;
        lose(
                name,
                many ? "more files than are taken out of one container" : "unpacks to more than a file of its size may",
                many
                        ? "not taken out: a container gives at most " + mostFiles
                                + " files; unpack it, and add the folder"
                        : "not taken out: the container unpacks to more than a file of its size may; if you trust it, unpack it, and add the folder");
    }

    void end() throws IOException {
        into.balance(new Balance("files", expected, read, skipped));
    }
}
