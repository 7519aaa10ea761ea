package org.afterword.posts.read;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.RepetitionType;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.SchemaNode;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Parquet, some pages of the wanted columns at a time. Those hold single values; what lies within others is refused. */
final class ParquetRows implements Rows {
    private static final Set<CompressionCodec> KNOWN = EnumSet.of(
            CompressionCodec.UNCOMPRESSED, CompressionCodec.SNAPPY, CompressionCodec.GZIP, CompressionCodec.ZSTD);

    private final Path path;
    private final String name;
    private final ParquetFileReader file;
    private final Map<Role, ParquetColumn> columns = new EnumMap<>(Role.class);
    private final Map<Role, String> values = new EnumMap<>(Role.class);
    private final List<String> header;
    private final long promised;
    private @Nullable RowReader rows;
    private long read;

    private ParquetRows(Path path, String name, ParquetFileReader file) {
        this.path = path;
        this.name = name;
        this.file = file;
        header = nodes().stream().map(SchemaNode::name).toList();
        header.forEach(Objects::requireNonNull);
        promised = file.getFileMetaData().rowGroups().stream()
                .mapToLong(RowGroup::numRows)
                .sum();
    }

    /**
     * @throws BadInput if the table of contents cannot be read
     */
    static ParquetRows of(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            ParquetPages.checkContents(file);
            return new ParquetRows(file, name, QuietParquet.open(InputFile.of(file)));
        } catch (IOException | RuntimeException e) {
            throw damaged(name);
        }
    }

    private static BadInput damaged(String name) {
        return new BadInput(
                name + " is Parquet that is cut, damaged or encrypted: the table of contents at its"
                        + " end cannot be read, or what it says is not there. Nothing of it was used; please copy or export it anew.");
    }

    @Override
    public List<String> header() {
        return header;
    }

    private List<SchemaNode> nodes() {
        return file.getFileSchema().getRootNode().children();
    }

    @Override
    public void choose(Map<Role, String> wanted) {
        wanted.forEach((role, column) -> columns.put(role, column(column)));
        var names = new TreeSet<>(wanted.values());
        Optional<CompressionCodec> packing;
        try {
            packing = packing(names);
            if (packing.isEmpty()) {
                if (!ParquetPages.areSound(path, file.getFileMetaData().rowGroups(), names)) {
                    throw damaged(name);
                }
                rows = file.buildRowReader()
                        .projection(ColumnProjection.columns(names.toArray(String[]::new)))
                        .build();
            }
        } catch (IOException | RuntimeException e) {
            throw damaged(name);
        }
        if (packing.isPresent()) {
            throw new BadInput(name + " is packed by " + packing.get() + ", which is not read; please write it with"
                    + " snappy, gzip, zstd or no compression.");
        }
    }

    private ParquetColumn column(String wanted) {
        SchemaNode node = nodes().stream()
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .orElseThrow();
        if (node instanceof SchemaNode.PrimitiveNode single
                && single.repetitionType() != RepetitionType.REPEATED
                && ParquetColumn.isRead(single)) {
            return new ParquetColumn(single);
        }
        throw new BadInput("The column '" + wanted + "' of " + name + " does not hold single values (it is nested, or"
                + " of a kind that is no text, number or time). Please write it as a column of its own with one value a"
                + " row, or name another with --columns.");
    }

    /** How one of those columns is packed, if not in a way that is read. */
    private Optional<CompressionCodec> packing(Set<String> names) {
        return file.getFileMetaData().rowGroups().stream()
                .map(RowGroup::columns)
                .flatMap(Collection::stream)
                .filter(chunk -> names.contains(chunk.metaData().pathInSchema().toString()))
                .map(chunk -> chunk.metaData().codec())
                .filter(codec -> !KNOWN.contains(codec))
                .findFirst();
    }

    @Override
    public boolean next() throws IOException {
        RowReader from = rows;
        if (from == null) {
            return false;
        }
        values.clear();
        try {
            if (!from.hasNext()) {
                if (read < promised) {
                    throw new EOFException("fewer rows than the table of contents says");
                }
                return false;
            }
            from.next();
            columns.forEach((role, column) -> values.put(role, column.text(from)));
            read++;
            return true;
        } catch (RuntimeException e) {
            rows = null;
            from.close();
            throw new EOFException("a page that cannot be read");
        }
    }

    @Override
    public @Nullable LeftOut broken() {
        return null;
    }

    @Override
    public String get(Role role) {
        return values.getOrDefault(role, "");
    }

    @Override
    public void close() throws IOException {
        try (file) {
            if (rows != null) {
                rows.close();
            }
        }
    }
}
