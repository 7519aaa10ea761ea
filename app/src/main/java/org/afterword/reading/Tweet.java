package org.afterword.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Threaded;
import org.afterword.model.Turn;

/** One tweet as an account. */
final class Tweet {
    private static final Pattern RETWEET = Pattern.compile("(?:^|\\s|[\"“(])(?<rt>RT @(?<who>\\w{1,30}):? ?)");

    private Tweet() {}

    static Optional<Account> of(Draft draft, JsonNode node, Optional<TwitterOwner> owner, long from, long to) {
        Optional<String> id = Json.text(node, "id_str").or(() -> Json.text(node, "id"));
        JsonNode repeated = node.path("retweeted_status");
        JsonNode shown = repeated.isObject() ? repeated : node;
        String text = words(shown);
        String who = Json.text(repeated.path("user"), "screen_name").orElse("");
        if (repeated.isObject()) {
            Matcher given = RETWEET.matcher(words(node));
            who = who.isEmpty() && given.lookingAt() ? given.group("who") : who;
            text = "RT @" + who + ": " + text;
        }
        String said = Chat.sound(text).strip();
        Optional<String> handle = Json.text(node.path("user"), "screen_name").or(() -> owner.map(TwitterOwner::handle));
        Optional<String> media = media(node);
        if (said.isEmpty() && media.isEmpty()) {
            return Optional.empty();
        }
        Matcher retweet = RETWEET.matcher(said);
        boolean whole = retweet.lookingAt();
        if (whole) {
            String original = retweet.group("who");
            draft.author(Optional.of(original)).poster(handle).repostOf("RT @" + original);
        }
        draft.author(handle)
                .date(Stamps.twitter(Json.text(node, "created_at")))
                .language(Json.text(node, "lang").filter(code -> code.matches("[a-z]{2}")))
                .sourceUrl(id.filter(one -> handle.isPresent())
                        .map(one -> "https://twitter.com/" + handle.get() + "/status/" + one))
                .threaded(new Threaded(
                        id,
                        Json.text(node, "conversation_id_str"),
                        Json.text(node, "in_reply_to_status_id_str")
                                .or(() -> Json.text(node, "in_reply_to_status_id"))))
                .anchors(Chat.anchors(id, from, to));
        JsonNode quoted = node.path("quoted_status");
        return Optional.of(account(draft, handle, said, media, quoted));
    }

    /** A long one: the archive keeps its words apart. */
    static Optional<Account> note(Draft draft, JsonNode node, Optional<TwitterOwner> owner, long from, long to) {
        Optional<String> id = Json.text(node, "noteTweetId");
        String said = Chat.sound(unfolded(
                        node.path("core").path("text").asText(""),
                        node.path("core").path("urls"),
                        "shortUrl",
                        "expandedUrl"))
                .strip();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> handle = owner.map(TwitterOwner::handle);
        draft.author(handle)
                .date(Stamps.twitter(Json.text(node, "createdAt")))
                .threaded(new Threaded(id, Optional.empty(), Optional.empty()))
                .anchors(Chat.anchors(id, from, to));
        return Optional.of(account(draft, handle, said, Optional.empty(), node.path("nothing")));
    }

    private static Account account(
            Draft draft, Optional<String> handle, String said, Optional<String> media, JsonNode quoted) {
        var text = new StringBuilder(said);
        var turns = new ArrayList<Turn>();
        Matcher retweet = RETWEET.matcher(said);
        int own = said.length();
        if (retweet.find()) {
            own = retweet.start("rt");
            if (own > 0) {
                add(turns, 0, said.substring(0, own).stripTrailing().length(), Turn.Voice.OWN, draft);
            }
            add(turns, Math.min(retweet.end(), said.length()), said.length(), Turn.Voice.QUOTED, draft);
        } else if (!said.isEmpty()) {
            add(turns, 0, said.length(), Turn.Voice.OWN, draft);
        }
        if (quoted.isObject()) {
            String words = Chat.sound(words(quoted)).strip();
            text.append("\n\nQuoting @")
                    .append(quoted.path("user").path("screen_name").asText(""))
                    .append(": ");
            int start = text.length();
            text.append(Json.wellFormed(words));
            add(turns, start, text.length(), Turn.Voice.QUOTED, draft);
        }
        if (media.isPresent()) {
            text.append(text.isEmpty() ? "" : "\n\n");
            int start = text.length();
            text.append(Chat.sound(media.get()));
            add(turns, start, text.length(), Turn.Voice.SYSTEM, draft);
        }
        Speaker speaker = draft.speaker(handle, Speaker.Role.TELLER);
        return draft.account(Json.wellFormed(text.toString()), List.of(speaker), turns);
    }

    private static void add(List<Turn> turns, int start, int end, Turn.Voice voice, Draft draft) {
        if (start < end) {
            turns.add(new Turn(turns.size(), new Span(start, end), 0, voice, false, draft.date()));
        }
    }

    private static String words(JsonNode node) {
        String text =
                Json.text(node, "full_text").or(() -> Json.text(node, "text")).orElse("");
        String whole = unfolded(text, node.path("entities").path("urls"), "url", "expanded_url");
        return whole.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** With the addresses that t.co stands for. */
    static String unfolded(String text, JsonNode urls, String folded, String whole) {
        String said = text;
        int most = 50;
        for (JsonNode url : urls) {
            String from = url.path(folded).asText("");
            String to = url.path(whole).asText("");
            if (from.length() > 10 && !to.isEmpty() && to.length() < 2000 && most-- > 0) {
                said = said.replace(from, to);
            }
        }
        return said;
    }

    private static Optional<String> media(JsonNode node) {
        var files = new ArrayList<String>();
        JsonNode entities = node.has("extended_entities") ? node.path("extended_entities") : node.path("entities");
        for (JsonNode file : entities.path("media")) {
            files.add("[" + file.path("type").asText("media") + ": "
                    + file.path("media_url_https").asText(file.path("media_url").asText("")) + "]");
        }
        return files.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", files));
    }
}
