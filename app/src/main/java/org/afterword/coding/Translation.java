package org.afterword.coding;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** The words of a bundled codebook in another language: {@code ID_LANGUAGE.properties} beside it. */
final class Translation {
    private Translation() {}

    /**
     * The same codes with the names, questions, definitions and statements that readers see; what coders and the program go
     * by stays as it is. The codebook as it is, if there is no such file.
     *
     * @throws IllegalStateException if the file leaves one out
     */
    static Codebook of(Codebook codebook, Locale locale) {
        String name = codebook.id() + "_" + locale.getLanguage() + ".properties";
        var words = new Properties();
        try (InputStream in = Codebook.class.getResourceAsStream(name)) {
            if (in == null) {
                return codebook;
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return codebook.with(
                codebook.codes().stream().map(code -> of(code, words, name)).toList());
    }

    private static Code of(Code code, Properties words, String file) {
        return new Code(
                code.id(),
                code.parent(),
                say(code, "name", words, file),
                say(code, "definition", words, file),
                code.counts(),
                code.doesNotCount(),
                code.nearMisses(),
                code.examples(),
                code.source(),
                code.step(),
                code.question().map(question -> say(code, "question", words, file)),
                code.statement()
                        .map(statement -> new Code.Statement(
                                say(code, "reports", words, file), say(code, "denies", words, file))),
                code.from(),
                code.cues(),
                code.elsewhere());
    }

    private static String say(Code code, String what, Properties words, String file) {
        String key = code.id().substring(code.id().indexOf('/') + 1) + "." + what;
        return Optional.ofNullable(words.getProperty(key))
                .orElseThrow(() -> new IllegalStateException("the program is incomplete: " + file + " lacks " + key));
    }
}
