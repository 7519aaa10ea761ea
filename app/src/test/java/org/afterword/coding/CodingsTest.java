package org.afterword.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.model.Access;
import org.afterword.model.Account;
import org.afterword.model.Claim;
import org.afterword.model.CodingChange;
import org.afterword.model.CopyKind;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;
import org.junit.jupiter.api.Test;

class CodingsTest {
    private static final Account ACCOUNT = CodedPassages.essay("They asked me to donate. They spied on us. I left.");
    private static final Proposal.Coding CODING = new Proposal.Coding(
            "practice/money-demand", Polarity.REPORTS, Access.EXPERIENCED, Claim.EVENT, Optional.empty());

    private static List<Coded> coded(Suggestion suggestion, Verdict... verdicts) {
        List<Decision> decisions = Stream.of(verdicts)
                .map(verdict -> new Decision(Id.random(), suggestion.id(), verdict, "", "anna", Instant.EPOCH))
                .toList();
        return Codings.of(new Kept(List.of(ACCOUNT), List.of(suggestion), decisions, false));
    }

    private static Suggestion suggested(Span span) {
        return new Suggestion(
                Id.random(), ACCOUNT.id(), Optional.of(span), CODING, 0.6, "The words “asked”.", Suggester.BY);
    }

    @Test
    void standsAsThePersonLeftIt() {
        Suggestion suggestion = suggested(new Span(0, 24));
        assertEquals(Coded.Status.SUGGESTED, coded(suggestion).getFirst().status());
        assertEquals(
                Coded.Status.ACCEPTED,
                coded(suggestion, new Verdict.Accept()).getFirst().status());
        assertEquals(
                Coded.Status.REJECTED,
                coded(suggestion, new Verdict.Reject()).getFirst().status());
    }

    @Test
    void aChangeIsAnAcceptanceOfSomethingElse() {
        var change = CodingChange.parse("code:practice/surveillance,access:saw,span:25-42");
        Coded coded =
                coded(suggested(new Span(0, 24)), new Verdict.Change(change)).getFirst();
        assertEquals(Coded.Status.ACCEPTED, coded.status());
        assertEquals("practice/surveillance", coded.coding().code());
        assertEquals(Access.SAW, coded.coding().access());
        assertEquals(Claim.EVENT, coded.coding().claim());
        assertEquals("They spied on us.", coded.passage().quote());
        assertEquals(new Span(25, 42), coded.passage().span());
    }

    @Test
    void aChangeToAPlaceThatIsNoneKeepsThePlace() {
        var change = CodingChange.parse("span:40-4000");
        Coded coded =
                coded(suggested(new Span(0, 24)), new Verdict.Change(change)).getFirst();
        assertEquals(new Span(0, 24), coded.passage().span());
    }

    @Test
    void aPersonsOwnIsAcceptedUnlessRejected() {
        Suggestion own = Codings.manual(ACCOUNT, new Span(25, 42), CODING, "person anna");
        assertEquals(Coded.Status.ACCEPTED, coded(own).getFirst().status());
        assertEquals(
                Coded.Status.REJECTED,
                coded(own, new Verdict.Reject()).getFirst().status());
        assertEquals("They spied on us.", coded(own).getFirst().passage().quote());
    }

    @Test
    void aPersonsOwnIsAPassage() {
        assertThrows(
                IllegalArgumentException.class, () -> Codings.manual(ACCOUNT, new Span(3, 3), CODING, "person anna"));
        assertThrows(
                IllegalArgumentException.class, () -> Codings.manual(ACCOUNT, new Span(0, 900), CODING, "person anna"));
        assertThrows(IllegalArgumentException.class, () -> Codings.manual(ACCOUNT, new Span(0, 4), CODING, "anna"));
    }

    @Test
    void inTheOrderOfTheTextAndOnlyCodings() {
        Suggestion late = suggested(new Span(25, 42));
        Suggestion early = suggested(new Span(0, 24));
        var copy = new Suggestion(
                Id.random(),
                ACCOUNT.id(),
                Optional.empty(),
                new Proposal.CopyOf(Id.random(), CopyKind.REPOST, 1),
                1,
                "",
                "shingles/1");
        var contents = new Kept(List.of(ACCOUNT), List.of(late, copy, early), List.of(), false);
        assertEquals(
                List.of(early.id(), late.id()),
                Codings.of(contents).stream().map(Coded::suggestion).toList());
        assertEquals(List.of(), Codings.of(new Kept(List.of(ACCOUNT), List.of(copy), List.of(), false)));
    }
}
