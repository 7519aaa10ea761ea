package org.afterword.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.afterword.casefile.Age;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.Cost;
import org.afterword.casefile.DropBox;
import org.afterword.casefile.Frames;

/**
 * What a server's folder says in the clear; nothing in it is secret.
 *
 * @param format {@code afterword/intake/1}
 * @param recipient for whom everything is sealed, {@code age1…}
 * @param salt of this deployment, 16 bytes in hex
 * @param cost of trying one receipt
 * @param cells how many of 64 KiB there are
 * @param keys how many letters it can hold
 * @param operator who reads what comes in, in their own words
 * @param channel where else the address and the key are told, so that they can be compared
 * @param questions that guide who wants to be guided
 * @param puzzle that somebody new has to answer first
 */
public record Settings(
        @JsonProperty("format") String format,
        @JsonProperty("recipient") String recipient,
        @JsonProperty("salt") String salt,
        @JsonProperty("cost") Cost cost,
        @JsonProperty("cells") int cells,
        @JsonProperty("keys") int keys,
        @JsonProperty("limits") Limits limits,
        @JsonProperty("terms") Terms terms,
        @JsonProperty("operator") String operator,
        @JsonProperty("channel") String channel,
        @JsonProperty("questions") List<String> questions,
        @JsonProperty("puzzle") Optional<Puzzle> puzzle) {
    static final String FORMAT = "afterword/intake/1";
    private static final String FILE = "intake.json";

    public Settings {
        if (!FORMAT.equals(format)) {
            throw new IllegalArgumentException("this folder is of another version of Afterword's inbox");
        }
        if (!Age.isRecipient(recipient)) {
            throw new IllegalArgumentException(
                    "'" + recipient + "' is no age recipient: one begins with 'age1' and has 62 characters");
        }
        if (cells < 8 || cells > 1 << 24 || keys < 8 || keys > 1 << 20) {
            throw new IllegalArgumentException("an inbox has 1 MiB to 1 TiB");
        }
        questions = List.copyOf(questions);
        if (questions.size() > Limits.MOST_QUESTIONS) {
            throw new IllegalArgumentException("an inbox asks at most " + Limits.MOST_QUESTIONS + " questions");
        }
    }

    /**
     * How much somebody may hand in.
     *
     * @param text in characters, of the text and of each answer
     * @param file in bytes, of each file
     * @param files in one letter
     * @param letters of one mailbox that wait here
     * @param perMinute letters of all sources together
     */
    public record Limits(
            @JsonProperty("text") int text,
            @JsonProperty("file") long file,
            @JsonProperty("files") int files,
            @JsonProperty("letters") int letters,
            @JsonProperty("perMinute") int perMinute) {
        static final int MOST_QUESTIONS = 20;

        public static final Limits USUAL = new Limits(200_000, 64L << 20, 10, 100, 60);

        /** The same with so many letters in a minute. */
        public Limits withPerMinute(int other) {
            return new Limits(text, file, files, letters, other);
        }

        /** In bytes, of a whole form. */
        long form() {
            return 4L * text * 2 + (long) files * (file + 1024) + (1 << 16);
        }
    }

    /**
     * How long things lie here, in days.
     *
     * @param uncollected what nobody has collected
     * @param collected what was collected
     * @param answers what was written to sources
     * @param mailbox one to which nobody came back
     */
    public record Terms(
            @JsonProperty("uncollected") int uncollected,
            @JsonProperty("collected") int collected,
            @JsonProperty("answers") int answers,
            @JsonProperty("mailbox") int mailbox) {
        public static final Terms USUAL = new Terms(60, 0, 180, 365);

        public Terms {
            if (uncollected < 1 || collected < 0 || answers < 1 || mailbox < 1) {
                throw new IllegalArgumentException("a term has at least one day");
            }
        }
    }

    /**
     * @param bytes how large the folder is to be, from the first day on
     */
    public static Settings of(
            String recipient, long bytes, Terms terms, String operator, String channel, List<String> questions) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        int cells = (int) Math.min(bytes / Slots.CELL, Integer.MAX_VALUE);
        return new Settings(
                FORMAT,
                recipient,
                HexFormat.of().formatHex(salt),
                Cost.DEFAULT,
                cells,
                Math.clamp(cells, 8, 1 << 20),
                Limits.USUAL,
                terms,
                operator,
                channel,
                questions,
                Optional.empty());
    }

    /** The same, where somebody may hand in more or less. */
    public Settings withLimits(Limits other) {
        return new Settings(
                format, recipient, salt, cost, cells, keys, other, terms, operator, channel, questions, puzzle);
    }

    /** The same, with a question that somebody new has to answer first. */
    public Settings withPuzzle(Puzzle other) {
        return new Settings(
                format,
                recipient,
                salt,
                cost,
                cells,
                keys,
                limits,
                terms,
                operator,
                channel,
                questions,
                Optional.of(other));
    }

    /** The same, where a receipt costs more or less to try. */
    public Settings withCost(Cost other) {
        return new Settings(
                format, recipient, salt, other, cells, keys, limits, terms, operator, channel, questions, puzzle);
    }

    /** The same for another case's key, or this one's after it changed. */
    Settings withRecipient(String other) {
        return new Settings(
                format, other, salt, cost, cells, keys, limits, terms, operator, channel, questions, puzzle);
    }

    /** Whether what is sealed here opens with that key, or one that was in its place before. */
    public boolean isFor(DropBox box) throws IOException {
        var sealed = new ByteArrayOutputStream();
        try (OutputStream out = Age.encrypt(sealed, recipient)) {
            out.write(1);
        }
        try (InputStream plain = box.open(new ByteArrayInputStream(sealed.toByteArray()))) {
            return plain.read() == 1;
        } catch (CaseException.NotForUs e) {
            return false;
        }
    }

    static Settings read(Path folder) throws IOException {
        return Frames.json().readValue(Files.readAllBytes(folder.resolve(FILE)), Settings.class);
    }

    /** In place of those of before, whole or not at all. */
    void write(Path folder) throws IOException {
        Path unfinished = folder.resolve(FILE + ".new");
        Files.write(unfinished, Frames.json().writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
        Files.move(
                unfinished, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    byte[] saltBytes() {
        return HexFormat.of().parseHex(salt);
    }
}
