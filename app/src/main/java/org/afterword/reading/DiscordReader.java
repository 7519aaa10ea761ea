package org.afterword.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.model.Threaded;
import org.afterword.model.Warning;

/** A channel as DiscordChatExporter writes it as JSON. */
final class DiscordReader implements Reader {
    private static final Set<String> PEOPLES = Set.of(
            "Default",
            "Reply",
            "0",
            "19",
            "20",
            "21",
            "ChatInputCommand",
            "ContextMenuCommand",
            "ThreadStarterMessage");

    @Override
    public String name() {
        return "discord";
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public double confidence(Source source) {
        JsonNode head = JsonWalk.head(source);
        boolean channel = head.path("guild").isObject() && head.path("channel").isObject();
        JsonNode first = head.path("messages").path(0);
        boolean message = first.path("author").isObject() && first.has("timestamp") && first.has("content");
        return channel ? 0.97 : message ? 0.9 : 0;
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        var channel = new Channel(source, into);
        JsonWalk.Walked walked = channel.walk();
        String said = channel.head.getOrDefault("/messageCount", "");
        if (!said.isEmpty() && !said.equals(Long.toString(walked.seen()))) {
            into.warning(
                    new Warning("", "the export says that it has " + said + " messages; there are " + walked.seen()));
        }
    }

    private final class Channel extends ChatFile {
        private final Map<String, String> head = new HashMap<>();
        private int part;

        Channel(Source source, Findings into) {
            super(source, into, name(), "/messages/*");
        }

        @Override
        public void value(String path, String text) {
            if (head.size() < 100) {
                head.put(path, text.length() > 1000 ? "" : text);
            }
        }

        @Override
        void describe(Draft draft) {
            part++;
            Optional<String> guild = Optional.ofNullable(head.get("/guild/name"));
            Optional<String> channel = Optional.ofNullable(head.get("/channel/name"));
            String both = guild.map(one -> one + " - ").orElse("") + channel.orElse("");
            draft.channel(Optional.of(both))
                    .title(part > 1 ? both + ", part " + part : both)
                    .threaded(new Threaded(
                            Optional.empty(), Optional.ofNullable(head.get("/channel/id")), Optional.empty()));
        }

        @Override
        Chat.Message message(JsonNode node) {
            return DiscordReader.message(node);
        }
    }

    private static Chat.Message message(JsonNode node) {
        JsonNode author = node.path("author");
        Optional<String> name =
                Json.text(author, "nickname").filter(one -> !one.isBlank()).or(() -> Json.text(author, "name"));
        var message = new Chat.Message()
                .id(Json.text(node, "id"))
                .by(Json.text(author, "id"), name)
                .at(Stamps.iso(Json.text(node, "timestamp")))
                .answers(Json.text(node.path("reference"), "messageId"));
        Json.text(node, "timestampEdited").ifPresent(when -> message.note("edited " + when));
        if (author.path("isBot").asBoolean(false)) {
            message.robot();
        } else if (!PEOPLES.contains(node.path("type").asText("Default"))) {
            message.system();
        }
        for (JsonNode file : node.path("attachments")) {
            message.media(
                    "file: " + file.path("fileName").asText(file.path("url").asText("")));
        }
        for (JsonNode sticker : node.path("stickers")) {
            message.media("sticker: " + sticker.path("name").asText(""));
        }
        for (JsonNode embed : node.path("embeds")) {
            String title = embed.path("title").asText("");
            String about = title.isEmpty() ? embed.path("description").asText("") : title;
            message.media("preview: " + about + " " + embed.path("url").asText(""));
        }
        JsonNode forwarded = node.path("forwardedMessage");
        if (forwarded.isObject()) {
            return message.forwarded(Optional.empty())
                    .said(forwarded.path("content").asText(""));
        }
        Rendered said = Rendered.plain(node.path("content").asText(""));
        return message.said(said.text(), said.quotes());
    }
}
