package org.afterword.protection;

import java.util.List;

/** For tests of what happens to protected text once there is one. */
public final class Shows {
    private Shows() {}

    public static Redacted text(String text) {
        return new Redacted(text, List.of());
    }
}
