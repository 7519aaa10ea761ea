package org.afterword.posts.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads files in forms that this module does not know, such as exports of chats and archives of networks; for whoever
 * knows them.
 */
public interface Foreign {
    /** Knows no other form. */
    Foreign NONE = _ -> Optional.empty();

    /**
     * The posts in a file.
     *
     * @return nothing if there are none of which it is known who wrote them when
     * @throws IOException if it cannot be read
     */
    Optional<Found> posts(Path file) throws IOException;

    /**
     * What was found in a file.
     *
     * @param lines JSON lines, their fields named as the usual columns are; closed by whoever reads them
     * @param notes what is to be known of it, a sentence each, without anything of the file but its name
     */
    record Found(InputStream lines, List<String> notes) {}
}
