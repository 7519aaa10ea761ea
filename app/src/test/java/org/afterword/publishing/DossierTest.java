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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.Polarity;
import org.afterword.model.Verdict;
import org.afterword.page.Conformance;
import org.afterword.page.ReadPdf;
import org.afterword.witnesses.Witnesses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One teller's dossier, read back. */
class DossierTest {
    private static final String TOLD = "In May 2016 I went to the first evening. Jo Marsh met me at the door."
            + " On 3 September 2019 I asked to stop paying. They said that I was not ready to hear that."
            + " In May 2021 I left. אחרי זה הטלפון לא צלצל.";

    private static final LocalDate WRITTEN = LocalDate.of(2022, 8, 1);

    @TempDir
    private Path dir;

    private final FictionalCase one = new FictionalCase();
    private Account mine;
    private Account later;
    private Account other;
    private Identity jo;
    private Path file;

    @BeforeEach
    void tell() {
        file = dir.resolve("mine.pdf");
        mine = one.letter(one.circle, "What Jo Marsh did not say", TOLD, LocalDate.of(2022, 3, 9));
        later = one.letter(one.circle, "", "The money was never paid back to me.", LocalDate.of(2023, 4, 4));
        other = one.letter(one.circle, "", "I was asked for money in June 2018 too.", LocalDate.of(2022, 1, 15));
        one.decide(teller(later), "same-as=" + teller(mine));
        jo = one.person("Jo Marsh", mine);
        one.dated(mine, "In May 2016", "2016-05-01", "2016-05-31", true);
        one.dated(mine, "On 3 September 2019", "2019-09-03", "2019-09-03", true);
        one.dated(mine, "In May 2021", "2021-05-01", "2021-05-31", false);
        one.dated(other, "in June 2018", "2018-06-01", "2018-06-30", true);
        one.coded(mine, "I asked to stop paying", FictionalCase.MONEY, Polarity.REPORTS);
        one.coded(later, "The money was never paid back", FictionalCase.MONEY, Polarity.REPORTS);
        one.coded(other, "I was asked for money", FictionalCase.MONEY, Polarity.REPORTS);
        one.decide(jo.id(), "pseudonym=Ada");
        one.allow(mine, "verbatim").allow(later, "verbatim").allow(other, "verbatim");
    }

    private static Id teller(Account account) {
        return account.speakers().getFirst().id();
    }

    @Test
    void tellsTheTimeWithItsGapsAndThePassages() throws IOException {
        Dossier dossier = ready(false).dossier();
        assertEquals(
                List.of(
                        "Event May 2016",
                        "Gap May 2016 to September 2019, 39 months",
                        "Event September 2019",
                        "Gap September 2019 to May 2021, 19 months",
                        "Event May 2021, not checked",
                        "Gap May 2021 to March 2022, 9 months",
                        "Written March 2022",
                        "Gap March 2022 to April 2023, 12 months",
                        "Written April 2023"),
                dossier.moments().stream().map(DossierTest::words).toList());
        assertEquals(2, dossier.passages());
        assertEquals(2, dossier.kept().size());
        try (var read = read()) {
            String text = read.text().replaceAll("\\s+", " ");
            assertTrue(text.contains("Ada met me at the door") || !text.contains("Marsh"), text);
            assertTrue(text.contains("Nothing dated is told between May 2016 and September 2019."), text);
            assertTrue(text.contains("I asked to stop paying"), text);
            assertTrue(text.contains("The money was never paid back"), text);
            assertFalse(text.contains("I was asked for money"), "another's words");
            assertFalse(text.contains("June 2018"), "another's date");
        }
    }

    private static String words(Dossier.Moment moment) {
        return switch (moment) {
            case Dossier.Event event -> "Event " + event.when() + (event.decided() ? "" : ", not checked");
            case Dossier.Written written -> "Written " + written.when();
            case Dossier.Gap gap -> "Gap " + gap.from() + " to " + gap.to() + ", " + gap.months() + " months";
        };
    }

    @Test
    void protectedShowsNobody() throws IOException {
        ready(false);
        try (var read = read()) {
            String all = read.everything().toLowerCase(Locale.ROOT);
            for (String hidden : List.of("marsh", "exports/", "3 september 2022", "9 march")) {
                assertFalse(all.contains(hidden), hidden);
            }
            String joined = all.replaceAll("\\s", "");
            one.exhibits()
                    .forEach(exhibit ->
                            assertFalse(joined.contains(exhibit.sha256().hex())));
        }
    }

    @Test
    void unprotectedShowsAllOfOneTellerAndSaysSo() throws IOException {
        one.undo(jo.id(), "name").undo(mine.id(), "consent");
        ready(true);
        try (var read = read()) {
            String text = read.text().replaceAll("\\s+", " ");
            assertTrue(text.contains("Not protected."), text);
            assertTrue(text.contains("What Jo Marsh did not say"), text);
            assertTrue(text.contains("3 September 2019"), text);
            String joined = text.replace(" ", "");
            assertTrue(joined.contains(one.exhibits().getFirst().sha256().hex()));
            assertTrue(text.contains("exports/1.txt"));
            assertFalse(text.contains("I was asked for money"));
        }
    }

