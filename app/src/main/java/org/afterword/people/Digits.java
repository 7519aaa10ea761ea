package org.afterword.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.afterword.language.Folding;
import org.afterword.model.Id;
import org.afterword.model.Span;

/** Finds numbers however they are grouped: "+44 20 7946 0958" and "(020) 79460958". */
final class Digits {
    /** So many last digits make a telephone number the same, with or without the country's. */
    private static final int SAME = 8;

    private static final int LONGEST = 40;
    private static final int WIDEST_GAP = 3;
    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]");

    private final Map<String, List<FormMatcher.Match>> byKey = new HashMap<>();

    void add(Id identity, Forms.Form form) {
        String key = key(OTHER.matcher(form.text()).replaceAll(""));
        if (!key.isEmpty()) {
            byKey.computeIfAbsent(key, k -> new ArrayList<>())
                    .add(new FormMatcher.Match(identity, new Span(0, 0), form));
        }
    }

    List<FormMatcher.Match> find(Folding folding) {
        if (byKey.isEmpty()) {
            return List.of();
        }
        String text = folding.text();
        List<Span> parts = PART.matcher(text)
                .results()
                .map(part -> new Span(part.start(), part.end()))
                .toList();
        var matches = new ArrayList<FormMatcher.Match>();
        for (int from = 0; from < parts.size(); from++) {
            int last = -1;
            var number = new StringBuilder();
            List<FormMatcher.Match> found = List.of();
            for (int to = from; to < parts.size() && number.length() <= LONGEST; to++) {
                if (to > from && parts.get(to).start() - parts.get(to - 1).end() > WIDEST_GAP) {
                    break;
                }
                number.append(text, parts.get(to).start(), parts.get(to).end());
                var here = byKey.getOrDefault(key(number.toString()), List.of());
                if (!here.isEmpty()) {
                    found = here;
                    last = to;
                }
            }
            if (last >= 0) {
                int start = parts.get(from).start();
                while (start > 0 && "(+".indexOf(text.charAt(start - 1)) >= 0) {
                    start--;
                }
                Span span = folding.origin(new Span(start, parts.get(last).end()));
                for (var match : found) {
                    matches.add(new FormMatcher.Match(match.identity(), span, match.form()));
                }
                from = last;
            }
        }
        return matches;
    }

    private static String key(String bare) {
        boolean telephone =
                bare.length() > SAME && bare.length() <= 15 && bare.chars().allMatch(c -> c >= '0' && c <= '9');
        return telephone ? bare.substring(bare.length() - SAME) : bare;
    }
}
