package org.afterword.facts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.afterword.model.Span;

/** Whether a sentence can have a fact at all: most have none, and are not looked into. */
final class Triggers {
    private static final Set<String> WORDS = new HashSet<>(List.of(
            "yesterday",
            "last",
            "next",
            "following",
            "same",
            "ago",
            "later",
            "earlier",
            "after",
            "first",
            "second",
            "third",
            "half",
            "few",
            "several",
            "couple",
            "dozen",
            "dozens",
            "hundreds",
            "thousands",
            "scores",
            "tens",
            "year",
            "week",
            "month",
            "day",
            "night",
            "decade",
            "years",
            "weeks",
            "months",
            "days",
            "fourth",
            "fifth",
            "tenth",
            "quarter",
            "summer",
            "winter",
            "spring",
            "autumn",
            "fall",
            "hundred",
            "thousand",
            "million",
            "lakh",
            "crore",
            "grand",
            "afterwards",
            "nineties",
            "eighties",
            "seventies",
            "sixties",
            "fifties",
            "forties",
            "noughties",
            "before",
            "this",
            "that",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december"));
    private static final int LONGEST = 10;

    private Triggers() {}

    static boolean in(String text, Span span) {
        int start = -1;
        for (int at = span.start(); at <= span.end(); at++) {
            char c = at < span.end() ? text.charAt(at) : ' ';
            if (c >= '0' && c <= '9') {
                return true;
            }
            boolean letter = Character.isLetter(c);
            if (letter && start < 0) {
                start = at;
            } else if (!letter && start >= 0) {
                if (at - start <= LONGEST) {
                    String word = text.substring(start, at).toLowerCase(java.util.Locale.ROOT);
                    if (WORDS.contains(word) || Numerals.begins(word)) {
                        return true;
                    }
                }
                start = -1;
            }
        }
        return false;
    }
}
