package org.afterword.people;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name of another script in Latin letters (by ICU: ISO 9 for Cyrillic, UNGEGN and the classical way for Greek, pinyin for
 * Han, Hepburn for Kana, and so on), brought to a form in which different customs of writing it are one: "Yulia", "Julija" and
 * "Юлия". Arabic and Hebrew leave vowels out, so of them only consonants are compared.
 */
final class Transcription {
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{M}'’]+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]");
    private static final Pattern GLIDE = Pattern.compile("[yj](?=[aeiou])");
    private static final Pattern DOUBLE = Pattern.compile("(.)\\1+");
    private static final Pattern VOWELS = Pattern.compile("[aeiouyvw]|h$");
    private static final Set<String> ARTICLES = Set.of("al", "el", "ibn", "bin", "ben", "bint", "abu");
    private static final int LONGEST = 100;
    private static final int LEAST_CONSONANTS = 3;

    private Transcription() {}

    /** Made when the first name asks for them. */
    private static final class Ways {
        static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
        static final Transliterator MODERN_GREEK = Transliterator.getInstance("Greek-Latin/UNGEGN; Latin-ASCII");
    }

    /** How much the writing tells of the sound. */
    enum Way {
        LATIN,
        SOUNDS,
        KOREAN,
        CONSONANTS
    }

    /** By the first letter that is of some script. */
    static Way way(String name) {
        return switch (script(name)) {
            case UScript.LATIN, UScript.COMMON, UScript.INHERITED -> Way.LATIN;
            case UScript.ARABIC, UScript.HEBREW, UScript.SYRIAC -> Way.CONSONANTS;
            case UScript.HANGUL -> Way.KOREAN;
            default -> Way.SOUNDS;
        };
    }

    static int script(String name) {
        return name.codePoints()
                .filter(Character::isLetter)
                .map(UScript::getScript)
                .filter(script -> script != UScript.COMMON && script != UScript.INHERITED)
                .findFirst()
                .orElse(UScript.COMMON);
    }

    /** Its words in Latin letters, in each of the customs that we know for its script; once for Latin. */
    static Set<List<String>> latin(Name name) {
        if (way(name.text()) == Way.LATIN) {
            return Set.of(name.words());
        }
        String text = name.text().length() > LONGEST ? name.text().substring(0, LONGEST) : name.text();
        var all = new LinkedHashSet<List<String>>();
        all.add(words(Ways.LATIN, text));
        if (script(text) == UScript.GREEK) {
            all.add(words(Ways.MODERN_GREEK, text));
        }
        all.remove(List.of());
        return all;
    }

    private static List<String> words(Transliterator way, String text) {
        var words = new ArrayList<String>();
        for (String word : WORDS.split(text, -1)) {
            boolean article = word.length() > 4 && word.startsWith("ال");
            String latin = way.transliterate(article ? word.substring(2) : word).toLowerCase(Locale.ROOT);
            String letters = NO_LETTERS.matcher(latin).replaceAll("");
            if (!letters.isEmpty()) {
                words.add(letters);
            }
        }
        return words;
    }

    /**
     * What is compared.
     *
     * @param words in Latin letters
     * @return empty if too little is left to be told from others
     */
    static String key(List<String> words, Way way) {
        return switch (way) {
            case LATIN, SOUNDS -> sound(String.join("", words));
            case KOREAN -> korean(String.join("", words));
            case CONSONANTS -> {
                var left = new StringBuilder();
                for (String word : words) {
                    left.append(ARTICLES.contains(word) ? "" : consonants(word));
                }
                yield left.length() < LEAST_CONSONANTS ? "" : left.toString();
            }
        };
    }

    private static String sound(String letters) {
        String one = letters.replace("shch", "s")
                .replace("sch", "s")
                .replace("sh", "s")
                .replace("tch", "c")
                .replace("ch", "c")
                .replace("zh", "z")
                .replace("kh", "h")
                .replace("ts", "c")
                .replace("tz", "c")
                .replace("ph", "f")
                .replace("th", "t")
                .replace("dh", "d")
                .replace("gh", "g")
                .replace("ck", "k")
                .replace("x", "ks")
                .replace("q", "k")
                .replace("w", "v")
                .replace("ou", "o");
        String plain = GLIDE.matcher(one).replaceAll("").replace('y', 'i').replace('j', 'i');
        return DOUBLE.matcher(plain).replaceAll("$1");
    }

    /** Voiced or not is written either way. */
    private static String korean(String letters) {
        String one = letters.replace("oo", "u")
                .replace("ee", "i")
                .replace("ch", "j")
                .replace("sh", "s")
                .replace('k', 'g')
                .replace('t', 'd')
                .replace('p', 'b')
                .replace('r', 'l');
        return DOUBLE.matcher(one).replaceAll("$1");
    }

    private static String consonants(String word) {
        String sound = sound(word)
                .replace('c', 's')
                .replace('k', 'q')
                .replace('g', 'j')
                .replace("i", "");
        return DOUBLE.matcher(VOWELS.matcher(sound).replaceAll("")).replaceAll("$1");
    }
}
