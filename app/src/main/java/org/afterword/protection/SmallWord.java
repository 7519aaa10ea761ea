package org.afterword.protection;

import java.util.Set;
import org.afterword.language.Folding;
import org.afterword.model.Span;
import org.afterword.protection.NameOrWord.Reading;

/**
 * An ordinary word that is written small, where a name may be so as well: "so north is out", "north's list", "ask
 * north". It is a name where only persons stand ("north said", "i told north to go"), and nothing tells where persons do
 * but things might; after an article, a number or a preposition of place, and where nothing around it is as it is
 * around names, it is a word.
 */
record SmallWord(Line line, String word, Span span) {
    private static final Set<String> DETERMINERS = NameOrWord.read("[determiner]");
    private static final Set<String> PLACES = NameOrWord.read("[place]");
    private static final Set<String> ADJECTIVES = NameOrWord.read("[adjective]");
    private static final Set<String> DEGREES = NameOrWord.read("[degree]");
    private static final Set<String> PRONOUNS = NameOrWord.read("[pronoun]");
    private static final Set<String> MODALS = NameOrWord.read("[modal]");
    private static final Set<String> SAYING = NameOrWord.read("[saying]");
    private static final Set<String> DOES = NameOrWord.read("[does]");
    private static final Set<String> NO_NAMES = NameOrWord.read("[no-name]");
    private static final Set<String> TELLS = NameOrWord.read("[tells]");
    private static final Set<String> TAKES = NameOrWord.read("[takes]");
    private static final Set<String> WITH = NameOrWord.read("[with]");
    private static final Set<String> OF = NameOrWord.read("[of]");
    private static final Set<String> TO = NameOrWord.read("[to]");
    private static final Set<String> FROM = NameOrWord.read("[from]");
    private static final Set<String> GREETINGS = NameOrWord.read("[greeting]");
    private static final Set<String> TITLES = NameOrWord.read("[title]");
    private static final Set<String> NAMED = NameOrWord.read("[named]");
    private static final Set<String> ASKING = NameOrWord.read("[asking]");
    private static final Set<String> QUESTIONING = NameOrWord.read("[questioning]");
    private static final Set<String> PHRASES = NameOrWord.read("[phrase]");
    private static final Set<String> NO_PLURALS = NameOrWord.read("[no-plural]");
    private static final Set<String> GOES_ON = NameOrWord.read("[goes-on]");
    private static final Set<String> THAT = NameOrWord.read("[that]");
    private static final Set<String> ME = Set.of("i", "me", "he", "him", "she", "you", "we", "us", "they", "them");

    Reading read() {
        String before = line.blankBefore(span.start()) ? folded(line.before(span.start())) : "";
        int end = wordEnd();
        String next = Folding.fold(line.wordRightAfter(end));
        if (TITLES.contains(before)) {
            return Reading.NAME;
        }
        if (determined(before, next) || NameOrWord.number(before) || NameOrWord.number(next)) {
            return end > span.end() && family(before, next) ? Reading.EITHER : Reading.WORD;
        }
        if (end > span.end()) {
            return family(before, next) ? Reading.EITHER : Reading.WORD;
        }
        if (line.possessive(end)) {
            return ADJECTIVES.contains(before) ? Reading.WORD : Reading.EITHER;
        }
        if (PLACES.contains(before) || NO_NAMES.contains(word)) {
            return Reading.WORD;
        }
        boolean tells = TELLS.contains(before) && takesNoNoun(next) && !MODALS.contains(word);
        if (tells || (SAYING.contains(next) && does(before))) {
            return Reading.NAME;
        }
        return (DOES.contains(next) && does(before) && !modalPhrase(next))
                        || (shortened(end) && does(before))
                        || taken(before, next)
                        || greeted(before)
                        || listed(next)
                        || asked(before, next)
                        || alone(end)
                ? Reading.EITHER
                : Reading.WORD;
    }

    private boolean determined(String before, String next) {
        return switch (before) {
            case "that" -> !THAT.contains(beforeThat());
            case "what", "which", "whatever" ->
                !SAYING.contains(next) && (!DOES.contains(next) || ASKING.contains(next));
            default -> DETERMINERS.contains(before);
        };
    }

