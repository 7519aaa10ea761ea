package org.afterword.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
    private Row() {}

    static AccountHead head(ResultSet row) throws SQLException {
        return new AccountHead(
                id(row, "id"),
                id(row, "exhibit"),
                maybeId(row, "party"),
                row.getString("title"),
                row.getString("opening"),
                Optional.ofNullable(row.getString("maker")),
                Optional.ofNullable(row.getString("written")).map(Row::when));
    }

    static Suggestion suggestion(ResultSet row) throws SQLException {
        return suggestion(row.getString("body"));
    }

    static Exhibit exhibit(ResultSet row) throws SQLException {
        return new Exhibit(
                id(row, "id"),
                row.getString("name"),
                Sha256.ofDigest(row.getBytes("sha256")),
                row.getLong("size"),
                Instant.parse(row.getString("added")),
                row.getLong("entry"),
                maybeId(row, "party"));
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

    static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                id(row, "id"),
                id(row, "target"),
                Verdict.parse(row.getString("verdict")),
                row.getString("reason"),
                row.getString("maker"),
                Instant.parse(row.getString("at")),
                maybeId(row, "together"),
                Optional.ofNullable(row.getString("under")),
                row.getBoolean("adjudicates"));
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