    @Test
    void isTaggedWithEveryFontInIt() throws IOException {
        ready(false);
        Files.copy(file, Path.of("target", "dossier.pdf"), StandardCopyOption.REPLACE_EXISTING);
        try (var read = read()) {
            assertTrue(read.marked());
            assertEquals("Notes: dossier", read.title());
            assertEquals(List.of(), read.untaggedText());
            assertEquals(List.of(), read.fontsNotInIt());
            assertTrue(read.tags().containsAll(List.of("H1", "H2", "Table", "TH", "TD", "BlockQuote")));
            assertEquals(
                    List.of("In the order of time", "What was done, by practice", "Money asked for", "What was kept"),
                    read.bookmarks());
        }
    }

    @Test
    void isWhatTheStandardsAsk() throws IOException {
        for (boolean unprotected : List.of(false, true)) {
            ready(unprotected);
            assertEquals(List.of(), Conformance.broken(Files.readAllBytes(file)));
        }
    }

    @Test
    void twiceGivesTheSameBytes() throws IOException {
        ready(false);
        byte[] first = Files.readAllBytes(file);
        ready(false);
        assertArrayEquals(first, Files.readAllBytes(file));
    }

    @Test
    void anUndecidedNameInTheirAccountsRefuses() throws IOException {
        one.undo(jo.id(), "name");
        List<Obstacle> obstacles = refused(mine);
        assertTrue(obstacles.stream().anyMatch(o -> o.target().equals(Optional.of(jo.id()))), obstacles::toString);
        assertFalse(Files.exists(file));
    }

    /** What has to be settled before strangers read anything holds for a dossier, too; unprotected it goes as it is. */
    @Test
    void aTellerWhoAskedToSeeItIsWaitedFor() throws IOException {
        one.decide(mine.id(), "wants-to-see");
        only("The teller of this account asked to see it");
        ready(true);
        one.decide(
                mine.id(), new Verdict.SeenByTeller(Optional.of(one.protection().approvalHash(mine))));
        ready(false);
    }

    @Test
    void whatIsLeftToKnowThemByIsTakenOnOrDecided() throws IOException {
        Account clear =
                one.letter(one.circle, "", "I was the treasurer of the northern branch for nine years.", WRITTEN);
        one.decide(teller(clear), "same-as=" + teller(mine)).allow(clear, "verbatim");
        ready(false);
        one.undo(clear.id(), new Verdict.RiskAccepted(Optional.empty()).aspect());
        only("By what is left in this account its teller may be known to some");
        ready(true);
    }

    @Test
    void aCrimeOfSomebodyNamedNeedsACourtOrALawyer() throws IOException {
        Account accuses = one.letter(one.circle, "", "Jo Marsh stole the money of the fund.", WRITTEN);
        one.decide(teller(accuses), "same-as=" + teller(mine)).allow(accuses, "verbatim");
        Identity named = one.person("Jo Marsh", accuses);
        for (Identity who : List.of(jo, named)) {
            one.undo(who.id(), "name").decide(who.id(), "is=office-holder");
            one.keep(who, "keep=office-holder", "Chair of the circle, on its own website.");
        }
        List.of(mine, later, accuses).forEach(one::approve);
        only("A sentence with a word for a crime names somebody");
        ready(true);
        for (Identity who : List.of(jo, named)) {
            one.decide(who.id(), "legal-review=Judgment of the district court, 12 May 2022");
        }
        ready(false);
    }

    /** The group's answer belongs to what is published about it, and another's account to another. */
    @Test
    void whatIsOpenElsewhereIsNoObstacle() throws IOException {
        one.undo(one.circle.id(), "asked-for-reply").decide(other.id(), "wants-to-see");
        ready(false);
    }

    private void only(String beginning) throws IOException {
        List<Obstacle> obstacles = refused(mine);
        assertEquals(1, obstacles.size(), obstacles::toString);
        assertTrue(obstacles.getFirst().what().startsWith(beginning), obstacles::toString);
        assertFalse(obstacles.getFirst().decisions().isEmpty());
    }

    @Test
    void aNameInAnothersAccountsIsNoObstacle() throws IOException {
        Account third = one.letter(one.rowing, "", "Pim Vantongeren rowed with us.", LocalDate.of(2020, 1, 1));
        one.person("Pim Vantongeren", third);
        ready(false);
    }

    @Test
    void whatItsAuthorHasNotAllowedIsWithheldAndSaid() throws IOException {
        one.undo(later.id(), "consent");
        Dossier dossier = ready(false).dossier();
        assertEquals(
                List.of(later.id()),
                dossier.withheld().stream().map(Publication.Withheld::account).toList());
        assertEquals(1, dossier.passages());
        one.undo(mine.id(), "consent");
        assertEquals(2, refused(mine).size());
    }

    private DossierExport.Ready ready(boolean unprotected) throws IOException {
        var outcome = of(mine, unprotected);
        var ready = assertInstanceOf(DossierExport.Ready.class, outcome, outcome::toString);
        ready.place();
        return ready;
    }

    private List<Obstacle> refused(Account account) throws IOException {
        return assertInstanceOf(DossierExport.Refused.class, of(account, false)).obstacles();
    }

    private DossierExport.Outcome of(Account account, boolean unprotected) throws IOException {
        Witnesses witnesses = Witnesses.of(one);
        Id who = witnesses.witness(teller(account)).orElseThrow();
        return DossierExport.of(one, one.protection(), witnesses, who, unprotected, file);
    }

    private ReadPdf read() throws IOException {
        return new ReadPdf(Files.readAllBytes(file));
    }
}
