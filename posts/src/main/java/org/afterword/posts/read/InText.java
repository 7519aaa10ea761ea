package org.afterword.posts.read;

/** What a text shares without a column that says so: its links, or its hashtags. */
final class InText {
    private static final String AFTER_LINKS = ".,;:!?'\"*_)]}…";

    private InText() {}

    /** Every address that begins with http, https or www. Where a page names people or tags by links, these are left out. */
    static void links(String text, ObjectField.Part part) {
        boolean tags = Markup.hasTags(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (tags && c == '<' && namesSomebody(text, i)) {
                i = text.indexOf('>', i);
            } else if (startsLink(text, i)) {
                int end = end(text, i);
                if (end > text.indexOf(':', i) + 3 || c == 'w' || c == 'W') {
                    part.part(i, end);
                }
                i = Math.max(i, end - 1);
            }
        }
    }

    private static boolean startsLink(String text, int at) {
        boolean inside = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
        return !inside
                && (text.regionMatches(true, at, "https://", 0, 8)
                        || text.regionMatches(true, at, "http://", 0, 7)
                        || text.regionMatches(true, at, "www.", 0, 4));
    }

    private static int end(String text, int from) {
        int end = from;
        int open = 0;
        for (; end < text.length(); end++) {
            char c = text.charAt(end);
            if (c <= ' ' || "<>\"`|\\^{}".indexOf(c) >= 0 || Character.isWhitespace(c) || (c == ')' && open == 0)) {
                break;
            }
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        while (end > from
                && AFTER_LINKS.indexOf(text.charAt(end - 1)) >= 0
                && !(text.charAt(end - 1) == ')' && text.substring(from, end).indexOf('(') >= 0)) {
            end--;
        }
        return end;
    }

    private static boolean namesSomebody(String text, int at) {
        if (!text.regionMatches(true, at, "<a ", 0, 3)) {
            return false;
        }
        int end = text.indexOf('>', at);
        String tag = end < 0 ? "" : text.substring(at, end);
        return tag.contains("mention") || tag.contains("hashtag") || tag.contains("rel=\"tag\"");
    }

    /** Every word with # before it that has a letter; without that sign. */
    static void hashtags(String text, ObjectField.Part part) {
        for (int at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
            if (at > 0
                    && (Character.isLetterOrDigit(text.charAt(at - 1)) || "/&=?#_".indexOf(text.charAt(at - 1)) >= 0)) {
                continue;
            }
            int from = at + 1 + (text.startsWith("<span>", at + 1) ? "<span>".length() : 0);
            int end = from;
            boolean letter = false;
            while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
                letter |= Character.isLetter(text.charAt(end));
                end++;
            }
            if (letter) {
                part.part(from, end);
            }
        }
    }
}
