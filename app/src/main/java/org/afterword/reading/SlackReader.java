package org.afterword.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Threaded;
import org.afterword.model.Warning;

/** One day of one channel of a Slack export. Who is who stands in {@code users.json} above the channel's folder. */
final class SlackReader implements Reader {
    private static final Pattern DAY = Pattern.compile("(?:.*/)?(?<channel>[^/]+)/\\d{4}-\\d{2}-\\d{2}\\.json");
    private static final Set<String> PEOPLES = Set.of(
            "file_share",
            "thread_broadcast",
            "me_message",
            "reply_broadcast",
            "file_comment",
            "file_mention",
            "huddle_thread");
    private static final List<String> LISTS = List.of("channels.json", "groups.json", "mpims.json", "dms.json");

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public double confidence(Source source) {
        JsonNode head = JsonWalk.head(source);
        if (!head.isArray()) {
            return 0;
        }
        JsonNode first = head.path(0);
        if (first.has("ts") && first.path("type").asText("").equals("message")) {
            return 0.97;
        }
        return isList(first) ? 0.9 : 0;
    }

    private static boolean isList(JsonNode first) {
        boolean user = first.has("team_id") && first.path("profile").isObject();
        boolean channel = first.has("creator") && first.has("members") && first.has("created");
        boolean log = first.has("app_type") && first.has("change_type") && first.has("user_id");
        return user || channel || log;
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        if (isList(JsonWalk.head(source).path(0))) {
            into.warning(new Warning("", "a list of a Slack export; there are no messages in it"));
            return;
        }
        new Day(source, into, new SlackPeople(source)).walk();
    }

    private final class Day extends ChatFile {
        private final Source source;
        private final SlackPeople people;
        private final Optional<String> channel;

        Day(Source source, Findings into, SlackPeople people) {
            super(source, into, name(), "/*");
            this.source = source;
            this.people = people;
            Matcher path = DAY.matcher(source.name().replace('\\', '/'));
            this.channel = path.matches() ? Optional.of(path.group("channel")) : Optional.empty();
        }

        @Override
        void describe(Draft draft) {
            Optional<String> id = channel.flatMap(this::id);
            draft.channel(channel)
                    .title(channel.map(one -> "#" + one).orElse(""))
                    .threaded(new Threaded(Optional.empty(), id.or(() -> channel), Optional.empty()));
        }

        private Optional<String> id(String channelName) {
            for (String list : LISTS) {
                Optional<String> id = SlackPeople.list(source, list)
                        .filter(one -> one.path("name").asText("").equals(channelName))
                        .flatMap(one -> Json.text(one, "id").stream())
                        .findFirst();
                if (id.isPresent()) {
                    return id;
                }
            }
            return Optional.empty();
        }

        @Override
        Chat.Message message(JsonNode node) {
            String subtype = node.path("subtype").asText("");
            Optional<String> stamp = Json.text(node, "ts");
            Optional<String> user = Json.text(node, "user").or(() -> Json.text(node, "bot_id"));
            var message = new Chat.Message()
                    .id(stamp)
                    .at(Stamps.seconds(stamp))
                    .by(user, people.name(node))
                    .answers(Json.text(node, "thread_ts").filter(one -> !stamp.equals(Optional.of(one))));
            if (node.path("edited").isObject()) {
                message.note("edited");
            }
            if ((node.has("bot_id") && !node.has("user")) || subtype.equals("bot_message")) {
                message.robot();
            } else if (!subtype.isEmpty() && !PEOPLES.contains(subtype)) {
                message.system();
            }
            for (JsonNode file : node.path("files")) {
                message.media(
                        "file: " + file.path("name").asText(file.path("title").asText("deleted")));
            }
            for (JsonNode attached : node.path("attachments")) {
                attachment(attached, message);
            }
            Rendered said = Rendered.plain(people.words(node.path("text").asText("")));
            return message.said(said.text(), said.quotes());
        }

        /** A message of somebody else that is shown within this one, or a preview of what it links to. */
        private void attachment(JsonNode attached, Chat.Message message) {
            String text = people.words(
                    attached.path("text").asText(attached.path("fallback").asText("")));
            boolean shared = attached.path("is_msg_unfurl").asBoolean(false)
                    || attached.path("is_share").asBoolean(false);
            if (shared) {
                String who = attached.path("author_name").asText("somebody");
                message.media("shared from " + who + ": “" + text + "”");
            } else if (!attached.path("title").asText("").isEmpty()) {
                message.media("preview: " + attached.path("title").asText("") + " "
                        + attached.path("from_url")
                                .asText(attached.path("title_link").asText("")));
            } else if (message.isEmpty()) {
                message.said(text);
            }
        }
    }
}
