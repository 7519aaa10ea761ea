package org.afterword.protection;

import java.util.ArrayList;
import java.util.List;
import org.afterword.casefile.Contents;

/** For tests of what happens to protected text once there is one. */
public final class Shows {
    private Shows() {}

    public static Redacted text(String text) {
        return new Redacted(text, List.of());
    }

    /** Protection over a case, as far as forms of names go by whole words. */
    public static Protection protection(Contents contents) {
        return Fixture.protection(new ListContents(
                contents.groups(),
                contents.exhibits(),
                contents.accounts().toList(),
                contents.identities(),
                contents.mentions(),
                contents.suggestions(),
                new ArrayList<>(contents.decisions())));
    }
}
