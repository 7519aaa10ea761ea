package org.afterword.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;

/**
 * Whose words a quotation repeats, where the line above it or its own first line says so: "On 3 May 2021, Jo Marsh
 * wrote:", "Originally Posted by jo". The speaker of the quotation is then that person, who has no turn of their own
 * and is so no witness.
 */
final class QuotedBy {
    private static final String TIME =
            "\\d{1,2}[:.h]\\d{2}(?::\\d{2})?(?:\\s?[AaPp]\\.?[Mm]\\.?)?(?:\\s?(?:Uhr|UTC|GMT|[+-]\\d{4}))?";
    private static final String NAME = "(?!Quoting )(?<name>[\\p{L}\\p{N}\"'@][\\p{L}\\p{M}\\p{N} .,'’\"_@-]{0,80}?)";
    private static final String BEFORE = "(?:^|[,;]\\s|" + TIME
            + ",?\\s|\\b(?:19|20)\\d{2},?\\s|\\b(?:schrieb|schreef|skrev|Quoting|por|par|von)\\s)";
    private static final String WROTE =
            "(?:wrote|writes|said|says|a écrit|escribió|ha scritto|escreveu|pisze|napisał\\(?a?\\)?|schreibt)";
    private static final List<Pattern> LINES = List.of(
            Pattern.compile(
                    "(?:.*\\n)?\\s{0,3}\\*?(?:From|Von|De|Da|Van|Från|Od)\\s?:\\*?\\s+\"?(?<name>[^\\n<\\[(\"]{1,100}?)\"?\\s*(?:[<\\[(\\n].*|$)",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "(?:.*" + BEFORE + ")" + NAME
                            + "\\s*[<\\[(]{1,2}\\s*(?:mailto:)?[^\\s<>@]{1,80}@[^\\s<>]{1,120}\\s*[>\\])]{1,2}.{0,120}:",
                    Pattern.DOTALL),
            Pattern.compile("(?:.*" + BEFORE + ")" + NAME + "\\s+" + WROTE + "\\b[^:\\n]{0,80}:", Pattern.DOTALL),
            Pattern.compile(
                    "(?:.*\\b(?:schrieb|schreef|skrev|Quoting)\\s+)(?<name>\\p{Lu}[\\p{L}\\p{M} .'’_-]{1,80}?)(?:\\s+(?:am|um|op|den)\\b.{0,60})?\\s?:",
                    Pattern.DOTALL));
    private static final List<Pattern> FORUM = List.of(
            Pattern.compile(
                    "(?i)(?:quote:?\\s+)?originally posted by:?\\s+(?<name>\\S[^\\n]{0,60}?)(?:\\s+(?:view post|»|on\\b).*)?"),
            Pattern.compile("(?i)quote from:\\s+(?<name>\\S[^\\n]{0,60}?)(?:\\s+on\\s.*)?"),
            Pattern.compile(
                    "(?i)(?:\\([^)]{4,40}\\)\\s*)?(?<name>\\S[^\\n:]{0,60}?)\\s+(?:wrote|said|schrieb|a écrit|escribió|ha scritto)\\s?:.*"),
            Pattern.compile("(?!(?i:quote|zitat|citation|cita):)(?<name>[\\w.-]{2,40}):"));
    private static final List<Pattern> TEXT = List.of(Pattern.compile(
            "(?:.*[.!?]\\s+)?(?<name>\\p{Lu}[\\p{L}\\p{N}.'’_-]*(?:\\s\\p{Lu}[\\p{L}.'’-]*){0,3})(?:,[^,:]{1,60},)?\\s+"
                    + "(?:wrote|writes|said|says|told me|tells me|told us|recalls|remembers|answered|schrieb|schreibt|sagte|sagt|erzählte|erzählt|escribió|dijo|dice|a écrit|dit)\\b[^:]{0,40}:",
            Pattern.DOTALL));
    private static final Set<String> NOBODY =
            Set.of("he", "she", "it", "they", "i", "we", "you", "er", "sie", "ich", "wir", "ella", "él", "elle", "il");
    private static final Pattern FIRST_WORDS = Pattern.compile("^(?:On|Am|Le|El|Il|Op|Em|Den|In)$");
    private static final Pattern DEEP = Pattern.compile("[ \\t]{0,3}>[ \\t]{0,3}>");
    private static final Pattern MARKS = Pattern.compile("(?m)^[ \\t]{0,3}>[ \\t]?");
    private static final int ABOVE = 600;
    private static final int LINES_ABOVE = 6;

    private enum Where {
        MAIL,
        FORUM,
        TEXT
    }

    private QuotedBy() {}

    /** The account, with the people whom its letters quote. */
    static Account inMail(Account account) {
        return named(account, Where.MAIL);
    }

    /** An editor's text that passes on the words of others: both voices are kept. */
    static Account inText(Account account) {
        boolean one = account.speakers().size() == 1
                && account.turns().size() > 1
                && account.turns().stream().anyMatch(turn -> turn.voice() == Turn.Voice.QUOTED);
        return one ? named(account, Where.TEXT) : account;
    }

    static Account inForum(Account account) {
        return named(account, Where.FORUM);
    }

