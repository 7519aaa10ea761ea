package org.afterword.custody;

import org.afterword.model.Id;

/** Names for files on a disk, whatever somebody called them elsewhere. */
final class FileNames {
    private static final int LONGEST = 60;

    private FileNames() {}

    /** The id, and of the name what every file system takes. */
    static String of(Id id, String name) {
        var last = name.substring(name.lastIndexOf('/') + 1);
        var plain = new StringBuilder();
        last.codePoints()
                .limit(LONGEST)
                .map(c -> Character.isLetterOrDigit(c) || "._- ".indexOf(c) >= 0 ? c : '_')
                .forEach(plain::appendCodePoint);
        return id + "-" + plain;
    }
}
