package org.afterword.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.afterword.model.Span;

/**
 * The words of a sentence as the learned finder reads them, with what their letters look like. A handle, a tag and a
 * link are one word each; a possessive ending is a word of its own.
 */
final class NameWords {
    /** How many values describe the look of a word. */
    static final int FEATURES = 13;

    private static final Pattern WHOLE =
            Pattern.compile("(?:https?://|www\\.)\\S+|[@#][\\p{L}\\p{N}_]+", Pattern.CASE_INSENSITIVE);

    private final String text;
    private final Span sentence;
    private final List<Span> spans = new ArrayList<>();
    private final List<Token.Shape> shapes = new ArrayList<>();

    private NameWords(String text, Span sentence) {
        this.text = text;
        this.sentence = sentence;
    }

    static NameWords of(String text, Span sentence) {
        var words = new NameWords(text, sentence);
        var whole = WHOLE.matcher(text).region(sentence.start(), sentence.end());
        int at = sentence.start();
        while (whole.find()) {
            boolean inside =
                    whole.start() > sentence.start() && Character.isLetterOrDigit(text.charAt(whole.start() - 1));
            if (!inside) {
                words.tokens(at, whole.start());
                words.add(whole.start(), whole.end(), Token.Shape.MARK);
                at = whole.end();
            }
        }
        words.tokens(at, sentence.end());
        return words;
    }

    private void tokens(int from, int to) {
        for (Token token : Token.of(text.substring(from, to))) {
            int start = from + token.span().start();
            int end = from + token.span().end();
            int bare = end - 2;
            if (bare > start && (text.charAt(end - 1) | 0x20) == 's' && "'’".indexOf(text.charAt(bare)) >= 0) {
                add(start, bare, token.shape());
                add(bare, end, Token.Shape.MARK);
            } else {
                add(start, end, token.shape());
            }
        }
    }

    private void add(int start, int end, Token.Shape shape) {
        spans.add(new Span(start, end));
        shapes.add(shape);
    }

    int size() {
        return spans.size();
    }

    Span span(int word) {
        return spans.get(word);
    }

    /** Whether it is punctuation or a possessive ending, and no handle, tag or link. */
    boolean mark(int word) {
        return shapes.get(word) == Token.Shape.MARK && spans.get(word).length() < 3 && !whole(word);
    }

    private boolean whole(int word) {
        char head = text.charAt(spans.get(word).start());
        return spans.get(word).length() > 1 && (head == '@' || head == '#');
    }

    /** Whether a word is the stop after a single letter. */
    boolean initialBefore(int word) {
        return word > 0
                && text.charAt(spans.get(word).start()) == '.'
                && spans.get(word - 1).length() == 1
                && !mark(word - 1);
    }

    /** Writes what the words look like into an array, {@value #FEATURES} values for each, so many apart. */
    void features(float[] to, int at, int apart) {
        int words = 0;
        int capitals = 0;
        int shouted = 0;
        for (Token.Shape shape : shapes) {
            boolean word = shape != Token.Shape.MARK && shape != Token.Shape.NUMBER;
            words += word ? 1 : 0;
            capitals += word && shape != Token.Shape.LOWER && shape != Token.Shape.UNCASED ? 1 : 0;
            shouted += shape == Token.Shape.UPPER ? 1 : 0;
        }
        float share = words == 0 ? 0 : (float) capitals / words;
        boolean first = true;
        for (int i = 0; i < spans.size(); i++) {
            Token.Shape shape = shapes.get(i);
            int row = at + i * apart;
            char head = text.charAt(spans.get(i).start());
            boolean whole = shape == Token.Shape.MARK && spans.get(i).length() > 2;
            to[row] = on(shape == Token.Shape.LOWER);
            to[row + 1] = on(shape == Token.Shape.CAPITALISED && spans.get(i).length() > 1);
            to[row + 2] = on(shape == Token.Shape.UPPER);
            to[row + 3] = on(shape == Token.Shape.MIXED);
            to[row + 4] = on(shape == Token.Shape.CAPITALISED && spans.get(i).length() == 1);
            to[row + 5] = on(shape == Token.Shape.NUMBER);
            to[row + 6] = on(shape == Token.Shape.MARK && !whole);
            to[row + 7] = on(whole && head == '@');
            to[row + 8] = on(whole && head != '@');
            to[row + 9] = on(first && shape != Token.Shape.MARK);
            to[row + 10] = on(capitals == 0);
            to[row + 11] = on(shouted > 1 && shouted * 10 >= words * 7);
            to[row + 12] = share;
            first &= shape == Token.Shape.MARK;
        }
    }

    private static float on(boolean is) {
        return is ? 1 : 0;
    }

    Span sentence() {
        return sentence;
    }
}
