package org.afterword.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Anchor;
import org.afterword.model.When;

/** One post or comment of "download your information". */
final class FacebookPost {
    private static final List<String> PROFILES = List.of(
            "../profile_information/profile_information.json",
            "../../personal_information/profile_information/profile_information.json",
            "../../../personal_information/profile_information/profile_information.json",
            "../../profile_information/profile_information.json");
    private static final Pattern TITLE = Pattern.compile(
            "(?<who>.{1,100}?) (?:posted|commented|replied|wrote|shared|updated|added|was|is|created|published|sent|likes|uploaded)\\b(?<rest>.*)",
            Pattern.DOTALL);
    private static final Pattern GROUP =
            Pattern.compile("(?:^|.*\\s)(?:posted )?in (?<group>.{1,200}?)\\.?", Pattern.DOTALL);
    private static final Pattern ANOTHERS = Pattern.compile(
            ".*\\b(?:on|to) (?<whose>.{1,100}?)(?:'s|’s) (?:post|comment|photo|video|link|timeline|reel|status).*",
            Pattern.DOTALL);

    private FacebookPost() {}

    /** Whose export it is, if that lies beside. */
    static Optional<String> owner(Source source) {
        for (String path : PROFILES) {
            Optional<Source> profile = source.beside(path).filter(one -> !one.isLarge());
            if (profile.isPresent()) {
                JsonNode head = Mojibake.mend(JsonWalk.head(profile.get()));
                for (String version : new String[] {"profile_v2", "profile"}) {
                    Optional<String> name = Json.text(head.path(version).path("name"), "full_name");
                    if (name.isPresent()) {
                        return name;
                    }
                }
            }
        }
        return Optional.empty();
    }

    static Optional<Account> of(Draft draft, JsonNode node, Optional<String> owner, long from, long to) {
        String title = node.path("title").asText("");
        Matcher said = TITLE.matcher(title);
        boolean titled = said.matches();
        var words = new ArrayList<String>();
        Optional<When> date = Optional.empty();
        for (JsonNode data : node.path("data")) {
            JsonNode comment = data.path("comment");
            if (comment.isObject()) {
                Json.text(comment, "comment").ifPresent(words::add);
                draft.author(Json.text(comment, "author")).channel(Json.text(comment, "group"));
                date = date.or(() -> Stamps.seconds(Json.text(comment, "timestamp")));
            }
            Json.text(data, "post").ifPresent(words::add);
        }
        attachments(node.path("attachments"), words);
        words.removeIf(String::isBlank);
        String text = Chat.sound(String.join("\n\n", words)).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> byTitle = titled ? Optional.of(said.group("who")) : Optional.empty();
        draft.author(owner.isPresent() ? owner : byTitle)
                .title(title)
                .date(date.or(() -> Stamps.seconds(Json.text(node, "timestamp"))))
                .anchors(from < 0 ? List.of() : List.of(Anchor.bytes(0, from, to)));
        if (titled) {
            Matcher group = GROUP.matcher(said.group("rest"));
            if (group.matches() && !ANOTHERS.matcher(said.group("rest")).matches()) {
                draft.channel(Optional.of(group.group("group")));
            }
        }
        return Optional.of(Essay.post(draft, Rendered.plain(text)));
    }

    /** Captions, and what was linked. */
    private static void attachments(JsonNode attachments, List<String> words) {
        for (JsonNode attachment : attachments) {
            for (JsonNode data : attachment.path("data")) {
                Json.text(data.path("external_context"), "url").ifPresent(words::add);
                JsonNode media = data.path("media");
                Json.text(media, "uri").ifPresent(file -> words.add("[" + file + "]"));
                Json.text(media, "description")
                        .filter(one -> !words.contains(one))
                        .ifPresent(words::add);
                Json.text(data, "text").filter(one -> !words.contains(one)).ifPresent(words::add);
            }
        }
    }
}
