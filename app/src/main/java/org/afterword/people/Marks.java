package org.afterword.people;

/**
 * Which marks are in a text, seen in one pass over it.
 *
 * @param address whether there is {@code :/} or {@code www.}
 * @param bracket an opening one, round, square or curly
 * @param dotInside whether a full stop stands between a letter, a digit or a hyphen and a letter or a digit, of ASCII
 */
record Marks(
        boolean at,
        boolean bracket,
        boolean slash,
        boolean address,
        boolean dotInside,
        int digits,
        int dots,
        int colons) {

    static Marks of(String text) {
        boolean at = false;
        boolean bracket = false;
        boolean slash = false;
        boolean address = false;
        boolean dotInside = false;
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
        return new Marks(at, bracket, slash, address, dotInside, digits, dots, colons);
    }

    private static boolean ascii(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
