package org.afterword.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.afterword.model.Span;

/**
 * The pieces of words that a sentence model reads: those of BERT without capitals and accents (basic tokenization, then
 * the longest piece that fits, again and again).
 *
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al. 2018</a>
 */
final class WordPieces {
    private static final int LONGEST_WORD = 100;
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int opening;
    private final int closing;

    private WordPieces(Map<String, Integer> vocabulary) throws IOException {
        this.vocabulary = vocabulary;
        unknown = id("[UNK]");
        opening = id("[CLS]");
        closing = id("[SEP]");
    }

    /**
     * @param json a tokenizer's description as Hugging Face writes it, with the vocabulary in {@code model.vocab}
     * @throws IOException if it cannot be read or has no vocabulary
     */
    static WordPieces of(InputStream json) throws IOException {
        JsonNode words =
                JsonMapper.builder().build().readTree(json).path("model").path("vocab");
        var vocabulary = new HashMap<String, Integer>(2 * words.size());
        words.properties()
                .forEach(word -> vocabulary.put(word.getKey(), word.getValue().intValue()));
        return new WordPieces(vocabulary);
    }

    private int id(String piece) throws IOException {
        Integer id = vocabulary.get(piece);
        if (id == null) {
            throw new IOException("the vocabulary has no " + piece);
        }
        return id;
    }

    int opening() {
        return opening;
    }

    int closing() {
        return closing;
    }

    /** The pieces of a stretch of a text; places are the text's UTF-16 code units. */
    Pieces of(String text, Span span) {
        var pieces = new Pieces();
        var word = new StringBuilder();
        var places = new Pieces();
        int at = span.start();
        while (at < span.end()) {
            int codePoint = text.codePointAt(at);
            int end = Math.min(at + Character.charCount(codePoint), span.end());
            if (!dropped(codePoint)) {
                boolean alone = alone(codePoint);
                if (alone || Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
                    word(word, places, pieces);
                }
                if (alone || !(Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint))) {
                    plain(codePoint, at, end, word, places);
                }
                if (alone) {
                    word(word, places, pieces);
                }
            }
            at = end;
        }
        word(word, places, pieces);
        return pieces;
    }

    /** Adds a letter to the word in lower case, without its accents. */
    private static void plain(int codePoint, int start, int end, StringBuilder word, Pieces places) {
        if (codePoint < 0x80) {
            word.append((char) (codePoint >= 'A' && codePoint <= 'Z' ? codePoint + 32 : codePoint));
            places.add(0, start, end);
            return;
        }
        NFD.normalize(Character.toString(codePoint)).codePoints().forEach(part -> {
            if (Character.getType(part) != Character.NON_SPACING_MARK) {
                int before = word.length();
                word.appendCodePoint(Character.toLowerCase(part));
                for (int i = before; i < word.length(); i++) {
                    places.add(0, start, end);
                }
            }
        });
    }

    private void word(StringBuilder word, Pieces places, Pieces pieces) {
        if (word.isEmpty()) {
            return;
        }
        String letters = word.toString();
        boolean tooLong = letters.codePointCount(0, letters.length()) > LONGEST_WORD;
        int before = pieces.size();
        int from = 0;
        while (from < letters.length()) {
            int to = tooLong ? from : longest(letters, from);
            if (to == from) {
                pieces.cut(before);
                pieces.add(unknown, places.start(0), places.end(letters.length() - 1));
                break;
            }
            String piece = (from == 0 ? "" : "##") + letters.substring(from, to);
            pieces.add(vocabulary.getOrDefault(piece, unknown), places.start(from), places.end(to - 1));
            from = to;
        }
        word.setLength(0);
        places.cut(0);
    }

    private int longest(String letters, int from) {
        for (int to = letters.length(); to > from; to--) {
            if (vocabulary.containsKey((from == 0 ? "" : "##") + letters.substring(from, to))) {
                return to;
            }
        }
        return from;
    }

    private static boolean dropped(int codePoint) {
        if (codePoint == '\t' || codePoint == '\n' || codePoint == '\r') {
            return false;
        }
        return codePoint == 0
                || codePoint == 0xfffd
                || switch (Character.getType(codePoint)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED -> true;
                    default -> false;
                };
    }

    /** Punctuation and Chinese characters are words of their own. */
    private static boolean alone(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint > ' ' && codePoint < 0x7f && !Character.isLetterOrDigit(codePoint);
        }
        return chinese(codePoint)
                || switch (Character.getType(codePoint)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }

    private static boolean chinese(int c) {
        return (c >= 0x4e00 && c <= 0x9fff)
                || (c >= 0x3400 && c <= 0x4dbf)
                || (c >= 0x20000 && c <= 0x2a6df)
                || (c >= 0x2a700 && c <= 0x2ceaf)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0x2f800 && c <= 0x2fa1f);
    }

    /** Pieces in the order of the text: the vocabulary's number, and where each stands. */
    static final class Pieces {
        private int[] numbers = new int[48];
        private int size;

        int size() {
            return size;
        }

        int id(int at) {
            return numbers[3 * at];
        }

        int start(int at) {
            return numbers[3 * at + 1];
        }

        int end(int at) {
            return numbers[3 * at + 2];
        }

        private void add(int id, int start, int end) {
            if (3 * size + 3 > numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * numbers.length);
            }
            numbers[3 * size] = id;
            numbers[3 * size + 1] = start;
            numbers[3 * size + 2] = end;
            size++;
        }

        private void cut(int to) {
            size = to;
        }
    }
}
