package org.afterword.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.Polarity;
import org.afterword.model.Sha256;
import org.afterword.model.Verdict;
import org.afterword.page.Conformance;
import org.afterword.page.Pdf;
import org.afterword.page.ReadPdf;
import org.afterword.page.Strings;
import org.afterword.verifier.SiteCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report, read back as anybody would read it. */
class ReportTest {
    private static final byte[] SECRET = Sha256.of("publication").bytes();
    private static final String PLEDGE = "Jo Marsh stood up with the list and read out what each of us had pledged.";

    @TempDir
    private Path dir;

    private final FictionalCase one = new FictionalCase();
    private Path file;
    private Identity jo;

    @BeforeEach
    void tell() {
        file = dir.resolve("report.pdf");
        Account shown = one.letter(
                one.circle,
                "The list",
                "In the second winter " + PLEDGE + " I went red. אחר כך שילמתי כמו כולם.",
                LocalDate.of(2021, 5, 4));
        Account denies = one.letter(
                one.circle,
                "A kind word",
                "Nobody ever asked me for a penny. The singing I miss to this day.",
                LocalDate.of(2022, 1, 15));
        Account counted = one.letter(
                one.circle, "", "They wanted forty pounds every month out of my wages.", LocalDate.of(2020, 2, 1));
        jo = one.person("Jo Marsh", shown);
        one.coded(shown, PLEDGE, FictionalCase.MONEY, Polarity.REPORTS);
        one.coded(denies, "Nobody ever asked me for a penny.", FictionalCase.MONEY, Polarity.DENIES);
        one.coded(counted, "They wanted forty pounds every month", FictionalCase.MONEY, Polarity.REPORTS);
        one.decide(jo.id(), "pseudonym=Ada").decide(counted.id(), "read");
        one.allow(shown, "verbatim").allow(denies, "verbatim");
    }

    @Test
    void hasWhatTheSiteHas() throws IOException {
        try (var read = new ReadPdf(write())) {
            String text = read.text();
            assertTrue(text.contains("Ada stood up with the list and read out what each of us had pledged."), text);
            assertTrue(text.contains("Nobody ever asked me for a penny."), text);
            assertTrue(text.contains("2 say so first-hand") && text.contains("1 says that it was not so"), text);
            assertTrue(text.contains("One more passage was counted here and may not be shown"), text);
            for (String head : List.of("Contents", "What to ask before joining", "How this was made")) {
                assertTrue(text.contains(head), head);
            }
            assertTrue(text.contains("What could not be shown"));
        }
    }

    /** Whoever can check a site can check a report of the same case. */
    @Test
    void hasTheCommitmentsOfTheSite() throws IOException {
        Path site = dir.resolve("site");
        Publication.publish(one, one.protection(), SECRET, Settings.plain(), FictionalCase.TODAY, site);
        var ofSite = new TreeSet<String>();
        var digest = Pattern.compile("<code>([0-9a-f]{64})</code>");
        for (String page : List.of("finding-1-02.html", "account-01.html", "account-02.html")) {
            digest.matcher(Files.readString(site.resolve(page))).results().forEach(found -> ofSite.add(found.group(1)));
        }
        assertEquals(4, ofSite.size());
        try (var read = new ReadPdf(write())) {
            String joined = read.text().replaceAll("\\s", "");
            ofSite.forEach(commitment -> assertTrue(joined.contains(commitment), commitment));
        }
        assertEquals(root(site), published().root());
    }

    private static Sha256 root(Path site) throws IOException {
        return Sha256.ofDigest(SiteCheck.root(Files.readAllLines(site.resolve(SiteCheck.COMMITMENTS))));
    }

    @Test
    void isTaggedFromEndToEnd() throws IOException {
        try (var read = new ReadPdf(write())) {
            assertTrue(read.marked());
            assertEquals("en", read.language());
            assertEquals("Notes: report", read.title());
            assertTrue(read.metadata().contains("<pdfuaid:part>1</pdfuaid:part>"), read.metadata());
            assertTrue(
                    read.tags()
                            .containsAll(List.of(
                                    "H1", "H2", "H3", "P", "L", "LI", "BlockQuote", "Table", "TH", "TD", "Link")),
                    read.tags()::toString);
            assertEquals(List.of(), read.untaggedText());
            assertTrue(read.bookmarks().contains("The Lantern Circle"), read.bookmarks()::toString);
            assertTrue(read.bookmarks().contains("Commitments"), read.bookmarks()::toString);
            assertTrue(read.linksWithoutWords().isEmpty(), read.linksWithoutWords()::toString);
            assertTrue(read.links() > 10);
        }
    }

