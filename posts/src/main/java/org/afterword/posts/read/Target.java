package org.afterword.posts.read;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The account or page towards which posts are looked at, by the names that texts and columns have for it. */
final class Target {
    private final Set<String> handles = new HashSet<>();

    /**
     * @param named its ids and names; none if nobody asks
     */
    Target(List<String> named) {
        named.forEach(one -> handles.add(plain(one)));
    }

    /** Whether a post says that it is addressed to the target, or mentions it with an @. */
    boolean isMeant(String to, String text) {
        return !handles.isEmpty() && (handles.contains(plain(to)) || mentions(text));
    }

    private static String plain(String name) {
        String stripped = name.strip().toLowerCase(Locale.ROOT);
        return stripped.startsWith("@") ? stripped.substring(1) : stripped;
    }

    private boolean mentions(String text) {
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int end = at + 1;
            while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
                end++;
            }
            if (handles.contains(text.substring(at + 1, end).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
