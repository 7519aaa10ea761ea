package org.afterword.language;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.afterword.model.Span;

/**
 * Writes coded accounts as {@code training/practices.py} reads them: of each sentence the account, whether that is of an
 * ordinary group, whether a paragraph begins, the codings that it has a part in, the numbers of its pieces of words, and
 * where it begins; and beside it the sentence model's file.
 */
final class PracticeText {
    private static final Pattern PASSAGE = Pattern.compile("\\{\\{([^|]*)\\|([^}]*)}}");
    private static final int LONGEST = 254;

    private PracticeText() {}

    private record Coded(Span span, String coding) {}

    /**
     * @param arguments the folder of accounts, the file to write, where to put the model
     */
    public static void main(String[] arguments) throws IOException {
        try (InputStream model = Objects.requireNonNull(Encoder.class.getResourceAsStream(Encoder.MODEL))) {
            Files.write(Path.of(arguments[2]), model.readAllBytes());
        }
        try (InputStream vocabulary = Objects.requireNonNull(Encoder.class.getResourceAsStream(Encoder.VOCABULARY));
                Stream<Path> files = Files.list(Path.of(arguments[0]));
                BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[1]))) {
            WordPieces words = WordPieces.of(vocabulary);
            for (Path file : files.sorted().toList()) {
                write(file, words, out);
            }
        }
    }

    private static void write(Path file, WordPieces words, BufferedWriter out) throws IOException {
        String source = Files.readString(file);
        int firstLine = source.indexOf('\n');
        var text = new StringBuilder();
        var coded = new ArrayList<Coded>();
        String body = source.substring(firstLine + 1);
        Matcher passage = PASSAGE.matcher(body);
        int last = 0;
        for (int number = 0; passage.find(); number++) {
            text.append(body, last, passage.start());
            var span = new Span(text.length(), text.length() + passage.group(2).length());
            text.append(passage.group(2));
            for (String coding : passage.group(1).split(";", -1)) {
                coded.add(new Coded(span, number + ":" + coding.strip().replaceAll(" +", "/")));
            }
            last = passage.end();
        }
        text.append(body, last, body.length());
        boolean ordinary = source.substring(0, firstLine).contains("ordinary");
        sentences(file.getFileName().toString(), ordinary, text.toString(), coded, words, out);
    }

    private static void sentences(
            String name, boolean ordinary, String text, List<Coded> coded, WordPieces words, BufferedWriter out)
            throws IOException {
        int before = 0;
        for (Span sentence : Sentences.of(text, Locale.ENGLISH)) {
            WordPieces.Pieces pieces = words.of(text, sentence);
            if (pieces.size() > 0) {
                boolean paragraph = text.substring(before, sentence.start()).indexOf('\n') >= 0;
                out.write(String.join(
                        "\t",
                        name,
                        ordinary ? "1" : "0",
                        before == 0 || paragraph ? "1" : "0",
                        coded.stream()
                                .filter(one -> one.span().overlaps(sentence))
                                .map(Coded::coding)
                                .collect(Collectors.joining(" ")),
                        IntStream.range(0, Math.min(LONGEST, pieces.size()))
                                .mapToObj(i -> Integer.toString(pieces.id(i)))
                                .collect(Collectors.joining(" ")),
                        Integer.toString(sentence.start())));
                out.newLine();
            }
            before = sentence.end();
        }
    }
}
