package org.afterword;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.afterword.casefile.Spool;
import org.afterword.reading.Origin;

/** A file within a container; it is read on from where it was left. */
final class PartOrigin implements Origin {
    private final String path;
    private final Spool spool;
    private final long size;
    private final Map<String, Origin> others;
    private InputStream in = InputStream.nullInputStream();
    private long position = Long.MAX_VALUE;

    PartOrigin(String path, Spool spool, long size, Map<String, Origin> others) {
        this.path = path;
        this.spool = spool;
        this.size = size;
        this.others = others;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte[] read(long at, int length) throws IOException {
        if (at >= size) {
            return new byte[0];
        }
        if (at < position) {
            in.close();
            in = spool.read();
            position = 0;
        }
        in.skipNBytes(at - position);
        byte[] bytes = in.readNBytes(length);
        position = at + bytes.length;
        return bytes;
    }

    @Override
    public Optional<Origin> beside(String other) {
        return ItemOrigin.resolve(path, other).map(others::get);
    }
}
