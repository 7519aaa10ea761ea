package org.afterword.publishing;

import com.ibm.icu.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.model.Span;
import org.afterword.page.Strings;
import org.afterword.protection.Redacted;

/**
 * The words of what is published, and where they stand: made of nothing but what the pages show, in the order of the
 * pages. What stands in place of a name is no word of it, so that nobody is looked up.
 */
final class WordIndex {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    /** A word that stands on more pages does not help to find one of them. */
    private static final int HELPS = 12;
    /** What the frame of an entry takes, and of each of its places, in bytes. */
    private static final int FRAME = 60;

    private static final int PLACE = 110;

    private final List<Shown.Place> places = new ArrayList<>();
    private final BreakIterator breaks = BreakIterator.getWordInstance(Locale.ROOT);
    /** Those whose words are in the pages of the index, too: all but whole accounts, which are long. */
    private final BitSet listed = new BitSet();

    private final Map<String, Word> found = new HashMap<>();
    private final SortedMap<String, Word> words;
    /** How a word is written, and where it stands: places by their numbers, in their order. */
    private static final class Word {
        private Shown.Extract shown;
        private int[] places = new int[4];
        private int count;

        Word(Shown.Extract shown) {
            this.shown = shown;
        }

        void add(Redacted source, Span written, int place) {
            if (upper(shown.source(), shown.span()) && !upper(source, written)) {
                shown = new Shown.Extract(source, written);
            }
            if (count == 0 || places[count - 1] != place) {
                if (count == places.length) {
                    places = Arrays.copyOf(places, 2 * count);
                }
                places[count++] = place;
            }
        }

        private static boolean upper(Redacted source, Span written) {
            return Character.isUpperCase(source.text().codePointAt(written.start()));
        }

        int[] places() {
            return Arrays.copyOf(places, count);
        }
    }

    /**
     * @param nameless whether a word may stand alone: one that is hidden where it is a name may be kept in a sentence
     *     where it is none, and in a list nobody sees which it was
     */
    WordIndex(Site site, Predicate<String> nameless) {
        for (Shown.Group group : site.groups()) {
            var heads = new ArrayList<>(group.also());
            heads.addFirst(group.name());
            add(new Shown.Place(group.address(), Optional.empty(), Optional.empty(), Optional.of(group.name())), heads);
        }
        for (Shown.Finding finding : site.findings()) {
            if (finding.address().part() == 1) {
                add(
                        place(finding, Optional.empty()),
                        List.of(finding.title(), finding.question(), finding.sentence(), finding.means()));
            }
            Stream.concat(finding.voices().stream(), finding.opposing().stream())
                    .forEach(passage -> add(place(finding, Optional.of(passage)), List.of(passage.words())));
        }
        for (Shown.Account account : site.accounts()) {
            account(account);
        }
        found.values().removeIf(word -> !nameless.test(word.shown.text()));
        words = new TreeMap<>(found);
    }

    private static Shown.Place place(Shown.Finding finding, Optional<Shown.Passage> passage) {
        return new Shown.Place(finding.address(), passage, Optional.of(finding.group()), Optional.of(finding.title()));
    }

    /** All places, as the words count them. */
    List<Shown.Place> places() {
        return places;
    }

    /** Every word that has more than a letter, folded ({@link #folded}), in the order of its UTF-16 code units. */
    void words(BiConsumer<String, int[]> each) {
        words.forEach((word, where) -> each.accept(word, where.places()));
    }

