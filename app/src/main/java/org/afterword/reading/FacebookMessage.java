package org.afterword.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One message of a conversation, in the older shape and in that of encrypted ones. */
final class FacebookMessage {
    private static final List<String> MEDIA =
            List.of("photos", "videos", "audio_files", "gifs", "files", "media", "stickers");
    private static final Pattern PLATFORM = Pattern.compile(
            ".{1,200} (?:named the group|left the group|added .{1,200} to the group|removed .{1,200} from the group|created the group"
                    + "|changed the (?:theme|group photo|chat theme)|set (?:the|your|his|her) (?:nickname|quick reaction|emoji)|joined the (?:call|video chat)|started a (?:call|video chat)"
                    + "|pinned a message|unsent a message|missed (?:your|a) (?:video |audio )?(?:call|chat)|called you|turned (?:on|off)).{0,300}"
                    + "|You (?:are now connected|can now message|called|missed|sent an attachment|named the group|left the group|joined the|started a|unsent a message).{0,300}"
                    + "|(?:The video chat ended|Reacted .{1,20} to your message)\\.?.{0,10}",
            Pattern.DOTALL);
    private static final Pattern REACTED = Pattern.compile("Reacted .{1,20} to your message ?", Pattern.DOTALL);

    private FacebookMessage() {}

    static Chat.Message of(JsonNode node) {
        Optional<String> sender = Json.text(node, "sender_name").or(() -> Json.text(node, "senderName"));
        Optional<String> time = Json.text(node, "timestamp_ms").or(() -> Json.text(node, "timestamp"));
        var message = new Chat.Message()
                .id(Json.text(node, "message_id").or(() -> Json.text(node, "id")))
                .by(Optional.empty(), sender)
                .at(Stamps.millis(time));
        if (node.path("is_unsent").asBoolean(false) || node.path("isUnsent").asBoolean(false)) {
            return message.said("[unsent]").system();
        }
        for (String kind : MEDIA) {
            for (JsonNode file : node.path(kind)) {
                message.media(kind.replaceAll("s$", "").replace('_', ' ') + ": "
                        + file.path("uri").asText("not in the export"));
            }
        }
        JsonNode sticker = node.path("sticker").path("uri");
        if (sticker.isTextual()) {
            message.media("sticker: " + sticker.textValue());
        }
        JsonNode share = node.path("share");
        share(share, message);
        String said =
                Json.text(node, "content").or(() -> Json.text(node, "text")).orElse("");
        String kind = node.path("type").asText("");
        boolean platform = kind.equals("Subscribe")
                || kind.equals("Unsubscribe")
                || kind.equals("Call")
                || (said.length() < 1000 && PLATFORM.matcher(said).matches())
                || REACTED.matcher(said).matches();
        return platform ? message.said(said).system() : message.said(said);
    }

    private static void share(JsonNode share, Chat.Message message) {
        String link = share.path("link").asText("");
        String words = share.path("share_text").asText("");
        if (!link.isEmpty() || !words.isEmpty()) {
            String from = share.path("original_content_owner").asText("");
            message.media("shared: " + link + (from.isEmpty() ? "" : " by " + from)
                    + (words.isEmpty() ? "" : " “" + words + "”"));
        }
    }
}
