package org.afterword.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** An export of several files, in memory: each can be found from the others. */
record Folder(Map<String, byte[]> files) {
    Found read(String path) {
        Found found =
                Found.of(into -> Readers.read(new Source(path, Fixtures.EXHIBIT, Fixtures.GROUP, origin(path)), into));
        Fixtures.assertSound(found);
        return found;
    }

    private Origin origin(String path) {
        var bytes = Origin.of(files.get(path));
        return new Origin() {
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
                String there = Path.of(path).resolveSibling(other).normalize().toString();
                return Optional.ofNullable(files.get(there)).map(one -> origin(there));
            }
        };
    }
}
