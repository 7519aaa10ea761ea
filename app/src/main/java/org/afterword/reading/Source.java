package org.afterword.reading;

import java.util.Locale;
import java.util.Optional;
import org.afterword.model.Id;

/** What a reader sees: the bytes of an exhibit and its name. */
public final class Source {
    /** The largest file that is read, in bytes. */
    public static final int LIMIT = 64 << 20;

    private final String name;
    private final Id exhibit;
    private final Optional<Id> group;
    private final byte[] bytes;
    private Optional<Decoded> decoded = Optional.empty();

    /**
     * @param name the file's name or path
     * @param exhibit whose bytes they are
     * @param group what its accounts tell of
     * @param bytes not copied; not to be changed
     */
    public Source(String name, Id exhibit, Optional<Id> group, byte[] bytes) {
        this.name = name;
        this.exhibit = exhibit;
        this.group = group;
        this.bytes = bytes;
    }

    /** The last part of the path. */
    String fileName() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    boolean hasExtension(String... extensions) {
        String lower = fileName().toLowerCase(Locale.ROOT);
        for (String extension : extensions) {
            if (lower.endsWith("." + extension)) {
                return true;
            }
        }
        return false;
    }

    Id exhibit() {
        return exhibit;
    }

    Optional<Id> group() {
        return group;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The text: line ends are LF, no byte order mark. */
    String text() {
        return decoded().text();
    }

    Decoded decoded() {
        if (decoded.isEmpty()) {
            decoded = Optional.of(Decoded.of(bytes));
        }
        return decoded.get();
    }
}
