package org.afterword.publishing;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/**
 * A table as a Parquet file: columns of values that are all there, plainly encoded, packed by Zstandard. It has no time,
 * no version of a program and no statistics, which would repeat values outside of the pages; so the same table gives the
 * same bytes.
 */
final class ParquetTable {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final String WRITER = "Afterword";
    private static final int PACKING = 3;
    /** A page ends after so many bytes, before packing. */
    private static final int PAGE = 1 << 20;
    /** Rows of a group: what a reader may hold at once. */
    private static final int GROUP = 20_000;

    private final Columns.Table table;
    private final List<String> names;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private ParquetTable(Columns.Table table) {
        this.table = table;
        names = List.copyOf(table.meanings().keySet());
    }

    static byte[] of(Columns.Table table) {
        try {
            return new ParquetTable(table).written();
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written", e);
        }
    }

    private byte[] written() throws IOException {
        out.writeBytes(MAGIC);
        var groups = new ArrayList<RowGroup>();
        for (int from = 0; from < table.rows().size(); from += GROUP) {
            groups.add(group(table.rows()
                    .subList(from, Math.min(from + GROUP, table.rows().size()))));
        }
        int start = out.size();
        Util.writeFileMetaData(
                new FileMetaData(1, schema(), table.rows().size(), groups)
                        .setKey_value_metadata(meanings())
                        .setCreated_by(WRITER),
                out);
        out.writeBytes(littleEndian(Integer.BYTES).putInt(out.size() - start).array());
        out.writeBytes(MAGIC);
        return out.toByteArray();
    }

    private List<SchemaElement> schema() {
        var schema = new ArrayList<>(List.of(new SchemaElement(table.name()).setNum_children(names.size())));
        for (String name : names) {
            SchemaElement column = new SchemaElement(name)
                    .setRepetition_type(FieldRepetitionType.REQUIRED)
                    .setType(type(name));
            if (Columns.kind(name) == Columns.Kind.TEXT) {
                column.setConverted_type(ConvertedType.UTF8).setLogicalType(LogicalType.STRING(new StringType()));
            }
            schema.add(column);
        }
        return schema;
    }

    private static Type type(String column) {
        return switch (Columns.kind(column)) {
            case TEXT -> Type.BYTE_ARRAY;
            case WHOLE_NUMBER -> Type.INT64;
            case YES_OR_NO -> Type.BOOLEAN;
        };
    }

    /** As in the data dictionary: what a row is, and what each column means. */
    private List<KeyValue> meanings() {
        var meanings = new ArrayList<>(List.of(new KeyValue("row").setValue(table.what())));
        table.meanings().forEach((column, meaning) -> meanings.add(new KeyValue("column." + column).setValue(meaning)));
        return meanings;
    }

    private RowGroup group(List<List<Object>> rows) throws IOException {
        int start = out.size();
        long unpacked = 0;
        var columns = new ArrayList<ColumnChunk>();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            ColumnMetaData chunk = chunk(
                    names.get(column), rows.stream().map(row -> row.get(column)).toList());
            unpacked += chunk.getTotal_uncompressed_size();
            columns.add(new ColumnChunk(0).setMeta_data(chunk));
        }
        return new RowGroup(columns, unpacked, rows.size())
                .setFile_offset(start)
                .setTotal_compressed_size(out.size() - start);
    }

    private ColumnMetaData chunk(String column, List<Object> values) throws IOException {
        int start = out.size();
        long unpacked = 0;
        var page = new Page(Columns.kind(column));
        for (Object value : values) {
            page.add(value);
            if (page.size() >= PAGE) {
                unpacked += write(page);
                page = new Page(Columns.kind(column));
            }
        }
        if (page.count > 0) {
            unpacked += write(page);
        }
        return new ColumnMetaData(
                type(column),
                List.of(Encoding.PLAIN, Encoding.RLE),
                List.of(column),
                CompressionCodec.ZSTD,
                values.size(),
                unpacked,
                out.size() - start,
                start);
    }

    /** How many bytes it has with its header, before packing. */
    private long write(Page page) throws IOException {
        byte[] plain = page.plain();
        byte[] packed = Zstd.compress(plain, PACKING);
        var crc = new CRC32();
        crc.update(packed);
        int start = out.size();
        Util.writePageHeader(
                new PageHeader(PageType.DATA_PAGE, plain.length, packed.length)
                        .setCrc((int) crc.getValue())
                        .setData_page_header(
                                new DataPageHeader(page.count, Encoding.PLAIN, Encoding.RLE, Encoding.RLE)),
                out);
        int header = out.size() - start;
        out.writeBytes(packed);
        return (long) header + plain.length;
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Some values of one column; eight truths are a byte, the first in its lowest bit. */
    private static final class Page {
        private final Columns.Kind kind;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int bits;
        private int count;

        Page(Columns.Kind kind) {
            this.kind = kind;
        }

        int size() {
            return bytes.size();
        }

        void add(Object value) {
            switch (kind) {
                case TEXT -> {
                    byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
                    bytes.writeBytes(
                            littleEndian(Integer.BYTES).putInt(text.length).array());
                    bytes.writeBytes(text);
                }
                case WHOLE_NUMBER ->
                    bytes.writeBytes(littleEndian(Long.BYTES)
                            .putLong(((Number) value).longValue())
                            .array());
                case YES_OR_NO -> {
                    bits |= (Boolean) value ? 1 << count % Byte.SIZE : 0;
                    if (count % Byte.SIZE == Byte.SIZE - 1) {
                        bytes.write(bits);
                        bits = 0;
                    }
                }
            }
            count++;
        }

        byte[] plain() {
            if (kind == Columns.Kind.YES_OR_NO && count % Byte.SIZE > 0) {
                bytes.write(bits);
            }
            return bytes.toByteArray();
        }
    }
}
