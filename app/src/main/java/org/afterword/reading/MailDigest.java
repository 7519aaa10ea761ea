package org.afterword.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.reading.Lines.Line;

/** A mailing list's digest in plain text (RFC 1153): messages under each other, with lines of hyphens between. */
final class MailDigest {
    private static final Pattern SUBJECT = Pattern.compile("(?i).*\\bdigest\\b.*");
    private static final Pattern BETWEEN = Pattern.compile("-{28,32}|-{66,76}");
    private static final Pattern FIELD = Pattern.compile("(?<name>[A-Za-z][A-Za-z-]{0,30}):[ \\t]+(?<body>\\S.*)");

    /** One message of it. */
    record Piece(MailHead head, String body) {}

    private MailDigest() {}

    /** The messages; none if it is no digest. */
    static List<Piece> split(String subject, String text) {
        if (!SUBJECT.matcher(subject).matches()) {
            return List.of();
        }
        List<Line> lines = Lines.of(text);
        var pieces = new ArrayList<Piece>();
        int from = -1;
        MailHead head = new MailHead();
        for (int i = 0; i < lines.size(); i++) {
            if (!BETWEEN.matcher(lines.get(i).trimmed()).matches()) {
                continue;
            }
            var next = new MailHead();
            int body = head(lines, i + 1, next);
            boolean footer = body < 0 && isFooter(lines, i + 1);
            if (body < 0 && !footer) {
                continue;
            }
            if (from >= 0) {
                pieces.add(new Piece(
                        head,
                        text.substring(lines.get(from).start(), lines.get(i).start())
                                .strip()));
            }
            from = footer ? -1 : body;
            head = next;
        }
        if (from >= 0 && from < lines.size()) {
            pieces.add(new Piece(head, text.substring(lines.get(from).start()).strip()));
        }
        return pieces;
    }

    /** Where the body begins; below 0 if here stands no head of a message. */
    private static int head(List<Line> lines, int from, MailHead into) {
        int i = from;
        while (i < lines.size() && lines.get(i).blank()) {
            i++;
        }
        String name = "";
        String body = "";
        for (; i < lines.size() && !lines.get(i).blank(); i++) {
            String line = lines.get(i).text();
            Matcher field = FIELD.matcher(line);
            if (field.matches()) {
                if (!name.isEmpty()) {
                    into.add(name, body);
                }
                name = field.group("name");
                body = field.group("body");
            } else if ((line.startsWith(" ") || line.startsWith("\t")) && !name.isEmpty()) {
                body = body + " " + line.strip();
            } else {
                return -1;
            }
        }
        if (!name.isEmpty()) {
            into.add(name, body);
        }
        return into.has("from") && (into.has("date") || into.has("subject")) ? i : -1;
    }

    private static boolean isFooter(List<Line> lines, int from) {
        int i = from;
        while (i < lines.size() && lines.get(i).blank()) {
            i++;
        }
        return i < lines.size()
                && lines.get(i).text().matches("(?i)(?:subject: digest footer|end of .{0,80}digest.*|_{20,}.*)");
    }
}
