package org.afterword.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Threaded;
import org.afterword.model.Warning;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The comments of one person on YouTube, from Google Takeout: {@code comments.csv}, or the older {@code my-comments.html}. */
final class TakeoutReader implements Reader {
    private static final Pattern HEADER = Pattern.compile(
            "\\ufeff?(?=[^\\n]*(?:Comment|Live Chat) ID)(?=[^\\n]*(?:Comment|Live Chat) Text)[^\\n]*Video ID[^\\n]*");
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
        var csv = new Csv(source);
        Map<String, Long> skipped = new TreeMap<>();
        long seen = 0;
        long read = 0;
        for (Optional<Csv.Row> next = csv.next(); next.isPresent(); next = csv.next()) {
            Csv.Row row = next.get();
            seen++;
            Optional<String> id = csv.cell(row, "Comment ID").or(() -> csv.cell(row, "Live Chat ID"));
            Optional<String> parent =
                    csv.cell(row, "Parent Comment ID").or(() -> csv.cell(row, "Top-Level Comment ID"));
            Optional<String> video = csv.cell(row, "Video ID");
            String said = words(csv.cell(row, "Comment Text")
                    .or(() -> csv.cell(row, "Live Chat Text"))
                    .orElse(""));
            if (said.isEmpty()) {
                skipped.merge("nothing in it", 1L, Long::sum);
                continue;
            }
            Draft draft = new Draft(source, name()).handles();
            draft.date(Stamps.iso(csv.cell(row, "Comment Create Timestamp")
                            .or(() -> csv.cell(row, "Live Chat Create Timestamp"))))
                    .author(csv.cell(row, "Channel ID"))
                    .threaded(new Threaded(id, video, parent))
                    .sourceUrl(video.map(one ->
                            WATCH + one + id.map(comment -> "&lc=" + comment).orElse("")))
                    .anchors(Chat.anchors(id, row.from(), row.to()));
            into.account(Essay.post(draft, Rendered.plain(said)));
            read++;
        }
        csv.tell(into);
        into.balance(new Balance("comments", seen, read, skipped));
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
