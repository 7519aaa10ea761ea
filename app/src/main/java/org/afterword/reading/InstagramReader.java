package org.afterword.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.model.When;

/**
 * What Instagram's "download your information" has beside messages, which are Facebook's: comments, and the captions of
 * posts, reels, stories and what was archived. Each is an account; what has no words is counted.
 */
final class InstagramReader implements Reader {
    private static final Pattern LIST = Pattern.compile("(?:/[a-z_0-9]{1,60})?/\\*");
    private static final Pattern LISTED =
            Pattern.compile("comments_\\w+_comments|post_comments(?:_\\d+)?|ig_\\w{1,40}");
    private static final Pattern OWNER =
            Pattern.compile("(?i).*(?:owner|besitzer|inhaber|propriét|propiet|eigenaar|proprietar|proprieta|dono).*");
    private static final Pattern COMMENT =
            Pattern.compile("(?i)(?:comment|kommentar|commentaire|comentario|comentário|commento|opmerking|reactie)");
    private static final List<String> PROFILES = List.of(
            "../../personal_information/personal_information/personal_information.json",
            "../../../personal_information/personal_information/personal_information.json",
            "../personal_information/personal_information.json",
            "../account_information/personal_information.json");

    @Override
    public String name() {
        return "instagram";
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public double confidence(Source source) {
        JsonNode head = JsonWalk.head(source);
        if (head.isArray()) {
            return isOne(head.path(0)) ? 0.96 : 0;
        }
        for (var field : head.properties()) {
            if (LISTED.matcher(field.getKey()).matches() && field.getValue().isArray()) {
                return isOne(field.getValue().path(0)) ? 0.97 : 0;
            }
        }
        return 0;
    }

    private static boolean isOne(JsonNode node) {
        return node.path("string_map_data").isObject()
                || isMedia(node)
                || isMedia(node.path("media").path(0));
    }

    private static boolean isMedia(JsonNode node) {
        return node.has("uri") && node.has("creation_timestamp");
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        var posts = new Posts(source, into);
        JsonWalk.walk(source, 0, posts).tell(into, "posts and comments", posts.read, posts.skipped);
    }

    private final class Posts implements JsonWalk.Sight {
        private final Source source;
        private final Findings into;
        private final Optional<String> owner;
        private final Map<String, Long> skipped = new TreeMap<>();
        private long read;

        Posts(Source source, Findings into) {
            this.source = source;
            this.into = into;
            this.owner = owner(source);
        }

        @Override
        public boolean wants(String path) {
            return LIST.matcher(path).matches();
        }

        @Override
        public void whole(String path, JsonNode node, long from, long to) throws IOException {
            JsonNode mended = Mojibake.mend(node);
            Draft draft =
                    new Draft(source, name()).handles().author(owner).anchors(Chat.anchors(Optional.empty(), from, to));
            Optional<Account> account =
                    mended.path("string_map_data").isObject() ? comment(draft, mended) : post(draft, mended);
            if (account.isPresent()) {
                into.account(account.get());
                read++;
            } else {
                skipped.merge("without words", 1L, Long::sum);
            }
        }
    }

    static boolean isOwner(String field) {
        return OWNER.matcher(field).matches();
    }

    static boolean isComment(String field) {
        return COMMENT.matcher(field).matches();
    }

    /** The names of the fields are in the language of the export. */
    private static Optional<Account> comment(Draft draft, JsonNode node) {
        Optional<String> words = Optional.empty();
        Optional<String> other = Optional.empty();
        for (var field : node.path("string_map_data").properties()) {
            Optional<String> value = Json.text(field.getValue(), "value").filter(text -> !text.isBlank());
            if (isOwner(field.getKey())) {
                draft.channel(value.map(name -> "under a post of " + name));
            } else if (isComment(field.getKey())) {
                words = words.or(() -> value);
            } else {
                other = other.or(() -> value);
            }
            draft.date(seconds(field.getValue().path("timestamp")));
        }
        return said(draft, words.isPresent() ? words : other, List.of());
    }

    /** A post of several pictures has its words beside them, one of a single picture at it. */
    private static Optional<Account> post(Draft draft, JsonNode node) {
        List<JsonNode> media = new ArrayList<>();
        node.path("media").forEach(media::add);
        if (media.isEmpty()) {
            media.add(node);
        }
        var words = new ArrayList<String>();
        Json.text(node, "title").filter(text -> !text.isBlank()).ifPresent(words::add);
        draft.date(seconds(node.path("creation_timestamp")));
        var files = new ArrayList<String>();
        for (JsonNode one : media) {
            Json.text(one, "title")
                    .filter(text -> !text.isBlank() && !words.contains(text))
                    .ifPresent(words::add);
            Json.text(one, "uri").ifPresent(uri -> files.add("[" + uri + "]"));
            draft.date(seconds(one.path("creation_timestamp")));
        }
        return said(draft, Optional.of(String.join("\n\n", words)), files);
    }

    private static Optional<Account> said(Draft draft, Optional<String> words, List<String> files) {
        String said = words.map(Chat::sound).orElse("").strip();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        String text = files.isEmpty() ? said : said + "\n\n" + Chat.sound(String.join("\n", files));
        var turns = new ArrayList<Turn>();
        turns.add(new Turn(0, new Span(0, said.length()), 0, Turn.Voice.OWN, false, draft.date()));
        if (!files.isEmpty()) {
            var span = new Span(said.length() + 2, text.length());
            turns.add(new Turn(1, span, 0, Turn.Voice.SYSTEM, false, draft.date()));
        }
        Speaker speaker = draft.speaker(draft.author(), Speaker.Role.TELLER);
        return Optional.of(draft.account(text, List.of(speaker), turns));
    }

    private static Optional<When> seconds(JsonNode written) {
        String text = written.asText("");
        return text.isEmpty() || text.equals("0") ? Optional.empty() : Stamps.seconds(Optional.of(text));
    }

    /** Whose export it is, if that lies beside. */
    private static Optional<String> owner(Source source) {
        for (String path : PROFILES) {
            Optional<Source> profile = source.beside(path).filter(one -> !one.isLarge());
            if (profile.isPresent()) {
                JsonNode facts = Mojibake.mend(JsonWalk.head(profile.get())
                        .path("profile_user")
                        .path(0)
                        .path("string_map_data"));
                for (var field : facts.properties()) {
                    if (field.getKey()
                            .toLowerCase(Locale.ROOT)
                            .matches("user ?name|benutzername|nom d[’']utilisateur|nombre de usuario|gebruikersnaam")) {
                        return Json.text(field.getValue(), "value");
                    }
                }
            }
        }
        return Optional.empty();
    }
}
