package org.afterword.model;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** An account as JSON ({@link JsonForms}). */
final class AccountWriter {
    private static final int LONGEST_YEAR = 9999;

    private AccountWriter() {}

    static void write(Account account, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("id", account.id().toString());
        to.writeStringField("exhibit", account.exhibit().toString());
        text("group", account.group().map(Id::toString), to);
        to.writeStringField("format", account.format());
        to.writeStringField("title", account.title());
        text("author", account.author(), to);
        text("poster", account.poster(), to);
        text("channel", account.channel(), to);
        when(account.date(), to);
        text("language", account.language(), to);
        text("sourceUrl", account.sourceUrl(), to);
        text("repostOf", account.repostOf(), to);
        to.writeStringField("text", account.text());
        list("speakers", account.speakers(), AccountWriter::speaker, to);
        list("turns", account.turns(), AccountWriter::turn, to);
        if (account.threaded().isPresent()) {
            threaded(account.threaded().get(), to);
        }
        list("anchors", account.anchors(), AccountWriter::anchor, to);
        list("redactions", account.redactions(), JsonForms::write, to);
        list("cited", account.cited(), AccountWriter::cited, to);
        list("metadata", account.metadata(), AccountWriter::metadatum, to);
        to.writeEndObject();
    }

    private interface Writing<T> {
        void write(T value, JsonGenerator to) throws IOException;
    }

    private static <T> void list(String name, List<T> values, Writing<T> writing, JsonGenerator to) throws IOException {
        to.writeArrayFieldStart(name);
        for (T value : values) {
            writing.write(value, to);
        }
        to.writeEndArray();
    }

    private static void text(String name, Optional<String> value, JsonGenerator to) throws IOException {
        if (value.isPresent()) {
            to.writeStringField(name, value.get());
        }
    }

    private static void speaker(Speaker speaker, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("id", speaker.id().toString());
        to.writeStringField("name", speaker.name());
        to.writeStringField("kind", speaker.kind().name());
        to.writeStringField("role", speaker.role().name());
        to.writeEndObject();
    }

    private static void turn(Turn turn, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeNumberField("index", turn.index());
        to.writeFieldName("span");
        JsonForms.write(turn.span(), to);
        to.writeNumberField("speaker", turn.speaker());
        to.writeStringField("voice", turn.voice().name());
        to.writeBooleanField("prompted", turn.prompted());
        when(turn.date(), to);
        if (turn.answers().isPresent()) {
            to.writeNumberField("answers", turn.answers().get());
        }
        to.writeEndObject();
    }

    private static void threaded(Threaded threaded, JsonGenerator to) throws IOException {
        to.writeObjectFieldStart("threaded");
        text("id", threaded.id(), to);
        text("thread", threaded.thread(), to);
        text("parent", threaded.parent(), to);
        to.writeEndObject();
    }

    private static void anchor(Anchor anchor, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeNumberField("at", anchor.at());
        to.writeStringField("selector", anchor.selector());
        to.writeEndObject();
    }

    private static void cited(Cited cited, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeFieldName("span");
        JsonForms.write(cited.span(), to);
        to.writeStringField("kind", cited.kind().name());
        text("target", cited.target(), to);
        to.writeEndObject();
    }

    private static void metadatum(Metadatum metadatum, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("name", metadatum.name());
        to.writeStringField("value", metadatum.value());
        to.writeEndObject();
    }

    private static void when(Optional<When> date, JsonGenerator to) throws IOException {
        if (date.isPresent()) {
            When when = date.get();
            to.writeObjectFieldStart("date");
            to.writeStringField("written", when.written());
            moment("earliest", when.earliest(), to);
            moment("latest", when.latest(), to);
            text("zone", when.zone(), to);
            to.writeEndObject();
        }
    }

    private static void moment(String name, Optional<LocalDateTime> moment, JsonGenerator to) throws IOException {
        if (moment.isPresent()) {
            to.writeStringField(name, iso(moment.get()));
        }
    }

    /** As ISO 8601, with seconds always. */
    static String iso(LocalDateTime moment) {
        if (moment.getNano() != 0 || moment.getYear() < 0 || moment.getYear() > LONGEST_YEAR) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
        }
        var iso = new StringBuilder(19);
        two(moment.getYear() / 100, iso);
        two(moment.getYear() % 100, iso);
        two(moment.getMonthValue(), iso.append('-'));
        two(moment.getDayOfMonth(), iso.append('-'));
        two(moment.getHour(), iso.append('T'));
        two(moment.getMinute(), iso.append(':'));
        two(moment.getSecond(), iso.append(':'));
        return iso.toString();
    }

    private static void two(int number, StringBuilder to) {
        to.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
