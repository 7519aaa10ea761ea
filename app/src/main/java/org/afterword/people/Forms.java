package org.afterword.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.afterword.language.Folding;
import org.afterword.model.IdentityKind;

/**
 * All ways in which a name may be written, in the form of {@link Folding} (no case, no accents).
 *
 * <p>A form is <em>certain</em> if it belongs to the identity wherever it stands: the full name, the name without its
 * middle names, surname first ("marsh, jo"), joined ("jo_marsh", "jomarsh"), and the whole of a name of one word. It
 * is <em>ambiguous</em> if others may bear it too: a first name or a surname alone, initials, nicknames.
 *
 * <p>Possessives and plurals ("Marsh's", "Marsh’", "Marshs", "Marshes") are no forms of their own: {@link FormMatcher}
 * knows the endings after every form, and leaves them outside the span.
 */
public final class Forms {
    private static final int SHORTEST_JOINED = 5;
    private static final int SHORTEST_PART = 4;

    private Forms() {}

    /** How a form comes from the name. */
    public enum How {
        FULL(true),
        /** Middle names or particles left out. */
        SHORTENED(true),
        /** Surname first. */
        REVERSED(true),
        /** With no blank, or another mark in its place, as in handles. */
        JOINED(true),
        /** "jo m." */
        FIRST_AND_INITIAL(false),
        /** "j. marsh" */
        INITIAL_AND_SURNAME(false),
        /** "j.m." */
        INITIALS(false),
        FIRST(false),
        SURNAME(false),
        /** From the table of nicknames; the weakest. */
        NICKNAME(false);

        private final boolean certain;

        How(boolean certain) {
            this.certain = certain;
        }

        /** Whether it belongs to the identity wherever it stands. */
        public boolean certain() {
            return certain;
        }
    }

    /**
     * @param text folded
     */
    public record Form(String text, How how) {}

    /**
     * The forms, each once (the most certain way to it), in a fixed order; empty if the name has neither letter nor
     * digit.
     */
    public static List<Form> of(String name, IdentityKind kind) {
        var forms = new LinkedHashMap<String, How>();
        switch (kind) {
            case PERSON -> person(name, forms);
            case UNKNOWN -> unknown(name, forms);
            case PLACE, GROUP -> whole(words(name), forms);
            case HANDLE -> handle(name, forms);
            case EMAIL, LINK, NUMBER -> put(forms, Folding.fold(name).strip(), How.FULL);
            case PHONE -> {
                put(forms, Folding.fold(name).strip(), How.FULL);
                Phones.national(name).forEach(form -> put(forms, form, How.SHORTENED));
            }
            case ADDRESS -> {
                put(forms, String.join(" ", words(name)), How.FULL);
                put(forms, String.join(" ", words(Postal.street(name))), How.SHORTENED);
            }
            case BIRTH, AGE, DETAIL -> put(forms, String.join(" ", words(name)), How.FULL);
        }
        return forms.entrySet().stream()
                .map(e -> new Form(e.getKey(), e.getValue()))
                .toList();
    }

    /** The words of a name as they are compared: folded runs of letters or of digits. */
    static List<String> words(String name) {
        String folded = Folding.fold(name);
        var words = new ArrayList<String>();
        int at = 0;
        while (at < folded.length()) {
            int codePoint = folded.codePointAt(at);
            int end = at + Character.charCount(codePoint);
            boolean letter = Character.isLetter(codePoint);
            if (letter || number(codePoint)) {
                while (end < folded.length()
                        && (letter ? inWord(folded.codePointAt(end)) : number(folded.codePointAt(end)))) {
                    end += Character.charCount(folded.codePointAt(end));
                }
                words.add(folded.substring(at, end));
            }
            at = end;
        }
        return List.copyOf(words);
    }

    private static boolean inWord(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= 'a' && codePoint <= 'z';
        }
        return Character.isLetter(codePoint)
                || switch (Character.getType(codePoint)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }

