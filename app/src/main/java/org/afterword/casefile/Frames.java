package org.afterword.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Values as zstd frames of JSON, the form of all results in a case. Several values are frames one after the other, so
 * that each can be unpacked alone.
 */
public final class Frames {
    private static final int LEVEL = 3;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .withConfigOverride(
                    List.class, list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    static {
        JSON.getFactory().setCharacterEscapes(new Surrogates());
    }

    private Frames() {}

    /** The one mapper of the format. */
    static ObjectMapper json() {
        return JSON;
    }

    /** One frame. */
    public static byte[] write(Object value) {
        try {
            return Zstd.compress(JSON.writeValueAsBytes(value), LEVEL);
        } catch (IOException e) {
            throw new UncheckedIOException("a value of the model must have a JSON form", e);
        }
    }

    /** One frame after another. */
    public static void writeAll(Iterable<?> values, OutputStream out) throws IOException {
        for (Object value : values) {
            out.write(write(value));
        }
    }

    /**
     * @throws IOException if the bytes are no frame of this type
     */
    public static <T> T read(byte[] frame, Class<T> type) throws IOException {
        return read(new ByteArrayInputStream(frame), type);
    }

    /**
     * @throws IOException if the stream has no frame of this type, or cannot be read
     */
    public static <T> T read(InputStream frame, Class<T> type) throws IOException {
        try (var json = new ZstdInputStream(frame)) {
            return JSON.readValue(json, type);
        }
    }

    /**
     * Reads on as the stream is used, and closes {@code frames} when it is closed. What cannot be read is thrown as
     * {@link UncheckedIOException}.
     */
    public static <T> Stream<T> readAll(InputStream frames, Class<T> type) throws IOException {
        Iterator<T> values = JSON.readerFor(type).readValues(new ZstdInputStream(frames));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(values, 0), false)
                .onClose(() -> close(frames));
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Accounts may have half a surrogate pair, which UTF-8 cannot hold; escaped, it comes back as it was. */
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
