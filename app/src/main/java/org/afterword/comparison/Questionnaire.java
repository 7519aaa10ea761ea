package org.afterword.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The same open questions for leavers and stayers of every group: what nobody was asked is mentioned by some and not by
 * others, and then differs between groups for that alone. Filled in, it is read like any account.
 */
public final class Questionnaire {
    private Questionnaire() {}

    /** In Markdown, to be printed or filled in. */
    public static List<String> lines() {
        return text().lines().filter(line -> !line.startsWith("<!--")).toList();
    }

    /** With a comment before each question that asks for a practice: {@code <!-- practice/money-demand -->}. */
    static String text() {
        try (InputStream file = Questionnaire.class.getResourceAsStream("questionnaire.md")) {
            if (file == null) {
                throw new IllegalStateException("the program is incomplete: the questionnaire is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
