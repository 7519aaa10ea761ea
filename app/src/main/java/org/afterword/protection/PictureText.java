package org.afterword.protection;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.afterword.model.Box;
import org.afterword.model.Span;
import org.afterword.reading.PictureWords.Word;

/**
 * Words of a picture as a text, in one of the ways in which they can be read; each place of it leads back to its word.
 */
final class PictureText {
    private final List<Word> words;
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> wordAt = new ArrayList<>();
    private boolean parted;

    private PictureText(List<Word> words) {
        this.words = words;
    }

    /** As they stand; with words whole that the end of a line parts; with spaced letters closed. */
    static List<PictureText> of(List<Word> words) {
        var plain = new PictureText(words);
        var whole = new PictureText(words);
        var closed = new PictureText(words);
        for (int i = 0; i < words.size(); i++) {
            plain.gap(i, false);
            plain.put(i, words.get(i).text());
            boolean parted = i + 1 < words.size()
                    && words.get(i).line() != words.get(i + 1).line()
                    && words.get(i).text().matches(".*\\p{L}[-‐¬]");
            boolean joins = i > 0 && whole.parted;
            whole.gap(i, joins);
            String word = words.get(i).text();
            whole.put(i, parted ? word.substring(0, word.length() - 1) : word);
            whole.parted = parted;
            boolean spaced = i > 0 && letter(words.get(i - 1)) && letter(words.get(i));
            closed.gap(i, spaced);
            closed.put(i, words.get(i).text());
        }
        return List.of(plain, whole, closed);
    }

    private static boolean letter(Word word) {
        return word.text().codePointCount(0, word.text().length()) == 1;
    }

    private void gap(int next, boolean none) {
        if (next > 0 && !none) {
            text.append(words.get(next).line() == words.get(next - 1).line() ? ' ' : '\n');
            wordAt.add(-1);
        }
    }

    private void put(int word, String written) {
        text.append(written);
        for (int i = 0; i < written.length(); i++) {
            wordAt.add(word);
        }
    }

    String text() {
        return text.toString();
    }

    /** Around the words that the span touches: one box for those that stand beside each other. */
    List<Box> boxes(Span span) {
        SortedSet<Integer> touched = new TreeSet<>();
        for (int at = span.start(); at < Math.min(span.end(), wordAt.size()); at++) {
            if (wordAt.get(at) >= 0) {
                touched.add(wordAt.get(at));
            }
        }
        var boxes = new ArrayList<Box>();
        int last = -2;
        for (int word : touched) {
            boolean beside = word == last + 1
                    && words.get(word).line() == words.get(last).line();
            Box box = words.get(word).box();
            if (beside) {
                boxes.add(boxes.removeLast().with(box));
            } else {
                boxes.add(box);
            }
            last = word;
        }
        return boxes;
    }
}
