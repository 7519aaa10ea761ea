package org.afterword.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.afterword.model.JsonForms;
import org.jspecify.annotations.Nullable;

/**
 * Values as compressed JSON, one after another: each is a length (four bytes, big-endian) and one zstd frame, so that
 * one can be read out of many.
 */
public final class Frames {
    private static final int LARGEST = 1 << 30;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(JsonForms.module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            // A list that was added to a record later is empty in what was written before.
            .withConfigOverride(List.class, list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    static {
        JSON.getFactory().setCharacterEscapes(new Surrogates());
    }

    private Frames() {}

    /** The one form of JSON in a case; the caller must not reconfigure it. */
    public static ObjectMapper json() {
        return JSON;
    }

    public static byte[] write(Object value) {
        byte[] json = bytes(value);
        byte[] frame = Zstd.compress(json, 3);
        return ByteBuffer.allocate(4 + frame.length)
                .putInt(frame.length)
                .put(frame)
                .array();
    }

    /**
     * Reads the frame at the stream's position.
     *
     * @return empty at the end of the stream
     * @throws IOException if the stream fails or does not hold a frame of that type
     */
    public static <T> Optional<T> read(InputStream in, Class<T> type) throws IOException {
        Optional<byte[]> json = next(in);
        if (json.isEmpty()) {
            return Optional.empty();
        }
        ObjectReader reader = JSON.readerFor(type);
        // Of several values, one may have been written alone.
        return Optional.of((type.isArray() ? reader.with(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY) : reader)
                .readValue(json.get()));
    }

    /**
     * Reads one of the values of the frame at the stream's position, past the others.
     *
     * @param place from 0; of one that was written alone, 0
     * @return empty if there is none at that place
     * @throws IOException if the stream fails or does not hold a frame of that type
     */
    public static <T> Optional<T> read(InputStream in, Class<T> type, int place) throws IOException {
        try (JsonParser parser = JSON.createParser(next(in).orElse(new byte[] {'[', ']'}))) {
            boolean several = parser.nextToken() == JsonToken.START_ARRAY;
            for (int at = 0; !several || parser.nextToken() != JsonToken.END_ARRAY; at++) {
                if (at == place) {
                    return Optional.of(JSON.readValue(parser, type));
                }
                if (!several) {
                    break;
                }
                parser.skipChildren();
            }
            return Optional.empty();
        }
    }

    /** The JSON of the next frame; empty at the end of the stream. */
    private static Optional<byte[]> next(InputStream in) throws IOException {
        byte[] head = in.readNBytes(4);
        if (head.length == 0) {
            return Optional.empty();
        }
        if (head.length < 4) {
            throw new EOFException("a frame's length is cut off");
        }
        int length = ByteBuffer.wrap(head).getInt();
        if (length <= 0 || length > LARGEST) {
            throw new IOException("a frame cannot be " + length + " bytes long");
        }
        byte[] frame = new byte[length];
        new DataInputStream(in).readFully(frame);
        return Optional.of(unpacked(frame));
    }

    private static byte[] unpacked(byte[] frame) throws IOException {
        long size = Zstd.getFrameContentSize(frame);
        if (size < 0 || size > LARGEST) {
            throw new IOException("a frame does not say its size, or is too large");
        }
        try {
            return Zstd.decompress(frame, (int) size);
        } catch (ZstdException e) {
            throw new IOException("a frame cannot be unpacked", e);
        }
    }

    private static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass() + " has no JSON form", e);
        }
    }

    /** Texts may have half a surrogate pair, which UTF-8 cannot hold; escaped, it comes back as it was. */
    private static final class Surrogates extends CharacterEscapes {
        @Override
        public int[] getEscapeCodesForAscii() {
            return standardAsciiEscapesForJSON();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                    ? new SerializedString("\\u" + Integer.toHexString(c))
                    : null;
        }
    }
}
