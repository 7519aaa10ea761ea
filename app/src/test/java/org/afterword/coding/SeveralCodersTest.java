package org.afterword.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.coding.Coded.Status;
import org.afterword.model.Access;
import org.afterword.model.Account;
import org.afterword.model.Claim;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;
import org.junit.jupiter.api.Test;

/** What several people hold of the same passages, and what follows. */
class SeveralCodersTest {
    private static final Account ACCOUNT = CodedPassages.essay("They asked me to donate. They spied on us. I left.");
    private static final Span DONATE = new Span(0, 24);
    private static final Span SPIED = new Span(25, 42);
    private static final Proposal.Coding MONEY = new Proposal.Coding(
            "practice/money-demand", Polarity.REPORTS, Access.EXPERIENCED, Claim.EVENT, Optional.empty());

    private final List<Suggestion> suggestions = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private boolean blind;

    private Id suggested() {
        var suggestion = new Suggestion(Id.random(), ACCOUNT.id(), Optional.of(DONATE), MONEY, 0.6, "", Suggester.BY);
        suggestions.add(suggestion);
        return suggestion.id();
    }

    private Id byHand(String coder, Span span) {
        Suggestion own = Codings.manual(ACCOUNT, span, MONEY, "person " + coder);
        suggestions.add(own);
        return own.id();
    }

    private void decide(String coder, Id target, String verdict) {
        decide(coder, target, verdict, false);
    }

    private void decide(String coder, Id target, String verdict, boolean adjudicates) {
        decisions.add(new Decision(
                Id.random(),
                target,
                Verdict.parse(verdict),
                "because " + coder,
                coder,
                Instant.EPOCH.plusSeconds(decisions.size()),
                Optional.empty(),
                Optional.of("practice/1"),
                adjudicates));
    }

    private Kept contents() {
        return new Kept(List.of(ACCOUNT), suggestions, decisions, blind);
    }

    private Coded coded(Id id) {
        return Codings.of(contents()).stream()
                .filter(one -> one.suggestion().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aVerdictHidesNobodyElses() {
        Id one = suggested();
        decide("anna", one, "accept");
        decide("person berta", one, "reject");
        assertEquals(Status.DISPUTED, coded(one).status());
        assertEquals(
                List.of("anna", "berta"),
                coded(one).judgements().stream().map(Judgement::coder).toList());
        assertEquals(
                List.of("because anna", "because person berta"),
                coded(one).judgements().stream().map(Judgement::reason).toList());
    }

    @Test
    void whatTheProgramSuggestedInTwoCopiesIsOne() {
        Id one = suggested();
        Id other = suggested();
        decide("anna", one, "accept");
        decide("berta", other, "reject");
        List<Coded> all = Codings.of(contents());
        assertEquals(1, all.size());
        assertEquals(Status.DISPUTED, all.getFirst().status());
        byHand("anna", DONATE);
        byHand("berta", DONATE);
        assertEquals(3, Codings.of(contents()).size(), "what people coded is each one's own");
    }

    @Test
    void theSameTwiceIsAgreedAndOneAloneHolds() {
        Id one = suggested();
        decide("anna", one, "reject");
        assertEquals(Status.REJECTED, coded(one).status());
        decide("berta", one, "reject");
        assertEquals(Status.REJECTED, coded(one).status());
        suggestions.clear();
        Id other = suggested();
        decide("anna", other, "accept");
        decide("berta", other, "change=claim:habit");
        assertEquals(Status.ACCEPTED, coded(other).status(), "both are first-hand");
        assertEquals(Claim.HABIT, coded(other).coding().claim(), "as it was said last");
    }

    @Test
    void whatAFindingWouldTellApartIsADispute() {
        for (String change : List.of("polarity:denies", "code:practice/surveillance", "access:told-by-named")) {
            suggestions.clear();
            Id one = suggested();
            decide("anna", one, "accept");
            decide("berta", one, "change=" + change);
            assertEquals(Status.DISPUTED, coded(one).status(), change);
        }
    }

    @Test
    void whatAThirdSettlesHoldsAndBothReasonsStay() {
        Id one = suggested();
        decide("anna", one, "accept");
        decide("berta", one, "reject");
        decide("clara", one, "change=access:saw", true);
        assertEquals(Status.ACCEPTED, coded(one).status());
        assertEquals(Access.SAW, coded(one).coding().access());
        assertEquals(2, coded(one).judgements().size());
        assertEquals("clara", coded(one).adjudicated().orElseThrow().coder());
        decide("anna", one, "reject");
        assertEquals(Status.ACCEPTED, coded(one).status(), "what was settled stays settled");
    }

    @Test
    void whatOneCodedByHandAnotherMayRejectAndOneselfTakeBack() {
        Id own = byHand("anna", DONATE);
        assertEquals(Status.ACCEPTED, coded(own).status());
        decide("berta", own, "reject");
        assertEquals(Status.DISPUTED, coded(own).status());
        decide("anna", own, "reject");
        assertEquals(Status.REJECTED, coded(own).status());
    }

    @Test
    void whoReadBlindAndDidNotFindItSaysNo() {
        Id one = byHand("anna", DONATE);
        decide("anna", ACCOUNT.id(), "read");
        decide("berta", ACCOUNT.id(), "read");
        assertEquals(Status.ACCEPTED, coded(one).status(), "in view of each other, silence is no word on it");
        blind = true;
        assertEquals(Status.DISPUTED, coded(one).status());
        byHand("berta", SPIED);
        assertEquals(Status.ACCEPTED, coded(one).status(), "both found it in this account");
    }

    @Test
    void whoAdjudicatesIsNoCoderOfTheAccount() {
        Id one = byHand("anna", DONATE);
        Id other = byHand("anna", SPIED);
        blind = true;
        decide("anna", ACCOUNT.id(), "read");
        decide("clara", ACCOUNT.id(), "read");
        decide("clara", one, "accept", true);
        assertEquals(Status.ACCEPTED, coded(other).status());
    }

    @Test
    void blindCodersSeeTheirOwnUntilTheyHaveRead() {
        suggested();
        Id hers = byHand("anna", DONATE);
        Id other = byHand("berta", SPIED);
        decide("berta", hers, "reject");
        assertEquals(3, Seen.by("anna", contents()).size());
        blind = true;
        List<Coded> seen = Seen.by("anna", contents());
        assertEquals(List.of(hers), seen.stream().map(Coded::suggestion).toList());
        assertEquals(Status.ACCEPTED, seen.getFirst().status(), "nor what another says of it");
        assertEquals(1, seen.getFirst().judgements().size());
        assertEquals(
                List.of(hers, other),
                Seen.by("berta", contents()).stream().map(Coded::suggestion).toList());
        assertTrue(Seen.by("clara", contents()).isEmpty());
        decide("anna", ACCOUNT.id(), "read");
        assertEquals(3, Seen.by("anna", contents()).size());
    }
}
