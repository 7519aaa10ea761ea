package org.afterword.publishing;

import com.ibm.icu.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.afterword.model.Span;
import org.afterword.protection.Redacted;

/**
 * A place and what stands there, for the index of words.
 *
 * @param listed whether its words are in the pages of the index, too: all but whole accounts, which are long
 */
record Spot(Shown.Place place, boolean listed, List<Shown.Extract> texts) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    /** A word as it stands in a text. */
    record Written(String word, Shown.Extract extract) {
        boolean upper() {
            return Character.isUpperCase(
                    extract.source().text().codePointAt(extract.span().start()));
        }
    }

    /** Every place of a site by its number ({@link Keys}), in their order. */
    static Map<Long, Spot> of(Site site) {
        var spots = new TreeMap<Long, Spot>();
        var keys = new Keys(site.groups().size());
        for (Shown.Group group : site.groups()) {
            var heads = new ArrayList<>(group.also());
            heads.addFirst(group.name());
            var place = new Shown.Place(group.address(), Optional.empty(), Optional.empty(), Optional.of(group.name()));
            put(spots, keys.of(group), new Spot(place, true, whole(heads)));
        }
        for (Shown.Finding finding : site.findings()) {
            if (finding.address().part() == 1) {
                put(
                        spots,
                        keys.of(finding),
                        new Spot(
                                place(finding, Optional.empty()),
                                true,
                                whole(List.of(
                                        finding.title(), finding.question(), finding.sentence(), finding.means()))));
            }
            Stream.concat(finding.voices().stream(), finding.opposing().stream())
                    .forEach(passage -> put(
                            spots,
                            keys.of(finding, passage),
                            new Spot(place(finding, Optional.of(passage)), true, whole(List.of(passage.words())))));
        }
        for (Shown.Account account : site.accounts()) {
            var texts = new ArrayList<Shown.Extract>();
            var place = new Shown.Place(account.address(), Optional.empty(), account.group(), account.title());
            if (account.part() == 1) {
                account.title()
                        .ifPresent(title -> put(spots, keys.of(account), new Spot(place, true, whole(List.of(title)))));
            }
            account.turns().forEach(turn -> texts.addAll(turn.paragraphs()));
            put(spots, keys.of(account), new Spot(place, false, texts));
        }
        return new LinkedHashMap<>(spots);
    }

    /** Where the number is another's, the next that is free. */
    private static void put(SortedMap<Long, Spot> spots, long key, Spot spot) {
        long free = key;
        while (spots.containsKey(free)) {
            free++;
        }
        spots.put(free, spot);
    }

    private static List<Shown.Extract> whole(List<Redacted> texts) {
        return texts.stream()
                .map(text -> new Shown.Extract(text, new Span(0, text.text().length())))
                .toList();
    }

    private static Shown.Place place(Shown.Finding finding, Optional<Shown.Passage> passage) {
        return new Shown.Place(finding.address(), passage, Optional.of(finding.group()), Optional.of(finding.title()));
    }

    /** Whether a link to it is the same, and says the same. */
    boolean leadsAs(Spot other) {
        return place.link().equals(other.place.link())
                && place.group().equals(other.place.group())
                && place.title().equals(other.place.title());
    }

    /**
     * Each of its words once, as it stands there first in lower case, or else first; what stands in place of a name is
     * none.
     *
     * @param breaks that nobody else uses meanwhile
     */
    Collection<Written> words(BreakIterator breaks) {
        var first = new HashMap<String, Written>();
        for (Shown.Extract text : texts) {
            read(text, breaks, first);
        }
        return first.values();
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

    private static void read(Shown.Extract extract, BreakIterator breaks, Map<String, Written> first) {
        Redacted source = extract.source();
        Span span = extract.span();
        List<Span> substitutes = source.replacements().stream()
                .map(Redacted.Replacement::shown)
                .filter(shown -> shown.start() < span.end() && span.start() < shown.end())
                .toList();
        String text = extract.text();
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            if (breaks.getRuleStatus() >= BreakIterator.WORD_LETTER) {
                int end = stem(text, from, to);
                var at = new Span(span.start() + from, span.start() + end);
                String word = folded(text.substring(from, end));
                if (isWord(word)
                        && substitutes.stream().noneMatch(one -> one.start() < at.end() && at.start() < one.end())) {
                    first.merge(
                            word,
                            new Written(word, new Shown.Extract(source, at)),
                            (before, now) -> before.upper() && !now.upper() ? now : before);
                }
            }
        }
    }

    private static boolean isWord(String word) {
        return (word.codePointCount(0, word.length()) > 1 || dense(word)) && letters(word);
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
    static boolean dense(String word) {
        return word.codePoints().anyMatch(Character::isIdeographic);
    }
}
