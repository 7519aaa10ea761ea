package org.afterword.posts.read;

import java.nio.file.Path;
import java.util.List;

/**
 * The files of a dataset.
 *
 * @param files in the order in which they are read
 * @param foreign who is asked about a file that this module cannot read
 */
public record Inputs(List<Path> files, Foreign foreign) {
    public Inputs {
        files = List.copyOf(files);
    }

    /** Files of which each is a table or JSON. */
    public static Inputs of(List<Path> files) {
        return new Inputs(files, Foreign.NONE);
    }
}
