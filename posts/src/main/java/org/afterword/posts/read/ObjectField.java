package org.afterword.posts.read;

import java.util.Locale;

/**
 * A field that says what a post shares: it may hold several objects, and an object has several forms.
 *
 * @param kind what it holds
 */
record ObjectField(Role kind) {
    /** Gets where an object stands in the field. */
    interface Part {
        /** @param to exclusive */
        void part(int from, int to);
    }

    /** Every part that is not empty, also if it stands there twice. */
    void each(String field, Part part) {
        switch (kind) {
            case LINKS_IN_TEXT -> InText.links(field, part);
            case HASHTAGS_IN_TEXT -> InText.hashtags(field, part);
            default -> ofColumn(field, part);
        }
    }

    private void ofColumn(String field, Part part) {
        int from = 0;
        int length = field.length();
        for (int i = 0; i <= length; i++) {
            if (i == length || parts(field, i)) {
                if (i > from) {
                    part.part(from, i);
                }
                from = i + 1;
            }
        }
    }

    /** Commas and semicolons stand in addresses, too; there they part only before another. */
    private boolean parts(String field, int at) {
        char c = field.charAt(at);
        return switch (c) {
            case ' ', '\t', '\n', '\r', '|' -> true;
            case ',', ';' -> !mayBeAddress() || field.startsWith("http", at + 1) || at == field.length() - 1;
            case '[', ']', '"', '\'' -> field.charAt(0) == '[';
            default -> false;
        };
    }

    private boolean mayBeAddress() {
        return kind == Role.URL || kind == Role.OBJECT || kind == Role.DOMAIN;
    }

    /** The one form of an object, empty if it comes to nothing. */
    String canonical(String object) {
        return switch (kind) {
            case URL -> Urls.canonical(object);
            case LINKS_IN_TEXT -> Urls.canonical(object.replace("&amp;", "&"));
            case DOMAIN -> Urls.domain(object);
            case OBJECT ->
                object.startsWith("http://") || object.startsWith("https://") ? Urls.canonical(object) : object;
            case HASHTAGS_IN_TEXT -> object.toLowerCase(Locale.ROOT);
            case HASHTAG -> (object.startsWith("#") ? object.substring(1) : object).toLowerCase(Locale.ROOT);
            default -> object;
        };
    }
}
