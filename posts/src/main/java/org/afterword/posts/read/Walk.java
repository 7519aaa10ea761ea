package org.afterword.posts.read;

import com.github.luben.zstd.ZstdIOException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Goes through files of posts, row by row. What cannot be used is counted and left out. */
final class Walk {
    private static final int STEP = 50_000;

    private final Columns columns;
    private final Optional<Role> asked;
    private final LongConsumer progress;
    private final Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
    private final List<Posts.Input> inputs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Optional<Role> kind = Optional.empty();
    private long rowsSeen;

    /**
     * @param asked what is to be looked at as shared; nothing for what the first file has
     * @param progress gets the number of rows from time to time
     */
    Walk(Columns columns, Optional<Role> asked, LongConsumer progress) {
        this.columns = columns;
        this.asked = asked;
        this.progress = progress;
    }

    /** Whoever takes in the rows. */
    interface Visitor {
        /** Which columns of the next file are wanted, out of those that are there. */
        Map<Role, String> file(Choice there);

        /** The next row; why it cannot be used, or nothing if it can. */
        @Nullable
        LeftOut row(Rows row);
    }

    /**
     * @throws BadInput if a file has no column for what is needed
     * @throws IOException if reading fails
     */
    void through(Inputs files, Visitor visitor) throws IOException {
        for (Path file : files.files()) {
            through(file, files.foreign(), visitor);
        }
    }

    private void through(Path file, Foreign foreign, Visitor visitor) throws IOException {
        String name = String.valueOf(file.getFileName());
        long rows = 0;
        try (var source = new Source(file, columns);
                Found found = found(source, name, file, foreign)) {
            Rows of = found.rows();
            kind = found.there().kind();
            of.choose(visitor.file(found.there()));
            try {
                while (of.next()) {
                    rows++;
                    LeftOut reason = visitor.row(of);
                    if (reason != null) {
                        leaveOut(reason, 1);
                    }
                    if (++rowsSeen % STEP == 0) {
                        progress.accept(rowsSeen);
                    }
                }
            } catch (EOFException | ZipException | ZstdIOException e) {
                leaveOut(LeftOut.CUT_FILE, 1);
                notes.add(name + " could not be read after its row " + rows + "; the rows before it are counted.");
            }
            inputs.add(new Posts.Input(name, source.sha256Hex(), Files.size(file), rows));
        }
    }

    private record Found(Rows rows, Choice there, InputStream in) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private Found found(Source source, String name, Path file, Foreign foreign) throws IOException {
        BadInput unknown;
        try {
            Rows rows = source.rows();
            if (!rows.header().isEmpty()) {
                return new Found(rows, Choice.of(columns, asked, kind, rows.header()), InputStream.nullInputStream());
            }
            unknown = new BadInput(name + " holds no rows.");
        } catch (EOFException | ZipException | ZstdIOException e) {
            unknown = new BadInput(
                    name + " is damaged from its beginning, or under a password; nothing of it could be read.");
        } catch (BadInput e) {
            unknown = e;
        }
        Optional<Foreign.Found> posts = foreign.posts(file);
        if (posts.isEmpty()) {
            throw unknown;
        }
        posts.get().notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
        InputStream lines = posts.get().lines();
        try {
            var rows = new JsonRows(lines);
            return new Found(rows, Choice.of(Columns.USUAL, asked, kind, rows.header()), lines);
        } catch (IOException | BadInput e) {
            lines.close();
            throw e;
        }
    }

    void leaveOut(LeftOut reason, int count) {
        if (count > 0) {
            leftOut.merge(reason, count, Integer::sum);
        }
    }

    /** What is looked at as shared, as far as it is known. */
    Optional<Role> kind() {
        return kind;
    }

    Map<LeftOut, Integer> leftOut() {
        return leftOut;
    }

    List<Posts.Input> inputs() {
        return inputs;
    }

    List<String> notes() {
        return notes;
    }
}
