package org.afterword.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Anchor;
import org.afterword.model.Balance;
import org.afterword.model.Threaded;
import org.afterword.model.Warning;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The comments of one person on YouTube, from Google Takeout: {@code comments.csv}, or the older {@code my-comments.html}. */
final class TakeoutReader implements Reader {
    private static final Pattern HEADER =
            Pattern.compile("\\ufeff?(?=[^\\n]*Comment ID)(?=[^\\n]*Comment Text)[^\\n]*Video ID[^\\n]*");
    private static final Pattern SENT =
            Pattern.compile("(?:Sent|Commented) (?:at|on) (?<when>\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2} UTC)");
    private static final Pattern VIDEO = Pattern.compile("[?&]v=(?<id>[\\w-]{1,40})");
    private static final Pattern ANSWERED = Pattern.compile("[?&]lc=(?<id>[\\w.-]{1,80})");
    private static final String WATCH = "https://www.youtube.com/watch?v=";

    @Override
    public String name() {
        return "youtube";
    }

    @Override
    public double confidence(Source source) {
        String head = new String(source.head(), StandardCharsets.UTF_8);
        if (HEADER.matcher(head.substring(0, Math.min(head.length(), 500))).lookingAt()) {
            return 0.99;
        }
        return head.stripLeading().startsWith("<")
                        && head.contains("youtube.com/watch")
                        && SENT.matcher(head).find()
                ? 0.98
                : 0;
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        if (source.text().stripLeading().startsWith("<")) {
            page(source, into);
        } else {
            table(source, into);
        }
    }

    private void table(Source source, Findings into) throws IOException {
        List<List<String>> rows = rows(source.text(), into);
        List<String> names = rows.getFirst();
        Map<String, Long> skipped = new TreeMap<>();
        long read = 0;
        for (List<String> row : rows.subList(1, rows.size())) {
            Optional<String> id = cell(names, row, "Comment ID");
            Optional<String> parent =
                    cell(names, row, "Parent Comment ID").or(() -> cell(names, row, "Top-Level Comment ID"));
            Optional<String> video = cell(names, row, "Video ID");
            String said = words(cell(names, row, "Comment Text").orElse(""));
            if (said.isEmpty()) {
                skipped.merge("nothing in it", 1L, Long::sum);
                continue;
            }
            Draft draft = new Draft(source, name()).handles();
            draft.date(Stamps.iso(cell(names, row, "Comment Create Timestamp")))
                    .author(cell(names, row, "Channel ID"))
                    .threaded(new Threaded(id, video, parent))
                    .sourceUrl(video.map(one ->
                            WATCH + one + id.map(comment -> "&lc=" + comment).orElse("")))
                    .anchors(id.map(one -> List.of(Anchor.message(0, one))).orElse(List.of()));
            into.account(Essay.post(draft, Rendered.plain(said)));
            read++;
        }
        into.balance(new Balance("comments", rows.size() - 1L, read, skipped));
    }

    private static Optional<String> cell(List<String> names, List<String> row, String name) {
        int at = names.indexOf(name);
        return at < 0 || at >= row.size() || row.get(at).isBlank() ? Optional.empty() : Optional.of(row.get(at));
    }

    /** A comment is written as pieces of JSON; older ones as they are. */
    private static String words(String cell) {
        if (!cell.startsWith("{")) {
            return Chat.sound(cell).strip();
        }
        Json pieces = Json.parse("[" + cell.replace("\n", "\\n").replace("\t", "\\t") + "]");
        var said = new StringBuilder();
        for (JsonNode piece : pieces.values().path(0)) {
            said.append(piece.path("text").asText(""));
        }
        boolean known = pieces.broken().isEmpty() && !said.isEmpty();
        return Chat.sound(known ? said.toString() : cell).strip();
    }

    /** As RFC 4180 has it; a quotation that does not end takes the rest. */
    private static List<List<String>> rows(String text, Findings into) throws IOException {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            if (quoted && i < text.length()) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    if (row.size() > 1 || !row.getFirst().isBlank()) {
                        rows.add(List.copyOf(row));
                    }
                    row.clear();
                }
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            into.warning(new Warning("row " + rows.size(), "the table breaks off within a cell"));
        }
        return rows;
    }

    private void page(Source source, Findings into) throws IOException {
        long expected = SENT.matcher(source.text()).results().count();
        Map<String, Long> skipped = new TreeMap<>();
        long read = 0;
        for (Element item : Jsoup.parse(source.text()).select("li")) {
            Matcher sent = SENT.matcher(item.ownText());
            if (!sent.find()) {
                continue;
            }
            Optional<Account> comment = comment(source, item, sent.group("when"));
            if (comment.isPresent()) {
                into.account(comment.get());
                read++;
            } else {
                skipped.merge("nothing in it", 1L, Long::sum);
            }
        }
        Optional<Warning> cut = PageEnd.missing(source);
        if (cut.isPresent()) {
            into.warning(cut.get());
        }
        into.balance(new Balance("comments", expected, read, skipped));
    }

    private Optional<Account> comment(Source source, Element item, String when) {
        Optional<String> link = item.select("a[href]").eachAttr("href").stream()
                .filter(one -> one.contains("watch"))
                .findFirst();
        Matcher video = VIDEO.matcher(link.orElse(""));
        Optional<String> thread = video.find() ? Optional.of(video.group("id")) : Optional.empty();
        Matcher answered = ANSWERED.matcher(link.orElse(""));
        Optional<String> parent = answered.find() ? Optional.of(answered.group("id")) : Optional.empty();
        Rendered all = HtmlText.of(item);
        // the first line says when and where
        int end = all.text().indexOf('\n');
        String said = end < 0 ? "" : all.text().substring(end).strip();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        Draft draft = new Draft(source, name()).handles();
        draft.date(Stamps.iso(Optional.of(when)))
                .channel(Optional.of(item.select("a[href]").text()))
                .sourceUrl(link)
                .threaded(new Threaded(Optional.empty(), thread, parent));
        return Optional.of(Essay.post(draft, Rendered.plain(said)));
    }
}
