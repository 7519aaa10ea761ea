package org.afterword.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;

/**
 * The JSON of what a case has millions of: accounts, and the mentions and identities in them. The same as Jackson makes of
 * the records, where what is absent is left out and dates are ISO 8601, but written and read field by field, which is
 * quicker. What is null or missing is left null, or is an empty list; fields that are not known are passed over.
 */
public final class JsonForms {
    private JsonForms() {}

    public static Module module() {
        return new SimpleModule("org.afterword.model")
                .addSerializer(Account.class, writing(AccountWriter::write))
                .addDeserializer(Account.class, reading((p, ctxt) -> new AccountReader(p, ctxt).read()))
                .addSerializer(Mention.class, writing(MentionJson::write))
                .addDeserializer(Mention.class, reading((p, ctxt) -> MentionJson.mention(p)))
                .addSerializer(Identity.class, writing(MentionJson::write))
                .addDeserializer(Identity.class, reading((p, ctxt) -> MentionJson.identity(p)));
    }

    private interface Writing<T> {
        void write(T value, JsonGenerator to) throws IOException;
    }

    private interface Reading<T> {
        T read(JsonParser from, DeserializationContext context) throws IOException;
    }

    private static <T> JsonSerializer<T> writing(Writing<T> writing) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator to, SerializerProvider provider) throws IOException {
                writing.write(value, to);
            }
        };
    }

    private static <T> JsonDeserializer<T> reading(Reading<T> reading) {
        return new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser from, DeserializationContext context) throws IOException {
                try {
                    return reading.read(from, context);
                } catch (IllegalArgumentException | DateTimeException e) {
                    throw JsonMappingException.from(from, "a value that cannot be", e);
                }
            }
        };
    }

    /**
     * Goes on to the value of the next field; the parser is at the beginning of an object or at the end of a value.
     *
     * @return the field's name, or empty at the object's end; fields that are null, or have no name, are passed over
     */
    static String field(JsonParser from) throws IOException {
        for (String name = from.nextFieldName(); name != null; name = from.nextFieldName()) {
            if (from.nextToken() != JsonToken.VALUE_NULL && !name.isEmpty()) {
                return name;
            }
            from.skipChildren();
        }
        expect(from, JsonToken.END_OBJECT);
        return "";
    }

    static String text(JsonParser from) throws IOException {
        expect(from, JsonToken.VALUE_STRING);
        return from.getText();
    }

    static Id id(JsonParser from) throws IOException {
        return Id.parse(text(from));
    }

    static Span span(JsonParser from) throws IOException {
        expect(from, JsonToken.START_OBJECT);
        int start = 0;
        int end = 0;
        for (String name = field(from); !name.isEmpty(); name = field(from)) {
            switch (name) {
                case "start" -> start = from.getIntValue();
                case "end" -> end = from.getIntValue();
                default -> from.skipChildren();
            }
        }
        return new Span(start, end);
    }

    static void write(Span span, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeNumberField("start", span.start());
        to.writeNumberField("end", span.end());
        to.writeEndObject();
    }

    static void expect(JsonParser from, JsonToken token) throws IOException {
        if (from.currentToken() != token) {
            throw MismatchedInputException.from(from, Account.class, "something else was to stand here");
        }
    }
}
