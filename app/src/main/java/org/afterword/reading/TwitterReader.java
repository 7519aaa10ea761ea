package org.afterword.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Threaded;
import org.afterword.model.Warning;

/**
 * Parts of an X (Twitter) archive, {@code window.YTD.tweets.part0 = […]}, and tweets as the API gives them. Each tweet
 * is an account, each conversation of direct messages is one.
 */
final class TwitterReader implements Reader {
    private static final Pattern PART = Pattern.compile("\\A\\s*window\\.YTD\\.(?<what>\\w{1,60})\\.part\\d+\\s*=\\s*");
    private static final Pattern OWN = Pattern.compile("(?:deleted_)?(?:community_)?(?:tweets?|note_tweets?)");
    private static final Pattern DIRECT = Pattern.compile("direct_messages?(?:_group)?(?:_headers)?");
    private static final Pattern LETTER = Pattern.compile("/\\*(?:/dmConversation)?/messages/\\*");
    private static final String UNIT = "tweets";

    @Override
    public String name() {
        return "twitter";
    }

    @Override
    public boolean streams() {
        return true;
    }

    private static Matcher part(Source source) {
        byte[] head = source.head();
        return PART.matcher(new String(head, 0, Math.min(head.length, 200), StandardCharsets.ISO_8859_1)
                .replaceFirst("^\\u00ef\\u00bb\\u00bf", "   "));
    }

    @Override
    public double confidence(Source source) {
        if (part(source).find()) {
            return 0.99;
        }
        JsonNode head = JsonWalk.head(source);
        JsonNode first = head.isArray() ? head.path(0) : head.isObject() ? head : head.path(0);
        JsonNode tweet = first.has("tweet") ? first.path("tweet") : first;
        boolean said = tweet.has("full_text") || (tweet.has("text") && tweet.has("id_str"));
        return said && tweet.has("created_at") && (tweet.has("id_str") || tweet.has("id")) ? 0.96 : 0;
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        Matcher part = part(source);
        boolean archive = part.find();
        String what = archive ? part.group("what") : "tweets";
        if (DIRECT.matcher(what).matches()) {
            var letters = new Letters(source, into);
            JsonWalk.walk(source, part.end(), letters).tell(into, "messages", letters.read, letters.skipped);
        } else if (OWN.matcher(what).matches()) {
            var tweets = new Tweets(source, into);
            JsonWalk.walk(source, archive ? part.end() : 0, tweets).tell(into, UNIT, tweets.read, tweets.skipped);
        } else {
            into.warning(new Warning(
                    "", "a part of an X (Twitter) archive that holds neither tweets nor messages: " + what));
        }
    }

    private final class Tweets implements JsonWalk.Sight {
        private final Source source;
        private final Findings into;
        private final Optional<TwitterOwner> owner;
        private final Map<String, Long> skipped = new TreeMap<>();
        private long read;

        Tweets(Source source, Findings into) {
            this.source = source;
            this.into = into;
            this.owner = TwitterOwner.of(source);
        }

        @Override
        public boolean wants(String path) {
            return path.equals("/*") || (path.isEmpty() && JsonWalk.head(source).isObject());
        }

        @Override
        public void whole(String path, JsonNode node, long from, long to) throws IOException {
            JsonNode tweet = node.has("tweet") ? node.path("tweet") : node;
            var account = node.has("noteTweet")
                    ? Tweet.note(new Draft(source, name()).handles(), node.path("noteTweet"), owner, from, to)
                    : Tweet.of(new Draft(source, name()).handles(), tweet, owner, from, to);
            if (account.isPresent()) {
                into.account(account.get());
                read++;
            } else {
                skipped.merge("nothing in it", 1L, Long::sum);
            }
        }
    }

    /** Conversations, in each of which the messages stand newest first. */
    private final class Letters implements JsonWalk.Sight {
        private final Source source;
        private final Findings into;
        private final Optional<TwitterOwner> owner;
        private final Map<String, Long> skipped = new TreeMap<>();
        private final List<Chat.Message> held = new ArrayList<>();
        private Optional<String> conversation = Optional.empty();
        private long read;

        Letters(Source source, Findings into) {
            this.source = source;
            this.into = into;
            this.owner = TwitterOwner.of(source);
        }

        @Override
        public boolean wants(String path) {
            return LETTER.matcher(path).matches();
        }

        @Override
        public void value(String path, String text) {
            if (path.endsWith("/conversationId")) {
                conversation = Optional.of(text);
            }
        }

        @Override
        public void whole(String path, JsonNode node, long from, long to) throws IOException {
            held.add(letter(node).bytes(from, to));
            if (held.size() >= 20 * Chat.MOST) {
                give();
            }
        }

        @Override
        public void ended(String path) throws IOException {
            if (path.equals("/*") || path.equals("/*/dmConversation")) {
                give();
                conversation = Optional.empty();
            }
        }

        private void give() throws IOException {
            var chat = new Chat(new Draft(source, name()).handles());
            for (Chat.Message message : held.reversed()) {
                if (chat.isFull()) {
                    finish(chat);
                    chat = new Chat(new Draft(source, name()).handles());
                }
                if (chat.add(message)) {
                    read++;
                } else {
                    skipped.merge("nothing in it", 1L, Long::sum);
                }
            }
            finish(chat);
            held.clear();
        }

        private void finish(Chat chat) throws IOException {
            if (!chat.isEmpty()) {
                chat.draft()
                        .channel(Optional.of("direct messages"))
                        .threaded(new Threaded(Optional.empty(), conversation, Optional.empty()));
                into.account(chat.account());
            }
        }

        private Chat.Message letter(JsonNode node) {
            JsonNode sent = node.path("messageCreate");
            if (!sent.isObject()) {
                var event = node.properties().stream().findFirst();
                String what = event.map(one -> one.getKey())
                        .orElse("event")
                        .replaceAll("(?=[A-Z])", " ")
                        .toLowerCase(Locale.ROOT);
                JsonNode detail = event.map(one -> one.getValue()).orElse(node);
                return new Chat.Message()
                        .at(Stamps.iso(Json.text(detail, "createdAt")))
                        .said((what + " " + detail.path("name").asText("")).strip())
                        .system();
            }
            Optional<String> sender = Json.text(sent, "senderId");
            Optional<String> name = owner.filter(one -> sender.equals(Optional.of(one.id())))
                    .map(TwitterOwner::handle)
                    .or(() -> sender);
            var message = new Chat.Message()
                    .id(Json.text(sent, "id"))
                    .by(sender, name)
                    .at(Stamps.iso(Json.text(sent, "createdAt")));
            sent.path("mediaUrls").forEach(file -> message.media("media: " + file.asText("")));
            return message.said(Tweet.unfolded(sent.path("text").asText(""), sent.path("urls"), "url", "expanded"));
        }
    }
}
