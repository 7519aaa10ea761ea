package org.afterword.people;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.afterword.model.Id;
import org.afterword.model.Span;

/** Joined forms at the start or the end of a longer word, as in "jomarshfan". */
final class Within {
    private final Map<String, List<FormMatcher.Match>> byForm = new HashMap<>();
    private final BitSet lengths = new BitSet();
    private final Hashes forms = new Hashes();

    void add(String word, Id identity, Forms.Form form) {
        byForm.computeIfAbsent(word, w -> new ArrayList<>(1))
                .add(new FormMatcher.Match(identity, new Span(0, 0), form));
        lengths.set(word.length());
        forms.add(word.hashCode());
    }

    void find(Written written, int at, List<FormMatcher.Match> matches) {
        Words words = written.words();
        int size = words.length(at);
        int head = 0;
        int tail = 0;
        int power = 1;
        int longest = Math.min(size, lengths.length());
        for (int length = 1; length < longest; length++) {
            head = 31 * head + words.unit(at, length - 1);
            tail += power * words.unit(at, size - length);
            power *= 31;
            if (lengths.get(length)) {
                if (forms.mayHave(head)) {
                    find(written, at, 0, length, matches);
                }
                if (forms.mayHave(tail)) {
                    find(written, at, size - length, size, matches);
                }
            }
        }
    }

    private void find(Written written, int at, int from, int to, List<FormMatcher.Match> matches) {
        for (var one : byForm.getOrDefault(written.words().text(at).substring(from, to), List.of())) {
            matches.add(new FormMatcher.Match(one.identity(), written.originInside(at, from, to), one.form()));
        }
    }
}
