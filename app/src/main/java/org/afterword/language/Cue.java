package org.afterword.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A phrase with slots, found in the words of a sentence. {@code <press> ~3 to <give>}: a word of one set, up to three
 * words, "to", a word of another set. {@code docs/codebooks.md} has the notation.
 *
 * @param starts the words that it can begin with; empty if it can begin with others
 * @param negative whether it can say "not" itself ("not allowed to")
 */
public record Cue(String written, List<Element> elements, Set<String> starts, boolean negative) {
    private static final Set<String> NEGATIVE = Set.of("not", "never", "no", "nobody", "none", "nothing", "without");
    /** Words that may begin a sentence with a capital and are no names. */
    private static final Set<String> NOT_NAMES = Set.of(
            "i",
            "he",
            "she",
            "they",
            "we",
            "you",
            "it",
            "one",
            "someone",
            "somebody",
            "anyone",
            "anybody",
            "everyone",
            "everybody",
            "nobody",
            "people",
            "members",
            "friends",
            "others",
            "some",
            "many",
            "most",
            "several",
            "another",
            "a",
            "an",
            "the",
            "my",
            "our",
            "your",
            "his",
            "her",
            "their",
            "this",
            "that",
            "these",
            "those",
            "who",
            "whoever",
            "later",
            "then",
            "and",
            "but",
            "so",
            "or",
            "because",
            "when",
            "if",
            "once",
            "comrades",
            "leaders",
            "elders",
            "christians",
            "also",
            "even",
            "only",
            "after",
            "before",
            "now",
            "here",
            "there",
            "what",
            "which",
            "both",
            "all",
            "each",
            "every",
            "two",
            "three",
            "neither",
            "none",
            "god",
            "jesus",
            "christ",
            "just",
            "yes",
            "well",
            "had",
            "has",
            "was",
            "were",
            "is",
            "are",
            "not",
            "sometimes",
            "often",
            "actually",
            "eventually",
            "finally",
            "afterwards",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday");

    public sealed interface Element {
        record Phrases(Set<List<String>> phrases, boolean optional) implements Element {}

        record Gap(int most) implements Element {}

        /** A word that looks like a name. */
        record Name() implements Element {}
    }

    /**
     * @param from the first word
     * @param to the word after the last
     */
    public record Match(int from, int to) {
        public boolean contains(Match other) {
            return from <= other.from && other.to <= to;
        }
    }

    /**
     * @throws IllegalArgumentException if the notation is wrong
     */
    public static Cue parse(String written, Vocabulary vocabulary) {
        var elements = new ArrayList<Element>();
        for (String part : written.strip().split("\\s+", -1)) {
            elements.add(element(part, vocabulary));
        }
        if (elements.getFirst() instanceof Element.Gap || elements.getLast() instanceof Element.Gap) {
            throw new IllegalArgumentException("it begins or ends with a gap");
        }
        boolean negative = elements.stream()
                .anyMatch(element -> element instanceof Element.Phrases words
                        && words.phrases().stream().flatMap(List::stream).anyMatch(NEGATIVE::contains));
        return new Cue(written, List.copyOf(elements), starts(elements.getFirst()), negative);
    }

    private static Element element(String part, Vocabulary vocabulary) {
        if (part.equals("<NAME>")) {
            return new Element.Name();
        }
        if (part.startsWith("~")) {
            return new Element.Gap(Integer.parseInt(part, 1, part.length(), 10));
        }
        boolean optional = part.endsWith("?");
        String body = optional ? part.substring(0, part.length() - 1) : part;
        var phrases = new LinkedHashSet<List<String>>();
        for (String alternative : body.split("\\|", -1)) {
            if (alternative.startsWith("<") && alternative.endsWith(">")) {
                phrases.addAll(vocabulary.set(alternative.substring(1, alternative.length() - 1)));
            } else {
                phrases.addAll(Vocabulary.phrases(alternative));
            }
        }
        return new Element.Phrases(phrases, optional);
    }

    /** The first place where it stands, from the left. */
    public Optional<Match> find(Sentence sentence) {
        return find(sentence, 0);
    }

    /** The places where it stands, from the left, none overlapping another. */
    public List<Match> all(Sentence sentence) {
        var matches = new ArrayList<Match>();
        Optional<Match> next = find(sentence, 0);
        while (next.isPresent()) {
            matches.add(next.get());
            next = find(sentence, next.get().to());
        }
        return matches;
    }

    private Optional<Match> find(Sentence sentence, int start) {
        if (!starts.isEmpty() && Collections.disjoint(starts, sentence.vocabulary())) {
            return Optional.empty();
        }
        for (int from = start; from < sentence.size(); from++) {
            if (!starts.isEmpty() && !starts.contains(sentence.word(from))) {
                continue;
            }
            int to = match(sentence, 0, from, from);
            if (to > from) {
                return Optional.of(new Match(from, to));
            }
        }
        return Optional.empty();
    }

    public boolean in(Sentence sentence) {
        return find(sentence).isPresent();
    }

    /** The word after the last, or -1. */
    private int match(Sentence sentence, int element, int at, int from) {
        if (element == elements.size()) {
            return at;
        }
        return switch (elements.get(element)) {
            case Element.Name() -> isName(sentence, at) ? match(sentence, element + 1, at + 1, from) : -1;
            case Element.Gap(int most) -> {
                for (int skipped = 0; skipped <= most && at + skipped < sentence.size(); skipped++) {
                    if (at + skipped > from
                            && sentence.words().get(at + skipped).breakBefore()) {
                        yield -1;
                    }
                    int to = match(sentence, element + 1, at + skipped, from);
                    if (to >= 0) {
                        yield to;
                    }
                }
                yield -1;
            }
            case Element.Phrases(var phrases, boolean optional) -> {
                for (List<String> phrase : phrases) {
                    if (stands(phrase, sentence, at, from)) {
                        int to = match(sentence, element + 1, at + phrase.size(), from);
                        if (to >= 0) {
                            yield to;
                        }
                    }
                }
                yield optional ? match(sentence, element + 1, at, from) : -1;
            }
        };
    }

    private static boolean stands(List<String> phrase, Sentence sentence, int at, int from) {
        if (at + phrase.size() > sentence.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            String wanted = phrase.get(i);
            String word = sentence.word(at + i);
            boolean same = wanted.endsWith("*")
                    ? word.startsWith(wanted.substring(0, wanted.length() - 1))
                    : word.equals(wanted);
            if (!same || (at + i > from && sentence.words().get(at + i).breakBefore())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(Sentence sentence, int at) {
        return at < sentence.size() && sentence.words().get(at).capital() && !NOT_NAMES.contains(sentence.word(at));
    }

    private static Set<String> starts(Element first) {
        if (!(first instanceof Element.Phrases(var phrases, boolean optional)) || optional) {
            return Set.of();
        }
        Set<String> starts = phrases.stream().map(List::getFirst).collect(Collectors.toUnmodifiableSet());
        return starts.stream().anyMatch(start -> start.endsWith("*")) ? Set.of() : starts;
    }
}
