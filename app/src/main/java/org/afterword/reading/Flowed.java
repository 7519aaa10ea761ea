package org.afterword.reading;

/** Text of the kind {@code format=flowed} (RFC 3676): lines that mail programs broke are one again. */
final class Flowed {
    private static final String SIGNATURE = "-- ";

    private Flowed() {}

    /**
     * Quotation marks stand before each whole line of a quotation, with one space after them.
     *
     * @param text line ends are LF
     * @param deleteSpace whether the space at which a line was broken is no part of the text (DelSp)
     */
    static String unwrapped(String text, boolean deleteSpace) {
        var out = new StringBuilder(text.length());
        int open = -1;
        boolean first = true;
        for (String line : text.split("\n", -1)) {
            int depth = 0;
            while (depth < line.length() && line.charAt(depth) == '>') {
                depth++;
            }
            String said = line.substring(depth);
            boolean stuffed = said.startsWith(" ");
            String words = stuffed ? said.substring(1) : said;
            boolean signature = words.equals(SIGNATURE);
            if (open == depth && !signature) {
                out.append(words);
            } else {
                out.append(first ? "" : "\n").append(marks(depth, stuffed)).append(words);
            }
            first = false;
            boolean flows = words.endsWith(" ") && !signature;
            if (flows && deleteSpace) {
                out.setLength(out.length() - 1);
            }
            open = flows ? depth : -1;
        }
        return out.toString();
    }

    /** A mailbox marks a line "From …" with such a mark, too, and without a space. */
    private static String marks(int depth, boolean stuffed) {
        return depth == 0 ? "" : ">".repeat(depth) + (stuffed ? " " : "");
    }
}
