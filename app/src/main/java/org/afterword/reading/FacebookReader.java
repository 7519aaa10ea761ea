package org.afterword.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Threaded;

/**
 * The JSON of Facebook's (and Instagram's) "download your information": a conversation is an account, each post and each
 * comment is one.
 */
final class FacebookReader implements Reader {
    private static final Pattern MESSAGE = Pattern.compile("/messages/\\*");
    private static final Pattern ACTIVITY = Pattern.compile("(?:/[a-z_0-9]+){0,2}/\\*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CALLED = Pattern.compile(
            "(?:group_)?(?:posts|comments)(?:_v\\d)?|status_updates(?:_v\\d)?|wall_posts_sent_to_you|your_posts.*");
    private static final int MOST_HELD = 200_000;

    @Override
    public String name() {
        return "facebook";
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public double confidence(Source source) {
        JsonNode head = JsonWalk.head(source);
        if (head.isArray()) {
            return isActivity(head.path(0)) ? 0.95 : 0;
        }
        JsonNode first = head.path("messages").path(0);
        if ((first.has("sender_name") && first.has("timestamp_ms"))
                || (first.has("senderName") && first.has("timestamp"))) {
            return 0.97;
        }
        for (var field : head.properties()) {
            boolean named = CALLED.matcher(field.getKey()).matches();
            JsonNode one = field.getValue();
            if (named
                    && (isActivity(one.path(0))
                            || isActivity(one.path("activity_log_data").path(0)))) {
                return 0.97;
            }
        }
        return head.path("messages").isArray() && head.has("participants") && !first.has("ts") ? 0.9 : 0;
    }

    private static boolean isActivity(JsonNode node) {
        return node.has("timestamp")
                && (node.path("data").isArray() || node.path("attachments").isArray())
                && !node.has("kind");
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        boolean chat = JsonWalk.head(source).has("messages");
        var sight = chat ? new Conversation(source, into) : new Activities(source, into);
        JsonWalk.walk(source, 0, sight).tell(into, sight.unit(), sight.read(), sight.skipped());
    }

    private abstract static class Seen implements JsonWalk.Sight {
        private final Map<String, Long> skipped = new TreeMap<>();
        private long read;

        abstract String unit();

        long read() {
            return read;
        }

        Map<String, Long> skipped() {
            return skipped;
        }

        final void count(boolean was) {
            if (was) {
                read++;
            } else {
                skipped.merge("nothing in it", 1L, Long::sum);
            }
        }
    }

    /** Messages stand newest first; they are kept, and turned round at the end. */
    private final class Conversation extends Seen {
        private final Source source;
        private final Findings into;
        private final Map<String, String> head = new HashMap<>();
        private final List<Chat.Message> held = new ArrayList<>();
        private final List<Long> times = new ArrayList<>();
        private int part;

        Conversation(Source source, Findings into) {
            this.source = source;
            this.into = into;
        }

        @Override
        String unit() {
            return "messages";
        }

        @Override
        public boolean wants(String path) {
            return MESSAGE.matcher(path).matches();
        }

        @Override
        public void value(String path, String text) {
            head.put(path, Mojibake.mended(text));
        }

        @Override
        public void whole(String path, JsonNode node, long from, long to) throws IOException {
            held.add(FacebookMessage.of(Mojibake.mend(node)).bytes(from, to));
            String time =
                    node.path("timestamp_ms").asText(node.path("timestamp").asText(""));
            times.add(time.matches("\\d{1,18}") ? Long.parseLong(time) : 0);
            if (held.size() == MOST_HELD) {
                give();
            }
        }

        @Override
        public void ended(String path) throws IOException {
            if (path.isEmpty()) {
                give();
            }
        }

        private void give() throws IOException {
            if (times.size() > 1 && times.getFirst() > times.getLast()) {
                Collections.reverse(held);
            }
            var chat = new Chat(new Draft(source, name()).handles());
            for (Chat.Message message : held) {
                if (chat.isFull()) {
                    into.account(finished(chat));
                    chat = new Chat(new Draft(source, name()).handles());
                }
                count(chat.add(message));
            }
            if (!chat.isEmpty()) {
                into.account(finished(chat));
            }
            held.clear();
            times.clear();
        }

        private Account finished(Chat chat) {
            part++;
            Optional<String> title =
                    Optional.ofNullable(head.get("/title")).or(() -> Optional.ofNullable(head.get("/threadName")));
            Optional<String> thread =
                    Optional.ofNullable(head.get("/thread_path")).or(() -> title);
            chat.draft()
                    .channel(title)
                    .title(title.map(one -> part > 1 ? one + ", part " + part : one)
                            .orElse(""))
                    .threaded(new Threaded(Optional.empty(), thread, Optional.empty()));
            return chat.account();
        }
    }

    /** Posts and comments: each is an account of its own. */
    private final class Activities extends Seen {
        private final Source source;
        private final Findings into;
        private final Optional<String> owner;

        Activities(Source source, Findings into) {
            this.source = source;
            this.into = into;
            this.owner = FacebookPost.owner(source);
        }

        @Override
        String unit() {
            return "posts and comments";
        }

        @Override
        public boolean wants(String path) {
            return ACTIVITY.matcher(path).matches();
        }

        @Override
        public void whole(String path, JsonNode node, long from, long to) throws IOException {
            var account = FacebookPost.of(new Draft(source, name()).handles(), Mojibake.mend(node), owner, from, to);
            count(account.isPresent());
            if (account.isPresent()) {
                into.account(account.get());
            }
        }
    }
}
