package org.afterword.publishing;

import java.util.List;
import java.util.stream.Collectors;
import org.afterword.model.ContentNote;
import org.afterword.page.Strings;

/** What readers are told of before they read. */
public final class Noted {
    private Noted() {}

    /** "This tells of: violence; harm to children". */
    public static String say(Strings strings, List<ContentNote> notes) {
        return strings.say(
                "note.before",
                notes.stream().map(note -> strings.say("note." + note)).collect(Collectors.joining("; ")));
    }
}
