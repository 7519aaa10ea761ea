package org.afterword.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.afterword.model.Span;
import org.afterword.model.Threaded;

/** Telegram's {@code result.json}, of one chat or of a whole account. A chat is an account. */
final class TelegramReader implements Reader {
    private static final Pattern MESSAGES = Pattern.compile("(?:/(?:chats|left_chats)/list/\\*)?/messages/\\*");
    private static final Pattern CHAT = Pattern.compile("(?:/(?:chats|left_chats)/list/\\*)?");
    private static final Pattern KIND =
            Pattern.compile("(?:personal|private|public|saved|bot|verification|replies)_?\\w*");
    private static final List<String> DETAILS = List.of(
            "title",
            "new_title",
            "text",
            "members",
            "duration_seconds",
            "discard_reason",
            "inviter",
            "boosts",
            "emoticon");
    private static final List<String> OF_AN_ACCOUNT =
            List.of("personal_information", "contacts", "frequent_contacts", "sessions", "chats", "left_chats");

    @Override
    public String name() {
        return "telegram";
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public double confidence(Source source) {
        JsonNode head = JsonWalk.head(source);
        boolean account =
                head.path("about").isTextual() && OF_AN_ACCOUNT.stream().anyMatch(head::has);
        JsonNode chats = head.path("chats").path("list");
        JsonNode first = chats.isArray() ? chats.path(0).path("messages") : head.path("messages");
        if (isMessage(first.path(0))) {
            return 0.98;
        }
        boolean chat =
                first.isArray() && KIND.matcher(head.path("type").asText("-")).matches();
        return account || chat ? 0.95 : chats.isArray() ? 0.6 : 0;
    }

    private static boolean isMessage(JsonNode node) {
        String type = node.path("type").asText("");
        return (type.equals("message") || type.equals("service"))
                && (node.has("date") || node.has("date_unixtime"))
                && !node.has("ts");
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        var sight = new Chats(source, into);
        JsonWalk.walk(source, 0, sight).tell(into, "messages", sight.read, sight.skipped);
    }

    /** The chats, one after the other. */
    private final class Chats implements JsonWalk.Sight {
        private final Source source;
        private final Findings into;
        private final Map<String, Long> skipped = new TreeMap<>();
        private final Map<String, String> head = new HashMap<>();
        private Optional<Chat> chat = Optional.empty();
        private int part;
        private long read;

        Chats(Source source, Findings into) {
            this.source = source;
            this.into = into;
        }

        @Override
        public boolean wants(String path) {
            return MESSAGES.matcher(path).matches();
        }

        @Override
        public void value(String path, String text) {
            int last = path.lastIndexOf('/');
            if (last >= 0 && CHAT.matcher(path.substring(0, last)).matches()) {
                head.put(path.substring(last + 1), text);
            }
        }

        @Override
        public void whole(String path, JsonNode node, long from, long to) throws IOException {
            if (chat.isPresent() && chat.get().isFull()) {
                finish();
            }
            if (chat.isEmpty()) {
                chat = Optional.of(new Chat(new Draft(source, name()).handles()));
                part++;
            }
            if (chat.get().add(message(node).bytes(from, to))) {
                read++;
            } else {
                skipped.merge("nothing in it", 1L, Long::sum);
            }
        }

        @Override
        public void ended(String path) throws IOException {
            if (CHAT.matcher(path).matches()) {
                finish();
                head.clear();
                part = 0;
            }
        }

        private void finish() throws IOException {
            if (chat.isPresent() && !chat.get().isEmpty()) {
                Optional<String> name = Optional.ofNullable(head.get("name"));
                Draft draft = chat.get().draft();
                draft.channel(name)
                        .title(name.map(one -> part > 1 ? one + ", part " + part : one)
                                .orElse(""))
                        .threaded(
                                new Threaded(Optional.empty(), Optional.ofNullable(head.get("id")), Optional.empty()));
                into.account(chat.get().account());
            }
            chat = Optional.empty();
        }
    }

    private static Chat.Message message(JsonNode node) {
        var message = new Chat.Message()
                .id(Json.text(node, "id"))
                .at(Stamps.both(Json.text(node, "date"), Json.text(node, "date_unixtime")));
        if (node.path("type").asText("").equals("service")) {
            return message.said(service(node)).system();
        }
        message.by(Json.text(node, "from_id"), Json.text(node, "from")).answers(Json.text(node, "reply_to_message_id"));
        if (node.has("forwarded_from") || node.has("forwarded_from_id")) {
            message.forwarded(Json.text(node, "forwarded_from"));
        }
        Stamps.both(Json.text(node, "edited"), Json.text(node, "edited_unixtime"))
                .ifPresent(when -> message.note("edited " + when.written()));
        Json.text(node, "via_bot").ifPresent(bot -> message.note("via " + bot));
        media(node, message);
        return text(node, message);
    }

    private static String service(JsonNode node) {
        var said = new StringBuilder(
                Json.text(node, "actor").map(one -> one + ": ").orElse(""));
        said.append(node.path("action").asText("service message").replace('_', ' '));
        var details = new ArrayList<String>();
        for (String field : DETAILS) {
            JsonNode detail = node.path(field);
            if (detail.isTextual() && !detail.textValue().isBlank()) {
                details.add(detail.textValue());
            }
            detail.elements().forEachRemaining(one -> details.add(one.asText("")));
        }
        details.removeIf(String::isBlank);
        return said + (details.isEmpty() ? "" : " (" + String.join(", ", details) + ")");
    }

    private static void media(JsonNode node, Chat.Message message) {
        Json.text(node, "photo").ifPresent(file -> message.media("photo: " + file));
        String kind = node.path("media_type").asText("file").replace('_', ' ');
        Json.text(node, "file").ifPresent(file -> {
            String name = Json.text(node, "file_name").orElse("");
            boolean there = !file.startsWith("(");
            message.media(kind + ": " + (there || name.isEmpty() ? file : name + " " + file)
                    + Json.text(node, "sticker_emoji").map(one -> " " + one).orElse(""));
        });
        JsonNode poll = node.path("poll");
        if (poll.isObject()) {
            var answers = new ArrayList<String>();
            poll.path("answers").forEach(one -> answers.add(one.path("text").asText("")));
            message.media("poll: " + poll.path("question").asText("") + " (" + String.join(" / ", answers) + ")");
        }
        JsonNode contact = node.path("contact_information");
        if (contact.isObject()) {
            message.media("contact: " + contact.path("first_name").asText("") + " "
                    + contact.path("last_name").asText("") + " "
                    + contact.path("phone_number").asText(""));
        }
        if (node.has("location_information")) {
            message.media("location");
        }
    }

    /** A string, or pieces of which some are marked up. */
    private static Chat.Message text(JsonNode node, Chat.Message message) {
        JsonNode text = node.has("text") ? node.path("text") : node.path("text_entities");
        if (!text.isArray()) {
            return message.said(text.asText(""));
        }
        var said = new StringBuilder();
        var quotes = new ArrayList<Span>();
        for (JsonNode piece : text) {
            String words =
                    piece.isTextual() ? piece.textValue() : piece.path("text").asText("");
            int start = said.length();
            said.append(words);
            if (piece.path("type").asText("").equals("blockquote")) {
                quotes.add(new Span(start, said.length()));
            }
            String link = piece.path("href").asText("");
            if (!link.isEmpty() && !link.equals(words)) {
                said.append(" (").append(link).append(')');
            }
        }
        return message.said(said.toString(), quotes);
    }
}
