package org.afterword.search;

import java.util.Optional;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;

/**
 * What the forms of a word have in common, by the rules of one language (Snowball): "criticising" and "criticised" are
 * one. Languages whose letters folding changes have none. For one thread.
 */
final class Stems {
    private final String language;
    private final SnowballStemmer stemmer;

    private Stems(String language, SnowballStemmer stemmer) {
        this.language = language;
        this.stemmer = stemmer;
    }

    /**
     * @param language an ISO 639-1 code
     * @return empty if the language has none
     */
    static Optional<Stems> of(String language) {
        SnowballStemmer stemmer = switch (language) {
            case "en" -> new EnglishStemmer();
            case "de" -> new GermanStemmer();
            case "fr" -> new FrenchStemmer();
            case "es" -> new SpanishStemmer();
            case "it" -> new ItalianStemmer();
            case "pt" -> new PortugueseStemmer();
            case "nl" -> new DutchStemmer();
            case "sv" -> new SwedishStemmer();
            case "da" -> new DanishStemmer();
            case "no", "nb" -> new NorwegianStemmer();
            default -> null;
        };
        return Optional.ofNullable(stemmer).map(known -> new Stems(language, known));
    }

    /** A stem, marked with the language that it belongs to. */
    String stem(String word) {
        stemmer.setCurrent(word);
        stemmer.stem();
        return language + ":" + stemmer.getCurrent();
    }
}
