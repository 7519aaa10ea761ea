package org.afterword.posts.read;

import java.util.Map;
import java.util.StringJoiner;

/** Why a row is not among the posts, or a part of a file was not read. */
public enum LeftOut {
    NO_ACCOUNT("no account, or a deleted one"),
    NO_TIME("no time"),
    UNREADABLE_TIME("time not understood"),
    TIME_OUT_OF_RANGE("time before 1990 or after 2099"),
    BROKEN_ROW("row with too few fields"),
    NOT_JSON("line that is no JSON object"),
    NOT_UTF_8("bytes that are not UTF-8"),
    REPEATED("the same post and object again"),
    CUT_FILE("file that ends too early or is damaged");

    private final String words;

    LeftOut(String words) {
        this.words = words;
    }

    /** As it stands in reports. */
    public String words() {
        return words;
    }

    /**
     * @param used how many posts can be used
     * @param found how many cannot, by reason
     * @throws BadInput if none can
     */
    public static void notAll(long used, Map<LeftOut, ? extends Number> found) {
        if (used > 0) {
            return;
        }
        var why = new StringJoiner(", ");
        found.forEach((reason, count) -> why.add(reason.words() + ": " + count));
        throw new BadInput("No post could be used" + (why.length() == 0 ? "." : " (" + why + ").")
                + (found.containsKey(UNREADABLE_TIME)
                        ? " A time is a number of seconds or smaller units since 1970, or a date with a time, such as"
                                + " 2024-05-01T10:00:00Z or 2024-05-01 10:00; what may mean two days, such as 5/1/2024, is"
                                + " not guessed at."
                        : ""));
    }
}
