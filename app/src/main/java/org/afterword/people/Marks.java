package org.afterword.people;

import java.util.List;
import java.util.function.Supplier;

/**
 * Which marks are in a text, seen in one pass over it.
 *
 * @param address whether there is {@code :/} or {@code www.}
 * @param bracket an opening one, round, square or curly
 * @param degree a degree sign
 * @param dotInside whether a full stop stands between a letter, a digit or a hyphen and a letter or a digit, of ASCII
 */
record Marks(
        boolean at,
        boolean bracket,
        boolean slash,
        boolean address,
        boolean dotInside,
        boolean hash,
        boolean underscore,
        boolean degree,
        boolean plus,
        int digits,
        int dots,
        int colons,
        Supplier<Boolean> platforms) {
    /** Of names of platforms, without a first letter that may be a capital. */
    private static final List<String> PLATFORMS = List.of(
            "nsta", " ig ", "witter", "napchat", " snap", "iktok", "ik tok", "elegram", "iscord", "kype", " kik", "eddit",
            "acebook", " fb", "essenger", "umblr", "ouTube", "outube", "witch", "team", "xbox", "Xbox", "psn", "PSN",
            "amertag", "astodon", "lue", "hreads", "ignal", "eChat", "echat", "iber", " vk ", "hats", "ithub", "itHub",
            "interest", "inked", "oundcloud", "aypal", "ayPal", "enmo", "ash", "evolut", "andle", "ser name", "sername",
            "ickname", "reen name", "enutzername", "suario", "seudo");

    /** Whether a platform may be named. */
    boolean platform() {
        return platforms.get();
    }

    static Marks of(String text) {
        boolean at = false;
        boolean bracket = false;
        boolean slash = false;
        boolean address = false;
        boolean dotInside = false;
        boolean hash = false;
        boolean underscore = false;
        boolean degree = false;
        boolean plus = false;
        int digits = 0;
        int dots = 0;
        int colons = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                continue;
            }
            switch (c) {
                case '@' -> at = true;
                case '(', '[', '{' -> bracket = true;
                case '/' -> {
                    slash = true;
                    address |= i > 0 && text.charAt(i - 1) == ':';
                }
                case ':' -> colons++;
                case '#' -> hash = true;
                case '_' -> underscore = true;
                case '°', 'º' -> degree = true;
                case '+' -> plus = true;
                case '.' -> {
                    dots++;
                    boolean joins = i > 0 && i + 1 < length;
                    dotInside |= joins
                            && (ascii(text.charAt(i - 1)) || text.charAt(i - 1) == '-')
                            && ascii(text.charAt(i + 1));
                    address |= i > 2 && text.regionMatches(true, i - 3, "www", 0, 3);
                }
                default -> digits += c >= '0' && c <= '9' ? 1 : 0;
            }
        }
        return new Marks(
                at,
                bracket,
                slash,
                address,
                dotInside,
                hash,
                underscore,
                degree,
                plus,
                digits,
                dots,
                colons,
                () -> PLATFORMS.stream().anyMatch(text::contains));
    }

    private static boolean ascii(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
