package org.afterword.model;

import static org.afterword.model.JsonForms.expect;
import static org.afterword.model.JsonForms.field;
import static org.afterword.model.JsonForms.id;
import static org.afterword.model.JsonForms.span;
import static org.afterword.model.JsonForms.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One account from JSON ({@link JsonForms}). */
@SuppressWarnings("NullAway") // what the JSON leaves out is null, as Jackson does it; who must not trust it looks
final class AccountReader {
    private static final int ISO = "2019-03-04T05:06:07".length();

    private final JsonParser from;
    private final DeserializationContext context;

    AccountReader(JsonParser from, DeserializationContext context) {
        this.from = from;
        this.context = context;
    }

    Account read() throws IOException {
        @Nullable Id id = null;
        @Nullable Id exhibit = null;
        Optional<Id> group = Optional.empty();
        @Nullable String format = null;
        @Nullable String title = null;
        Optional<String> author = Optional.empty();
        Optional<String> poster = Optional.empty();
        Optional<String> channel = Optional.empty();
        Optional<When> date = Optional.empty();
        Optional<String> language = Optional.empty();
        Optional<String> sourceUrl = Optional.empty();
        Optional<String> repostOf = Optional.empty();
        @Nullable String text = null;
        List<Speaker> speakers = List.of();
        List<Turn> turns = List.of();
        Optional<Threaded> threaded = Optional.empty();
        List<Anchor> anchors = List.of();
        List<Span> redactions = List.of();
        List<Cited> cited = List.of();
        List<Metadatum> metadata = List.of();
        expect(from, JsonToken.START_OBJECT);
        for (String name = field(from); !name.isEmpty(); name = field(from)) {
            switch (name) {
                case "id" -> id = id(from);
                case "exhibit" -> exhibit = id(from);
                case "group" -> group = Optional.of(id(from));
                case "format" -> format = text(from);
                case "title" -> title = text(from);
                case "author" -> author = Optional.of(text(from));
                case "poster" -> poster = Optional.of(text(from));
                case "channel" -> channel = Optional.of(text(from));
                case "date" -> date = Optional.of(when());
                case "language" -> language = Optional.of(text(from));
                case "sourceUrl" -> sourceUrl = Optional.of(text(from));
                case "repostOf" -> repostOf = Optional.of(text(from));
                case "text" -> text = text(from);
                case "speakers" -> speakers = list(this::speaker);
                case "turns" -> turns = list(this::turn);
                case "threaded" -> threaded = Optional.of(threaded());
                case "anchors" -> anchors = list(this::anchor);
                case "redactions" -> redactions = list(() -> span(from));
                case "cited" -> cited = list(this::cited);
                case "metadata" -> metadata = list(this::metadatum);
                default -> from.skipChildren();
            }
        }
        return new Account(
                id,
                exhibit,
                group,
                format,
                title,
                author,
                poster,
                channel,
                date,
                language,
                sourceUrl,
                repostOf,
                text,
                speakers,
                turns,
                threaded,
                anchors,
                redactions,
                cited,
                metadata);
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> List<T> list(Reading<T> reading) throws IOException {
        expect(from, JsonToken.START_ARRAY);
        if (from.nextToken() == JsonToken.END_ARRAY) {
            return List.of();
        }
        T first = reading.read();
        if (from.nextToken() == JsonToken.END_ARRAY) {
            return List.of(first);
        }
        var values = new ArrayList<T>();
        values.add(first);
        do {
            values.add(reading.read());
        } while (from.nextToken() != JsonToken.END_ARRAY);
        return values;
    }

    private Speaker speaker() throws IOException {
        @Nullable Id id = null;
        @Nullable String called = null;
        Speaker.@Nullable Kind kind = null;
        Speaker.@Nullable Role role = null;
        expect(from, JsonToken.START_OBJECT);
        for (String name = field(from); !name.isEmpty(); name = field(from)) {
            switch (name) {
                case "id" -> id = id(from);
                case "name" -> called = text(from);
                case "kind" -> kind = Speaker.Kind.valueOf(text(from));
                case "role" -> role = Speaker.Role.valueOf(text(from));
                default -> from.skipChildren();
            }
        }
        return new Speaker(id, called, kind, role);
    }

    private Turn turn() throws IOException {
        int index = 0;
        @Nullable Span span = null;
        int speaker = 0;
        Turn.@Nullable Voice voice = null;
        boolean prompted = false;
        Optional<When> date = Optional.empty();
        Optional<Integer> answers = Optional.empty();
        expect(from, JsonToken.START_OBJECT);
        for (String name = field(from); !name.isEmpty(); name = field(from)) {
            switch (name) {
                case "index" -> index = from.getIntValue();
                case "span" -> span = span(from);
                case "speaker" -> speaker = from.getIntValue();
                case "voice" -> voice = Turn.Voice.valueOf(text(from));
                case "prompted" -> prompted = from.getBooleanValue();
                case "date" -> date = Optional.of(when());
                case "answers" -> answers = Optional.of(from.getIntValue());
                default -> from.skipChildren();
            }
        }
        return new Turn(index, span, speaker, voice, prompted, date, answers);
    }

    private Threaded threaded() throws IOException {
        Optional<String> id = Optional.empty();
        Optional<String> thread = Optional.empty();
        Optional<String> parent = Optional.empty();
        expect(from, JsonToken.START_OBJECT);
        for (String name = field(from); !name.isEmpty(); name = field(from)) {
            switch (name) {
                case "id" -> id = Optional.of(text(from));
                case "thread" -> thread = Optional.of(text(from));
                case "parent" -> parent = Optional.of(text(from));
                default -> from.skipChildren();
            }
        }
        return new Threaded(id, thread, parent);
    }

    private Anchor anchor() throws IOException {
        int at = 0;
        @Nullable String selector = null;
        expect(from, JsonToken.START_OBJECT);
        for (String name = field(from); !name.isEmpty(); name = field(from)) {
            switch (name) {
                case "at" -> at = from.getIntValue();
                case "selector" -> selector = text(from);
                default -> from.skipChildren();
            }
        }
        return new Anchor(at, selector);
    }

    private Cited cited() throws IOException {
        @Nullable Span span = null;
        Cited.@Nullable Kind kind = null;
        Optional<String> target = Optional.empty();
        expect(from, JsonToken.START_OBJECT);
        for (String name = field(from); !name.isEmpty(); name = field(from)) {
            switch (name) {
                case "span" -> span = span(from);
                case "kind" -> kind = Cited.Kind.valueOf(text(from));
                case "target" -> target = Optional.of(text(from));
                default -> from.skipChildren();
            }
        }
        return new Cited(span, kind, target);
    }

    private Metadatum metadatum() throws IOException {
        @Nullable String called = null;
        @Nullable String value = null;
        expect(from, JsonToken.START_OBJECT);
        for (String name = field(from); !name.isEmpty(); name = field(from)) {
            switch (name) {
                case "name" -> called = text(from);
                case "value" -> value = text(from);
                default -> from.skipChildren();
            }
        }
        return new Metadatum(called, value);
    }

    private When when() throws IOException {
        @Nullable String written = null;
        Optional<LocalDateTime> earliest = Optional.empty();
        Optional<LocalDateTime> latest = Optional.empty();
        Optional<String> zone = Optional.empty();
        expect(from, JsonToken.START_OBJECT);
        for (String name = field(from); !name.isEmpty(); name = field(from)) {
            switch (name) {
                case "written" -> written = text(from);
                case "earliest" -> earliest = Optional.of(moment());
                case "latest" -> latest = Optional.of(moment());
                case "zone" -> zone = Optional.of(text(from));
                default -> from.skipChildren();
            }
        }
        return new When(written, earliest, latest, zone);
    }

    /** Most are whole seconds of years with four digits; what is written otherwise, Jackson reads. */
    private LocalDateTime moment() throws IOException {
        String iso = from.currentToken() == JsonToken.VALUE_STRING ? from.getText() : "";
        if (iso.length() != ISO || iso.charAt(4) != '-' || iso.charAt(10) != 'T' || iso.charAt(13) != ':') {
            return context.readValue(from, LocalDateTime.class);
        }
        int year = number(iso, 0) * 100 + number(iso, 2);
        int day = number(iso, 8);
        return iso.charAt(7) == '-' && iso.charAt(16) == ':'
                ? LocalDateTime.of(year, number(iso, 5), day, number(iso, 11), number(iso, 14), number(iso, 17))
                : context.readValue(from, LocalDateTime.class);
    }

    /** Of two digits. */
    private static int number(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
            throw new IllegalArgumentException("not a date");
        }
        return 10 * tens + ones;
    }
}
