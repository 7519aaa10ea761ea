package org.afterword.publishing;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.afterword.page.Strings;

/**
 * The words of what is published, and where they stand: made of nothing but what the pages show, in the order of the
 * pages. What stands in place of a name is no word of it, so that nobody is looked up.
 *
 * <p>A place has a key that stays its own while other places come and go ({@link Keys}), so that of the next site only
 * those places are read that are new ({@link #read(Site)}).
 */
final class WordIndex {
    /** A word that stands on more pages does not help to find one of them. */
    private static final int HELPS = 12;
    /** What the frame of an entry takes, and of each of its places, in bytes. */
    private static final int FRAME = 60;

    private static final int PLACE = 110;
    /** How many places are read at a time, on all cores, before their words are taken in. */
    private static final int ROUND = 4_096;

    private final Predicate<String> nameless;
    /** In the order of their numbers. */
    private Map<Long, Spot> spots = new LinkedHashMap<>();

    private final Map<String, IndexedWord> words = new HashMap<>();
    /** In the order of their UTF-16 code units. */
    private List<IndexedWord> sorted = List.of();

    private int readings;

    /**
     * @param nameless whether a word may stand alone: one that is hidden where it is a name may be kept in a sentence
     *     where it is none, and in a list nobody sees which it was
     */
    WordIndex(Predicate<String> nameless) {
        this.nameless = nameless;
    }

    /** Becomes the index of that site; what it has in common with the one before is not read again. */
    void read(Site site) {
        readings++;
        Map<Long, Spot> now = Spot.of(site);
        var unsure = new HashSet<String>();
        var breaks = BreakIterator.getWordInstance(Locale.ROOT);
        spots.forEach((key, spot) -> {
            Spot there = now.get(key);
            if (there == null || !there.texts().equals(spot.texts())) {
                for (Spot.Written gone : spot.words(breaks)) {
                    if (words.get(gone.word()).remove(key, readings)) {
                        unsure.add(gone.word());
                    }
                }
            } else if (there.leadsAs(spot)) {
                now.put(key, spot);
            } else {
                there.words(breaks).forEach(one -> words.get(one.word()).moved());
            }
        });
        List<Map.Entry<Long, Spot>> come = now.entrySet().stream()
                .filter(one -> !spots.containsKey(one.getKey())
                        || !spots.get(one.getKey())
                                .texts()
                                .equals(one.getValue().texts()))
                .toList();
        spots = now;
        unsure.forEach(word -> showAnew(word, breaks));
        Set<String> changed = take(come);
        changed.addAll(unsure);
        boolean same = words.size() == sorted.size();
        for (String word : changed) {
            IndexedWord one = words.get(word);
            if (one.isGone()) {
                words.remove(word);
                same = false;
            } else {
                one.ask(nameless);
            }
        }
        if (!same) {
            sorted = words.values().stream()
                    .sorted(Comparator.comparing(IndexedWord::word))
                    .toList();
        }
    }

    private Set<String> take(List<Map.Entry<Long, Spot>> come) {
        var changed = new HashSet<String>();
        for (int from = 0; from < come.size(); from += ROUND) {
            List<Map.Entry<Long, Spot>> some = come.subList(from, Math.min(come.size(), from + ROUND));
            int pieces = Math.min(some.size(), 2 * Runtime.getRuntime().availableProcessors());
            List<Collection<Spot.Written>> read = IntStream.range(0, pieces)
                    .parallel()
                    .mapToObj(piece -> {
                        var breaks = BreakIterator.getWordInstance(Locale.ROOT);
                        return some.subList(piece * some.size() / pieces, (piece + 1) * some.size() / pieces).stream()
                                .map(one -> one.getValue().words(breaks))
                                .toList();
                    })
                    .flatMap(List::stream)
                    .toList();
            for (int i = 0; i < read.size(); i++) {
                long key = some.get(i).getKey();
                for (Spot.Written one : read.get(i)) {
                    words.computeIfAbsent(one.word(), IndexedWord::new).add(key, one, readings);
                    changed.add(one.word());
                }
            }
        }
        return changed;
    }

    private void showAnew(String word, BreakIterator breaks) {
        IndexedWord one = words.get(word);
        one.unsure();
        for (int i = 0; i < one.count() && !one.sure(); i++) {
            long key = one.key(i);
            spots.get(key).words(breaks).stream()
                    .filter(written -> written.word().equals(word))
                    .forEach(written -> one.show(key, written));
        }
    }

    /** Every place by its number ({@link Keys}), in their order. */
    void places(BiConsumer<Long, Shown.Place> each) {
        spots.forEach((key, spot) -> each.accept(key, spot.place()));
    }

    /** Every word that has more than a letter, in the order of its UTF-16 code units. */
    Stream<IndexedWord> words() {
        return sorted.stream().filter(IndexedWord::isAlone);
    }

    /**
     * The pages of the index: words that help, by their first letters.
     *
     * @param strings in whose order the letters stand, and whose common words are left out
     */
    List<Shown.Letter> letters(Strings strings) {
        Set<String> common = Stream.of(strings.say("search.common").split(" ", -1))
                .map(Spot::folded)
                .collect(Collectors.toSet());
        var byLetter = new TreeMap<Integer, List<IndexedWord>>();
        words().forEach(one -> {
            String word = one.word();
            if ((word.codePointCount(0, word.length()) > 2 || Spot.dense(word))
                    && !common.contains(word)
                    && one.listed(this::listed).isPresent()) {
                byLetter.computeIfAbsent(word.codePointAt(0), _ -> new ArrayList<>())
                        .add(one);
            }
        });
        var letters = new ArrayList<Shown.Letter>();
        byLetter.forEach((letter, listed) -> {
            List<List<Shown.Entry>> parts = parts(listed);
            for (int part = 1; part <= parts.size(); part++) {
                letters.add(new Shown.Letter(
                        Address.index(letter).part(part), letter, part, parts.size(), parts.get(part - 1)));
            }
        });
        return letters;
    }

    private Optional<IndexedWord.Listed> listed(IndexedWord word) {
        List<Shown.Place> pages = pages(word);
        if (pages.isEmpty()) {
            return Optional.empty();
        }
        int size = FRAME + Parts.size(word.shown().text());
        for (Shown.Place place : pages) {
            size += PLACE
                    + place.group().map(group -> Parts.size(group.text())).orElse(0)
                    + place.title().map(title -> Parts.size(title.text())).orElse(0);
        }
        return Optional.of(new IndexedWord.Listed(new Shown.Entry(word.shown(), pages), size));
    }

    /** Each page once, with the first place on it; none if there are so many that the word does not help. */
    private List<Shown.Place> pages(IndexedWord where) {
        var pages = new ArrayList<Shown.Place>();
        for (int i = 0; i < where.count(); i++) {
            Spot one = spots.get(where.key(i));
            Address page = one.place().address();
            if (one.listed()
                    && pages.stream().noneMatch(other -> other.address().equals(page))) {
                if (pages.size() == HELPS) {
                    return List.of();
                }
                pages.add(one.place());
            }
        }
        return pages;
    }

    private List<List<Shown.Entry>> parts(List<IndexedWord> words) {
        var parts = new ArrayList<List<Shown.Entry>>();
        parts.add(new ArrayList<>());
        var cuts = new Cuts(Parts.ROOM);
        for (IndexedWord word : words) {
            IndexedWord.Listed listed = word.listed(this::listed).orElseThrow();
            if (cuts.before(word.word(), listed.size())) {
                parts.add(new ArrayList<>());
            }
            parts.getLast().add(listed.entry());
        }
        return parts;
    }
}
