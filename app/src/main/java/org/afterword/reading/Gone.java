package org.afterword.reading;

import java.util.Set;

/** What a platform puts in the place of a text or a name that was taken away. */
final class Gone {
    private static final Set<String> MARKS = Set.of(
            "[deleted]",
            "[removed]",
            "[ Removed by Reddit ]",
            "[ Removed by reddit ]",
            "[deleted by user]",
            "[removed by moderator]",
            "[unavailable]");

    private Gone() {}

    static boolean is(String text) {
        return MARKS.contains(text.strip());
    }
}