    @Test
    void everyFontIsInIt() throws IOException {
        try (var read = new ReadPdf(write())) {
            assertEquals(List.of(), read.fontsNotInIt());
            assertTrue(
                    read.fonts().stream().anyMatch(font -> font.endsWith("LiberationSerif")), read.fonts()::toString);
        }
    }

    @Test
    void twiceGivesTheSameBytesAndNoTime() throws IOException {
        byte[] first = write();
        Files.delete(file);
        assertArrayEquals(first, write());
        try (var read = new ReadPdf(first)) {
            assertEquals(Optional.empty(), read.made());
            assertFalse(read.metadata().contains("CreateDate"));
        }
        assertEquals("2000-01-01T00:00:00Z", Files.getLastModifiedTime(file).toString());
    }

    @Test
    void nobodyHiddenIsAnywhereInIt() throws IOException {
        try (var read = new ReadPdf(write())) {
            String all = read.everything().toLowerCase(Locale.ROOT);
            for (String hidden : List.of("marsh", "forty pounds", "exports/")) {
                assertFalse(all.contains(hidden), hidden);
            }
            for (var exhibit : one.exhibits()) {
                assertFalse(all.replaceAll("\\s", "").contains(exhibit.sha256().hex()));
                assertFalse(all.contains(exhibit.id().toString()));
            }
        }
    }

