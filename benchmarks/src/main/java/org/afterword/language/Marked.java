package org.afterword.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.afterword.model.Span;

/**
 * A text in which people marked names.
 *
 * @param names in order; marks on handles are left out
 */
record Marked(String text, List<Name> names) {

    /** @param label its first word's number in {@link NameHead#LABELS} */
    record Name(Span span, int label) {}

    /**
     * Reads a file in CoNLL's form: a word and its label a line, an empty line between texts. An "@" or "#" and the word
     * after it become one word; a handle is no name here, since rules find handles.
     */
    static List<Marked> read(Path conll) throws IOException {
        var all = new ArrayList<Marked>();
        var words = new ArrayList<String>();
        var labels = new ArrayList<String>();
        for (String line : Files.readAllLines(conll, StandardCharsets.UTF_8)) {
            String[] parts = line.strip().split("\\s+", -1);
            if (parts.length < 2) {
                add(all, words, labels);
                continue;
            }
            boolean joined = !words.isEmpty()
                    && (words.getLast().equals("@") || words.getLast().equals("#"));
            if (joined) {
                words.set(words.size() - 1, words.getLast() + parts[0]);
            } else {
                words.add(parts[0]);
                labels.add(parts[parts.length - 1].toUpperCase(Locale.ROOT));
            }
        }
        add(all, words, labels);
        return all;
    }

    private static void add(List<Marked> all, List<String> words, List<String> labels) {
        var text = new StringBuilder();
        var names = new ArrayList<Name>();
        int label = 0;
        int start = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean goesOn = label > 0 && labels.get(i).startsWith("I-");
            if (label > 0 && !goesOn) {
                names.add(new Name(new Span(start, text.length()), label));
                label = 0;
            }
            if (!text.isEmpty() && !word.matches("[.,!?:;’'%)]|'s|’s|n't")) {
                text.append(' ');
            }
            if (!goesOn && !labels.get(i).equals("O") && !word.startsWith("@")) {
                label = label(labels.get(i).substring(2));
                start = text.length();
            }
            text.append(word);
        }
        if (label > 0) {
            names.add(new Name(new Span(start, text.length()), label));
        }
        if (!words.isEmpty()) {
            all.add(new Marked(text.toString(), List.copyOf(names)));
        }
        words.clear();
        labels.clear();
    }

    private static int label(String kind) {
        return switch (kind) {
            case "PER", "PERSON" -> NameHead.LABELS.indexOf("B-PER");
            case "LOC", "LOCATION" -> NameHead.LABELS.indexOf("B-LOC");
            case "ORG", "GROUP", "CORPORATION" -> NameHead.LABELS.indexOf("B-ORG");
            default -> 0;
        };
    }

    Marked inLowerCase() {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.length() == text.length() ? new Marked(lower, names) : this;
    }
}
