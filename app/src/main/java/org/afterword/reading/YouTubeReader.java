package org.afterword.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Threaded;
import org.afterword.model.Warning;
import org.afterword.model.When;
import org.jsoup.Jsoup;

/** YouTube's comments: lists as the Data API gives them, and yt-dlp's {@code .info.json}. Each comment is an account. */
final class YouTubeReader implements Reader {
    private static final Pattern KIND = Pattern.compile("youtube#comment(?:Thread)?(?:ListResponse)?");
    private static final Pattern WANTED = Pattern.compile("/\\*|(?:/\\*)?/items/\\*|/comments/\\*");
    private static final String WATCH = "https://www.youtube.com/watch?v=";

    @Override
    public String name() {
        return "youtube";
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public double confidence(Source source) {
        JsonNode head = JsonWalk.head(source);
        JsonNode first = head.isArray() ? head.path(0) : head;
        if (KIND.matcher(first.path("kind").asText("")).matches()
                || KIND.matcher(first.path("items").path(0).path("kind").asText(""))
                        .matches()) {
            return 0.98;
        }
        JsonNode comment = head.path("comments").path(0);
        boolean video =
                Json.text(head, "id").isPresent() && Json.text(head, "title").isPresent();
        if (video && comment.has("author") && comment.has("text") && comment.has("parent")) {
            return 0.97;
        }
        boolean ytdlp =
                head.path("formats").path(0).has("format_id") || head.has("extractor_key") || head.has("extractor");
        return video && (ytdlp || source.fileName().endsWith(".info.json")) ? 0.95 : 0;
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        var comments = new Comments(source, into);
        JsonWalk.Walked walked = JsonWalk.walk(source, 0, comments);
        boolean video = comments.video();
        if (!video || walked.seen() > 0) {
            walked.tell(into, "comments", comments.read, comments.skipped);
        } else if (walked.broken().isPresent()) {
            into.warning(walked.broken().get());
        }
        if (comments.missing > 0) {
            into.warning(new Warning("", comments.missing + " replies are not in the file"));
        }
    }

    private final class Comments implements JsonWalk.Sight {
        private final Source source;
        private final Findings into;
        private final Map<String, Long> skipped = new TreeMap<>();
        private final Map<String, String> head = new HashMap<>();
        private long read;
        private long missing;

        Comments(Source source, Findings into) {
            this.source = source;
            this.into = into;
        }

        @Override
        public boolean wants(String path) {
            return WANTED.matcher(path).matches() && !(path.equals("/*") && isPages());
        }

        /** Whether the root is an array of the API's answers, and not of comments. */
        private boolean isPages() {
            return JsonWalk.head(source).path(0).has("items");
        }

        @Override
        public void value(String path, String text) {
            if (path.indexOf('/', 1) < 0 && head.size() < 200) {
                head.put(path, text);
            }
        }

        @Override
        public void whole(String path, JsonNode node, long from, long to) throws IOException {
            if (path.equals("/comments/*")) {
                count(give(downloaded(node, from, to)));
                return;
            }
            JsonNode top = node.path("snippet").path("topLevelComment");
            JsonNode replies = node.path("replies").path("comments");
            count(give(listed(top.isObject() ? top : node, Optional.empty(), from, to)));
            for (JsonNode reply : replies) {
                give(listed(reply, Json.text(node, "id"), from, to));
            }
            String total = node.path("snippet").path("totalReplyCount").asText("0");
            missing += total.matches("\\d{1,9}") ? Math.max(0, Long.parseLong(total) - replies.size()) : 0;
        }

        private void count(boolean was) {
            if (was) {
                read++;
            } else {
                skipped.merge("nothing in it", 1L, Long::sum);
            }
        }

        private boolean give(Optional<Account> account) throws IOException {
            if (account.isPresent()) {
                into.account(account.get());
            }
            return account.isPresent();
        }

        /** What the video says of itself. */
        boolean video() throws IOException {
            String id = head.getOrDefault("/id", "");
            String about = Chat.sound(head.getOrDefault("/description", "")).strip();
            String title = head.getOrDefault("/title", "");
            boolean there =
                    !id.isEmpty() && !title.isEmpty() && !(about + title).isBlank() && !head.containsKey("/kind");
            if (there) {
                Draft draft = new Draft(source, name()).handles();
                draft.title(Chat.sound(title))
                        .author(Optional.ofNullable(head.get("/uploader"))
                                .or(() -> Optional.ofNullable(head.get("/channel"))))
                        .channel(Optional.ofNullable(head.get("/channel")))
                        .date(uploaded())
                        .sourceUrl(Optional.ofNullable(head.get("/webpage_url")).or(() -> Optional.of(WATCH + id)))
                        .threaded(new Threaded(Optional.of(id), Optional.of(id), Optional.empty()));
                into.account(Essay.post(draft, Rendered.plain(about.isEmpty() ? draft.title() : about)));
            }
            return there;
        }

        private Optional<When> uploaded() {
            Optional<When> exact = Stamps.seconds(Optional.ofNullable(head.get("/timestamp")));
            return exact.or(() -> Optional.ofNullable(head.get("/upload_date"))
                    .filter(day -> day.matches("\\d{8}"))
                    .flatMap(day -> Dates.date(day.replaceFirst("(....)(..)(..)", "$1-$2-$3"))));
        }

        private Optional<Account> downloaded(JsonNode node, long from, long to) {
            Optional<String> id = Json.text(node, "id");
            Optional<String> video = Optional.ofNullable(head.get("/id"));
            Optional<String> parent = Json.text(node, "parent").filter(one -> !one.equals("root"));
            return comment(
                    node.path("text").asText(""),
                    Json.text(node, "author"),
                    new Threaded(id, video, parent),
                    Stamps.seconds(Json.text(node, "timestamp")),
                    Optional.ofNullable(head.get("/title")),
                    from,
                    to);
        }

        private Optional<Account> listed(JsonNode node, Optional<String> thread, long from, long to) {
            JsonNode snippet = node.path("snippet");
            boolean original = Json.text(snippet, "textOriginal").isPresent();
            String text = original
                    ? snippet.path("textOriginal").asText("")
                    : HtmlText.of(Jsoup.parseBodyFragment(
                                            snippet.path("textDisplay").asText(""))
                                    .body())
                            .text();
            return comment(
                    text,
                    Json.text(snippet, "authorDisplayName"),
                    new Threaded(
                            Json.text(node, "id"),
                            Json.text(snippet, "videoId"),
                            Json.text(snippet, "parentId").or(() -> thread)),
                    Stamps.iso(Json.text(snippet, "publishedAt")),
                    Optional.empty(),
                    from,
                    to);
        }

        private Optional<Account> comment(
                String text,
                Optional<String> author,
                Threaded place,
                Optional<When> date,
                Optional<String> video,
                long from,
                long to) {
            String said = Chat.sound(text).strip();
            if (said.isEmpty()) {
                return Optional.empty();
            }
            Draft draft = new Draft(source, name()).handles();
            draft.author(author)
                    .channel(video.map(Chat::sound))
                    .date(date)
                    .threaded(place)
                    .sourceUrl(place.thread().flatMap(one -> place.id().map(id -> WATCH + one + "&lc=" + id)))
                    .anchors(Chat.anchors(place.id(), from, to));
            return Optional.of(Essay.post(draft, Rendered.plain(said)));
        }
    }
}
