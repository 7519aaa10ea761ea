package org.afterword;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.afterword.casefile.CaseFile;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.reading.Origin;

/** An exhibit's bytes for its reader; what came in beside it is found by its name. */
final class ItemOrigin implements Origin, AutoCloseable {
    private static final String WITHIN = "!";

    private final CaseFile file;
    private final String name;
    private final Onward bytes;
    private final List<ItemOrigin> others;

    private ItemOrigin(CaseFile file, String name, Id item, long size, List<ItemOrigin> others) {
        this.file = file;
        this.name = name;
        this.bytes = new Onward(size, () -> file.item(item));
        this.others = others;
    }

    static ItemOrigin of(CaseFile file, Exhibit exhibit) {
        return new ItemOrigin(
                file,
                exhibit.name(),
                file.exhibitItem(exhibit.id()).orElseThrow(),
                exhibit.size(),
                new java.util.ArrayList<>());
    }

    @Override
    public long size() {
        return bytes.size();
    }

    @Override
    public byte[] read(long at, int length) throws IOException {
        return bytes.read(at, length);
    }

    @Override
    public Optional<Origin> beside(String path) {
        Optional<String> place = resolve(name, path);
        Optional<Id> exhibit = place.flatMap(file::exhibitAt);
        if (exhibit.isEmpty() || file.bytesErased(exhibit.get()).isPresent()) {
            return Optional.empty();
        }
        long length = file.exhibit(exhibit.get()).orElseThrow().size();
        var other = new ItemOrigin(
                file, place.get(), file.exhibitItem(exhibit.get()).orElseThrow(), length, others);
        others.add(other);
        return Optional.of(other);
    }

    /** Never out of the container in which it lies. */
    static Optional<String> resolve(String name, String path) {
        var parts = new ArrayDeque<>(List.of(name.split("/", -1)));
        parts.removeLast();
        for (String part : path.replace('\\', '/').split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty() || parts.getLast().endsWith(WITHIN)) {
                    return Optional.empty();
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }

    @Override
    public void close() throws IOException {
        bytes.close();
        for (ItemOrigin other : others) {
            other.bytes.close();
        }
    }
}
