package org.afterword.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What Tesseract saw in a picture, by lines: its {@code tsv} table has a row for each word, with the block, the
 * paragraph and the line that it stands in, its box in pixels, and how sure it is (0 to 100).
 */
final class TesseractTable {
    private static final int COLUMNS = 12;
    private static final String WORD = "5";
    private static final double WILD = 40;

    /** A line and its box. */
    record Line(String text, int left, int top, int right, int bottom, boolean newParagraph) {}

    /**
     * A word and its box.
     *
     * @param sure 0 to 100
     * @param line which of the lines it stands in, from 0
     */
    record Word(String text, int left, int top, int width, int height, double sure, int line) {}

    private final List<Word> seen = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String line = "";
    private String paragraph = "";
    private String lineParagraph = "";
    private int left;
    private int top;
    private int right;
    private int bottom;
    private int words;
    private int unsure;
    private double sure;

    private TesseractTable() {}

    static TesseractTable of(String table) {
        var read = new TesseractTable();
        table.lines().forEach(read::row);
        read.endLine();
        return read;
    }

    private void row(String row) {
        String[] cells = row.split("\t", COLUMNS);
        if (cells.length < COLUMNS || !cells[0].equals(WORD) || cells[11].isBlank()) {
            return;
        }
        Optional<int[]> box = box(cells);
        if (box.isEmpty()) {
            return;
        }
        double confidence = confidence(cells[10]);
        if (confidence < 0) {
            return;
        }
        String here = String.join(" ", cells[1], cells[2], cells[3], cells[4]);
        if (!here.equals(line)) {
            endLine();
            line = here;
            lineParagraph = String.join(" ", cells[1], cells[2], cells[3]);
            left = Integer.MAX_VALUE;
            top = Integer.MAX_VALUE;
            right = 0;
            bottom = 0;
        }
        text.append(text.isEmpty() ? "" : " ").append(Paper.clean(cells[11]).strip());
        left = Math.min(left, box.get()[0]);
        top = Math.min(top, box.get()[1]);
        right = Math.max(right, box.get()[0] + box.get()[2]);
        bottom = Math.max(bottom, box.get()[1] + box.get()[3]);
        seen.add(new Word(
                Paper.clean(cells[11]).strip(),
                box.get()[0],
                box.get()[1],
                box.get()[2],
                box.get()[3],
                confidence,
                lines.size()));
        words++;
        sure += confidence;
        unsure += confidence < PictureWords.Word.UNSURE ? 1 : 0;
    }

    private void endLine() {
        if (!text.isEmpty()) {
            lines.add(new Line(text.toString(), left, top, right, bottom, !Objects.equals(paragraph, lineParagraph)));
            paragraph = lineParagraph;
            text.setLength(0);
        }
    }

    private static Optional<int[]> box(String[] cells) {
        int[] box = new int[4];
        for (int i = 0; i < 4; i++) {
            if (!cells[6 + i].matches("\\d{1,6}")) {
                return Optional.empty();
            }
            box[i] = Integer.parseInt(cells[6 + i]);
        }
        return Optional.of(box);
    }

    private static double confidence(String cell) {
        return cell.matches("\\d{1,3}(?:\\.\\d{1,10})?") ? Math.min(100, Double.parseDouble(cell)) : -1;
    }

    List<Word> seen() {
        return seen;
    }

    List<Line> lines() {
        return lines;
    }

    int words() {
        return words;
    }

    /** How many words may well be others. */
    int unsure() {
        return unsure;
    }

    /** So unsure that it is rather a picture without text in which something was seen. */
    boolean wild() {
        return words == 0 || sure / words < WILD;
    }
}
