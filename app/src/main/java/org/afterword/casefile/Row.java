package org.afterword.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.afterword.model.AccountHead;
import org.afterword.model.Balance;
import org.afterword.model.Decision;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Mention;
import org.afterword.model.SamplingPlan;
import org.afterword.model.Sha256;
import org.afterword.model.Span;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;
import org.afterword.model.Warning;
import org.afterword.model.When;

/** A row of the tables as a value. */
final class Row {
    /** Of a time that Java writes, without fractions and the sign of its zone. */
    private static final int SECONDS = 19;

    private static final int NANO_DIGITS = 9;
    private static final long DAY = 86_400;

    private Row() {}

    /** The columns that {@link #head} reads, in its order. */
    static final String HEADS = "select id, exhibit, party, title, opening, maker, written from told order by seq";

    static AccountHead head(ResultSet row) throws SQLException {
        return new AccountHead(
                Id.of(row.getBytes(1)),
                Id.of(row.getBytes(2)),
                Optional.ofNullable(row.getBytes(3)).map(Id::of),
                row.getString(4),
                row.getString(5),
                Optional.ofNullable(row.getString(6)),
                Optional.ofNullable(row.getString(7)).map(Row::when));
    }

    static Suggestion suggestion(ResultSet row) throws SQLException {
        return suggestion(row.getString("body"));
    }

    /** The columns that {@link #exhibit} reads, in its order. */
    static final String EXHIBIT = "select id, name, sha256, size, added, entry, party from exhibit ";

    static Exhibit exhibit(ResultSet row) throws SQLException {
        return new Exhibit(
                Id.of(row.getBytes(1)),
                row.getString(2),
                Sha256.ofDigest(row.getBytes(3)),
                row.getLong(4),
                instant(row.getString(5)),
                row.getLong(6),
                Optional.ofNullable(row.getBytes(7)).map(Id::of));
    }

    static Identity identity(ResultSet row) throws SQLException {
        return new Identity(
                id(row, "id"),
                IdentityKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("finder"));
    }

    /** The columns that {@link #mention} reads, in its order. */
    static final String MENTION = "select identity, id, start, end, text, finder, score"
            + " from mention join known on known.seq = mention.account ";

    /** In the order in which they came. */
    static final String MENTIONS = MENTION + "order by mention.seq";

    /** Those whose identity is of one of the kinds, given as a JSON array. */
    static final String MENTIONS_OF_KINDS = MENTION
            + "where identity in (select id from identity where kind in (select value from json_each(?)))"
            + " order by mention.seq";

    static final String NOT_LOOKED_THROUGH = "select id from told"
            + " where not exists (select 1 from pass where account = number and maker = ?) order by seq";

    static Mention mention(ResultSet row) throws SQLException {
        return new Mention(
                Id.of(row.getBytes(1)),
                Id.of(row.getBytes(2)),
                new Span(row.getInt(3), row.getInt(4)),
                row.getString(5),
                row.getString(6),
                row.getDouble(7));
    }

    /** The columns that {@link #decision} reads, in its order, and others. */
    static final String DECISION =
            "select id, target, verdict, reason, maker, at, together, under, adjudicates, alone, came, undone from ";

    static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                Id.of(row.getBytes(1)),
                Id.of(row.getBytes(2)),
                Verdict.parse(row.getString(3)),
                row.getString(4),
                row.getString(5),
                instant(row.getString(6)),
                Optional.ofNullable(row.getBytes(7)).map(Id::of),
                Optional.ofNullable(row.getString(8)),
                row.getBoolean(9));
    }

    /** {@link Instant#parse} of what {@link Instant#toString} gives; of very many, that takes longer than all else. */
    static Instant instant(String text) {
        int length = text.length();
        boolean usual = length > SECONDS
                && length <= SECONDS + NANO_DIGITS + 2
                && text.charAt(10) == 'T'
                && (length == SECONDS + 1 || text.charAt(SECONDS) == '.')
                && text.charAt(length - 1) == 'Z';
        if (!usual) {
            return Instant.parse(text);
        }
        try {
            long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                    .toEpochDay();
            long second = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, SECONDS))
                    .toSecondOfDay();
            int digits = length - SECONDS - 2;
            long nanos = digits > 0 ? number(text, SECONDS + 1, length - 1) : 0;
            for (int i = digits; i < NANO_DIGITS; i++) {
                nanos *= 10;
            }
            return Instant.ofEpochSecond(day * DAY + second, nanos);
        } catch (NumberFormatException | DateTimeException e) {
            return Instant.parse(text);
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseUnsignedInt(text, from, to, 10);
    }

    static Reading reading(ResultSet row) throws SQLException {
        return new Reading(
                id(row, "exhibit"),
                row.getString("reader"),
                row.getInt("accounts"),
                row.getInt("parts"),
                warnings(row.getString("warnings")),
                Optional.ofNullable(row.getString("balance")).map(Row::balance));
    }

    static CapturedPage capture(ResultSet row) throws SQLException {
        return new CapturedPage(
                row.getString("url"),
                Instant.parse(row.getString("at")),
                ids(row.getString("exhibits")),
                id(row, "item"));
    }

    static Stamp stamp(ResultSet row) throws SQLException {
        return new Stamp(
                row.getLong("size"), id(row, "item"), row.getString("authority"), Instant.parse(row.getString("at")));
    }

    static KeptCodebook codebook(ResultSet row) throws SQLException {
        return new KeptCodebook(
                row.getString("id"),
                row.getString("version"),
                row.getString("yaml"),
                Instant.parse(row.getString("at")));
    }

    static Id id(ResultSet row, String column) throws SQLException {
        return Id.of(row.getBytes(column));
    }

    static Optional<Id> maybeId(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).map(Id::of);
    }

    static List<Warning> warnings(String json) {
        if (json.equals("[]")) {
            return List.of();
        }
        try {
            return Frames.json().readValue(json, new TypeReference<List<Warning>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Balance balance(String json) {
        try {
            return Frames.json().readValue(json, Balance.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Id> ids(String json) {
        try {
            return Frames.json().readValue(json, new TypeReference<List<Id>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SamplingPlan plan(String json) {
        try {
            return Frames.json().readValue(json, SamplingPlan.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Suggestion suggestion(String json) {
        try {
            return Frames.json().readValue(json, Suggestion.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static When when(String json) {
        try {
            return Frames.json().readValue(json, When.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
