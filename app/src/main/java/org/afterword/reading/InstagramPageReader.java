package org.afterword.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Balance;
import org.afterword.model.Threaded;
import org.afterword.model.Warning;
import org.afterword.model.When;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Saved pages of Instagram: captions and comments, an account each. They are taken from the data that the page carries in
 * its scripts, that of today and that of before 2022: the names of its elements change from day to day and mean nothing.
 */
final class InstagramPageReader implements Reader {
    private static final Pattern MARKS = Pattern.compile(
            "\"(?:edge_media_to_(?:caption|comment|parent_comment)|xdt_api__v1__media__\\w{1,80})\"\\s*:");
    private static final Pattern POST =
            Pattern.compile("instagram\\.com/(?:[\\w.]{1,40}/)?(?:p|reel|tv)/(?<code>[\\w-]{1,40})");
    private static final String SITE = "https://www.instagram.com/p/";

    @Override
    public String name() {
        return "instagram-page";
    }

    @Override
    public double confidence(Source source) {
        String text = source.text();
        return text.contains("<script") && MARKS.matcher(text).find() ? 0.97 : 0;
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        Document page = Jsoup.parse(source.text());
        var shown = new Shown(source, into, shownPost(page));
        for (Element script : page.select("script")) {
            String data = script.data();
            if (MARKS.matcher(data).find()) {
                shown.walk(Json.parse(data.substring(data.indexOf('{'))).values());
            }
        }
        shown.end();
    }

    /** The post that the page is about; a profile shows many. */
    private static Optional<String> shownPost(Document page) {
        return page.select("link[rel=canonical], meta[property=og:url]").stream()
                .map(link -> POST.matcher(link.attr("href") + link.attr("content")))
                .filter(Matcher::find)
                .map(found -> found.group("code"))
                .findFirst();
    }

    /**
     * A part of the data that is still to be looked at.
     *
     * @param post whose it is
     * @param parent the comment that it is below
     */
    private record Open(JsonNode node, Optional<String> post, Optional<String> parent) {}

    private final class Shown {
        private final Source source;
        private final Findings into;
        private final Optional<String> shown;
        /** The same stands in several scripts. */
        private final Set<String> seen = new LinkedHashSet<>();

        private final Map<String, Long> skipped = new TreeMap<>();
        private final Map<String, Long> comments = new TreeMap<>();
        private long read;
        private long readComments;

        Shown(Source source, Findings into, Optional<String> shown) {
            this.source = source;
            this.into = into;
            this.shown = shown;
        }

        void walk(JsonNode data) throws IOException {
            Deque<Open> open = new ArrayDeque<>();
            open.push(new Open(data, shown, Optional.empty()));
            while (!open.isEmpty()) {
                Open one = open.pop();
                Optional<String> post = one.post();
                Optional<String> parent = one.parent();
                boolean isPost = isPost(one.node());
                if (isPost) {
                    post = code(one.node());
                    parent = Optional.empty();
                    post(one.node(), post.orElse(""));
                } else if (isComment(one.node())) {
                    parent = id(one.node());
                    comment(one);
                }
                var below = new ArrayList<Open>();
                for (var field : one.node().properties()) {
                    if (!isPost || !field.getKey().matches("caption|edge_media_to_caption")) {
                        below.add(new Open(field.getValue(), post, parent));
                    }
                }
                if (one.node().isArray()) {
                    for (JsonNode element : one.node()) {
                        below.add(new Open(element, post, parent));
                    }
                }
                below.reversed().stream()
                        .filter(next -> next.node().isContainerNode())
                        .forEach(open::push);
            }
        }

