package org.afterword.model;

import static org.afterword.model.JsonForms.expect;
import static org.afterword.model.JsonForms.field;
import static org.afterword.model.JsonForms.id;
import static org.afterword.model.JsonForms.span;
import static org.afterword.model.JsonForms.text;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Mentions and identities as JSON ({@link JsonForms}). */
@SuppressWarnings("NullAway") // what the JSON leaves out is null, as Jackson does it
final class MentionJson {
    private MentionJson() {}

    static void write(Mention mention, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("identity", mention.identity().toString());
        to.writeStringField("account", mention.account().toString());
        to.writeFieldName("span");
        JsonForms.write(mention.span(), to);
        to.writeStringField("text", mention.text());
        to.writeStringField("by", mention.by());
        to.writeNumberField("score", mention.score());
        to.writeEndObject();
    }

    static Mention mention(JsonParser from) throws IOException {
        @Nullable Id identity = null;
        @Nullable Id account = null;
        @Nullable Span span = null;
        @Nullable String text = null;
        @Nullable String by = null;
        double score = 0;
        expect(from, JsonToken.START_OBJECT);
        for (String name = field(from); !name.isEmpty(); name = field(from)) {
            switch (name) {
                case "identity" -> identity = id(from);
                case "account" -> account = id(from);
                case "span" -> span = span(from);
                case "text" -> text = text(from);
                case "by" -> by = text(from);
                case "score" -> score = from.getDoubleValue();
                default -> from.skipChildren();
            }
        }
        return new Mention(identity, account, span, text, by, score);
    }

    static void write(Identity identity, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("id", identity.id().toString());
        to.writeStringField("kind", identity.kind().toString());
        to.writeStringField("name", identity.name());
        to.writeStringField("by", identity.by());
        to.writeEndObject();
    }

    static Identity identity(JsonParser from) throws IOException {
        @Nullable Id id = null;
        @Nullable IdentityKind kind = null;
        @Nullable String called = null;
        @Nullable String by = null;
        expect(from, JsonToken.START_OBJECT);
        for (String name = field(from); !name.isEmpty(); name = field(from)) {
            switch (name) {
                case "id" -> id = id(from);
                case "kind" -> kind = IdentityKind.valueOf(text(from).toUpperCase(Locale.ROOT));
                case "name" -> called = text(from);
                case "by" -> by = text(from);
                default -> from.skipChildren();
            }
        }
        return new Identity(id, kind, called, by);
    }
}