    private static boolean number(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= '0' && codePoint <= '9';
        }
        return switch (Character.getType(codePoint)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    private static void put(Map<String, How> forms, String text, How how) {
        if (!text.isBlank()) {
            forms.putIfAbsent(text, how);
        }
    }

    private static void whole(List<String> words, Map<String, How> forms) {
        put(forms, String.join(" ", words), How.FULL);
        joined(words, forms);
    }

    private static void joined(List<String> words, Map<String, How> forms) {
        if (words.size() < 2) {
            return;
        }
        put(forms, String.join("_", words), How.JOINED);
        put(forms, String.join(".", words), How.JOINED);
        put(forms, String.join("-", words), How.JOINED);
        String one = String.join("", words);
        if (one.length() >= SHORTEST_JOINED && !OrdinaryWords.contain(one)) {
            put(forms, one, How.JOINED);
        }
    }

    private static void handle(String name, Map<String, How> forms) {
        String bare = name.replaceFirst("^(@|/?u/|/?user/)", "");
        List<String> words = words(bare);
        put(forms, String.join(" ", words), How.FULL);
        joined(words, forms);
    }

    private static void person(String name, Map<String, How> forms) {
        List<String> written = words(name);
        whole(written, forms);
        // "noor_91": the number is part of the handle, and nobody's surname.
        List<String> all = written.stream()
                .filter(word -> Character.isLetter(word.codePointAt(0)))
                .toList();
        if (all.size() < 2 || all.size() > 7) {
            nicknames(all, all, forms);
            return;
        }
        doubled(name, forms);
        if (Gazetteer.genderedTitle(all.getFirst())) {
            List<String> rest = all.subList(1, all.size());
            if (rest.size() == 1) {
                single(rest.getFirst(), How.SURNAME, forms);
            } else {
                whole(rest, forms);
                fullName(rest, forms);
            }
            if (!Gazetteer.firstName(all.getFirst())) {
                return; // unlike "Don"
            }
        }
        fullName(all, forms);
    }

    /**
     * It may be a person, so its parts may name that person as well; but of a thing ("Medicare-For-All") the small
     * words and the ordinary ones are no name of anything.
     */
    private static void unknown(String name, Map<String, How> forms) {
        if (name.indexOf('-') >= 0) {
            whole(words(name), forms);
            return;
        }
        person(name, forms);
        forms.entrySet()
                .removeIf(form -> !form.getValue().certain()
                        && (form.getKey().length() < SHORTEST_PART || OrdinaryWords.contain(form.getKey())));
    }

    private static void fullName(List<String> words, Map<String, How> forms) {
        int surnameAt = words.size() - 1;
        while (surnameAt > 1 && (Gazetteer.particle(words.get(surnameAt - 1)) || prefix(words.get(surnameAt - 1)))) {
            surnameAt--;
        }
        String first = words.getFirst();
        String last = words.getLast();
        List<String> surname = words.subList(surnameAt, words.size());
        Set<List<String>> pairs = new LinkedHashSet<>();
        pairs.add(joinList(first, surname));
        pairs.add(List.of(first, last));
        for (List<String> pair : pairs) {
            if (pair.size() < words.size()) {
                put(forms, String.join(" ", pair), How.SHORTENED);
                joined(pair, forms);
            }
        }
        for (List<String> family : new LinkedHashSet<>(List.of(surname, List.of(last)))) {
            String written = String.join(" ", family);
            put(forms, written + ", " + first, How.REVERSED);
            put(forms, written + " " + first, How.REVERSED);
            joined(joinList(family, first), forms);
            put(forms, initial(first) + ". " + written, How.INITIAL_AND_SURNAME);
            if (!first.startsWith("a") && !first.startsWith("i")) {
                // "a marsh" is no person's name
                put(forms, initial(first) + " " + written, How.INITIAL_AND_SURNAME);
            }
            put(forms, initial(first) + "_" + String.join("_", family), How.INITIAL_AND_SURNAME);
        }
        put(forms, first + " " + initial(last) + ".", How.FIRST_AND_INITIAL);
        put(forms, first + " " + initial(last), How.FIRST_AND_INITIAL);
        put(forms, initial(first) + "." + initial(last) + ".", How.INITIALS);
        put(forms, initial(first) + ". " + initial(last) + ".", How.INITIALS);
        if (!Gazetteer.particle(first) || Gazetteer.firstName(first)) {
            single(first, How.FIRST, forms);
        }
        if (surname.size() > 1) {
            put(forms, String.join(" ", surname), How.SURNAME);
        }
        single(last, How.SURNAME, forms);
        for (int i = words.size() - 2; i > 0; i--) {
            if (!Gazetteer.particle(words.get(i)) && !Gazetteer.small(words.get(i))) {
                single(words.get(i), How.SURNAME, forms);
            }
        }
        nicknames(words, surname, forms);
    }

    /** "Stone-North" and "O'Stone" of one who has another name besides, also with nothing between. */
    private static void doubled(String name, Map<String, How> forms) {
        for (String part : name.strip().split("\\s+", -1)) {
            List<String> words = words(part);
            if (words.size() > 1 && words.stream().allMatch(word -> Character.isLetter(word.codePointAt(0)))) {
                put(forms, String.join(" ", words), How.SURNAME);
                String one = String.join("", words);
                if (one.length() >= SHORTEST_JOINED && !OrdinaryWords.contain(one)) {
                    put(forms, one, How.SURNAME);
                }
            }
        }
    }

    /** O', Mc and Mac written apart. */
    private static boolean prefix(String word) {
        return word.equals("o") || word.equals("mc") || word.equals("mac") || word.equals("d");
    }

    private static void single(String word, How how, Map<String, How> forms) {
        if (word.length() > 1) {
            put(forms, word, how);
        }
    }

    private static void nicknames(List<String> words, List<String> surname, Map<String, How> forms) {
        if (words.isEmpty()) {
            return;
        }
        for (String nickname : Gazetteer.nicknames(words.getFirst())) {
            put(forms, nickname, How.NICKNAME);
            if (words.size() > 1) {
                put(forms, nickname + " " + String.join(" ", surname), How.NICKNAME);
            }
        }
    }

    /** The first letter; of Hangul, which folding takes apart, the first syllable. */
    private static String initial(String word) {
        int end = Character.charCount(word.codePointAt(0));
        while (end < word.length() && word.charAt(end) >= '\u1160' && word.charAt(end) <= '\u11ff') {
            end++;
        }
        return word.substring(0, end);
    }

    private static List<String> joinList(String first, List<String> rest) {
        var list = new ArrayList<String>();
        list.add(first);
        list.addAll(rest);
        return list;
    }

    private static List<String> joinList(List<String> rest, String last) {
        var list = new ArrayList<>(rest);
        list.add(last);
        return list;
    }
}
