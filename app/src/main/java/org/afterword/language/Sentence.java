package org.afterword.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.afterword.model.Span;

/**
 * A sentence as cues see it: lower-case words, hyphenated ones apart, contractions written out ("don't" is "do not").
 *
 * @param span where it stands in the account's text (UTF-16 code units)
 * @param text as written
 * @param words in order
 * @param vocabulary the different words
 */
public record Sentence(Span span, String text, List<Word> words, Set<String> vocabulary) {
    private static final Map<String, String> CONTRACTED = Map.ofEntries(
            Map.entry("cannot", "can not"),
            Map.entry("can't", "can not"),
            Map.entry("won't", "will not"),
            Map.entry("shan't", "shall not"),
            Map.entry("dont", "do not"),
            Map.entry("doesnt", "does not"),
            Map.entry("didnt", "did not"),
            Map.entry("isnt", "is not"),
            Map.entry("arent", "are not"),
            Map.entry("wasnt", "was not"),
            Map.entry("werent", "were not"),
            Map.entry("hasnt", "has not"),
            Map.entry("havent", "have not"),
            Map.entry("hadnt", "had not"),
            Map.entry("couldnt", "could not"),
            Map.entry("wouldnt", "would not"),
            Map.entry("shouldnt", "should not"),
            Map.entry("cant", "can not"),
            Map.entry("wont", "will not"),
            Map.entry("im", "i am"),
            Map.entry("ive", "i have"),
            Map.entry("gonna", "going to"),
            Map.entry("wanna", "want to"),
            Map.entry("cause", "because"));
    private static final Map<String, String> ENDINGS =
            Map.of("n't", "not", "'ve", "have", "'re", "are", "'m", "am", "'ll", "will");

    /**
     * @param text in lower case
     * @param span in the account's text
     * @param capital whether it is written with one
     * @param breakBefore whether a mark that parts clauses stands before it: a semicolon, a colon, a dash, a bracket
     * @param commaBefore whether a comma does
     */
    public record Word(String text, Span span, boolean capital, boolean breakBefore, boolean commaBefore) {}

    public static Sentence of(String account, Span span) {
        String text = span.of(account);
        var words = new ArrayList<Word>();
        boolean breakBefore = false;
        boolean commaBefore = false;
        for (Token token : Token.of(text)) {
            if (token.shape() == Token.Shape.MARK) {
                breakBefore |= ";:()[]—–.!?…".contains(token.text());
                commaBefore |= token.text().equals(",");
                if (!"$€£%".contains(token.text())) {
                    continue;
                }
            }
            var at = new Span(
                    span.start() + token.span().start(),
                    span.start() + token.span().end());
            for (String word : split(token.text())) {
                words.add(new Word(word, at, token.capital(), breakBefore, commaBefore));
                breakBefore = false;
                commaBefore = false;
            }
        }
        return new Sentence(
                span, text, List.copyOf(words), words.stream().map(Word::text).collect(Collectors.toUnmodifiableSet()));
    }

    /** What one written word is for the cues: "love-bombing" two words, "don't" two as well. */
    static List<String> split(String written) {
        var words = new ArrayList<String>();
        String plain = written.toLowerCase(Locale.ROOT).replace('’', '\'').replace('ʼ', '\'');
        for (String part : plain.split("[-‐‑]", -1)) {
            String whole = CONTRACTED.get(part);
            if (whole != null) {
                words.addAll(List.of(whole.split(" ", -1)));
                continue;
            }
            int apostrophe = part.endsWith("n't") ? part.length() - 3 : part.lastIndexOf('\'');
            if (apostrophe > 0 && part.length() - apostrophe <= 3) {
                words.add(part.substring(0, apostrophe));
                String ending = part.substring(apostrophe);
                words.add(ENDINGS.getOrDefault(ending, ending));
            } else if (!part.isEmpty()) {
                words.add(part);
            }
        }
        return words;
    }

    public String word(int index) {
        return words.get(index).text();
    }

    public int size() {
        return words.size();
    }

    public boolean question() {
        String end = text.replaceAll("[\\s\"'”’»)\\]*_]+$", "");
        return end.endsWith("?");
    }
}
