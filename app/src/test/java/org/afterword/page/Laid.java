package org.afterword.page;

import java.util.Locale;

/** For tests of layouts that no language of ours has. */
public final class Laid {
    private Laid() {}

    /** English words on pages that run from right to left. */
    public static Strings rightToLeft() {
        return Strings.of(Locale.ENGLISH).setAs(Locale.of("ar"));
    }
}
