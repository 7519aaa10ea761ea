package org.afterword.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.afterword.model.Balance;
import org.afterword.model.Warning;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextParagraph;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Picture;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** The text of old Office documents. */
final class OldOffice {
    private static final int WIDEST = 200;
    private static final int MOST_PARTS = 2_000;

    private final Paper paper = new Paper();
    private final List<Warning> warnings = new ArrayList<>();
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final PartNames names = new PartNames();
    private Optional<Balance> balance = Optional.empty();

    Paper paper() {
        return paper;
    }

    List<Warning> warnings() {
        return warnings;
    }

    Map<String, byte[]> parts() {
        return parts;
    }

    Optional<Balance> balance() {
        return balance;
    }

    void warn(String message) {
        warnings.add(new Warning("", message));
    }

    void word(DirectoryNode root) throws IOException {
        var document = new HWPFDocument(root);
        int deleted = range(document.getRange());
        for (Range more :
                List.of(document.getMainTextboxRange(), document.getFootnoteRange(), document.getEndnoteRange())) {
            deleted += range(more);
        }
        Range comments = document.getCommentsRange();
        if (comments != null && !comments.text().isBlank()) {
            warn("comments are in its margin, which are not read");
        }
        if (deleted > 0) {
            warn("changes were tracked: " + deleted + (deleted == 1 ? " stretch is" : " stretches are")
                    + " marked as deleted, and left out");
        }
        for (Picture picture : document.getPicturesTable().getAllPictures()) {
            part(picture.suggestFullFileName(), picture.getContent());
        }
    }

    private void part(String name, byte[] bytes) {
        if (parts.size() < MOST_PARTS && bytes != null && bytes.length > 0) {
            parts.put(names.of(name), bytes);
        }
    }

    private int range(Range range) {
        int deleted = 0;
        var row = new ArrayList<String>();
        for (int i = 0; range != null && i < range.numParagraphs() && !paper.full(); i++) {
            Paragraph paragraph = range.getParagraph(i);
            var text = new StringBuilder();
            for (int run = 0; run < paragraph.numCharacterRuns(); run++) {
                CharacterRun words = paragraph.getCharacterRun(run);
                if (words.isMarkedDeleted()) {
                    deleted++;
                } else if (!words.isVanished()) {
                    text.append(words.text());
                }
            }
            String plain = WordExtractor.stripFields(text.toString());
            if (paragraph.isInTable()) {
                if (paragraph.isTableRowEnd()) {
                    paper.row(row);
                    row.clear();
                } else {
                    row.add(plain.replace('\u0007', ' '));
                }
            } else {
                paper.block(plain);
            }
        }
        return deleted;
    }

    void deck(DirectoryNode root) throws IOException {
        try (var show = new HSLFSlideShow(root)) {
            Map<String, Long> skipped = new TreeMap<>();
            List<HSLFSlide> slides = show.getSlides();
            long read = 0;
            for (int i = 0; i < slides.size(); i++) {
                HSLFSlide slide = slides.get(i);
                paper.at("page=" + (i + 1));
                int before = paper.length();
                paragraphs(slide.getTextParagraphs());
                if (slide.getNotes() != null) {
                    paragraphs(slide.getNotes().getTextParagraphs());
                }
                if (paper.length() > before) {
                    read++;
                } else {
                    skipped.merge("without text", 1L, Long::sum);
                }
            }
            balance = Optional.of(new Balance("slides", slides.size(), read, skipped));
            show.getPictureData()
                    .forEach(picture ->
                            part("picture-" + picture.getIndex() + picture.getType().extension, picture.getData()));
        }
    }

    private void paragraphs(List<List<HSLFTextParagraph>> all) {
        for (List<HSLFTextParagraph> shape : all) {
            paper.block(HSLFTextParagraph.getText(shape));
        }
    }

    void sheets(DirectoryNode root) throws IOException {
        try (var book = new HSSFWorkbook(root, false)) {
            var formatter = new DataFormatter(Locale.ROOT);
            formatter.setUseCachedValuesForFormulaCells(true);
            Map<String, Long> skipped = new TreeMap<>();
            long read = 0;
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                Sheet sheet = book.getSheetAt(i);
                if (sheet.getPhysicalNumberOfRows() == 0) {
                    skipped.merge("empty", 1L, Long::sum);
                    continue;
                }
                paper.at("page=" + (i + 1));
                paper.block(sheet.getSheetName());
                for (Row row : sheet) {
                    paper.row(cells(row, formatter));
                }
                read++;
            }
            balance = Optional.of(new Balance("sheets", book.getNumberOfSheets(), read, skipped));
            book.getAllPictures()
                    .forEach(picture -> part("picture." + picture.suggestFileExtension(), picture.getData()));
        }
    }

    private static List<String> cells(Row row, DataFormatter formatter) {
        var cells = new ArrayList<String>();
        for (int column = 0; column < Math.min(WIDEST, row.getLastCellNum()); column++) {
            Cell cell = row.getCell(column);
            cells.add(cell == null ? "" : formatter.formatCellValue(cell));
        }
        return cells;
    }
}