    private String folded(Span of) {
        return Folding.fold(of.of(line.text()));
    }

    /** Past an ending that is written on: "norths". */
    private int wordEnd() {
        int end = span.end();
        while (end < line.end() && Character.isLetter(line.text().charAt(end))) {
            end++;
        }
        return end;
    }

    /** "The norths", "norths list"; "the kings said", "i told the kings"; not "the hills". */
    private boolean family(String before, String next) {
        return NO_PLURALS.contains(word)
                || SAYING.contains(next)
                || (before.equals("the") && TELLS.contains(beforeThat()))
                || TELLS.contains(before);
    }

    private String beforeThat() {
        return folded(line.before(line.before(span.start()).start()));
    }

    /** Whether who stands here may be the one who does what follows. */
    private boolean does(String before) {
        return !PRONOUNS.contains(before)
                && !MODALS.contains(before)
                && !ADJECTIVES.contains(before)
                && !(ADJECTIVES.contains(word) && DEGREES.contains(before));
    }

    /** "It will never", and not "will never came". */
    private boolean modalPhrase(String next) {
        return MODALS.contains(word)
                && (next.equals("never")
                        || next.equals("always")
                        || next.equals("also")
                        || next.equals("just")
                        || next.equals("really")
                        || next.equals("still"));
    }

    /** "North'll", "north'd". */
    private boolean shortened(int end) {
        return end + 1 < line.end()
                && "'’ʼ＇".indexOf(line.text().charAt(end)) >= 0
                && Character.isLetter(line.text().charAt(end + 1));
    }

    /** After what takes a person: "met north", "with north", "talked to north". */
    private boolean taken(String before, String next) {
        if (before.isEmpty() || PHRASES.contains(before + "-" + word) || !takesNoNoun(next)) {
            return false;
        }
        return switch (before) {
            case "of" -> OF.contains(beforeThat());
            case "to" -> TO.contains(beforeThat());
            case "from" -> FROM.contains(beforeThat());
            case "is", "was" -> NAMED.contains(beforeThat());
            default ->
                TELLS.contains(before) || TAKES.contains(before) || WITH.contains(before) || NAMED.contains(before);
        };
    }

    /** Unless the word says what the next is like: "asked small questions". */
    private boolean takesNoNoun(String next) {
        return !ADJECTIVES.contains(word)
                || next.isEmpty()
                || NameOrWord.small(next)
                || GOES_ON.contains(next)
                || NO_NAMES.contains(next)
                || DOES.contains(next);
    }

    private boolean greeted(String before) {
        return GREETINGS.contains(before) && line.wordRightAfter(span.end()).isEmpty();
    }

    /** Beside a name or a pronoun: "vimbai and north", "north, tendai and me". */
    private boolean listed(String next) {
        Span before = line.before(span.start());
        String said = folded(before);
        if (said.equals("and") || said.equals("or")) {
            return nameOrPronoun(folded(line.before(before.start())));
        }
        if (next.equals("and") || next.equals("or")) {
            int from = line.text().indexOf(next, span.end());
            return from >= 0 && nameOrPronoun(Folding.fold(line.wordRightAfter(from + next.length())));
        }
        boolean comma = before.length() > 0 && !line.blankBefore(span.start());
        return comma && nameOrPronoun(said) && !ME.contains(said);
    }

    private static boolean nameOrPronoun(String said) {
        return ME.contains(said)
                || (said.length() > 2 && Character.isLetter(said.charAt(0)) && !NameOrWord.contain(said));
    }

    /** "Did north tell you", "where is north". */
    private boolean asked(String before, String next) {
        if (!ASKING.contains(before) || (ADJECTIVES.contains(word) && takesNoNoun(next))) {
            return false;
        }
        String first = beforeThat();
        return first.isEmpty() || QUESTIONING.contains(first);
    }

    /** All that a line or a sentence says, or who speaks in it ("north: hello"). */
    private boolean alone(int end) {
        if (line.before(span.start()).length() > 0) {
            return false;
        }
        int at = end;
        while (at < line.end() && line.text().charAt(at) == ' ') {
            at++;
        }
        return at == line.end() || ".!?…:\")”".indexOf(line.text().charAt(at)) >= 0;
    }
}
