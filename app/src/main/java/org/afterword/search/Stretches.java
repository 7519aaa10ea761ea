package org.afterword.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.afterword.language.Sentences;
import org.afterword.model.Account;
import org.afterword.model.Span;
import org.afterword.model.Turn;

/**
 * What is found and shown as one: a few sentences that stand together, never of two turns. A speaker's label belongs to
 * the turn that follows it, so that who speaks can be searched for.
 */
final class Stretches {
    /** In UTF-16 code units: a stretch takes no further sentence once it has so many. */
    private static final int ENOUGH = 280;

    private static final int PARAGRAPH = 120;

    /** Sentences of so many go alone, and longer ones (a text without full stops) are cut. */
    private static final int LONGEST = 1200;

    private Stretches() {}

    /** In the order of the text, not overlapping; every word is in one. */
    static List<Span> of(Account account) {
        String text = account.text();
        Locale locale = locale(account);
        var stretches = new ArrayList<Span>();
        for (Span part : parts(account)) {
            int from = -1;
            int to = -1;
            for (Span sentence : Sentences.of(part.of(text), locale)) {
                int start = part.start() + sentence.start();
                int end = part.start() + sentence.end();
                if (from >= 0 && isFull(text, from, to, start, end)) {
                    cut(text, from, to, stretches);
                    from = -1;
                }
                from = from < 0 ? start : from;
                to = end;
            }
            if (from >= 0) {
                cut(text, from, to, stretches);
            }
        }
        return stretches;
    }

    static Locale locale(Account account) {
        return account.language().map(Locale::of).orElse(Locale.ROOT);
    }

    /** Whether a sentence begins the next stretch; after a paragraph that happens sooner. */
    private static boolean isFull(String text, int from, int to, int start, int end) {
        boolean paragraph = text.substring(to, Math.max(to, start))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                > 1;
        return to - from >= (paragraph ? PARAGRAPH : ENOUGH) || end - from > LONGEST;
    }

    /** The text from the end of each turn to the end of the next. */
    private static List<Span> parts(Account account) {
        var parts = new ArrayList<Span>();
        int from = 0;
        int to = 0;
        List<Span> turns = account.turns().stream()
                .map(Turn::span)
                .sorted(Comparator.naturalOrder())
                .toList();
        for (Span turn : turns) {
            if (turn.start() >= to && to > from) {
                parts.add(new Span(from, to));
                from = to;
            }
            to = Math.max(to, turn.end());
        }
        if (to > from) {
            parts.add(new Span(from, to));
        }
        if (to < account.text().length()) {
            parts.add(new Span(to, account.text().length()));
        }
        return parts;
    }

    private static void cut(String text, int from, int to, List<Span> into) {
        int start = from;
        while (to - start > LONGEST) {
            int blank = text.lastIndexOf(' ', start + LONGEST);
            int end = blank > start + LONGEST / 2 ? blank : start + LONGEST;
            if (Character.isLowSurrogate(text.charAt(end))) {
                end++;
            }
            into.add(new Span(start, end));
            start = end;
        }
        if (to > start) {
            into.add(new Span(start, to));
        }
    }
}
