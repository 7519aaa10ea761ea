package org.afterword.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Threaded;
import org.afterword.model.Warning;

/**
 * The tables that Reddit gives a person who asks for their data: posts and comments, an account each; messages and
 * chats, an account for each thread or channel. Tables in which nobody says anything are counted.
 */
final class RedditExportReader implements Reader {
    private static final Pattern THREAD = Pattern.compile("/comments/(?<id>\\w{1,20})(?:/|$)");
    private static final String SITE = "https://www.reddit.com";
    private static final int MOST_HELD = 200_000;

    /** What a table holds, told by names of its columns, all of which it has. */
    private enum Table {
        COMMENTS("comments", "id", "permalink", "date", "subreddit", "link", "parent", "body"),
        POSTS("posts", "id", "permalink", "date", "subreddit", "title", "url"),
        MESSAGES("messages", "id", "permalink", "thread_id", "date", "from", "to", "body"),
        CHATS("messages", "message_id", "created_at", "username", "message", "channel_url"),
        DRAFTS("drafts", "id", "title", "body", "kind", "created"),
        HEADERS("rows", "id", "permalink", "date", "ip"),
        VOTES("rows", "id", "permalink", "direction"),
        POLLS("rows", "post_id", "user_selection"),
        SCHEDULED("drafts", "scheduled_post_id", "title", "body"),
        SAVED("rows", "id", "permalink"),
        STATISTICS("rows", "statistic", "value"),
        /** None of the above, beside {@link #STATISTICS}. */
        OTHER("rows");

        private final String unit;
        private final String columns;

        Table(String unit, String... columns) {
            this.unit = unit;
            this.columns = String.join(",", columns);
        }

        private List<String> columns() {
            return List.of(columns.split(",", -1));
        }

