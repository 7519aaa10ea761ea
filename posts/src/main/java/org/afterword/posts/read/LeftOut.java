package org.afterword.posts.read;

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
}
