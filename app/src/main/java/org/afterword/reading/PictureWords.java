package org.afterword.reading;

import java.util.List;
import java.util.Objects;
import org.afterword.model.Box;

/**
 * What a machine reads in a picture, and where.
 *
 * @param width of the picture as it stands upright, in pixels
 * @param height of the picture as it stands upright, in pixels
 * @param words as the picture is
 * @param faint as it is once small differences of brightness are made large: letters in pale grey are in it, and much
 *     that is nothing
 */
public record PictureWords(int width, int height, List<Word> words, List<Word> faint) {
    public PictureWords {
        words = List.copyOf(words);
        faint = List.copyOf(faint);
    }

    /**
     * A word as far as blanks part them.
     *
     * @param box where it stands in the upright picture
     * @param sure 0 to 100
     * @param line which line it stands in, from 0
     */
    public record Word(String text, Box box, double sure, int line) {
        /** So unsure that it may well be another word. */
        public static final double UNSURE = 60;

        public Word {
            // it may come from a child that fell to a file
            Objects.requireNonNull(text);
            Objects.requireNonNull(box);
        }

        public boolean unsure() {
            return sure < UNSURE;
        }
    }
}
