package org.afterword.publishing;

import java.io.IOException;
import java.util.List;

/** A form in which a case, or some of it, is given to others. */
public interface ExportFormat {
    /** How a person names it: "bagit". */
    String name();

    /**
     * Writes the files. The same case and choice give the same bytes.
     *
     * @throws IOException if something cannot be read or written
     */
    Outcome write(Chosen chosen, Destination to) throws IOException;

    /** How an export went. */
    sealed interface Outcome {}

    /**
     * @param exhibits how many went out, or how many texts if everything is protected
     * @param files how many were written
     * @param withheld what was chosen, and is not in it
     */
    record Written(int exhibits, int files, List<Publication.Withheld> withheld) implements Outcome {}

    /** What was written must not go out. */
    record Refused(List<Obstacle> obstacles) implements Outcome {}
}
