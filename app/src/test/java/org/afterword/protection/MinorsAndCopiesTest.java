package org.afterword.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.CopyKind;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.Proposal;
import org.afterword.model.Suggestion;
import org.junit.jupiter.api.Test;

/** Minors' accounts only count; a private text that is public after all is no longer quoted under a pseudonym. */
class MinorsAndCopiesTest {
    private static final String TEXT = "We lit the lamps at seven and nobody was to speak before the soup was cold.";

    private final ListContents contents = ListContents.empty();
    private final Account own = contents.account("", TEXT, Optional.of("Ada Quillon"), Optional.empty());

    private Quotability of(Account account) {
        return Fixture.protection(contents).quotability(account);
    }

    private void verbatim(Account account) {
        contents.decide(account.id(), "consent=verbatim");
        contents.decide(account.id(), "public=no");
    }

    @Test
    void theAccountTheWitnessOrTheAuthorMayBeTheMinor() {
        verbatim(own);
        Identity ada = contents.person("Ada Quillon");
        contents.decide(ada, "pseudonym=Robin");
        assertInstanceOf(Quotability.Verbatim.class, of(own));
        for (Id minor : List.of(own.id(), own.speakers().getFirst().id(), ada.id())) {
            Decision decision = contents.decide(minor, "is=minor");
            var counts = assertInstanceOf(Quotability.CountsOnly.class, of(own));
            assertTrue(counts.reason().contains("minor"), counts.reason());
            assertFalse(counts.rewordings(), "no wording of it either");
            contents.undo(decision);
            assertInstanceOf(Quotability.Verbatim.class, of(own));
        }
        contents.decide(own.id(), "is=minor");
        contents.decide(own.id(), "consent=none");
        assertInstanceOf(Quotability.NotCounted.class, of(own));
        contents.decide(own.id(), "consent=attributed");
        assertInstanceOf(Quotability.CountsOnly.class, of(own));
        contents.decide(own.id(), "is=adult");
        contents.decide(own.id(), "consent=verbatim");
        assertInstanceOf(Quotability.Verbatim.class, of(own));
    }

    @Test
    void aMinorsLinkIsNotShownAsThatOfOneWhoWantsToBeNamed() {
        Account linked = contents.account("", TEXT, Optional.of("Bo Tarn"), Optional.of("https://bo.example/me"));
        contents.decide(linked.id(), "consent=attributed");
        assertEquals(
                "see https://bo.example/me",
                Fixture.protection(contents).line("see https://bo.example/me").text());
        contents.name(org.afterword.model.IdentityKind.LINK, "https://bo.example/me");
        contents.decide(linked.id(), "is=minor");
        assertEquals(
                "see [link]",
                Fixture.protection(contents).line("see https://bo.example/me").text());
    }

    private Suggestion copy(Account original, Account copy, CopyKind kind, double overlap) {
        var suggestion = new Suggestion(
                Id.random(),
                copy.id(),
                Optional.empty(),
                new Proposal.CopyOf(original.id(), kind, overlap),
                overlap,
                "",
                "test");
        contents.add(suggestion);
        return suggestion;
    }

    @Test
    void aPrivateTextThatTurnsUpInPublicIsNotQuotedUnderAPseudonym() {
        verbatim(own);
        Account page = contents.account("", "Found: " + TEXT, Optional.empty(), Optional.of("https://page.example/a"));
        assertInstanceOf(Quotability.Verbatim.class, of(own));
        Suggestion repost = copy(own, page, CopyKind.REPOST, .97);
        var counts = assertInstanceOf(Quotability.CountsOnly.class, of(own));
        assertTrue(counts.reason().contains("another account"), counts.reason());
        assertTrue(counts.rewordings());
        assertFalse(Fixture.protection(contents)
                .quoted(List.of(own, page))
                .runs(TEXT)
                .isEmpty());

        Decision rejected = contents.decide(repost.id(), "reject");
        assertInstanceOf(Quotability.Verbatim.class, of(own));
        contents.undo(rejected);
        Decision closed = contents.decide(page.id(), "public=no");
        assertInstanceOf(Quotability.Verbatim.class, of(own), "a page that only members see");
        contents.undo(closed);
        contents.decide(page.id(), "public=deleted");
        assertInstanceOf(Quotability.CountsOnly.class, of(own));
    }

    @Test
    void aPublicPartOfAPrivateTextIsEnoughAndAQuotationFromPublicIsNot() {
        verbatim(own);
        Account quoting = contents.account("Somebody told me this: " + TEXT + " I do not believe it at all.");
        contents.decide(quoting.id(), "public=yes");
        Suggestion quotation = copy(own, quoting, CopyKind.QUOTATION, .4);
        assertInstanceOf(Quotability.Verbatim.class, of(own), "not decided, and far from the same");
        contents.decide(quotation.id(), "accept");
        assertInstanceOf(Quotability.CountsOnly.class, of(own));

        Account letter =
                contents.account("A long letter of mine, in which I quote: " + TEXT + " And then much of my own.");
        verbatim(letter);
        Account article = contents.account(TEXT);
        contents.decide(article.id(), "public=yes");
        contents.decide(copy(article, letter, CopyKind.QUOTATION, .95).id(), "accept");
        assertInstanceOf(Quotability.Verbatim.class, of(letter));
    }
}
