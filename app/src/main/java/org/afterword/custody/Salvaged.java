package org.afterword.custody;

import java.util.List;
import java.util.Optional;
import org.afterword.model.Id;
import org.afterword.model.Sha256;

/**
 * What came out of a damaged case.
 *
 * @param exhibits whole, byte for byte
 * @param lost of which the log says that they came in, and whose bytes are damaged
 * @param lostWithoutName how many more, whose log entry is lost as well
 * @param accounts how many texts
 * @param damagedTexts how many exhibits have texts that did not all come out
 * @param decisions that hold
 * @param entries of the log that could be read
 * @param unreadable numbers of those that could not
 * @param misfits numbers of those that could, but that the log's tree does not have in this form
 */
public record Salvaged(
        List<Piece> exhibits,
        List<Piece> lost,
        int lostWithoutName,
        int accounts,
        int damagedTexts,
        int decisions,
        int entries,
        List<Long> unreadable,
        List<Long> misfits) {
    public Salvaged {
        exhibits = List.copyOf(exhibits);
        lost = List.copyOf(lost);
        unreadable = List.copyOf(unreadable);
        misfits = List.copyOf(misfits);
    }

    /**
     * One exhibit.
     *
     * @param id the exhibit's, or, if its log entry is lost, the item's
     * @param logged whether a log entry says what it is
     * @param name under which it came in; empty if its log entry is lost
     * @param file where it was written, below the folder; empty if it was not
     * @param sha256 as the log has it, or of what came out
     * @param where what is damaged; empty if nothing is
     */
    public record Piece(
            Id id, boolean logged, String name, Optional<String> file, long size, Sha256 sha256, String where) {}

    /** Whether nothing is known to be missing. */
    public boolean whole() {
        return lost.isEmpty() && lostWithoutName == 0 && damagedTexts == 0 && unreadable.isEmpty() && misfits.isEmpty();
    }
}
