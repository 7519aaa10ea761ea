package org.afterword.publishing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.afterword.coding.Code;
import org.afterword.coding.Codebook;
import org.afterword.findings.Finding;
import org.afterword.witnesses.Range;

/** A handout as tables: for each its rows, and what its columns mean. */
final class Columns {
    private static final String UNKNOWN = "; empty if it is not known";

    /**
     * @param what a row is
     * @param meanings of the columns, in their order
     */
    record Table(String name, String what, Map<String, String> meanings, List<List<Object>> rows) {}

    /** What the values of a column are, also where there is no row. */
    enum Kind {
        TEXT,
        WHOLE_NUMBER,
        YES_OR_NO
    }

    static Kind kind(String column) {
        return switch (column) {
            case "prompted" -> Kind.YES_OR_NO;
            case "turn", "start", "end", "speaker", "accounts", "read" -> Kind.WHOLE_NUMBER;
            default -> column.endsWith("_low") || column.endsWith("_high") ? Kind.WHOLE_NUMBER : Kind.TEXT;
        };
    }

    private Columns() {}

    static List<Table> of(Handout handout) {
        return List.of(accounts(handout), turns(handout), codings(handout), findings(handout), codes(handout));
    }

    private static Map<String, String> meanings(String... pairs) {
        var meanings = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            meanings.put(pairs[i], pairs[i + 1]);
        }
        return meanings;
    }

    private static Table accounts(Handout handout) {
        String when = handout.unprotected()
                ? "the day, or the days between which it lies (ISO 8601), as the source says"
                : "the month, or the months between which it lies (ISO 8601)";
        return new Table(
                "accounts",
                "a text by one author or of one conversation",
                meanings(
                        "id",
                        "its name in this export, and in every one of this case that is protected in the same way",
                        "title",
                        "as the source gives it, else a name that was made for it",
                        "group",
                        "what it tells of" + UNKNOWN,
                        "date",
                        when + UNKNOWN,
                        "language",
                        "ISO 639-1" + UNKNOWN,
                        "text",
                        "line ends are LF; positions in the other tables count its Unicode code points from 0"),
                handout.sources().stream()
                        .map(source -> List.<Object>of(
                                source.guid(),
                                source.name(),
                                source.group().orElse(""),
                                source.date().orElse(""),
                                source.language().orElse(""),
                                source.text()))
                        .toList());
    }

    private static Table turns(Handout handout) {
        var rows = new ArrayList<List<Object>>();
        for (Handout.Source source : handout.sources()) {
            for (Handout.Part turn : source.turns()) {
                rows.add(List.of(
                        source.guid(),
                        turn.index(),
                        turn.start(),
                        turn.end(),
                        turn.speaker(),
                        turn.called().orElse(""),
                        turn.voice().name().toLowerCase(Locale.ROOT),
                        turn.prompted()));
            }
        }
        return new Table(
                "turns",
                "one speaker's stretch of a text",
                meanings(
                        "account", "the account's id",
                        "turn", "its number, from 0",
                        "start", "first code point of the text",
                        "end", "the code point after the last",
                        "speaker", "which of the text's speakers, from 1",
                        "name", "the speaker's; empty if there is none, or if the export is protected",
                        "voice", "own: the speaker's words; quoted: another's, repeated; system: a platform's",
                        "prompted", "whether a question of another speaker came first"),
                rows);
    }

    private static Table codings(Handout handout) {
        var rows = new ArrayList<List<Object>>();
        for (Handout.Source source : handout.sources()) {
            for (Handout.Coding one : source.codings()) {
                Map<String, String> how = SaidHow.circumstances(one.coding());
                rows.add(List.of(
                        one.guid(),
                        source.guid(),
                        one.start(),
                        one.end(),
                        one.quote(),
                        one.coding().code(),
                        one.coding().version().orElse(""),
                        one.coding().polarity().toString(),
                        one.coding().access().toString(),
                        one.coding().claim().toString(),
                        one.coding().standing().toString(),
                        one.coding().group().orElse(""),
                        how.getOrDefault("actor", ""),
                        how.getOrDefault("target", ""),
                        how.getOrDefault("unit", ""),
                        how.getOrDefault("period", ""),
                        one.event(),
                        one.status(),
                        one.by(),
                        one.at().orElse(""),
                        one.memo()));
            }
        }
        return new Table(
                "codings",
                "one code on one passage",
                meanings(
                        "id", "its name in this export",
                        "account", "the account's id",
                        "start", "first code point of the text",
                        "end", "the code point after the last",
                        "quote", "the text there",
                        "code", "see codes",
                        "version", "of the codebook, when it was coded" + UNKNOWN,
                        "polarity", "reports: it happened; denies: it did not",
                        "access",
                                "how the speaker came by it: experienced, saw, told-by-named, told-by-unnamed,"
                                        + " document, none",
                        "claim", "what kind of statement: event, habit, rule, inference, opinion, speculation",
                        "standing", "what follows from access and claim",
                        "group", "what the passage speaks of, where that is another group than the account's",
                        "actor",
                                "who does it, by the passage: leadership, peers, author, unknown; empty if nobody said",
                        "target", "to whom: author, members, leavers, outsiders, unknown; empty if nobody said",
                        "unit", "in what part of the group; empty if nobody said, or the export is protected",
                        "period", "when (2011, 2009..2014); empty if nobody said, or the export is protected",
                        "event", "the same for all codings of the same words: they are one event",
                        "status", "accepted: a person decided so; suggested: nobody did yet; rejected",
                        "by", "who coded or what suggested; a number if the export is protected",
                        "at", "when (ISO 8601); empty if that is not known, or the export is protected",
                        "memo", "what the coder noted; empty if the export is protected"),
                rows);
    }

    private static Table findings(Handout handout) {
        var rows = new ArrayList<List<Object>>();
        for (Handout.Found found : handout.findings()) {
            Finding one = found.finding();
            var row = new ArrayList<Object>(
                    List.of(found.group(), one.code(), one.statement(), one.accounts(), one.read()));
            for (Range range : List.of(
                    one.witnesses(),
                    one.report(),
                    one.firstHand(),
                    one.hearsay(),
                    one.deny(),
                    one.mixed(),
                    one.notMentioned(),
                    one.notInPosition())) {
                row.add(range.low());
                row.add(range.high());
            }
            row.add(String.join(" ", found.passages()));
            rows.add(List.copyOf(row));
        }
        return new Table(
                "findings",
                "what the witnesses of one group say of one code; counts are of people, from low to high where it is"
                        + " not known who is who, and are never to be added up over codes",
                meanings(
                        "group", "whom it is about",
                        "code", "see codes",
                        "statement", "in a sentence",
                        "accounts", "how many tell of the group",
                        "read", "how many of them a person has read",
                        "witnesses_low", "people whose accounts were read, at least",
                        "witnesses_high", "at most",
                        "report_low", "say that it happened",
                        "report_high", "at most",
                        "first_hand_low", "of those, at first hand",
                        "first_hand_high", "at most",
                        "hearsay_low", "pass on what others told",
                        "hearsay_high", "at most",
                        "deny_low", "say that it did not happen",
                        "deny_high", "at most",
                        "mixed_low", "say both",
                        "mixed_high", "at most",
                        "not_mentioned_low", "say nothing of it, which is no denial",
                        "not_mentioned_high", "at most",
                        "not_in_position_low", "could not know",
                        "not_in_position_high", "at most",
                        "passages", "the ids of the codings behind it that are in this export"),
                rows);
    }

    private static Table codes(Handout handout) {
        var rows = new ArrayList<List<Object>>();
        for (Codebook book : handout.books()) {
            for (Code code : book.codes()) {
                rows.add(List.of(code.id(), book.version(), code.parent().orElse(""), code.name(), code.definition()));
            }
        }
        return new Table(
                "codes",
                "a category of a codebook that is used here",
                meanings(
                        "id", "as the codings have it",
                        "version", "of the codebook now",
                        "parent", "the wider code",
                        "name", "as a heading",
                        "definition", "what it means"),
                rows);
    }
}
