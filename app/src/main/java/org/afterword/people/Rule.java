package org.afterword.people;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;

/**
 * What has a shape of its own.
 *
 * @param name what the finds are said to be by
 * @param where in a text the pattern can match, by the marks that are in it; looking for them is much quicker
 * @param pattern bounded everywhere, so that its time grows with the text alone; what is found is its group "core" if
 *     it has one
 * @param core whether the pattern has that group
 * @param holds a check of what is found: a checksum, a range
 * @param score how sure, 0 to 1
 */
record Rule(
        String name,
        IdentityKind kind,
        Function<Marks, List<Span>> where,
        Pattern pattern,
        boolean core,
        Predicate<String> holds,
        double score) {

    static Rule of(String name, IdentityKind kind, Function<Marks, List<Span>> where, String pattern, double score) {
        return of(name, kind, where, pattern, text -> true, score);
    }

    static Rule of(
            String name,
            IdentityKind kind,
            Function<Marks, List<Span>> where,
            String pattern,
            Predicate<String> holds,
            double score) {
        return new Rule(
                "rule:" + name, kind, where, Pattern.compile(pattern), pattern.contains("(?<core>"), holds, score);
    }
}
