package org.afterword.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Who is who in a Slack export, and its marks in texts: {@code <@U123>}, {@code <https://…|label>}. */
final class SlackPeople {
    private static final Pattern MARK =
            Pattern.compile("<(?<kind>[@#!]?)(?<what>[^<>|\\n]{1,2000})(?:\\|(?<label>[^<>\\n]{0,2000}))?>");

    private static final JsonNode NOTHING = MissingNode.getInstance();

    private final Map<String, String> names = new HashMap<>();

    SlackPeople(Source source) {
        Stream.concat(list(source, "users.json"), list(source, "org_users.json"))
                .forEach(user -> {
                    Optional<String> name = name(user.path("profile"), user);
                    Json.text(user, "id").ifPresent(id -> name.ifPresent(one -> names.putIfAbsent(id, one)));
                });
    }

    /** What stands in a list above the channel's folder. */
    static Stream<JsonNode> list(Source source, String file) {
        Optional<Source> beside = source.beside("../" + file).filter(one -> !one.isLarge());
        return beside.map(one -> Json.parse(one.text()).values().path(0))
                .map(array -> StreamSupport.stream(array.spliterator(), false))
                .orElse(Stream.empty());
    }

    private static Optional<String> name(JsonNode profile, JsonNode user) {
        return filled(profile, "display_name")
                .or(() -> filled(profile, "real_name"))
                .or(() -> filled(user, "real_name"))
                .or(() -> filled(profile, "name"))
                .or(() -> filled(user, "name"));
    }

    private static Optional<String> filled(JsonNode node, String field) {
        return Json.text(node, field).filter(text -> !text.isBlank());
    }

    /** Whoever wrote a message: by the list, else as the message itself says, else the id. */
    Optional<String> name(JsonNode message) {
        return filled(message, "user")
                .map(names::get)
                .or(() -> name(message.path("user_profile"), NOTHING))
                .or(() -> filled(message, "username"))
                .or(() -> filled(message.path("bot_profile"), "name"))
                .or(() -> filled(message, "user"))
                .or(() -> filled(message, "bot_id"));
    }

    /** A text as its readers saw it. */
    String words(String text) {
        Matcher mark = MARK.matcher(text);
        return mark.replaceAll(found -> Matcher.quoteReplacement(word(mark)))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private String word(Matcher mark) {
        String what = mark.group("what");
        String label = mark.group("label");
        return switch (mark.group("kind")) {
            case "@" -> "@" + names.getOrDefault(what, label == null ? what : label);
            case "#" -> "#" + (label == null ? what : label);
            case "!" -> label == null || label.isEmpty() ? "@" + what : label;
            default -> label == null || label.isEmpty() || label.equals(what) ? what : label + " (" + what + ")";
        };
    }
}
