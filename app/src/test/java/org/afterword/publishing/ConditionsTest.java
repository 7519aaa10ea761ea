package org.afterword.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Identity;
import org.afterword.model.Polarity;
import org.afterword.model.Verdict;
import org.afterword.witnesses.Witnesses;
import org.junit.jupiter.api.Test;

/** What has to be settled before strangers read it, besides names and approvals. */
final class ConditionsTest {
    private static final LocalDate WRITTEN = LocalDate.of(2021, 3, 4);
    private static final String ASKED = "They asked me for money again and again.";
    private static final String OSWIN = "Oswin Tarrant told me to sell the car and give them the money.";
    private static final String STOLE = "Oswin Tarrant stole the money of the fund.";

    private final FictionalCase file = new FictionalCase();

    private List<Obstacle> unmet() {
        return Conditions.unmet(Material.of(file, file.protection()), Witnesses.of(file), FictionalCase.TODAY);
    }

    private Account told(String text, String name) {
        return file.account(file.circle, "A letter", List.of(text), List.of(name), Optional.empty(), WRITTEN);
    }

    /** Named as somebody who holds an office. */
    private Identity named(Account... accounts) {
        Identity oswin = file.person("Oswin Tarrant", accounts);
        file.decide(oswin.id(), "is=office-holder");
        file.keep(oswin, "keep=office-holder", "Chair of the circle, on its own website.");
        return oswin;
    }

    private void only(String beginning) {
        List<Obstacle> unmet = unmet();
        assertEquals(1, unmet.size(), unmet.toString());
        assertTrue(
                unmet.getFirst().what().startsWith(beginning), unmet.getFirst().what());
    }

    @Test
    void aGroupIsAskedOrItIsSaidWhyNot() {
        Account account = told(ASKED, "Mara Venn");
        file.allow(account, "verbatim");
        assertEquals(List.of(), unmet());
        file.undo(file.circle.id(), "asked-for-reply");
        only("It is not recorded whether the group was asked");
        file.decide(file.circle.id(), "asked-for-reply=2026-11-22");
        only("The group may still answer, until 2026-11-22");
        file.decide(file.circle.id(), "asked-for-reply=2026-11-21");
        assertEquals(List.of(), unmet());
        file.undo(file.circle.id(), "asked-for-reply");
        file.decide(file.circle.id(), "reply=all: We ask nobody for anything.");
        assertEquals(List.of(), unmet());
    }

    @Test
    void aTellerWhoAskedToSeeItIsWaitedFor() {
        Account account = told(ASKED, "Mara Venn");
        file.allow(account, "verbatim");
        file.decide(account.id(), "wants-to-see");
        only("The teller of this account asked to see it");
        file.decide(
                account.id(),
                new Verdict.SeenByTeller(Optional.of(file.protection().approvalHash(account))));
        assertEquals(List.of(), unmet());
        file.decide(account.id(), new Verdict.SeenByTeller(Optional.empty()));
        only("What strangers would see of this account has changed");
    }

    @Test
    void whatIsLeftToKnowSomebodyByIsTakenOnOrDecided() {
        Account account = told("I was the treasurer of the northern branch for nine years. " + ASKED, "Mara Venn");
        file.allow(account, "verbatim");
        assertEquals(List.of(), unmet());
        file.undo(account.id(), new Verdict.RiskAccepted(Optional.empty()).aspect());
        only("By what is left in this account its teller may be known to some");
    }

    @Test
    void whatOneAloneSaysOfSomebodyNamedIsNotPublished() {
        Account one = told(OSWIN, "Mara Venn");
        named(one);
        file.coded(one, OSWIN, FictionalCase.MONEY, Polarity.REPORTS);
        file.allow(one, "verbatim");
        only("What is said of somebody who is named rests on one person");
    }

    @Test
    void whatTwoSayOfSomebodyNamedIs() {
        Account one = told(OSWIN, "Mara Venn");
        String other = "It was Oswin Tarrant who wanted my savings that winter.";
        Account two = told(other, "Ines Kolar");
        named(one, two);
        file.coded(one, OSWIN, FictionalCase.MONEY, Polarity.REPORTS);
        file.coded(two, other, FictionalCase.MONEY, Polarity.REPORTS);
        file.allow(one, "verbatim");
        file.allow(two, "verbatim");
        assertEquals(List.of(), unmet());
    }

    @Test
    void anAllegationOfACrimeNeedsACourtOrALawyer() {
        Account account = told(STOLE, "Mara Venn");
        Identity oswin = named(account);
        file.allow(account, "verbatim");
        only("A sentence with a word for a crime names somebody");
        file.decide(oswin.id(), "legal-review=Judgment of the district court, 12 May 2022");
        assertEquals(List.of(), unmet());
    }

    @Test
    void whoIsNotNamedIsNotAccused() {
        Account account = told(STOLE, "Mara Venn");
        Identity oswin = file.person("Oswin Tarrant", account);
        file.decide(oswin.id(), "role=the chair");
        file.allow(account, "verbatim");
        assertEquals(List.of(), unmet());
    }
}
