package org.afterword.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The JSON that is written by hand is the one that Jackson makes of the records. */
class JsonFormsTest {
    private static final JsonMapper BY_HAND =
            builder().addModule(JsonForms.module()).build();
    private static final JsonMapper PLAIN = builder().build();

    private static JsonMapper.Builder builder() {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT));
    }

    @Test
    void sameAsOfTheRecords() throws IOException {
        for (int seed = 0; seed < 2_000; seed++) {
            var any = new Any(new Random(seed));
            same(any.account(), Account.class);
            same(any.mention(), Mention.class);
            same(new Identity(any.id(), any.one(IdentityKind.values()), any.text(), any.text()), Identity.class);
        }
    }

    private static <T> void same(T value, Class<T> type) throws IOException {
        String plain = PLAIN.writeValueAsString(value);
        assertEquals(plain, BY_HAND.writeValueAsString(value));
        assertEquals(value, BY_HAND.readValue(plain, type));
    }

    @Test
    void datesThatAreWrittenOtherwise() throws IOException {
        for (String date : List.of(
                "\"2019-03-04T05:06\"",
                "\"2019-03-04T05:06:07.25\"",
                "\"+12019-03-04T05:06:07\"",
                "\"-0001-03-04T05:06:07\"",
                "[2019,3,4,5,6]")) {
            String json = "{\"date\":{\"written\":\"then\",\"earliest\":" + date + "}}";
            assertEquals(
                    PLAIN.readValue(json.replace("}}", "},\"text\":\"a\"}"), Dated.class)
                            .date(),
                    BY_HAND.readValue(json, Account.class).date());
        }
    }

    private record Dated(Optional<When> date) {}

    @Test
    void nullsAndFieldsOfOthersArePassedOver() throws IOException {
        var account = new Any(new Random(1)).account();
        String json = PLAIN.writeValueAsString(account)
                .replaceFirst("\\{", "{\"\":[1,{\"id\":2}],\"later\":{\"text\":[[]]},\"poster\":null,\"turns\":null,");
        assertEquals(account, BY_HAND.readValue(json, Account.class));
    }

    @Test
    void whatCannotBeIsRefused() throws IOException {
        String json = PLAIN.writeValueAsString(new Any(new Random(3)).account());
        for (int end = 0; end < json.length(); end++) {
            String cut = json.substring(0, end);
            assertThrows(IOException.class, () -> BY_HAND.readValue(cut, Account.class));
        }
        for (String wrong : List.of(
                "{\"id\":\"x\"}",
                "{\"text\":7}",
                "{\"text\":{}}",
                "{\"speakers\":{}}",
                "{\"speakers\":[null]}",
                "{\"speakers\":[{\"kind\":\"NOBODY\"}]}",
                "{\"redactions\":[{\"start\":3,\"end\":1}]}",
                "{\"redactions\":[{\"start\":\"a\"}]}",
                "{\"date\":{\"earliest\":\"2019-13-04T05:06:07\"}}",
                "{\"date\":{\"earliest\":\"2019-0a-04T05:06:07\"}}",
                "[]",
                "3")) {
            assertThrows(IOException.class, () -> BY_HAND.readValue(wrong, Account.class), wrong);
        }
    }

    /** Values with everything in them that the types allow. */
    private record Any(Random random) {
        Id id() {
            return new Id(random.nextLong(), random.nextLong());
        }

        String text() {
            return random.ints(random.nextInt(12), 0, 8)
                    .mapToObj(i -> switch (i) {
                        case 0 -> "\uD83D\uDE00";
                        case 1 -> "\"\\/";
                        case 2 -> "\n\t\u0000\u2028";
                        case 3 -> "é\u05d0";
                        default -> "plain ";
                    })
                    .reduce("", String::concat);
        }

        <T> T one(T[] values) {
            return values[random.nextInt(values.length)];
        }

        <T> Optional<T> perhaps(Supplier<T> value) {
            return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
        }

        <T> List<T> some(Supplier<T> value) {
            return Stream.generate(value).limit(random.nextInt(4)).toList();
        }

        Span span() {
            int start = random.nextInt(1_000_000);
            return new Span(start, start + random.nextInt(100));
        }

        When when() {
            return new When(text(), perhaps(this::moment), perhaps(this::moment), perhaps(this::text));
        }

        LocalDateTime moment() {
            int year = one(new Integer[] {0, 7, 987, 2019, 9_999, 10_000, -1, 292_278_994});
            var moment = LocalDateTime.of(
                    year,
                    1 + random.nextInt(12),
                    1 + random.nextInt(28),
                    random.nextInt(24),
                    random.nextInt(60),
                    random.nextInt(2));
            return moment.withNano(one(new Integer[] {0, 0, 250_000_000, 1}));
        }

        Mention mention() {
            double score = one(new Double[] {0.0, .95, 1.0, 1e-9, random.nextDouble()});
            return new Mention(id(), id(), span(), text(), text(), score);
        }

        Account account() {
            return new Account(
                    id(),
                    id(),
                    perhaps(this::id),
                    text(),
                    text(),
                    perhaps(this::text),
                    perhaps(this::text),
                    perhaps(this::text),
                    perhaps(this::when),
                    perhaps(this::text),
                    perhaps(this::text),
                    perhaps(this::text),
                    text(),
                    some(() -> new Speaker(id(), text(), one(Speaker.Kind.values()), one(Speaker.Role.values()))),
                    some(() -> new Turn(
                            random.nextInt(9),
                            span(),
                            random.nextInt(9),
                            one(Turn.Voice.values()),
                            random.nextBoolean(),
                            perhaps(this::when),
                            perhaps(() -> random.nextInt(9)))),
                    perhaps(() -> new Threaded(perhaps(this::text), perhaps(this::text), perhaps(this::text))),
                    some(() -> new Anchor(random.nextInt(9), text())),
                    some(this::span),
                    some(() -> new Cited(span(), one(Cited.Kind.values()), perhaps(this::text))),
                    some(() -> new Metadatum(text(), text())));
        }
    }
}