    private static Account named(Account account, Where where) {
        var speakers = new ArrayList<>(account.speakers());
        var turns = new ArrayList<Turn>();
        int before = 0;
        int quoted = 0;
        for (Turn turn : where == Where.MAIL ? parted(account) : account.turns()) {
            int speaker = turn.speaker();
            if (turn.voice() == Turn.Voice.QUOTED && speaker == 0) {
                boolean deep = where == Where.MAIL && isDeep(turn.span().of(account.text()));
                boolean goesOn = where == Where.MAIL
                        && !turns.isEmpty()
                        && turns.getLast().voice() == Turn.Voice.QUOTED
                        && account.text().substring(before, turn.span().start()).isBlank();
                int otherwise = deep ? -1 : goesOn ? quoted : 0;
                speaker = name(account.text(), before, turn, where)
                        .map(one -> place(speakers, one))
                        .orElseGet(() -> otherwise < 0 ? place(speakers, "") : otherwise);
                quoted = deep ? quoted : speaker;
            }
            turns.add(new Turn(
                    turns.size(), turn.span(), speaker, turn.voice(), turn.prompted(), turn.date(), turn.answers()));
            before = turn.voice() == Turn.Voice.OWN && where != Where.MAIL
                    ? before
                    : turn.span().end();
        }
        return turns.equals(account.turns())
                ? account
                : account.copy().speakers(speakers).turns(turns).account();
    }

    private static Optional<String> name(String text, int before, Turn quote, Where where) {
        int start = quote.span().start();
        String above = text.substring(Math.max(Math.min(before, start), start - ABOVE), start)
                .strip();
        if (where == Where.MAIL) {
            boolean deep = isDeep(quote.span().of(text));
            String within = MARKS.matcher(text.substring(Math.max(0, start - ABOVE), start))
                    .replaceAll("");
            return first(LINES, lastBlock(deep ? within.strip() : above));
        }
        if (where == Where.TEXT) {
            return first(TEXT, above.substring(above.lastIndexOf('\n') + 1).strip());
        }
        String own = quote.span().of(text);
        int end = own.indexOf('\n');
        Optional<String> inside =
                end < 0 ? Optional.empty() : first(FORUM, own.substring(0, end).strip());
        return inside.or(
                () -> first(FORUM, above.substring(above.lastIndexOf('\n') + 1).strip()));
    }

    /** What a quotation quotes in its turn is another's: a turn of its own. */
    private static List<Turn> parted(Account account) {
        var parted = new ArrayList<Turn>();
        for (Turn turn : account.turns()) {
            if (turn.voice() != Turn.Voice.QUOTED) {
                parted.add(turn);
                continue;
            }
            int from = turn.span().start();
            boolean deep = false;
            boolean begun = false;
            int last = from;
            for (Lines.Line line : Lines.of(turn.span().of(account.text()))) {
                if (line.blank()) {
                    continue;
                }
                boolean deeper = isDeep(line.text());
                if (begun && deeper != deep) {
                    parted.add(with(turn, new Span(from, last)));
                    from = turn.span().start() + line.start();
                }
                begun = true;
                deep = deeper;
                last = turn.span().start() + line.end();
            }
            parted.add(with(turn, new Span(from, turn.span().end())));
        }
        return parted;
    }

    private static Turn with(Turn turn, Span span) {
        return new Turn(turn.index(), span, turn.speaker(), turn.voice(), turn.prompted(), turn.date(), turn.answers());
    }

    private static boolean isDeep(String line) {
        return DEEP.matcher(line).lookingAt();
    }

    /** The lines that stand right above; a head has some more. */
    private static String lastBlock(String above) {
        String[] lines = above.split("\n", -1);
        var block = new StringBuilder();
        for (int i = Math.max(0, lines.length - LINES_ABOVE); i < lines.length; i++) {
            if (lines[i].isBlank()) {
                block.setLength(0);
            } else {
                block.append(block.isEmpty() ? "" : "\n").append(lines[i].strip());
            }
        }
        return block.toString();
    }

    private static Optional<String> first(List<Pattern> patterns, String text) {
        for (Pattern pattern : patterns) {
            Matcher found = pattern.matcher(text);
            if (found.matches()) {
                String name = found.group("name")
                        .replaceAll("[\"“”]", "")
                        .replaceAll("^'|'$", "")
                        .replaceAll("\\s+", " ")
                        .strip();
                boolean words = name.chars().anyMatch(Character::isLetter)
                        && !FIRST_WORDS.matcher(name).matches()
                        && !NOBODY.contains(name.toLowerCase(Locale.ROOT))
                        && name.split(" ", -1).length <= 6;
                if (words) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    /** Who quotes themselves is one. */
    private static int place(List<Speaker> speakers, String name) {
        for (int i = 0; i < speakers.size(); i++) {
            if (speakers.get(i).name().equalsIgnoreCase(name) && !(i == 0 && name.isEmpty())) {
                return i;
            }
        }
        Speaker.Kind kind =
                name.isEmpty() ? Speaker.Kind.UNNAMED : Byline.isLabel(name) ? Speaker.Kind.LABEL : Speaker.Kind.NAMED;
        speakers.add(new Speaker(Id.random(), name, kind, Speaker.Role.TELLER));
        return speakers.size() - 1;
    }
}
