package org.afterword.coding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A framework: its codes, in their order. {@code docs/codebooks.md} describes the file.
 *
 * @param id what its codes' ids begin with ("practice")
 * @param version changes whenever a meaning does
 * @param sets named lists of words and phrases that the cues use
 */
public record Codebook(
        String id,
        String name,
        String version,
        String description,
        String source,
        Map<String, List<String>> sets,
        List<Code> codes) {

    public Codebook {
        sets = Map.copyOf(sets);
        codes = List.copyOf(codes);
    }

    /** The plain practices: what the program may suggest. */
    public static Codebook practices() {
        return Bundled.PRACTICES;
    }

    /** Lifton's eight criteria: what people map practices to. */
    public static Codebook lifton() {
        return Bundled.LIFTON;
    }

    /**
     * @param yaml is read to its end, and not closed
     * @throws CodebookException if it is no codebook; the message says what is wrong, and at which code
     * @throws IOException if it cannot be read at all
     */
    public static Codebook read(InputStream yaml) throws IOException {
        return CodebookFile.read(yaml);
    }

    /** The file that {@link #read} reads. */
    public String yaml() {
        return CodebookYaml.write(this);
    }

    /**
     * The same in the words of another language, for those who read what is published. A statement is then a clause
     * ("dass niemand sie um Geld bat"), as that language's sentences want it.
     */
    public Codebook in(Locale locale) {
        return Translation.of(this, locale);
    }

    public Codebook with(List<Code> others) {
        return new Codebook(id, name, version, description, source, sets, others);
    }

    /** The same, in another version. */
    public Codebook versioned(String other) {
        return new Codebook(id, name, other, description, source, sets, codes);
    }

    /** The same, where a code that has no sentence for a finding gets one that claims no more than its name. */
    public Codebook counted() {
        return with(codes.stream().map(Code::counted).toList());
    }

    public Optional<Code> code(String id) {
        return codes.stream().filter(code -> code.id().equals(id)).findFirst();
    }

    private static final class Bundled {
        static final Codebook PRACTICES = load("practice.yaml");
        static final Codebook LIFTON = load("lifton.yaml");

        private static Codebook load(String name) {
            try (InputStream file = Codebook.class.getResourceAsStream(name)) {
                if (file == null) {
                    throw new IllegalStateException("the program is incomplete: the codebook " + name + " is missing");
                }
                return read(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
