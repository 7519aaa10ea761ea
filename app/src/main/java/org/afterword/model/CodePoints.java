package org.afterword.model;

/** Positions of one text in Unicode code points, as the command line and the exchange formats count them. */
public final class CodePoints {
    private final String text;
    private int unit;
    private int point;

    public CodePoints(String text) {
        this.text = text;
    }

    /**
     * Quick for rising positions, right for any.
     *
     * @param utf16 a position in UTF-16 code units, 0 to the text's length
     * @return the same position in code points
     */
    public int of(int utf16) {
        if (utf16 < unit) {
            unit = 0;
            point = 0;
        }
        point += text.codePointCount(unit, utf16);
        unit = utf16;
        return point;
    }

    /**
     * @param codePoint a position in code points
     * @return the same position in UTF-16 code units
     * @throws IndexOutOfBoundsException if the text is shorter
     */
    public int toUtf16(int codePoint) {
        return text.offsetByCodePoints(0, codePoint);
    }
}
