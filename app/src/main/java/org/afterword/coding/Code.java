package org.afterword.coding;

import java.util.List;
import java.util.Optional;
import org.afterword.model.Polarity;

/**
 * One category of a codebook.
 *
 * @param id with the codebook's before it ("practice/money-demand")
 * @param parent the wider code, if there is one
 * @param name as a heading shows it
 * @param definition what it means, in one or two sentences
 * @param counts what is coded so
 * @param doesNotCount what is not
 * @param nearMisses what looks like it, and what it is instead
 * @param examples made up for the codebook
 * @param source where the category comes from
 * @param step where on the pathway it belongs
 * @param question what a reader would ask ("What does it ask of you?")
 * @param statement how a finding is put; empty for what is not counted
 * @param from other codebooks' codes that people may map to it; a proposal, never applied by the program
 * @param cues by what the program finds passages to suggest
 * @param elsewhere how other programs know and show it
 */
public record Code(
        String id,
        Optional<String> parent,
        String name,
        String definition,
        List<String> counts,
        List<String> doesNotCount,
        List<String> nearMisses,
        List<String> examples,
        String source,
        Optional<Step> step,
        Optional<String> question,
        Optional<Statement> statement,
        List<String> from,
        Cues cues,
        Elsewhere elsewhere) {

    /** Known to no other program. */
    public Code(
            String id,
            Optional<String> parent,
            String name,
            String definition,
            List<String> counts,
            List<String> doesNotCount,
            List<String> nearMisses,
            List<String> examples,
            String source,
            Optional<Step> step,
            Optional<String> question,
            Optional<Statement> statement,
            List<String> from,
            Cues cues) {
        this(
                id,
                parent,
                name,
                definition,
                counts,
                doesNotCount,
                nearMisses,
                examples,
                source,
                step,
                question,
                statement,
                from,
                cues,
                Elsewhere.NOWHERE);
    }

    public Code {
        counts = List.copyOf(counts);
        doesNotCount = List.copyOf(doesNotCount);
        nearMisses = List.copyOf(nearMisses);
        examples = List.copyOf(examples);
        from = List.copyOf(from);
    }

    /** Without what is above it. */
    public Code alone() {
        return with(Optional.empty(), statement);
    }

    Code counted() {
        return with(
                parent,
                Optional.of(statement.orElseGet(() -> new Statement(
                        "say what people coded as “" + name + "”",
                        "say that there was nothing that people would have coded as “" + name + "”"))));
    }

    private Code with(Optional<String> parent, Optional<Statement> statement) {
        return new Code(
                id,
                parent,
                name,
                definition,
                counts,
                doesNotCount,
                nearMisses,
                examples,
                source,
                step,
                question,
                statement,
                from,
                cues,
                elsewhere);
    }

    /**
     * The predicate of a finding's sentence, in the plural and present tense, without a full stop: "say that they were
     * asked for money", "say that nobody asked them for money". Each has to be understood by itself, and claims no
     * more than the definition.
     */
    public record Statement(String reports, String denies) {
        public String of(Polarity polarity) {
            return switch (polarity) {
                case REPORTS -> reports;
                case DENIES -> denies;
            };
        }
    }

    /**
     * What comes with a code from another program, and goes out with it again.
     *
     * @param guid the name that it has in every program (32 hexadecimal digits in capitals, in five groups)
     * @param colour "#RRGGBB"
     * @param codable whether passages can be coded so; if not, it only holds others together
     */
    public record Elsewhere(Optional<String> guid, Optional<String> colour, boolean codable) {
        public static final Elsewhere NOWHERE = new Elsewhere(Optional.empty(), Optional.empty(), true);
    }

    /**
     * Phrases in the notation of {@code docs/codebooks.md}.
     *
     * @param strong one is enough for a suggestion
     * @param weak two are needed
     * @param denies say that it did not happen; one is enough
     * @param without where one of them stands in a sentence, the sentence gives no evidence of this code
     * @param negatable whether a strong or weak phrase under a negation says that it did not happen; otherwise it then
     *     says nothing
     */
    public record Cues(
            List<String> strong, List<String> weak, List<String> denies, List<String> without, boolean negatable) {
        public static final Cues NONE = new Cues(List.of(), List.of(), List.of(), List.of(), false);

        public Cues {
            strong = List.copyOf(strong);
            weak = List.copyOf(weak);
            denies = List.copyOf(denies);
            without = List.copyOf(without);
        }
    }
}
