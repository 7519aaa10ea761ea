package org.afterword.people;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.afterword.language.Folding;
import org.afterword.language.Sentences;
import org.afterword.language.Token;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;

/** A text's tokens with what their places in sentences and lines tell about their capitals. */
final class Prose {
    private static final Set<String> GERMAN = Set.of(
            "und", "der", "die", "das", "nicht", "ich", "wir", "ist", "ein", "eine", "mit", "zu", "auch", "dass");
    private static final int SHORT_LINE = 14;

    private final String text;
    private final List<Token> tokens;
    private final String[] cores;
    private final boolean[] possessive;
    private final boolean[] opens;
    private final boolean[] heading;
    private final boolean[] masked;
    private final int[] sentence;
    private final Set<String> lower = new HashSet<>();
    private final Map<String, Integer> inside = new HashMap<>();
    private final BitSet casual = new BitSet();
    private final boolean capitalNouns;

    /** @param taken stretches that are something else: addresses, links, handles */
    Prose(String text, Locale locale, List<Span> taken) {
        this.text = text;
        tokens = Token.of(text);
        int size = tokens.size();
        cores = new String[size];
        possessive = new boolean[size];
        opens = new boolean[size];
        heading = new boolean[size];
        sentence = new int[size];
        masked = new boolean[size];
        int german = 0;
        mask(taken);
        for (int i = 0; i < size; i++) {
            String folded = Folding.fold(tokens.get(i).text());
            possessive[i] = folded.length() > 2 && folded.endsWith("'s");
            cores[i] = possessive[i] ? folded.substring(0, folded.length() - 2) : folded;
            if (tokens.get(i).shape() == Token.Shape.LOWER) {
                lower.add(cores[i]);
                german += GERMAN.contains(cores[i]) ? 1 : 0;
            }
        }
        capitalNouns =
                locale.getLanguage().equals("de") || (locale.getLanguage().isEmpty() && german * 12 > size);
        sentences(Sentences.of(text, locale));
        headings();
        for (int i = 0; i < size; i++) {
            if (capital(i) && !opens[i] && !heading[i]) {
                inside.merge(cores[i], 1, Integer::sum);
            }
        }
    }

    private void sentences(List<Span> spans) {
        int at = 0;
        for (int s = 0; s < spans.size(); s++) {
            boolean open = true;
            boolean first = true;
            while (at < tokens.size()
                    && tokens.get(at).span().start() < spans.get(s).end()) {
                sentence[at] = s;
                Token token = tokens.get(at);
                if (token.shape() == Token.Shape.MARK) {
                    open |= ":“‘\"«(*•|>[…".indexOf(token.text()) >= 0
                            || (token.text().equals("'") && gapBefore(at));
                } else {
                    opens[at] = open || lineStart(at);
                    if (first && token.word()) {
                        casual.set(s, token.shape() == Token.Shape.LOWER);
                        first = false;
                    }
                    open = open && token.shape() == Token.Shape.NUMBER;
                }
                at++;
            }
        }
    }

    private void mask(List<Span> taken) {
        int at = 0;
        for (Span span : taken) {
            while (at < tokens.size() && tokens.get(at).span().end() <= span.start()) {
                at++;
            }
            while (at < tokens.size() && tokens.get(at).span().start() < span.end()) {
                masked[at] = true;
                at++;
            }
        }
    }

    private boolean gapBefore(int at) {
        int start = tokens.get(at).span().start();
        return start == 0 || Character.isWhitespace(text.charAt(start - 1));
    }

    private boolean lineStart(int at) {
        int start = tokens.get(at).span().start();
        return start == 0 || text.charAt(start - 1) == '\n';
    }

    /** Lines in which most words have a capital say nothing by it: titles, and what is shouted. */
    private void headings() {
        int from = 0;
        for (int i = 1; i <= tokens.size(); i++) {
            if (i == tokens.size() || newLine(i)) {
                heading(from, i);
                from = i;
            }
        }
    }

    private boolean newLine(int at) {
        int before = tokens.get(at - 1).span().end();
        return text.substring(before, tokens.get(at).span().start()).indexOf('\n') >= 0;
    }

    private void heading(int from, int to) {
        int words = 0;
        int capitals = 0;
        int shouted = 0;
        int ordinary = 0;
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            if (token.word() && token.text().length() > 3) {
                words++;
                capitals += token.capital() ? 1 : 0;
                shouted += token.shape() == Token.Shape.UPPER ? 1 : 0;
                ordinary += token.capital() && OrdinaryWords.contain(cores[i]) ? 1 : 0;
            }
        }
        boolean ended = to > from && ".!?".contains(tokens.get(to - 1).text());
        boolean title = !ended
                && to - from <= SHORT_LINE + 6
                && words >= 3
                && capitals * 4 >= words * 3
                && ordinary * 3 >= words;
        if (title || (words >= 3 && shouted * 3 >= words * 2)) {
            for (int i = from; i < to; i++) {
                heading[i] = true;
            }
        }
    }

    String text() {
        return text;
    }

    int size() {
        return tokens.size();
    }

    Token token(int at) {
        return tokens.get(at);
    }

    /** Folded, without a possessive ending; empty outside the text. */
    String core(int at) {
        return at >= 0 && at < cores.length ? cores[at] : "";
    }

    boolean possessive(int at) {
        return possessive[at]
                || (at + 1 < tokens.size()
                        && core(at).endsWith("s")
                        && "’'".contains(core(at + 1))
                        && !core(at + 1).isEmpty()
                        && tokens.get(at + 1).span().start()
                                == tokens.get(at).span().end());
    }

    /** The end of the token without a possessive ending. */
    int end(int at) {
        return tokens.get(at).span().end() - (possessive[at] ? 2 : 0);
    }

    int start(int at) {
        return tokens.get(at).span().start();
    }

    boolean capital(int at) {
        return at >= 0 && at < tokens.size() && !masked[at] && tokens.get(at).capital();
    }

    /** Whether a capital is owed to the place: a sentence's start, a quotation's, a list item's. */
    boolean opens(int at) {
        return opens[at];
    }

    boolean heading(int at) {
        return heading[at];
    }

    boolean sameSentence(int a, int b) {
        return sentence[a] == sentence[b];
    }

    boolean masked(int at) {
        return masked[at];
    }

    /** Whether only white space, and no more than a little, stands between a token and the next. */
    boolean adjacent(int at) {
        if (at + 1 >= tokens.size() || !sameSentence(at, at + 1)) {
            return false;
        }
        int from = tokens.get(at).span().end();
        int to = tokens.get(at + 1).span().start();
        return to > from && to - from <= 2 && text.charAt(from) != '\t';
    }

    boolean lowerElsewhere(String core) {
        return lower.contains(core);
    }

    /** Whether the word stands with a capital where none is owed. */
    boolean inside(String core) {
        return inside.containsKey(core);
    }

    /** Whether the text is of a language that writes every noun with a capital. */
    boolean capitalNouns() {
        return capitalNouns;
    }

    /** Whether the sentence of the token begins in lower case, as in chats. */
    boolean casual(int at) {
        return casual.get(sentence[at]);
    }

    /** From the one token to the other, without a possessive ending. */
    Find find(int first, int last, IdentityKind kind, String by, double score) {
        int end = end(last);
        boolean initialWithStop = token(last).text().length() == 1
                && last > first
                && last + 1 < size()
                && core(last + 1).equals(".")
                && token(last + 1).span().start() == end;
        var span = new Span(start(first), initialWithStop ? end + 1 : end);
        return new Find(span, span.of(text), kind, by, score);
    }
}
