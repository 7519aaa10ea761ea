package org.afterword.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.ibm.icu.text.Normalizer2;

/**
 * A small question that a person answers and a machine that fills in forms does not.
 *
 * @param answer in lower or upper case, with spaces or without, in any form of the same letters
 */
public record Puzzle(
        @JsonProperty("question") String question,
        @JsonProperty("answer") String answer) {
    public Puzzle {
        if (question.isBlank() || folded(answer).isEmpty()) {
            throw new IllegalArgumentException("a question needs an answer with a letter or a digit in it");
        }
    }

    boolean solved(String typed) {
        return folded(typed).equals(folded(answer));
    }

    private static String folded(String text) {
        return Normalizer2.getNFKCCasefoldInstance().normalize(text).replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
    }
}
