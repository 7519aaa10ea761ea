package org.afterword.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.util.Units;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** Office documents of fictional people, written by Apache POI, of which the readers of the newer ones make no use. */
final class OfficeFixtures {
    private OfficeFixtures() {}

    /** Heading, list, footnote, comment, table, picture, tracked changes. */
    static byte[] docx() throws IOException {
        try (var document = new XWPFDocument()) {
            var facts = document.getProperties().getCoreProperties();
            facts.setTitle("Leaving the lamp keepers");
            facts.setCreator("Wren Alder");
            facts.setCreated("2021-03-04T10:00:00Z");
            document.createParagraph().createRun().setText("How it began");
            XWPFParagraph first = document.createParagraph();
            first.createRun().setText("They asked me for forty pounds");
            var note = document.createFootnote();
            note.createParagraph().createRun().setText("I still have the receipt.");
            first.addFootnoteReference(note);
            first.createRun().setText(" every month.");
            XWPFParagraph changed = document.createParagraph();
            changed.createRun().setText("I was ");
            var deleted = changed.getCTP().addNewDel();
            deleted.setAuthor("Somebody");
            deleted.setId(BigInteger.ONE);
            deleted.addNewR().addNewDelText().setStringValue("very happy");
            var inserted = changed.getCTP().addNewIns();
            inserted.setAuthor("Somebody");
            inserted.setId(BigInteger.TWO);
            inserted.addNewR().addNewT().setStringValue("afraid of them.");
            var comment = document.createComments().createComment(BigInteger.ZERO);
            comment.setAuthor("Ivo Marsh");
            comment.createParagraph().createRun().setText("Was it the same for you?");
            var table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Month");
            table.getRow(0).getCell(1).setText("Paid");
            table.getRow(1).getCell(0).setText("May");
            table.getRow(1).getCell(1).setText("40");
            byte[] png = PdfFixtures.picture(PdfFixtures.drawn(List.of(), 30, 30), "png");
            document.createParagraph()
                    .createRun()
                    .addPicture(
                            new ByteArrayInputStream(png),
                            PictureType.PNG,
                            "receipt.png",
                            Units.toEMU(30),
                            Units.toEMU(30));
            document.createParagraph().createRun().setText("In the end I left.");
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    static byte[] sheet(Workbook workbook) throws IOException {
        try (var book = workbook) {
            var sheet = book.createSheet("Payments");
            var head = sheet.createRow(0);
            head.createCell(0).setCellValue("Date");
            head.createCell(1).setCellValue("Who");
            head.createCell(2).setCellValue("Amount");
            var row = sheet.createRow(1);
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            Cell when = row.createCell(0);
            Calendar day = Calendar.getInstance(TimeZone.getDefault(), Locale.ROOT);
            day.clear();
            day.set(2020, Calendar.MAY, 11);
            when.setCellValue(day);
            when.setCellStyle(date);
            row.createCell(1).setCellValue("Wren");
            row.createCell(2).setCellValue(40.5);
            sheet.createRow(2).createCell(1).setCellValue("nobody");
            book.createSheet("Empty");
            var out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    static byte[] xlsx() throws IOException {
        return sheet(new XSSFWorkbook());
    }

    static byte[] xls() throws IOException {
        return sheet(new HSSFWorkbook());
    }

    static byte[] pptx() throws IOException {
        try (var show = new XMLSlideShow()) {
            var box = show.createSlide().createTextBox();
            box.setText("What they promised");
            box.addNewTextParagraph().addNewTextRun().setText("A lamp of one's own");
            show.createSlide();
            show.createSlide().createTextBox().setText("What came");
            var out = new ByteArrayOutputStream();
            show.write(out);
            return out.toByteArray();
        }
    }

    static byte[] ppt() throws IOException {
        try (var show = new HSLFSlideShow()) {
            show.createSlide().createTextBox().setText("What they promised");
            show.createSlide().createTextBox().setText("What came");
            var out = new ByteArrayOutputStream();
            show.write(out);
            return out.toByteArray();
        }
    }

    static byte[] lockedDocx() throws IOException {
        try (var files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("a secret");
            try (var out = encryptor.getDataStream(files)) {
                out.write(docx());
            } catch (java.security.GeneralSecurityException e) {
                throw new IOException(e);
            }
            var out = new ByteArrayOutputStream();
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static final String ODF = " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
            + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
            + " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0'"
            + " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'";

    static byte[] odt() throws IOException {
        String content = "<office:document-content" + ODF + "><office:body><office:text>"
                + "<text:tracked-changes><text:changed-region><text:deletion><text:p>I was happy.</text:p></text:deletion></text:changed-region></text:tracked-changes>"
                + "<text:h>How it began</text:h>"
                + "<text:p>They asked me<text:s text:c='2'/>for forty pounds<text:note><text:note-citation>1</text:note-citation>"
                + "<text:note-body><text:p>I still have the receipt.</text:p></text:note-body></text:note> every month."
                + "<office:annotation><dc:creator>Ivo Marsh</dc:creator><dc:date>2021-04-05T06:07:08</dc:date><text:p>For you, too?</text:p></office:annotation></text:p>"
                + "<text:list><text:list-item><text:p>a lamp</text:p></text:list-item><text:list-item><text:p>a boat</text:p></text:list-item></text:list>"
                + "<table:table><table:table-row><table:table-cell><text:p>May</text:p></table:table-cell><table:table-cell><text:p>40</text:p></table:table-cell></table:table-row></table:table>"
                + "<text:p>In the end I left.</text:p></office:text></office:body></office:document-content>";
        String meta = "<office:document-meta" + ODF
                + "><office:meta><dc:title>Leaving</dc:title><meta:initial-creator>Wren Alder</meta:initial-creator>"
                + "<dc:creator>Ivo Marsh</dc:creator><meta:creation-date>2021-03-04T10:00:00</meta:creation-date></office:meta></office:document-meta>";
        return zip("application/vnd.oasis.opendocument.text", Map.of("content.xml", content, "meta.xml", meta));
    }

    static byte[] ods() throws IOException {
        String content = "<office:document-content" + ODF
                + "><office:body><office:spreadsheet><table:table table:name='Payments'>"
                + "<table:table-row><table:table-cell><text:p>Month</text:p></table:table-cell><table:table-cell table:number-columns-repeated='2'/><table:table-cell><text:p>Paid</text:p></table:table-cell></table:table-row>"
                + "<table:table-row table:number-rows-repeated='1048000'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
                + "</table:table><table:table table:name='Other'><table:table-row><table:table-cell/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>";
        return zip("application/vnd.oasis.opendocument.spreadsheet", Map.of("content.xml", content));
    }

    static byte[] epub() throws IOException {
        return zip(
                "application/epub+zip",
                Map.of(
                        "META-INF/container.xml",
                        "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>",
                        "OEBPS/book.opf",
                        "<package><metadata xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>The lamp</dc:title><dc:creator>Wren Alder</dc:creator>"
                                + "<dc:language>en</dc:language><dc:date>2019</dc:date></metadata><manifest><item id='b' href='two%20b.xhtml'/><item id='a' href='one.xhtml'/>"
                                + "<item id='c' href='gone.xhtml'/></manifest><spine><itemref idref='a'/><itemref idref='b'/><itemref idref='c'/></spine></package>",
                        "OEBPS/one.xhtml",
                        "<html><body><h1>One</h1><p>I came in spring.</p><script>never()</script></body></html>",
                        "OEBPS/two b.xhtml",
                        "<html><body><h1>Two</h1><p>I left in autumn.</p></body></html>"));
    }

    static byte[] zip(String type, Map<String, String> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            if (!type.isEmpty()) {
                byte[] bytes = type.getBytes(StandardCharsets.UTF_8);
                var entry = new ZipEntry("mimetype");
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(bytes.length);
                var sum = new CRC32();
                sum.update(bytes);
                entry.setCrc(sum.getValue());
                zip.putNextEntry(entry);
                zip.write(bytes);
            }
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    static byte[] odtOf(byte[] content) {
        try {
            return zip(
                    "application/vnd.oasis.opendocument.text",
                    Map.of("content.xml", new String(content, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static byte[] docxOf(byte[] content) {
        try {
            return zip(
                    "",
                    Map.of(Pack.TYPES, "<Types/>", "word/document.xml", new String(content, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The DOCX with another content for one of its files. */
    static byte[] docxWith(String path, InputStream content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(docx()));
                var zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                (entry.getName().equals(path) ? content : in).transferTo(zip);
            }
        }
        return out.toByteArray();
    }
}
