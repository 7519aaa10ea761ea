package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.afterword.page.ReadPdf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Report and dossier, typed: nothing is written before all is decided, and nobody hidden is in what is. */
class ReportCommandTest {
    private static final List<String> PLANTED = List.of("quillon", "vantongeren", "ostrowick");

    @TempDir
    private Path folder;

    private CommandLine person;
    private String file = "";

    @BeforeEach
    void aCase() throws IOException {
        person = new CommandLine(folder);
        file = folder.resolve("case.afterword").toString();
        CommandLine.cheap(file);
        Path letter = Files.writeString(
                folder.resolve("letter of Quillon.txt"),
                "In May 2016 I came to the first evening. Quillon Vantongeren asked us all for money, and we gave him our"
                        + " savings. In June 2019 I left, and Mrs Tamsin Ostrowick left with me.\n");
        person.done("add", file, letter.toString(), "--group", "The Lantern Circle", "--names", "rules");
        person.done("suggest", file, "--names", "rules", "--phrases");
        for (JsonNode passage : person.done("passages", file, "--json").json()) {
            person.done("decide", file, passage.path("id").asText(), "accept");
        }
    }

    private String account() {
        return person.done("accounts", file, "--json")
                .json()
                .getFirst()
                .path("id")
                .asText();
    }

    private void decideAll() {
        for (JsonNode one : person.done("people", file, "--json").json()) {
            String kind = one.path("kind").asText();
            person.done("decide", file, one.path("id").asText(), kind.equals("person") ? "pseudonym" : "redact");
        }
        for (String decision : List.of("read", "consent=verbatim", "public=no", "approve")) {
            person.done("decide", file, account(), decision);
        }
    }

    @Test
    void aReportIsRefusedUntilAllIsDecidedAndThenHasNobodyInIt() throws IOException {
        Path pdf = folder.resolve("report.pdf");
        var refused = person.type("report", file, pdf.toString());
        assertEquals(4, refused.exit(), refused.err());
        assertTrue(refused.out().startsWith("Not written: "), refused.out());
        assertTrue(refused.out().contains("Vantongeren"), refused.out());
        assertFalse(Files.exists(pdf));
        decideAll();
        JsonNode done = person.settled("report", file, pdf.toString(), "--as-of", "2024-02", "--json")
                .json()
                .getFirst();
        assertTrue(done.path("published").asBoolean());
        nobodyIn(pdf, "The Lantern Circle");
        byte[] first = Files.readAllBytes(pdf);
        person.done("report", file, pdf.toString(), "--as-of", "2024-02");
        assertArrayEquals(first, Files.readAllBytes(pdf));
        Path german = folder.resolve("bericht.pdf");
        person.done("report", file, german.toString(), "--language", "de");
        try (var read = new ReadPdf(Files.readAllBytes(german))) {
            assertTrue(read.language().startsWith("de"), read.language());
            assertTrue(read.text().contains("Was Menschen sagen"), read.text());
        }
        Path named = folder.resolve("Vantongeren.pdf");
        assertEquals(4, person.type("report", file, named.toString()).exit());
        assertFalse(Files.exists(named));
        assertEquals(0, person.type("verify", file).exit());
    }

    @Test
    void aDossierIsProtectedUnlessItIsSaidOtherwise() throws IOException {
        Path pdf = folder.resolve("mine.pdf");
        assertEquals(
                4,
                person.type("dossier", file, pdf.toString(), "--account", account())
                        .exit());
        assertFalse(Files.exists(pdf));
        var open = person.done("dossier", file, pdf.toString(), "--account", account(), "--unprotected");
        assertTrue(open.out().contains("It is not protected"), open.out());
        try (var read = new ReadPdf(Files.readAllBytes(pdf))) {
            assertTrue(read.text().contains("Quillon Vantongeren"), read.text());
            assertTrue(read.text().contains("letter of Quillon.txt"), read.text());
        }
        decideAll();
        String teller = person.done("accounts", file, "--json")
                .json()
                .getFirst()
                .path("witnesses")
                .get(0)
                .asText();
        var risky = person.type("dossier", file, pdf.toString(), "--teller", teller);
        assertEquals(4, risky.exit());
        assertTrue(risky.out().contains("By what is left in this account its teller may be known"), risky.out());
        person.done("decide", file, account(), "risk-accepted", "--reason", "They take it on.");
        JsonNode done = person.done("dossier", file, pdf.toString(), "--teller", teller, "--json")
                .json()
                .getFirst();
        assertEquals(2, done.path("dates").asInt(), done::toString);
        assertEquals(1, done.path("gaps").asInt(), done::toString);
        nobodyIn(pdf, "May 2016");
        assertEquals(2, person.type("dossier", file, pdf.toString()).exit(), "whose?");
        assertEquals(
                2,
                person.type("dossier", file, pdf.toString(), "--teller", "zz").exit(),
                "nobody");
    }

    private static void nobodyIn(Path pdf, String but) throws IOException {
        try (var read = new ReadPdf(Files.readAllBytes(pdf))) {
            assertTrue(read.text().contains(but), read.text());
            String all = read.everything().toLowerCase(Locale.ROOT);
            PLANTED.forEach(name -> assertFalse(all.contains(name), name));
        }
    }
}
