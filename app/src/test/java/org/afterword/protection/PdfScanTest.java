package org.afterword.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.afterword.page.Assets;
import org.afterword.page.Pdf;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A hidden name is found wherever it stands in a PDF. */
class PdfScanTest {
    private static final String NAME = "Quillon Vantongeren";
    private final Scan scan = scan();

    private interface Planting {
        void into(PDDocument document) throws IOException;
    }

    private record Place(String name, String html, Planting planting) {}

    private static Scan scan() {
        var contents = ListContents.empty();
        contents.decide(contents.person(NAME), "pseudonym=Robin");
        return Scan.of(Fixture.protection(contents));
    }

    private static String html(String title, String bookmark, String body) {
        return "<html lang=\"en\"><head><title>" + title + "</title><style>" + Assets.printed() + "</style><bookmarks>"
                + "<bookmark name=\"" + bookmark
                + "\" href=\"#a\"></bookmark></bookmarks></head><body><h1 id=\"a\">Notes</h1>"
                + body + "</body></html>";
    }

    private static final List<Place> PLACES = List.of(
            new Place("text", html("Notes", "Notes", "<p>And " + NAME + " said no.</p>"), _ -> {}),
            new Place(
                    "text over two lines",
                    html("Notes", "Notes", "<p style=\"width: 20mm\">And Quillon<br/>Vantongeren said no.</p>"),
                    _ -> {}),
            new Place(
                    "text with soft hyphens",
                    html("Notes", "Notes", "<p>And Quil\u00adlon Van\u00adton\u00adgeren said no.</p>"),
                    _ -> {}),
            new Place("title", html(NAME, "Notes", "<p>No.</p>"), _ -> {}),
            new Place("bookmark", html("Notes", NAME, "<p>No.</p>"), _ -> {}),
            new Place(
                    "what is read aloud for a link",
                    html("Notes", "Notes", "<p><a title=\"To " + NAME + "\" href=\"#a\">there</a></p>"),
                    _ -> {}),
            new Place("what a heading is called", html("Notes", "Notes", "<p title=\"" + NAME + "\">No.</p>"), _ -> {}),
            new Place(
                    "author",
                    html("Notes", "Notes", "<p>No.</p>"),
                    document -> document.getDocumentInformation().setAuthor(NAME)),
            new Place(
                    "a field of its own",
                    html("Notes", "Notes", "<p>No.</p>"),
                    document -> document.getDocumentInformation().setCustomMetadataValue("Scanned-by", NAME)),
            new Place("XMP", html("Notes", "Notes", "<p>No.</p>"), document -> {
                var metadata = new PDMetadata(document);
                metadata.importXMPMetadata(("<x>" + NAME + "</x>").getBytes(StandardCharsets.UTF_8));
                document.getDocumentCatalog().setMetadata(metadata);
            }),
            new Place("a note", html("Notes", "Notes", "<p>No.</p>"), document -> {
                var note = new PDAnnotationText();
                note.setContents("So said " + NAME);
                document.getPage(0).getAnnotations().add(note);
                document.getPage(0).setAnnotations(List.of(note));
            }),
            new Place(
                    "an unknown corner",
                    html("Notes", "Notes", "<p>No.</p>"),
                    document -> document.getDocumentCatalog()
                            .getCOSObject()
                            .setString(COSName.getPDFName("Whatever"), NAME)));

    @TestFactory
    Stream<DynamicTest> foundIn() {
        return PLACES.stream()
                .map(place -> DynamicTest.dynamicTest(place.name(), () -> {
                    byte[] pdf = planted(place);
                    List<Leak> leaks = scan.scan("report.pdf", pdf);
                    assertTrue(!leaks.isEmpty(), "not found in " + place.name());
                    assertTrue(leaks.stream().noneMatch(leak -> leak.where().contains("Quillon")), leaks::toString);
                }));
    }

    @Test
    void nothingIsFoundWhereNothingIs() throws IOException {
        assertEquals(
                List.of(),
                scan.scan("report.pdf", Pdf.of(html("Notes", "Notes", "<p>Somebody said no.</p>"), Map.of())));
    }

    @Test
    void whatCannotBeReadIsNotLetThrough() {
        byte[] broken = "%PDF-1.7 and nothing else".getBytes(StandardCharsets.US_ASCII);
        assertThrows(UncheckedIOException.class, () -> scan.scan("report.pdf", broken));
    }

    private static byte[] planted(Place place) throws IOException {
        try (PDDocument document = Loader.loadPDF(Pdf.of(place.html(), Map.of()))) {
            place.planting().into(document);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    /** "A1 Will you go?" would have Will in the middle of a sentence. */
    @Test
    void aNumberInTheMarginIsNoWordOfTheHeading() throws IOException {
        var contents = ListContents.empty();
        contents.decide(contents.person("Will"), "pseudonym=Robin");
        Scan will = Scan.of(Fixture.protection(contents));
        String body =
                "<div class=\"passage account\"><p class=\"number high\">A1</p><h2 class=\"in\">Will you go?</h2></div>";
        assertEquals(List.of(), will.scan("report.pdf", page(body)));
        assertEquals(
                1,
                will.scan("report.pdf", page(body.replace("you go", "you go with Will")))
                        .size());
    }

    /** Without a heading before it, which is printed between the numbers of a page and what they number. */
    private static byte[] page(String body) throws IOException {
        return Pdf.of(html("Notes", "Notes", body).replaceAll("<h1.*</h1>", "<p id=\"a\"></p>"), Map.of());
    }
}
