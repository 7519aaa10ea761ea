package org.afterword.cli;

/** Numbers with their nouns. */
final class Words {
    private Words() {}

    /** "1 file", "3 files". */
    static String count(long n, String noun) {
        return n + " " + (n == 1 ? noun : plural(noun));
    }

    private static String plural(String noun) {
        if (noun.endsWith("y")) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun + (noun.endsWith("s") ? "es" : "s");
    }
}
