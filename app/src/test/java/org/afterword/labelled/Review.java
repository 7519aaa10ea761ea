package org.afterword.labelled;

import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /**
     * How many there would be if all proposals that were not turned down could be accepted in one step, and all
     * that is left then could be hidden in another.
     */
    int inTwoSteps() {
        Set<Deed> steps = Set.of(Deed.PERSON, Deed.PLACE_OR_GROUP, Deed.ACCEPT);
        return 2
                + deeds.entrySet().stream()
                        .filter(entry -> !steps.contains(entry.getKey()))
                        .mapToInt(Map.Entry::getValue)
                        .sum();
    }

    enum Deed {
        /** A person gets a pseudonym. */
        PERSON,
        /** A place or a group is hidden. */
        PLACE_OR_GROUP,
        /** A public or historical person or thing is kept. */
        KEEP,
        /** A proposal that two finds are one is accepted. */
        ACCEPT,
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
