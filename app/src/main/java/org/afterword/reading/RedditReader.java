package org.afterword.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Anchor;
import org.afterword.model.Balance;
import org.afterword.model.Threaded;
import org.afterword.model.Warning;
import org.afterword.model.When;

/** Reddit's JSON: what the API gives (listings, trees of comments, single things) and Pushshift's lines and arrays. */
final class RedditReader implements Reader {
    private static final Pattern MARKS = Pattern.compile(
            "\\\\*\"(?:subreddit|link_id|subreddit_id)\\\\*\"\\s*:|\\\\*\"kind\\\\*\"\\s*:\\s*\\\\*\"(?:Listing|t[13])\\\\*\"");
    private static final Pattern WORDS = Pattern.compile("\\\\*\"(?:body|selftext|title)\\\\*\"\\s*:");
    private static final Pattern FULL_NAME = Pattern.compile("t[13]_\\w{1,20}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,18}(?:\\.\\d{1,18})?");
    private static final String SITE = "https://www.reddit.com";

    @Override
    public String name() {
        return "reddit";
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public double confidence(Source source) {
        String text = source.isLarge() ? head(source) : source.text();
        if (!Json.looksLike(text)) {
            return 0;
        }
        return MARKS.matcher(text).find() && WORDS.matcher(text).find() ? 0.97 : 0;
    }

    private static String head(Source source) {
        return new String(source.head(), StandardCharsets.UTF_8);
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        long accounts = source.isLarge() || isLines(head(source))
                ? lines(source, into)
                : things(source, Json.parse(source.text()), Optional.empty(), List.of(), into);
        if (accounts == 0) {
            into.warning(new Warning("", "no post and no comment in it"));
        }
    }

    private long lines(Source source, Findings into) throws IOException {
        long expected = 0;
        long read = 0;
        long broken = 0;
        long other = 0;
        long accounts = 0;
        try (InputStream in = source.stream(0)) {
            var lines = new ByteLines(in);
            for (Optional<ByteLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                String text = line.get().text();
                if (text.isBlank()) {
                    continue;
                }
                expected++;
                Json json = Json.parse(text);
                int found = things(
                        source,
                        json,
                        Optional.of("line " + line.get().number()),
                        List.of(Anchor.bytes(0, line.get().from(), line.get().to())),
                        into);
                accounts += found;
                if (found > 0) {
                    read++;
                } else if (json.broken().isPresent()) {
                    broken++;
                } else {
                    other++;
                }
            }
        }
        var skipped = new TreeMap<String, Long>();
        skipped.put("broken", broken);
        skipped.put("neither a post nor a comment", other);
        skipped.values().removeIf(count -> count == 0);
        into.balance(new Balance("lines", expected, read, skipped));
        return accounts;
    }

    /** Whether every line is a value of its own: the first line ends as it begins. */
    private static boolean isLines(String text) {
        String first = text.strip();
        int end = first.indexOf('\n');
        String rest = end < 0 ? "" : first.substring(end).stripLeading();
        return first.startsWith("{")
                && rest.startsWith("{")
                && first.substring(0, end).stripTrailing().endsWith("}");
    }

    /**
     * @return how many accounts were found
     */
    private int things(Source source, Json json, Optional<String> line, List<Anchor> anchors, Findings into)
            throws IOException {
        int accounts = 0;
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(json.values());
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            if (isThing(node)) {
                Optional<Account> account = account(source, node, anchors);
                if (account.isPresent()) {
                    into.account(account.get());
                    accounts++;
                }
            }
            String more = node.path("data").path("count").asText("0");
            if (node.path("kind").asText("").equals("more") && !more.equals("0")) {
                into.warning(
                        new Warning(line.orElse("after message " + accounts), "more comments are not in the file"));
            }
            var children = new ArrayList<JsonNode>();
            node.properties().forEach(entry -> {
                // what a cross-post repeats is the original, of which there is only this copy
                if (!entry.getKey().equals("crosspost_parent_list")) {
                    children.add(entry.getValue());
                }
            });
            node.elements().forEachRemaining(child -> {
                if (node instanceof ArrayNode) {
                    children.add(child);
                }
            });
            children.reversed().forEach(child -> {
                if (child.isContainerNode()) {
                    open.push(child);
                } else if (child.isTextual()
                        && Json.looksLike(child.textValue())
                        && MARKS.matcher(child.textValue()).find()) {
                    open.push(Json.parse(child.textValue()).values());
                }
            });
        }
        if (json.broken().isPresent()) {
            Warning broken = json.broken().get();
            into.warning(new Warning(
                    line.orElse(broken.where()),
                    line.isPresent()
                            ? broken.message()
                            : broken.message() + "; " + accounts + " messages before it are read"));
        }
        return accounts;
    }

    private static boolean isThing(JsonNode node) {
        boolean about = node.has("subreddit") || node.has("link_id") || node.has("permalink") || node.has("parent_id");
        boolean says = node.path("body").isTextual()
                || node.path("selftext").isTextual()
                || node.path("title").isTextual();
        return node.path("author").isTextual() && about && says;
    }

    private Optional<Account> account(Source source, JsonNode node, List<Anchor> anchors) {
        Draft draft = new Draft(source, name()).handles().anchors(anchors).threaded(threaded(node));
        Optional<String> author = Json.text(node, "author").filter(name -> !Gone.is(name));
        Json.text(node, "title").map(RedditReader::unescaped).ifPresent(draft::title);
        draft.author(author)
                .channel(Json.text(node, "subreddit"))
                .sourceUrl(Json.text(node, "permalink").map(RedditReader::address))
                .date(created(node));
        String body =
                Json.text(node, "body").or(() -> Json.text(node, "selftext")).orElse("");
        JsonNode original = node.path("crosspost_parent_list").path(0);
        if (node.path("crosspost_parent").isTextual() || original.isObject()) {
            Optional<String> where = Json.text(original, "permalink").map(RedditReader::address);
            Optional<String> writer = Json.text(original, "author").filter(name -> !Gone.is(name));
            draft.repost(
                    new Repost(Json.text(node, "crosspost_parent").orElse("cross-post"), writer, where, false), where);
            body = body.isBlank() ? Json.text(original, "selftext").orElse("") : body;
        }
        String said = unescaped(body).strip();
        if (said.isEmpty()) {
            said = draft.title();
        }
        if (said.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Essay.post(draft, Markdown.render(said)));
    }

    private static Threaded threaded(JsonNode node) {
        boolean comment = node.has("body") || node.has("link_id");
        Optional<String> id = Json.text(node, "name")
                .filter(name -> FULL_NAME.matcher(name).matches())
                .or(() -> Json.text(node, "id").map(own -> (comment ? "t1_" : "t3_") + own));
        return new Threaded(
                id, Json.text(node, "link_id").or(() -> comment ? Optional.empty() : id), Json.text(node, "parent_id"));
    }

    private static Optional<When> created(JsonNode node) {
        JsonNode value = node.has("created_utc") ? node.path("created_utc") : node.path("created");
        String written = value.asText("");
        return SECONDS.matcher(written).matches()
                ? Optional.of(Dates.epoch(written, Long.parseLong(written.split("\\.", 2)[0])))
                : Optional.empty();
    }

    private static String address(String permalink) {
        return permalink.startsWith("/") ? SITE + permalink : permalink;
    }

    /** Reddit escapes these three, unless it is asked not to. */
    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
