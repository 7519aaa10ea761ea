package org.afterword.protection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.afterword.language.Sentences;
import org.afterword.model.Account;
import org.afterword.model.Mention;

/** Who is named in one sentence with a word for a crime ({@code crimes.txt}). A false alarm costs a look. */
public final class Accusations {
    private static final Pattern CRIMES = crimes();

    private Accusations() {}

    /** Those of the mentions, in the order of the text's sentences. */
    public static List<Mention> in(Account account, List<Mention> mentions) {
        if (mentions.isEmpty()) {
            return List.of();
        }
        return Sentences.of(account.text(), Locale.ENGLISH).stream()
                .filter(sentence -> CRIMES.matcher(sentence.of(account.text())).find())
                .flatMap(sentence -> mentions.stream().filter(mention -> sentence.contains(mention.span())))
                .toList();
    }

    private static Pattern crimes() {
        try (InputStream file = Accusations.class.getResourceAsStream("crimes.txt")) {
            if (file == null) {
                throw new IllegalStateException("the program is incomplete: crimes.txt is missing");
            }
            String words = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().replace("*", "\\p{L}*").replace(" ", "\\s+"))
                    .collect(Collectors.joining("|"));
            return Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
