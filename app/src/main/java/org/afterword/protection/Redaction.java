package org.afterword.protection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.afterword.language.Folding;
import org.afterword.model.Id;
import org.afterword.model.Span;

/** Puts substitutes into a text. */
final class Redaction {
    // They would tell the sex of one who bears a neutral name.
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mister",
            "sir",
            "madam",
            "mme",
            "mlle",
            "madame",
            "mademoiselle",
            "monsieur",
            "herr",
            "frau",
            "fraulein",
            "senor",
            "senora",
            "senorita",
            "signor",
            "signora",
            "signore",
            "pan",
            "pani");

    private final Cover cover;
    private final Map<Id, Substitute> substitutes;

    Redaction(Cover cover, Map<Id, Substitute> substitutes) {
        this.cover = cover;
        this.substitutes = substitutes;
    }

    Redacted of(String text, List<Cover.Recorded> recorded) {
        return of(text, cover.of(text, recorded), new Span(0, text.length()));
    }

    /**
     * The part of the text, with names at its border whole.
     *
     * @param stretches of the whole text, as {@link Cover} gives them
     */
    Redacted of(String text, List<Cover.Stretch> stretches, Span part) {
        part.of(text);
        var shown = new StringBuilder();
        var replacements = new ArrayList<Redacted.Replacement>();
        int at = part.start();
        for (Cover.Stretch stretch : stretches) {
            Span span = withPlural(text, withTitle(text, stretch.span(), at));
            if (span.end() <= part.start() || span.start() >= part.end()) {
                continue;
            }
            if (span.start() > at) {
                shown.append(text, at, span.start());
            }
            int from = shown.length();
            shown.append(substitute(text, span, stretch));
            replacements.add(new Redacted.Replacement(span, new Span(from, shown.length())));
            at = span.end();
        }
        if (at < part.end()) {
            shown.append(text, at, part.end());
        }
        return new Redacted(shown.toString(), replacements);
    }

    private String substitute(String text, Span span, Cover.Stretch stretch) {
        String shown = stretch.clusters().stream()
                .map(substitutes::get)
                .map(Redaction::shown)
                .distinct()
                .reduce((a, b) -> "[name left out]")
                .orElseThrow();
        if (stretch.shared()) {
            shown = "[name left out]";
        }
        boolean sentenceStart = Character.isLowerCase(shown.codePointAt(0))
                && Character.isUpperCase(text.codePointAt(span.start()))
                && startsSentence(text, span.start());
        return sentenceStart
                ? Character.toString(Character.toUpperCase(shown.codePointAt(0)))
                        + shown.substring(Character.charCount(shown.codePointAt(0)))
                : shown;
    }

    private static String shown(Substitute substitute) {
        return switch (substitute) {
            case Substitute.Hidden(String shown) -> shown;
            case Substitute.Undecided(String shown, String decide) -> shown;
            case Substitute.Kept() -> throw new IllegalStateException("a kept name is not covered");
            case Substitute.NoName() -> throw new IllegalStateException("what is no name is not covered");
        };
    }

    private static boolean startsSentence(String text, int at) {
        int before = at - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || "\"'“‘(«„".indexOf(text.charAt(before)) >= 0)) {
            before--;
        }
        return before < 0 || ".!?…\n".indexOf(text.charAt(before)) >= 0;
    }

    /** "Marshes": the ending goes with the name. */
    private static Span withPlural(String text, Span span) {
        int end = span.end();
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        String ending = Folding.fold(text.substring(span.end(), end));
        return ending.equals("s") || ending.equals("es") ? new Span(span.start(), end) : span;
    }

    /** With a title before it that tells the sex, as far as the text is free. */
    private static Span withTitle(String text, Span span, int free) {
        int end = span.start();
        while (end > free
                && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '.' || text.charAt(end - 1) == '\u00a0')) {
            end--;
        }
        int start = end;
        while (start > free && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        boolean title = start < end
                && end < span.start()
                && Character.isUpperCase(text.charAt(start))
                && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
                && TITLES.contains(Folding.fold(text.substring(start, end)));
        return title ? new Span(start, span.end()) : span;
    }
}
