package org.afterword.reading;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Box;
import org.afterword.model.Id;
import org.afterword.model.JsonForms;

/**
 * What goes to and fro between {@link ChildReader} and {@link ReadingChild}: frames of one byte (the kind), four bytes
 * (the length, big-endian) and that many bytes.
 */
final class Frames {
    static final int CHUNK = 1 << 16;

    /** What a frame is; the letter stands for it. */
    enum Kind {
        /** Child: it is ready; a {@link Ready}. */
        READY('h'),
        /** Parent: a file comes; a {@link Request}. */
        FILE('f'),
        /** Child: it wants bytes of a file; a {@link Piece}. */
        ASK('q'),
        /** Child: it wants what lies beside a file; a {@link Beside}. */
        BESIDE('n'),
        /** Parent: what lies there; a {@link Found}. */
        FOUND('w'),
        /** Parent: the bytes asked for. Child: some bytes of a part. */
        BYTES('b'),
        /** Child: an account as JSON. */
        ACCOUNT('a'),
        /** Child: what people made of texts with other software; a {@link RefiProject}. */
        PROJECT('c'),
        /** Child: a file within the file begins; its path. */
        PART('p'),
        /** Child: a picture whose text it wants, as PNG. Parent: what is in it; a {@link Recogniser.Recognised}. */
        PICTURE('i'),
        /** Parent: a picture comes whose words are wanted; a {@link Look}. */
        LOOK('l'),
        /** Child: the words; a {@link PictureWords}. */
        WORDS('s'),
        /** Parent: a picture comes that is to be covered; a {@link Cover}. */
        COVER('v'),
        /** Child: the covered picture; {@link Pixels#bytes()}. */
        PIXELS('x'),
        /** Parent: a file comes of which a clean copy is wanted; a {@link Look}. */
        CLEAN('m'),
        /** Child: that was the clean copy; a {@link Cleaned}. */
        CLEANED('k'),
        /** Child: a picture cannot be shown; a {@link Why}. */
        UNSHOWN('u'),
        /** Child: that was all of the part. */
        END('e'),
        /** Child: that was all; a {@link Result}. */
        RESULT('r');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        static Kind of(int letter) throws IOException {
            for (Kind kind : values()) {
                if (kind.letter == letter) {
                    return kind;
                }
            }
            throw new IOException("not a frame of the reading protocol");
        }
    }

    static final class Frame {
        private final Kind kind;
        private final byte[] payload;

        private Frame(Kind kind, byte[] payload) {
            this.kind = kind;
            this.payload = payload;
        }

        Kind kind() {
            return kind;
        }

        byte[] payload() {
            return payload;
        }

        <T> T as(Class<T> type) throws IOException {
            return MAPPER.readValue(payload, type);
        }
    }

    /**
     * @param locked whether {@link Lock#close()} closed what it is to close
     */
    record Ready(boolean locked) {}

    /**
     * @param size in bytes
     * @param millis how long it may take
     */
    record Request(String name, Id exhibit, Optional<Id> group, long size, long millis) {}

    /**
     * @param size in bytes
     * @param millis how long it may take
     */
    record Look(long size, long millis) {}

    /**
     * @param boxes what is painted over
     * @param longest of both sides, in pixels
     * @param page of a file that has pages, from 1; 0 for a file that is one picture
     */
    record Cover(Look look, List<Box> boxes, int longest, int page) {}

    record Why(String why) {}

    /**
     * @param file 0 for the one to be read, else what {@link Found} said
     */
    record Piece(int file, long at, int length) {}

    record Beside(int file, String path) {}

    /**
     * @param file to ask for its bytes; below 0 if there is nothing
     * @param size in bytes
     */
    record Found(int file, long size) {}

    record Path(String path) {}

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(JsonForms.module())
            .build();

    private Frames() {}

    static void write(DataOutputStream out, Kind kind, byte[] bytes, int length) throws IOException {
        out.writeByte(kind.letter);
        out.writeInt(length);
        out.write(bytes, 0, length);
    }

    static void write(DataOutputStream out, Kind kind, Object value) throws IOException {
        byte[] json = MAPPER.writeValueAsBytes(value);
        write(out, kind, json, json.length);
    }

    /**
     * @param longest in bytes
     * @throws EOFException at the end of the stream
     * @throws IOException if it is not a frame, or a longer one
     */
    static Frame read(DataInputStream in, long longest) throws IOException {
        Kind kind = Kind.of(in.readUnsignedByte());
        int length = in.readInt();
        if (length < 0 || length > longest) {
            throw new IOException("a frame is too long");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("a frame breaks off");
        }
        return new Frame(kind, bytes);
    }
}