    @Test
    void anUndecidedNameRefusesAndLeavesTheOldReport() throws IOException {
        byte[] before = write();
        one.undo(jo.id(), "name");
        List<Obstacle> obstacles = refused(file);
        assertTrue(obstacles.stream().anyMatch(o -> o.target().equals(Optional.of(jo.id()))), obstacles::toString);
        assertArrayEquals(before, Files.readAllBytes(file));
        try (var left = Files.list(dir)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void whatNobodyApprovedInThisFormRefuses() throws IOException {
        one.decide(jo.id(), "pseudonym=Bea");
        assertFalse(refused(file).isEmpty());
        assertFalse(Files.exists(file));
    }

    @Test
    void aHiddenNameInTheFilesNameRefuses() throws IOException {
        Path named = dir.resolve("what Jo Marsh did.pdf");
        List<Obstacle> obstacles = refused(named);
        assertEquals(
                List.of(jo.id()),
                obstacles.stream().flatMap(o -> o.target().stream()).distinct().toList());
        assertFalse(Files.exists(named));
    }

    /** Whatever slipped through before: the finished bytes are looked at, and the page without its line breaks. */
    @Test
    void theFinishedBytesAreLookedAt() throws IOException {
        var material = Material.of(one, one.protection());
        String clean = "<html lang=\"en\"><head><title>Notes</title><style>p { font-family: said-face }</style></head>"
                + "<body><p>Nobody</p></body></html>";
        byte[] leaking = Pdf.of(clean.replace("Nobody", "Jo<br/>Marsh"), Map.of());
        assertEquals(
                List.of(), Gate.scan(material, PdfFile.scanned("r.pdf", clean, Pdf.of(clean, Map.of())), List.of()));
        assertEquals(
                1,
                Gate.scan(material, PdfFile.scanned("r.pdf", clean, leaking), List.of())
                        .size());
        byte[] quoting = Pdf.of(clean.replace("Nobody", "They wanted forty pounds every month"), Map.of());
        assertEquals(
                1,
                Gate.scan(material, PdfFile.scanned("r.pdf", clean, quoting), List.of())
                        .size());
    }

    @Test
    void somethingElseInItsPlaceRefuses() throws IOException {
        Files.writeString(file, "a thesis");
        assertEquals(1, refused(file).size());
        assertEquals("a thesis", Files.readString(file));
    }

    /** What the site divides for slow lines is whole here, and every passage has its number once. */
    @Test
    void manyPassagesAreNumberedThrough() throws IOException {
        var ids = new ArrayList<Id>();
        for (int i = 0; i < 18; i++) {
            Account many = one.letter(
                    one.circle, "", "Number " + i + " was asked to pay as well. ".repeat(60), LocalDate.of(2020, 1, 1));
            one.coded(many, many.text().strip(), FictionalCase.MONEY, Polarity.REPORTS);
            one.decide(many.id(), "read").decide(many.id(), "consent=verbatim").decide(many.id(), "public=no");
            ids.add(many.id());
        }
        var protection = one.protection();
        one.accounts()
                .filter(account -> ids.contains(account.id()))
                .forEach(account ->
                        one.decide(account.id(), new Verdict.Approve(Optional.of(protection.approvalHash(account)))));
        try (var read = new ReadPdf(write())) {
            String text = read.text().replaceAll("\\s+", " ");
            for (int i = 0; i < 18; i++) {
                assertTrue(text.contains("Number " + i + " was asked"), "number " + i);
            }
            assertTrue(text.replace(",", "")
                    .replaceAll(" +", " ")
                    .contains("Passages 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20"));
        }
    }

    /** Both sides keep the same room, what is short stays whole, and what has no room is counted. */
    @Test
    void whatHasNoRoomOnPaperIsSaid() throws IOException {
        Site site = ExampleSite.site();
        Report whole = Report.of(site);
        Report cut = Report.of(site, 1, 1);
        for (Address answer : whole.findings().keySet()) {
            Shown.Finding before = whole.findings().get(answer);
            Shown.Finding after = cut.findings().get(answer);
            int left = before.voices().size()
                    - after.voices().size()
                    + before.opposing().size()
                    - after.opposing().size();
            assertEquals(left, cut.more(after));
            assertEquals(before.sentence(), after.sentence());
            assertTrue(after.opposing().size() >= Math.min(1, before.opposing().size()));
        }
        assertTrue(cut.findings().values().stream().mapToInt(cut::more).sum() > 0);
        assertEquals(0, whole.moreAccounts());
        assertEquals(1, cut.accounts().size());
        assertEquals(whole.accounts().size() - 1, cut.moreAccounts());
        byte[] pdf = Pdf.of(cut.html(Strings.of(Locale.ENGLISH)), cut.pictures());
        assertEquals(List.of(), Conformance.broken(pdf));
        try (var read = new ReadPdf(pdf)) {
            String text = read.text().replaceAll("\\s+", " ");
            assertTrue(text.contains("One more passage behind this answer has no room on paper."), text);
            assertFalse(text.contains("{"), text);
            assertTrue(text.contains("One more account may be read whole, and has no room on paper."), text);
        }
    }

    /** To look at it: target/report-en.pdf has long names, ranges, other scripts and a right-to-left text. */
    @Test
    void isWhatTheStandardsAsk() throws IOException {
        Report report = Report.of(ExampleSite.site());
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            byte[] pdf = Pdf.of(report.html(Strings.of(language)), report.pictures());
            Files.write(Path.of("target", "report-" + language + ".pdf"), pdf);
            assertEquals(List.of(), Conformance.broken(pdf));
        }
        byte[] ofCase = write();
        Files.copy(file, Path.of("target", "report-of-a-case.pdf"), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(List.of(), Conformance.broken(ofCase));
    }

    private byte[] write() throws IOException {
        published();
        return Files.readAllBytes(file);
    }

    private Publication.Published published() throws IOException {
        var outcome = Publication.report(
                one, one.protection(), SECRET, Settings.plain(), FictionalCase.TODAY, file, Pictures.NONE);
        return assertInstanceOf(Publication.Published.class, outcome, outcome::toString);
    }

    private List<Obstacle> refused(Path to) throws IOException {
        var outcome = Publication.report(
                one, one.protection(), SECRET, Settings.plain(), FictionalCase.TODAY, to, Pictures.NONE);
        return assertInstanceOf(Publication.Refused.class, outcome).obstacles();
    }
}
