package org.afterword.posts.read;

import java.util.Locale;
import java.util.Map;

/** Texts as some networks give them, with tags and entities of HTML in them. */
final class Markup {
    private static final Map<String, String> ENTITIES = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "#39", "'", "#x27", "'", "#x2F",
            "/");

    private static final int LONGEST_ENTITY = 8;

    private Markup() {}

    /** What a reader sees; a text without tags and entities comes back as it is. */
    static String plain(String text) {
        boolean tags = hasTags(text);
        return tags || text.indexOf('&') >= 0 ? plain(text, tags) : text;
    }

    /** Whether it has tags, and not only a sign that is smaller than another. */
    static boolean hasTags(String text) {
        int at = text.indexOf('<');
        return at >= 0 && (text.indexOf("</", at) >= 0 || text.indexOf("<br", at) >= 0 || text.indexOf("<p>", at) >= 0);
    }

    private static String plain(String text, boolean tags) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int end = c == '<' && tags ? text.indexOf('>', i) : c == '&' ? entityEnd(text, i) : -1;
            if (end < 0) {
                plain.append(c);
            } else if (c == '&') {
                plain.append(ENTITIES.get(text.substring(i + 1, end)));
                i = end;
            } else {
                plain.append(partsWords(text.substring(i + 1, end)) ? " " : "");
                i = end;
            }
        }
        return plain.toString();
    }

    /** The place of the semicolon, -1 if no known entity begins here. */
    private static int entityEnd(String text, int from) {
        int end = text.indexOf(';', from);
        return end > 0 && end - from <= LONGEST_ENTITY && ENTITIES.containsKey(text.substring(from + 1, end))
                ? end
                : -1;
    }

    private static boolean partsWords(String tag) {
        String name = tag.startsWith("/") ? tag.substring(1) : tag;
        int end = 0;
        while (end < name.length() && Character.isLetterOrDigit(name.charAt(end))) {
            end++;
        }
        return switch (name.substring(0, end).toLowerCase(Locale.ROOT)) {
            case "p", "br", "div", "li", "blockquote", "td", "h1", "h2", "h3" -> true;
            default -> false;
        };
    }
}
