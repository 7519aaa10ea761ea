package org.afterword.posts.read;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The value of a typed column as the text that CSV would have. */
public final class Cell {
    private Cell() {}

    /**
     * Empty if there is none. Bytes are text in UTF-8, and those that are none become U+FFFD; whole numbers have no point,
     * as columns with gaps often hold ids and seconds as fractions.
     */
    public static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            case Float number -> plain(number);
            case Double number -> plain(number);
            case BigDecimal number -> number.toPlainString();
            case Object other -> other.toString();
        };
    }

    private static String plain(double number) {
        if (!Double.isFinite(number)) {
            return "";
        }
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
}