    /**
     * The pages of the index: words that help, by their first letters.
     *
     * @param strings in whose order the letters stand, and whose common words are left out
     */
    List<Shown.Letter> letters(Strings strings) {
        Set<String> common = Stream.of(strings.say("search.common").split(" ", -1))
                .map(WordIndex::folded)
                .collect(Collectors.toSet());
        var byLetter = new TreeMap<Integer, List<Shown.Entry>>();
        words.forEach((word, where) -> {
            if ((word.codePointCount(0, word.length()) > 2 || dense(word)) && !common.contains(word)) {
                List<Shown.Place> pages = pages(where);
                if (!pages.isEmpty() && pages.size() <= HELPS) {
                    byLetter.computeIfAbsent(word.codePointAt(0), letter -> new ArrayList<>())
                            .add(new Shown.Entry(where.shown, pages));
                }
            }
        });
        var letters = new ArrayList<Shown.Letter>();
        byLetter.forEach((letter, entries) -> {
            List<List<Shown.Entry>> parts = parts(entries);
            for (int part = 1; part <= parts.size(); part++) {
                letters.add(new Shown.Letter(
                        Address.index(letter).part(part), letter, part, parts.size(), parts.get(part - 1)));
            }
        });
        return letters;
    }

    /** Lower case, without accents, so that "Café" and "cafe" are one; search.js does the same. */
    static String folded(String word) {
        if (ascii(word)) {
            return word.toLowerCase(Locale.ROOT);
        }
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean ascii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Each page once, with the first place on it. */
    private List<Shown.Place> pages(Word where) {
        Map<String, Shown.Place> pages = new LinkedHashMap<>();
        for (int place : where.places()) {
            if (listed.get(place)) {
                Shown.Place one = places.get(place);
                pages.putIfAbsent(one.address().file(), one);
            }
        }
        return List.copyOf(pages.values());
    }

    private static List<List<Shown.Entry>> parts(List<Shown.Entry> entries) {
        var parts = new ArrayList<List<Shown.Entry>>();
        parts.add(new ArrayList<>());
        int used = 0;
        for (Shown.Entry entry : entries) {
            int size = FRAME + Parts.size(entry.word().text());
            for (Shown.Place place : entry.places()) {
                size += PLACE
                        + place.group().map(group -> Parts.size(group.text())).orElse(0)
                        + place.title().map(title -> Parts.size(title.text())).orElse(0);
            }
            if (used > 0 && used + size > Parts.ROOM) {
                parts.add(new ArrayList<>());
                used = 0;
            }
            parts.getLast().add(entry);
            used += size;
        }
        return parts;
    }

    private void account(Shown.Account account) {
        var place = new Shown.Place(account.address(), Optional.empty(), account.group(), account.title());
        if (account.part() == 1) {
            account.title().ifPresent(title -> add(place, List.of(title)));
        }
        places.add(place);
        account.turns().stream()
                .flatMap(turn -> turn.paragraphs().stream())
                .forEach(paragraph -> read(paragraph.source(), paragraph.span()));
    }

    private void add(Shown.Place place, List<Redacted> texts) {
        listed.set(places.size());
        places.add(place);
        texts.forEach(text -> read(text, new Span(0, text.text().length())));
    }

    /** Takes in the words of a stretch, for the place that came last. */
    private void read(Redacted source, Span span) {
        List<Span> substitutes = source.replacements().stream()
                .map(Redacted.Replacement::shown)
                .filter(shown -> shown.start() < span.end() && span.start() < shown.end())
                .toList();
        String text = span.of(source.text());
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            if (breaks.getRuleStatus() >= BreakIterator.WORD_LETTER) {
                int end = stem(text, from, to);
                var at = new Span(span.start() + from, span.start() + end);
                if (substitutes.stream().noneMatch(one -> one.start() < at.end() && at.start() < one.end())) {
                    read(source, at, folded(text.substring(from, end)));
                }
            }
        }
    }

    private void read(Redacted source, Span written, String word) {
        if ((word.codePointCount(0, word.length()) > 1 || dense(word)) && letters(word)) {
            found.computeIfAbsent(word, _ -> new Word(new Shown.Extract(source, written)))
                    .add(source, written, places.size() - 1);
        }
    }

    private static boolean letters(String word) {
        for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
            if (!Character.isLetter(word.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Where "mother" ends in "mother’s". */
    private static int stem(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\'' || text.charAt(i) == '’') {
                return i;
            }
        }
        return to;
    }

    /** Scripts in which a letter or two are a word. */
    private static boolean dense(String word) {
        return word.codePoints().anyMatch(Character::isIdeographic);
    }
}