        static Optional<Table> of(List<String> names) {
            for (Table table : values()) {
                boolean whole = table.compareTo(SAVED) < 0 || names.equals(table.columns());
                if (names.containsAll(table.columns()) && whole && table != OTHER) {
                    return Optional.of(table);
                }
            }
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return "reddit-export";
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public boolean settles() {
        return true;
    }

    @Override
    public double confidence(Source source) {
        String head = new String(source.head(), StandardCharsets.UTF_8).replaceFirst("^\\ufeff", "");
        int end = head.indexOf('\n');
        String first = (end < 0 ? head : head.substring(0, end)).strip();
        if (first.length() < 500 && Table.of(List.of(first.split(",", -1))).isPresent()) {
            return 0.97;
        }
        return source.hasExtension("csv") && isBeside(source) ? 0.9 : 0;
    }

    private static boolean isBeside(Source source) {
        return source.beside("statistics.csv")
                .filter(one -> new String(one.head(), StandardCharsets.UTF_8).startsWith("statistic,value"))
                .isPresent();
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        var csv = new Csv(source);
        Table table = Table.of(csv.names()).orElse(Table.OTHER);
        var rows = new Rows(source, into, csv);
        switch (table) {
            case COMMENTS -> rows.each(rows::comment);
            case POSTS -> rows.each(rows::post);
            case DRAFTS, SCHEDULED -> rows.each(rows::draft);
            case MESSAGES -> rows.conversations("thread_id", "id", rows::message);
            case CHATS -> rows.conversations("channel_url", "message_id", rows::chat);
            case HEADERS, VOTES, POLLS, SAVED, STATISTICS, OTHER -> rows.each(row -> Optional.empty());
        }
        csv.tell(into);
        into.balance(new Balance(table.unit, rows.seen, rows.read, rows.skipped));
        if (rows.read == 0) {
            into.warning(new Warning("", "a table of a Reddit export in which nobody says anything"));
        }
    }

    private interface Tells<T> {
        T of(Csv.Row row);
    }

    private final class Rows {
        private final Source source;
        private final Findings into;
        private final Csv csv;
        private final Optional<String> owner;
        private final Map<String, Long> skipped = new TreeMap<>();
        private long seen;
        private long read;

        Rows(Source source, Findings into, Csv csv) throws IOException {
            this.source = source;
            this.into = into;
            this.csv = csv;
            this.owner = owner(source);
        }

        void each(Tells<Optional<Account>> tells) throws IOException {
            for (Optional<Csv.Row> row = csv.next(); row.isPresent(); row = csv.next()) {
                seen++;
                Optional<Account> account = tells.of(row.get());
                if (account.isPresent()) {
                    into.account(account.get());
                    read++;
                } else {
                    skipped.merge("nothing in it", 1L, Long::sum);
                }
            }
        }

        /** They stand newest first, and those of a conversation not together. */
        void conversations(String key, String id, Tells<Chat.Message> tells) throws IOException {
            var held = new LinkedHashMap<String, List<Csv.Row>>();
            int count = 0;
            for (Optional<Csv.Row> next = csv.next(); next.isPresent(); next = csv.next()) {
                Csv.Row row = next.get();
                seen++;
                String conversation =
                        csv.cell(row, key).or(() -> csv.cell(row, id)).orElse("");
                held.computeIfAbsent(conversation, none -> new ArrayList<>()).add(row);
                if (++count == MOST_HELD) {
                    give(held, tells);
                    count = 0;
                }
            }
            give(held, tells);
        }

        private void give(Map<String, List<Csv.Row>> held, Tells<Chat.Message> tells) throws IOException {
            for (var conversation : held.entrySet()) {
                List<Csv.Row> rows = conversation.getValue();
                List<Csv.Row> oldest = newestFirst(rows) ? rows.reversed() : rows;
                var chat = new Chat(drafted());
                for (Csv.Row row : oldest) {
                    if (chat.isFull()) {
                        into.account(finished(chat, conversation.getKey(), row));
                        chat = new Chat(drafted());
                    }
                    if (chat.add(tells.of(row).bytes(row.from(), row.to()))) {
                        read++;
                    } else {
                        skipped.merge("nothing in it", 1L, Long::sum);
                    }
                }
                if (!chat.isEmpty()) {
                    into.account(finished(chat, conversation.getKey(), oldest.getFirst()));
                }
            }
            held.clear();
        }

        private boolean newestFirst(List<Csv.Row> rows) {
            return date(rows.getFirst()).compareTo(date(rows.getLast())) > 0;
        }

        /** As it is written: year first. */
        private String date(Csv.Row row) {
            return csv.cell(row, "date").or(() -> csv.cell(row, "created_at")).orElse("");
        }

        private Account finished(Chat chat, String conversation, Csv.Row row) {
            chat.draft()
                    .title(csv.cell(row, "subject").orElse(""))
                    .channel(csv.cell(row, "channel_name")
                            .or(() -> csv.cell(row, "subreddit"))
                            .or(() -> Optional.of("private messages")))
                    .threaded(new Threaded(
                            Optional.empty(),
                            Optional.of(conversation).filter(one -> !one.isEmpty()),
                            Optional.empty()));
            return chat.account();
        }

        private Draft drafted() {
            return new Draft(source, name()).handles();
        }

        private Chat.Message message(Csv.Row row) {
            return new Chat.Message()
                    .id(csv.cell(row, "id"))
                    .by(Optional.empty(), csv.cell(row, "from"))
                    .at(Stamps.iso(csv.cell(row, "date")))
                    .said(csv.cell(row, "body").orElse(""));
        }

        private Chat.Message chat(Csv.Row row) {
            return new Chat.Message()
                    .id(csv.cell(row, "message_id"))
                    .by(Optional.empty(), csv.cell(row, "username"))
                    .at(Stamps.iso(csv.cell(row, "created_at")))
                    .answers(csv.cell(row, "thread_parent_message_id"))
                    .said(csv.cell(row, "message").orElse(""));
        }

        Optional<Account> comment(Csv.Row row) {
            Optional<String> thread = csv.cell(row, "link").flatMap(this::thread);
            Draft draft = drafted(row, "t1_")
                    .threaded(new Threaded(
                            csv.cell(row, "id").map(one -> "t1_" + one),
                            thread,
                            csv.cell(row, "parent").map(one -> "t1_" + one).or(() -> thread)));
            return said(draft, csv.cell(row, "body"), csv.cell(row, "media"));
        }

        Optional<Account> post(Csv.Row row) {
            Optional<String> id = csv.cell(row, "id").map(one -> "t3_" + one);
            Draft draft = drafted(row, "t3_")
                    .title(Chat.sound(csv.cell(row, "title").orElse("")))
                    .threaded(new Threaded(id, id, Optional.empty()));
            return said(draft, csv.cell(row, "body"), csv.cell(row, "url").filter(one -> !own(one, row)));
        }

        /** A text post's address is its own. */
        private boolean own(String url, Csv.Row row) {
            return csv.cell(row, "permalink").filter(url::endsWith).isPresent() || url.startsWith("/r/");
        }

        Optional<Account> draft(Csv.Row row) {
            Draft draft = drafted()
                    .author(owner)
                    .title("Draft: " + Chat.sound(csv.cell(row, "title").orElse("")))
                    .date(Stamps.iso(csv.cell(row, "created").or(() -> csv.cell(row, "submission_time"))))
                    .anchors(Chat.anchors(csv.cell(row, "id"), row.from(), row.to()));
            return csv.cell(row, "body").flatMap(body -> said(draft, Optional.of(body), Optional.empty()));
        }

        private Draft drafted(Csv.Row row, String kind) {
            return drafted()
                    .author(owner)
                    .channel(csv.cell(row, "subreddit"))
                    .date(Stamps.iso(csv.cell(row, "date").filter(date -> date.matches("\\d{4}-.*"))))
                    .sourceUrl(csv.cell(row, "permalink").map(link -> link.startsWith("/") ? SITE + link : link))
                    .anchors(Chat.anchors(csv.cell(row, "id").map(one -> kind + one), row.from(), row.to()));
        }

        private Optional<String> thread(String link) {
            Matcher found = THREAD.matcher(link);
            return found.find() ? Optional.of("t3_" + found.group("id")) : Optional.empty();
        }

        private Optional<Account> said(Draft draft, Optional<String> body, Optional<String> other) {
            String words = Chat.sound(body.orElse("")).strip();
            String whole = other.filter(one -> !words.contains(one))
                    .map(one -> (words + "\n\n" + Chat.sound(one)).strip())
                    .orElse(words);
            String said = whole.isEmpty() ? draft.title() : whole;
            return said.isEmpty() ? Optional.empty() : Optional.of(Essay.post(draft, Markdown.render(said)));
        }
    }

    /** Whose export it is, if the table that says so lies beside. */
    private static Optional<String> owner(Source source) throws IOException {
        Optional<Source> beside = source.beside("statistics.csv");
        if (beside.isPresent()) {
            var csv = new Csv(beside.get());
            for (Optional<Csv.Row> row = csv.next();
                    row.isPresent() && row.get().number() < 100;
                    row = csv.next()) {
                List<String> cells = row.get().cells();
                if (cells.size() == 2 && cells.getFirst().equals("account name")) {
                    return Optional.of(cells.get(1)).filter(name -> !name.isBlank());
                }
            }
        }
        return Optional.empty();
    }
}
