package org.afterword.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What somebody typed: words, and phrases in quotation marks. There is no other syntax, so nothing can be typed wrong:
 * a mark that is not closed, a bracket or an operator is passed over.
 */
public final class Asked {
    static final String WORD = "word";
    static final String STEM = "stem";

    /** What is typed beyond so many words is not looked at. */
    private static final int MOST = 64;

    private static final String OPENING = "\"“„«";
    private static final Map<Character, String> CLOSING = Map.of('"', "\"", '“', "”“", '„', "“”", '«', "»");
    private static final float EXACT = 1.5f;

    /**
     * One word, or several in a row.
     *
     * @param exact in quotation marks: other forms of the words do not count
     */
    record Part(List<String> forms, boolean exact) {
        /** Of what was typed as one ("self-study") and is not there as such, the words count for themselves. */
        Stream<Part> loose() {
            return exact ? Stream.empty() : forms.stream().map(form -> new Part(List.of(form), false));
        }
    }

    private final List<Part> parts;

    private Asked(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Any text at all. */
    public static Asked of(String typed) {
        var parts = new ArrayList<Part>();
        int at = 0;
        while (at < typed.length()) {
            char c = typed.charAt(at);
            int close = OPENING.indexOf(c) < 0 ? -1 : closing(typed, at + 1, CLOSING.getOrDefault(c, ""));
            if (close >= 0) {
                add(typed.substring(at + 1, close), true, parts);
                at = close + 1;
                continue;
            }
            int end = at + 1;
            while (end < typed.length()
                    && !Character.isWhitespace(typed.charAt(end))
                    && OPENING.indexOf(typed.charAt(end)) < 0) {
                end++;
            }
            add(typed.substring(at, end), false, parts);
            at = end;
        }
        return new Asked(parts.stream().distinct().toList());
    }

    /** The different words of a passage, each for itself. */
    static Asked wordsOf(String passage) {
        return new Asked(Words.forms(passage).stream()
                .distinct()
                .limit(MOST)
                .map(form -> new Part(List.of(form), false))
                .toList());
    }

    private static int closing(String typed, int from, String marks) {
        for (int i = from; i < typed.length(); i++) {
            if (marks.indexOf(typed.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static void add(String text, boolean exact, List<Part> parts) {
        List<String> forms = Words.forms(text);
        int room = MOST - parts.stream().mapToInt(part -> part.forms().size()).sum();
        if (!forms.isEmpty() && room > 0) {
            parts.add(new Part(List.copyOf(forms.subList(0, Math.min(forms.size(), room))), exact));
        }
    }

    /** Whether there is no word in it. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Whether there is more than one thing to look for, so that a passage can have some of them and not all. */
    boolean isSeveral() {
        return parts.size() > 1
                || parts.stream().anyMatch(part -> !part.exact() && part.forms().size() > 1);
    }

    /** What is looked for. */
    List<Part> parts() {
        return parts;
    }

    /**
     * @param all whether a passage must have all of it, or any
     * @param languages in which other forms of the words are looked for
     */
    Query query(boolean all, Set<String> languages) {
        var query = new BooleanQuery.Builder();
        if (all) {
            parts.forEach(part -> query.add(query(part, languages), BooleanClause.Occur.MUST));
        } else {
            parts.stream()
                    .flatMap(part -> Stream.concat(Stream.of(part), part.loose()))
                    .distinct()
                    .forEach(part -> query.add(query(part, languages), BooleanClause.Occur.SHOULD));
        }
        return query.build();
    }

    private static Query query(Part part, Set<String> languages) {
        if (part.forms().size() > 1) {
            return new PhraseQuery(WORD, part.forms().toArray(String[]::new));
        }
        String form = part.forms().getFirst();
        Query word = new TermQuery(new Term(WORD, form));
        if (part.exact() || languages.isEmpty()) {
            return word;
        }
        var ways = new ArrayList<Query>();
        ways.add(new BoostQuery(word, EXACT));
        stems(form, languages).forEach(stem -> ways.add(new TermQuery(new Term(STEM, stem))));
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static Set<String> stems(String form, Set<String> languages) {
        var stems = new TreeSet<String>();
        languages.forEach(language -> Stems.of(language).ifPresent(known -> stems.add(known.stem(form))));
        return stems;
    }
}