        private void post(JsonNode node, String code) throws IOException {
            count(node).ifPresent(count -> comments.merge(code, count, Math::max));
            if (!seen.add("post " + code)) {
                return;
            }
            Optional<String> words = Json.text(node.path("caption"), "text")
                    .or(() -> Json.text(
                            node.path("edge_media_to_caption")
                                    .path("edges")
                                    .path(0)
                                    .path("node"),
                            "text"));
            Optional<When> taken = seconds(node, "taken_at_timestamp").or(() -> seconds(node, "taken_at"));
            say(
                    words,
                    draft(node, code)
                            .date(taken)
                            .threaded(new Threaded(Optional.of(code), Optional.of(code), Optional.empty())));
        }

        private void comment(Open one) throws IOException {
            Optional<String> id = id(one.node());
            if (!seen.add("comment " + id.orElse(""))) {
                return;
            }
            Optional<String> parent =
                    number(one.node().path("parent_comment_id")).or(one::parent);
            Draft draft = draft(one.node(), one.post().orElse(""))
                    .date(seconds(one.node(), "created_at"))
                    .anchors(Chat.anchors(id, -1, -1))
                    .threaded(new Threaded(id, one.post(), parent.or(one::post)));
            if (say(Json.text(one.node(), "text"), draft)) {
                readComments++;
            }
        }

        private Draft draft(JsonNode node, String code) {
            return new Draft(source, name())
                    .handles()
                    .author(author(node))
                    .sourceUrl(Optional.of(SITE + code + "/").filter(_ -> !code.isEmpty()));
        }

        private boolean say(Optional<String> words, Draft draft) throws IOException {
            String said = words.map(Chat::sound).orElse("").strip();
            if (said.isEmpty()) {
                skipped.merge("without words", 1L, Long::sum);
                return false;
            }
            into.account(Essay.post(draft, Rendered.plain(said)));
            read++;
            return true;
        }

        void end() throws IOException {
            long told = shown.map(code -> comments.getOrDefault(code, 0L))
                    .orElseGet(() -> comments.values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
            if (told > readComments) {
                into.warning(new Warning(
                        "",
                        "the page says that there are " + told + " comments; " + (told - readComments)
                                + " of them are not in it"));
            }
            if (seen.isEmpty()) {
                into.warning(new Warning("", "no post and no comment in it"));
            } else {
                into.balance(new Balance("posts and comments", seen.size(), read, skipped));
            }
        }
    }

    private static boolean isPost(JsonNode node) {
        return code(node).isPresent()
                && author(node).isPresent()
                && (node.has("caption") || node.has("edge_media_to_caption"));
    }

    private static boolean isComment(JsonNode node) {
        return node.path("text").isTextual()
                && node.has("created_at")
                && id(node).isPresent()
                && author(node).isPresent();
    }

    private static Optional<String> code(JsonNode node) {
        return Json.text(node, "shortcode").or(() -> Json.text(node, "code")).filter(code -> !code.isBlank());
    }

    private static Optional<String> id(JsonNode node) {
        return number(node.path("pk")).or(() -> number(node.path("id")));
    }

    /** Ids are written as numbers and as texts. */
    private static Optional<String> number(JsonNode node) {
        return Optional.of(node.asText("")).filter(text -> text.matches("[0-9_]{1,60}"));
    }

    private static Optional<String> author(JsonNode node) {
        return Json.text(node.path("owner"), "username")
                .or(() -> Json.text(node.path("user"), "username"))
                .filter(name -> !name.isBlank());
    }

    private static Optional<When> seconds(JsonNode node, String field) {
        return Stamps.seconds(Optional.of(node.path(field).asText("")).filter(text -> !text.isEmpty()));
    }

    private static Optional<Long> count(JsonNode node) {
        return List.of("edge_media_to_parent_comment", "edge_media_preview_comment", "edge_media_to_comment").stream()
                .map(name -> node.path(name).path("count").asText(""))
                .filter(text -> text.matches("\\d{1,9}"))
                .findFirst()
                .or(() -> Optional.of(node.path("comment_count").asText("")).filter(text -> text.matches("\\d{1,9}")))
                .map(Long::parseLong);
    }
}
