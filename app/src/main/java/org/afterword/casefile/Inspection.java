package org.afterword.casefile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.afterword.model.Id;
import org.afterword.model.Sha256;

/**
 * What a look at every byte of a case found.
 *
 * @param signed whether this case's own key signed the log as it stands
 * @param entries how many log entries there are, damaged ones included
 * @param exhibits what the readable entries say came in
 * @param contents the items that could be read whole: what they hold
 * @param ledger of the log, as far as it goes
 * @param stamps those that could be read
 * @param erased the items that were erased on purpose: by which log entry
 * @param erasedEntries how many log entries were
 * @param problems in the order of the file's parts; empty if all is well
 */
public record Inspection(
        boolean signed,
        long entries,
        List<Entry.ExhibitAdded> exhibits,
        Map<Id, Content> contents,
        Ledger ledger,
        List<Stamped> stamps,
        Map<Id, Long> erased,
        int erasedEntries,
        List<Problem> problems) {
    public Inspection {
        exhibits = List.copyOf(exhibits);
        contents = Map.copyOf(contents);
        stamps = List.copyOf(stamps);
        erased = Map.copyOf(erased);
        problems = List.copyOf(problems);
    }

    /**
     * Looks at every byte of a case that is not open, also of one that is too damaged to be opened.
     *
     * @param sound is given what the case holds, if nothing is wrong with it
     * @throws CaseException if not even its keys can be reached
     */
    public static Inspection of(Path path, Passphrase passphrase, Consumer<Contents> sound) throws CaseException {
        try (var container = ContainerFile.open(path);
                var keys = Header.read(container).unlock(passphrase)) {
            return new Inspector(container, keys).inspect(sound);
        }
    }

    /**
     * @param entry number of the log entry that names it
     * @param content the item's bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Stamped(long entry, Stamp stamp, byte[] content) {}

    /**
     * @param size in bytes
     */
    public record Content(long size, Sha256 sha256) {}
}
