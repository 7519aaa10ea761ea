package org.afterword.cli;

import java.util.HashMap;
import java.util.Map;
import org.afterword.Case;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;

/** The names of the files that accounts came in. */
final class FileNames {
    private FileNames() {}

    /** By account; no text is read for it. */
    static Map<Id, String> of(Case opened) {
        var names = new HashMap<Id, String>();
        for (Exhibit exhibit : opened.contents().exhibits()) {
            opened.contents().accountIds(exhibit.id()).forEach(account -> names.put(account, exhibit.name()));
        }
        return names;
    }
}
