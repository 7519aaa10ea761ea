package org.afterword.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Span;
import org.afterword.model.Threaded;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The responses under a story on Medium. They are posts of their own, and stand in the data that a saved page carries
 * ({@code window.__APOLLO_STATE__}); the names of the page's elements mean nothing.
 */
final class MediumResponses {
    private static final String STATE = "__APOLLO_STATE__";
    private static final String POST = "Post:";

    private final Source source;
    private final String format;
    private final PageFacts facts;
    private final JsonNode state;

    private MediumResponses(Source source, String format, PageFacts facts, JsonNode state) {
        this.source = source;
        this.format = format;
        this.facts = facts;
        this.state = state;
    }

    /**
     * @param expected how many the page says that there are under the story; at least as many as it has
     * @param seen how many it has
     */
    record Taken(List<Account> accounts, long expected, int seen) {}

    static Taken of(Source source, String format, Document page, PageFacts facts) {
        for (Element script : page.select("script")) {
            String data = script.data();
            int at = data.indexOf(STATE);
            int begin = at < 0 ? -1 : data.indexOf('{', at);
            if (begin >= 0) {
                JsonNode state = Json.parse(data.substring(begin)).values().path(0);
                return new MediumResponses(source, format, facts, state).taken();
            }
        }
        return new Taken(List.of(), 0, 0);
    }

    private Taken taken() {
        var accounts = new ArrayList<Account>();
        long expected = 0;
        int seen = 0;
        for (Map.Entry<String, JsonNode> one : state.properties()) {
            JsonNode post = one.getValue();
            if (!one.getKey().startsWith(POST)) {
                continue;
            }
            if (isShown(post)) {
                expected = post.path("postResponses").path("count").asLong(0);
            } else if (answered(post).isPresent()) {
                seen++;
                account(post).ifPresent(accounts::add);
            }
        }
        return new Taken(accounts, Math.max(expected, seen), seen);
    }

    /** The post that the page is about may be a response itself. */
    private boolean isShown(JsonNode post) {
        String id = Json.text(post, "id").orElse("-");
        return facts.address().filter(address -> address.endsWith(id)).isPresent();
    }

    private static Optional<JsonNode> answered(JsonNode post) {
        return post.properties().stream()
                .filter(field -> field.getKey().startsWith("inResponseTo")
                        && !field.getValue().isNull())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Optional<Account> account(JsonNode post) {
        var text = new StringBuilder();
        var quotes = new ArrayList<Span>();
        for (JsonNode one : paragraphs(post)) {
            JsonNode paragraph = followed(one);
            String words =
                    Json.text(paragraph, "text").map(Chat::sound).orElse("").strip();
            if (!words.isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n\n").append(words);
                if (Json.text(paragraph, "type")
                        .filter(type -> type.matches("[BP]Q"))
                        .isPresent()) {
                    quotes.add(new Span(text.length() - words.length(), text.length()));
                }
            }
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        JsonNode author = followed(post.path("creator"));
        Optional<String> id = Json.text(post, "id");
        Draft draft = new Draft(source, format)
                .author(Json.text(author, "name").or(() -> Json.text(author, "username")))
                .channel(facts.channel())
                .date(List.of("firstPublishedAt", "createdAt", "latestPublishedAt").stream()
                        .map(name -> post.path(name).asText(""))
                        .filter(written -> written.matches("[1-9]\\d{0,17}"))
                        .findFirst()
                        .flatMap(written -> Stamps.millis(Optional.of(written))))
                .sourceUrl(Json.text(post, "mediumUrl").filter(url -> url.startsWith("http")))
                .anchors(Chat.anchors(id, -1, -1))
                .threaded(new Threaded(id, Optional.empty(), answered(post).flatMap(MediumResponses::reference)));
        return Optional.of(Essay.post(draft, new Rendered(text.toString(), quotes, List.of())));
    }

    /** The field has the arguments of the query in its name. */
    private static JsonNode paragraphs(JsonNode post) {
        return post.properties().stream()
                .filter(field -> field.getKey().startsWith("content"))
                .map(field -> field.getValue().path("bodyModel").path("paragraphs"))
                .filter(JsonNode::isArray)
                .findFirst()
                .orElse(post.path("-"));
    }

    private static Optional<String> reference(JsonNode node) {
        return Json.text(node, "__ref").map(key -> key.replaceFirst("^Post:", ""));
    }

    /** What stands elsewhere in the data. */
    private JsonNode followed(JsonNode node) {
        return Json.text(node, "__ref").map(state::path).orElse(node);
    }
}
