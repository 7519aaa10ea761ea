package org.afterword.posts.read;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.SchemaNode;

/** A column of single values, as the text that CSV would have. */
record ParquetColumn(String name, boolean unsigned) {
    ParquetColumn(SchemaNode.PrimitiveNode node) {
        this(node.name(), node.logicalType() instanceof LogicalType.IntType number && !number.isSigned());
    }

    /** Whether there is a text for what it holds. */
    static boolean isRead(SchemaNode.PrimitiveNode node) {
        return switch (node.logicalType()) {
            case LogicalType.IntervalType _,
                    LogicalType.BsonType _,
                    LogicalType.VariantType _,
                    LogicalType.GeometryType _,
                    LogicalType.GeographyType _,
                    LogicalType.ListType _,
                    LogicalType.MapType _ -> false;
            case null, default -> true;
        };
    }

    /**
     * The value of the row, empty if there is none. A time has its zone, or none if the column says that it is local;
     * bytes are text in UTF-8, and those that are none become U+FFFD.
     */
    String text(RowReader row) {
        return switch (row.getValue(name)) {
            case Integer number when unsigned -> Integer.toUnsignedString(number);
            case Long number when unsigned -> Long.toUnsignedString(number);
            case null, default -> Cell.text(row.getValue(name));
        };
    }
}
