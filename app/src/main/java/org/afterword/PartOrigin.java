package org.afterword;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.afterword.casefile.Spool;
import org.afterword.reading.Origin;

/** A file within a container. */
final class PartOrigin implements Origin {
    private final String path;
    private final Onward bytes;
    private final Map<String, Origin> others;

    PartOrigin(String path, Spool spool, long size, Map<String, Origin> others) {
        this.path = path;
        this.bytes = new Onward(size, spool::read);
        this.others = others;
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
    public Optional<Origin> beside(String other) {
        return ItemOrigin.resolve(path, other).map(others::get);
    }
}
