package org.afterword.labelled;

import java.util.List;
import java.util.Map;

/**
 * What a review took.
 *
 * @param told what was wrong, missed or could not be said, for those who mend
 * @param exposed what is still seen in the end
 * @param words what is covered in the end and is no name
 */
record Review(
        Map<Deed, Integer> deeds,
        long persons,
        int mentions,
        List<String> told,
        List<String> exposed,
        List<String> words) {
    int actions() {
        return deeds.values().stream().mapToInt(Integer::intValue).sum();
    }

    enum Deed {
        /** Many are settled at once, after the list was read: proposals accepted, persons and other names hidden. */
        TOGETHER,
        /** A public or historical person or thing is kept. */
        KEEP,
        /** One of several who fit is said to be the one. */
        CHOOSE,
        /** Two finds are said to be one, where that was not proposed. */
        JOIN,
        /** Somebody who has only another's find would get one of his own; the program has no way to do that. */
        SPLIT,
        /** A proposal that two are one is turned down. */
        REJECT,
        NOT_A_NAME,
        /** A name is selected, added and decided. */
        ADD
    }
}
