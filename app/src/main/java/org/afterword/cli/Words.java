package org.afterword.cli;

/** Numbers with their nouns. */
final class Words {
    private Words() {}

    /** "1 file", "3 files". */
    static String count(long n, String noun) {
        return n + " "
                + (n == 1 ? noun : noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s");
    }
}
