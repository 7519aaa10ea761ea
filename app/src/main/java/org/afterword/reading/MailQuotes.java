package org.afterword.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.afterword.model.Span;
import org.afterword.model.Turn;
import org.afterword.model.When;
import org.afterword.reading.Lines.Line;

/** Tells a mail's own words from those that it repeats, and from signatures and the words of mail programs. */
final class MailQuotes {
    private static final Pattern QUOTED = Pattern.compile("[ \\t]{0,2}(?:>|[|](?=[ >])|[A-Za-z]{1,3}>(?=[ >])).*");
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "(?:.{0,20}\\b(?:On|Am|Le|El|Il|Op|Em|Den|W dniu|In (?:article|message))\\b.{5,300}|.{2,120}[<\\[(]\\S+@\\S+[>\\])].{0,80}|Quoting .{2,200})"
                    + "(?:wrote|writes|schrieb.{0,80}|a écrit|escribió|ha scritto|schreef.{0,80}|escreveu|napisał\\(?a?\\)?|skrev.{0,80}|said|Quoting.{0,200})?\\s?:",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern WROTE = Pattern.compile(
            ".*(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|napisał|skrev|Quoting).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DATED = Pattern.compile(".*(?:@|\\b(?:19|20)\\d\\d\\b.*|\\d{1,2}[:.h]\\d\\d).*");
    private static final Pattern ORIGINAL = Pattern.compile(
            "\\s*(?:-{2,}|_{2,}|={2,})\\s*(?:Original[ -]?(?:Message|Nachricht)|Forwarded (?:message|by)|Ursprüngliche Nachricht|Weitergeleitete Nachricht"
                    + "|Message d'origine|Message transféré|Mensaje (?:original|reenviado)|Messaggio originale|Oorspronkelijk bericht)\\b.*"
                    + "|\\s*(?:Begin forwarded message|Anfang der weitergeleiteten Nachricht|Début du message réexpédié|Inicio del mensaje reenviado)\\s*:\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SENDER =
            Pattern.compile("\\s{0,3}\\*?(?:From|Von|De|Da|Van|Från|Od)\\s?:\\*?\\s.{1,300}", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_FIELD = Pattern.compile(
            "\\s{0,3}\\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado(?: el)?|Fecha|Inviato|Verzonden|Skickat|To|An|À|Para|A|Aan|Till|Subject|Betreff|Objet|Asunto|Oggetto|Onderwerp|Ämne|Cc)\\s?:\\*?.{0,300}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SIGNATURE = Pattern.compile("--[ \\t]?");
    private static final Pattern FOOTER_RULE = Pattern.compile("[_-]{20,}\\s*");
    private static final Pattern FOOTER = Pattern.compile(
            "(?i).{0,80}(?:mailing list|unsubscribe|listinfo|you received this message because).{0,200}");
    private static final Pattern RULE = Pattern.compile("\\s*[_-]{10,}\\s*");
    private static final int FIELDS_WITHIN = 6;
    private static final int LONGEST = 600;

    private enum Kind {
        OWN,
        QUOTED,
        NEITHER
    }

    private final List<Line> lines;
    private final boolean[] marked;
    private final Kind[] kinds;

    private MailQuotes(Rendered rendered) {
        lines = Lines.of(rendered.text());
        marked = marked(lines, rendered.quotes());
        kinds = new Kind[lines.size()];
    }

    /**
     * The turns of a mail, in the order of its text; all by speaker 0.
     *
     * @param rendered with the quotations that HTML marks
     */
    static List<Turn> turns(Rendered rendered, Optional<When> date) {
        var quotes = new MailQuotes(rendered);
        quotes.classify();
        return quotes.grouped(date);
    }

    private void classify() {
        Kind rest = Kind.OWN;
        for (int i = 0; i < lines.size(); i++) {
            if (kinds[i] != null) {
                continue;
            }
            String line = lines.get(i).text();
            int attribution = attribution(i);
            if (QUOTED.matcher(line).matches() || marked[i]) {
                kinds[i] = Kind.QUOTED;
                rest = rest == Kind.NEITHER ? Kind.OWN : rest;
            } else if (rest == Kind.QUOTED) {
                kinds[i] = Kind.QUOTED;
            } else if (ORIGINAL.matcher(line).matches() || isHeader(i)) {
                kinds[i] = Kind.NEITHER;
                rest = Kind.QUOTED;
                skipHeader(i + 1);
            } else if (attribution > 0) {
                boolean follows = quoteFollows(i + attribution);
                for (int j = i; j < i + attribution; j++) {
                    kinds[j] = Kind.NEITHER;
                }
                rest = follows ? Kind.OWN : Kind.QUOTED;
            } else if (SIGNATURE.matcher(line).matches() || isFooter(i)) {
                kinds[i] = Kind.NEITHER;
                rest = Kind.NEITHER;
            } else {
                kinds[i] = rest;
            }
        }
    }

    /** Both lists are in the order of the text. */
    private static boolean[] marked(List<Line> lines, List<Span> quotes) {
        var marked = new boolean[lines.size()];
        int next = 0;
        int end = -1;
        for (int i = 0; i < marked.length; i++) {
            while (next < quotes.size()
                    && quotes.get(next).start() < lines.get(i).end()) {
                end = Math.max(end, quotes.get(next++).end());
            }
            marked[i] = !lines.get(i).blank() && end > lines.get(i).start();
        }
        return marked;
    }

    /** How many lines an attribution takes, beginning here; 0 if none does. */
    private int attribution(int i) {
        String text = lines.get(i).trimmed();
        for (int count = 1; count <= 3 && i + count <= lines.size() && text.length() < LONGEST; count++) {
            if (count > 1) {
                Line next = lines.get(i + count - 1);
                if (next.blank()) {
                    return 0;
                }
                text = text + " " + next.trimmed();
            }
            if (text.isEmpty() || text.length() > LONGEST) {
                return 0;
            }
            if (text.endsWith(":") && ATTRIBUTION.matcher(text).matches()) {
                boolean dated = DATED.matcher(text).matches();
                boolean wrote = WROTE.matcher(text).matches();
                return quoteFollows(i + count) ? (dated || wrote ? count : 0) : (dated && wrote ? count : 0);
            }
        }
        return 0;
    }

    /** Whether the next line with words is marked as quoted. */
    private boolean quoteFollows(int from) {
        for (int i = from; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!line.blank()) {
                return QUOTED.matcher(line.text()).matches() || marked[i];
            }
        }
        return false;
    }

    /** The head of another mail, as mail programs copy it. */
    private boolean isHeader(int i) {
        if (!SENDER.matcher(lines.get(i).text()).matches()) {
            return false;
        }
        int fields = 0;
        for (int j = i + 1; j < Math.min(lines.size(), i + FIELDS_WITHIN); j++) {
            fields += OTHER_FIELD.matcher(lines.get(j).text()).matches() ? 1 : 0;
        }
        return fields >= 2;
    }

    private void skipHeader(int from) {
        int i = from;
        while (i < lines.size() && lines.get(i).blank()) {
            i++;
        }
        while (i < lines.size()
                && (SENDER.matcher(lines.get(i).text()).matches()
                        || OTHER_FIELD.matcher(lines.get(i).text()).matches())) {
            kinds[i++] = Kind.NEITHER;
        }
    }

    private boolean isFooter(int i) {
        if (RULE.matcher(lines.get(i).text()).matches() && i + 1 < lines.size() && isHeader(i + 1)) {
            return true;
        }
        if (!FOOTER_RULE.matcher(lines.get(i).text()).matches()) {
            return false;
        }
        for (int j = i + 1; j < Math.min(lines.size(), i + 4); j++) {
            if (FOOTER.matcher(lines.get(j).text()).matches()) {
                return true;
            }
        }
        return false;
    }

    private List<Turn> grouped(Optional<When> date) {
        var turns = new ArrayList<Turn>();
        int first = -1;
        int last = -1;
        for (int i = 0; i <= lines.size(); i++) {
            if (i < lines.size() && lines.get(i).blank()) {
                continue;
            }
            if (first >= 0 && (i == lines.size() || kinds[i] != kinds[first])) {
                add(first, last, turns, date);
                first = -1;
            }
            if (i < lines.size()) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return turns;
    }

    private void add(int first, int last, List<Turn> turns, Optional<When> date) {
        if (kinds[first] == Kind.NEITHER) {
            return;
        }
        boolean own = kinds[first] == Kind.OWN;
        var span = new Span(lines.get(first).start(), lines.get(last).end());
        turns.add(new Turn(
                turns.size(), span, 0, own ? Turn.Voice.OWN : Turn.Voice.QUOTED, false, own ? date : Optional.empty()));
    }
}
