package org.afterword.facts;

import java.util.Set;

/** Lists of words, written in a row. */
final class Words {
    private Words() {}

    static Set<String> of(String words) {
        return Set.of(words.split(" "));
    }
}
