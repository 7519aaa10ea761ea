package org.afterword.reading;

import java.util.ArrayList;
import java.util.List;

/** The lines of a text and where they stand in it. */
final class Lines {
    /**
     * @param number from 1
     * @param start UTF-16 code units
     * @param end before the line feed
     */
    record Line(int number, int start, int end, String text) {
        boolean blank() {
            return text.isBlank();
        }

        /** Without white space and invisible marks at its ends. */
        String trimmed() {
            return text.strip();
        }
    }

    private Lines() {}

    static List<Line> of(String text) {
        var lines = new ArrayList<Line>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            lines.add(new Line(lines.size() + 1, start, end, text.substring(start, end)));
            start = end + 1;
        }
        return lines;
    }
}
