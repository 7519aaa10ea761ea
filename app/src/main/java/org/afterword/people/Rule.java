package org.afterword.people;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.afterword.model.IdentityKind;

/**
 * What has a shape of its own.
 *
 * @param name what the finds are said to be by
 * @param needs what must be in a text that the pattern can match; looking for it is much quicker
 * @param pattern bounded everywhere, so that its time grows with the text alone; what is found is its group "core" if
 *     it has one
 * @param holds a check of what is found: a checksum, a range
 * @param score how sure, 0 to 1
 */
record Rule(
        String name,
        IdentityKind kind,
        Predicate<Marks> needs,
        Pattern pattern,
        Predicate<String> holds,
        double score) {

    static Rule of(String name, IdentityKind kind, Predicate<Marks> needs, String pattern, double score) {
        return of(name, kind, needs, pattern, text -> true, score);
    }

    static Rule of(
            String name,
            IdentityKind kind,
            Predicate<Marks> needs,
            String pattern,
            Predicate<String> holds,
            double score) {
        return new Rule("rule:" + name, kind, needs, Pattern.compile(pattern), holds, score);
    }

    boolean hasCore() {
        return pattern.namedGroups().containsKey("core");
    }
}
