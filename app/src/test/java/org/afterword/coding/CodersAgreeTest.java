package org.afterword.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.agreement.Segment;
import org.afterword.agreement.Unitising;
import org.afterword.coding.Agreement.Figure;
import org.afterword.coding.Agreement.Level;
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

/** From codings to figures. */
class CodersAgreeTest {
    private static final String TEXT = "They asked me to donate. They spied on us. I left.";
    private static final Span DONATE = new Span(0, 24);
    private static final Span SPIED = new Span(25, 42);
    private static final String MONEY = "practice/money-demand";

    private final List<Account> accounts = new ArrayList<>();
    private final List<Suggestion> suggestions = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();

    private Account account(String... readers) {
        Account account = CodedPassages.essay(TEXT).copy().id(Id.random()).account();
        accounts.add(account);
        for (String reader : readers) {
            decide(reader, account.id(), "read");
        }
        return account;
    }

    private void decide(String coder, Id target, String verdict) {
        decisions.add(new Decision(Id.random(), target, Verdict.parse(verdict), "", coder, Instant.EPOCH));
    }

    private Id code(String coder, Account account, Span span, String code, Polarity polarity) {
        var coding = new Proposal.Coding(code, polarity, Access.EXPERIENCED, Claim.EVENT, Optional.empty());
        Suggestion own = Codings.manual(account, span, coding, "person " + coder);
        suggestions.add(own);
        return own.id();
    }

    private Agreement agreement(Level level, String code) {
        return Agreement.of(new Kept(accounts, suggestions, decisions, true), level, Optional.of(code));
    }

    private static Figure figure(Agreement agreement, String measure) {
        return agreement.figures().stream()
                .filter(one -> one.measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    /** Twenty yes of both, five of anna alone, ten of berta alone, fifteen of none: the textbook's kappa of .40. */
    private void textbook() {
        for (int i = 0; i < 50; i++) {
            Account account = account("anna", "berta");
            if (i < 25) {
                code("anna", account, DONATE, MONEY, Polarity.REPORTS);
            }
            if (i < 20 || i >= 40) {
                code("berta", account, i < 20 ? DONATE : SPIED, MONEY, Polarity.REPORTS);
            }
        }
    }

    @Test
    void accountsFoundOrNotGiveTheTextbooksKappa() {
        textbook();
        account("anna");
        Agreement agreement = agreement(Level.ACCOUNT, MONEY);
        assertEquals(50, agreement.accounts(), "what one alone has read is compared with nothing");
        assertEquals(List.of("anna", "berta"), agreement.coders());
        Figure kappa = figure(agreement, "kappa");
        assertEquals(0.4, kappa.value().orElseThrow(), 1e-12);
        assertEquals(50, kappa.units());
        assertEquals(35, kappa.positives());
        assertTrue(kappa.interval().orElseThrow().low() < 0.4
                && kappa.interval().orElseThrow().high() > 0.4);
        // n = 100, 55 found: 1 − 99 · 30 ∕ (2 · 55 · 45)
        assertEquals(1 - 99.0 * 30 / 4950, figure(agreement, "alpha").value().orElseThrow(), 1e-12);
        assertEquals(15, agreement.disagreements().size());
        assertEquals("not found", agreement.disagreements().getLast().said().get("anna"));
        assertEquals(1, agreement.disagreements().getLast().suggestions().size());
    }

    @Test
    void passagesAreUnitsOnTheText() {
        textbook();
        var expected = new Unitising(1);
        var donate = new Segment(DONATE.start(), DONATE.end(), 1);
        var spied = new Segment(SPIED.start(), SPIED.end(), 1);
        for (int i = 0; i < 50; i++) {
            expected.continuum(
                    TEXT.length(),
                    List.of(
                            i < 25 ? List.of(donate) : List.of(),
                            i < 20 ? List.of(donate) : i >= 40 ? List.of(spied) : List.of()));
        }
        Figure figure = figure(agreement(Level.PASSAGE, MONEY), "|u-alpha");
        assertEquals(expected.relevant().orElseThrow(), figure.value().orElseThrow(), 1e-12);
        assertEquals(35, figure.positives());
    }

    @Test
    void whereThereIsLittleToAgreeOnThereIsASentenceAndNoNumber() {
        for (int i = 0; i < 30; i++) {
            Account account = account("anna", "berta");
            if (i < 9) {
                code("anna", account, DONATE, MONEY, Polarity.REPORTS);
                code("berta", account, DONATE, MONEY, Polarity.REPORTS);
            }
        }
        for (Level level : Level.values()) {
            for (Figure figure : agreement(level, MONEY).figures()) {
                assertTrue(figure.value().isEmpty(), figure.measure());
                assertTrue(figure.note().startsWith("Only 9 found"), figure.note());
            }
        }
        assertEquals(
                "Nobody found it; there is no figure.",
                agreement(Level.ACCOUNT, "practice/surveillance")
                        .figures()
                        .getFirst()
                        .note());
    }

    @Test
    void polarityIsAFigureOfItsOwn() {
        for (int i = 0; i < 20; i++) {
            Account account = account("anna", "berta");
            if (i < 12) {
                code("anna", account, DONATE, MONEY, Polarity.REPORTS);
                code("berta", account, DONATE, MONEY, i < 6 ? Polarity.REPORTS : Polarity.DENIES);
            }
        }
        Agreement agreement = agreement(Level.ACCOUNT, MONEY);
        assertEquals(1, figure(agreement, "alpha").value().orElseThrow(), 1e-12);
        assertTrue(figure(agreement, "alpha-polarity").value().orElseThrow() < 0.8);
        assertEquals(6, agreement.disagreements().size());
        assertEquals("denies", agreement.disagreements().getFirst().said().get("berta"));
        assertEquals(6, agreement(Level.PASSAGE, MONEY).disagreements().size());
    }

    @Test
    void allCodesTogetherAndOneByOne() {
        for (int i = 0; i < 15; i++) {
            Account account = account("anna", "berta", "clara");
            for (String coder : List.of("anna", "berta", "clara")) {
                code(coder, account, DONATE, MONEY, Polarity.REPORTS);
                code(coder, account, new Span(5, 40), i % 3 == 0 ? MONEY : "practice/surveillance", Polarity.REPORTS);
            }
        }
        Agreement passages =
                Agreement.of(new Kept(accounts, suggestions, decisions, true), Level.PASSAGE, Optional.empty());
        for (String measure : List.of("u-alpha", "|u-alpha", "cu-alpha", "(k)u-alpha")) {
            assertEquals(1, figure(passages, measure).value().orElse(1), 1e-12, measure);
        }
        assertEquals(1, figure(passages, "cu-alpha").value().orElseThrow(), 1e-12);
        assertTrue(passages.disagreements().isEmpty());
        Agreement all = Agreement.of(new Kept(accounts, suggestions, decisions, true), Level.ACCOUNT, Optional.empty());
        Figure first = all.figures().getFirst();
        assertEquals(Optional.empty(), first.code());
        assertEquals(15 * Codebook.practices().codes().size(), first.units());
        assertEquals(1, first.value().orElseThrow(), 1e-12);
        assertFalse(all.figures().stream().noneMatch(one -> one.coders().equals(List.of("berta", "clara"))));
    }
}
