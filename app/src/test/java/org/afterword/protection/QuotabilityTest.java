package org.afterword.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.afterword.model.Access;
import org.afterword.model.Account;
import org.afterword.model.Claim;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;
import org.afterword.model.Sha256;
import org.afterword.model.Span;
import org.afterword.model.Suggestion;
import org.junit.jupiter.api.Test;

class QuotabilityTest {
    private final ListContents contents = ListContents.empty();
    private final Account account = contents.account(
            "Why Jo Marsh left",
            "Jo Marsh asked me for money.",
            Optional.of("Ann Ellery"),
            Optional.of("https://blog.example/why"));

    private Quotability quotability() {
        return Fixture.protection(contents).quotability(account);
    }

    private Quotability.CountsOnly countsOnly() {
        return assertInstanceOf(Quotability.CountsOnly.class, quotability());
    }

    @Test
    void nothingRecordedCountsOnly() {
        assertTrue(countsOnly().reason().contains("consent="));
        assertFalse(quotability().rewordable());
        assertTrue(quotability().counted());
    }

    @Test
    void consentAlone() {
        contents.decide(account.id(), "consent=none");
        assertInstanceOf(Quotability.NotCounted.class, quotability());
        assertFalse(quotability().counted());
        contents.decide(account.id(), "consent=counts");
        assertFalse(countsOnly().rewordings());
        contents.decide(account.id(), "consent=reworded");
        assertInstanceOf(Quotability.Reworded.class, quotability());
        assertFalse(quotability().quotable());
    }

    @Test
    void verbatimOnlyWhatCannotBeFound() {
        contents.decide(account.id(), "consent=verbatim");
        assertTrue(countsOnly().reason().startsWith("Say whether"));
        for (String found : List.of("yes", "deleted")) {
            contents.decide(account.id(), "public=" + found);
            assertTrue(countsOnly().reason().contains("lead to its author"));
            assertTrue(quotability().rewordable());
        }
        contents.decide(account.id(), "public=unknown");
        assertTrue(countsOnly().reason().startsWith("Say whether"));
        contents.decide(account.id(), "public=no");
        assertInstanceOf(Quotability.Verbatim.class, quotability());
    }

    @Test
    void attributedNeedsALinkANameAndNoDecisionAgainstIt() {
        contents.decide(account.id(), "consent=attributed");
        var attributed = assertInstanceOf(Quotability.Attributed.class, quotability());
        assertEquals("Ann Ellery", attributed.name().text());
        assertEquals("https://blog.example/why", attributed.link().text());

        Identity author = contents.person("Ann Ellery");
        assertEquals(1, Fixture.protection(contents).open().size(), "the author's name still wants a decision");
        contents.decide(author, "pseudonym=Amal");
        assertTrue(countsOnly().reason().contains("hides that name"));
        contents.decide(author, "agrees", "on the phone, to the archive");
        contents.keep(author, "witness");
        assertInstanceOf(Quotability.Attributed.class, quotability());

        Account bare = contents.account("No author, no link.");
        contents.decide(bare.id(), "consent=attributed");
        assertInstanceOf(
                Quotability.CountsOnly.class, Fixture.protection(contents).quotability(bare));
    }

    @Test
    void anApprovalIsOfExactlyWhatAStrangerSees() {
        Identity jo = contents.person("Jo Marsh");
        contents.decide(jo, "pseudonym=Robin");
        Sha256 before = Fixture.protection(contents).approvalHash(account);
        assertFalse(Fixture.protection(contents).approved(account));
        contents.decide(account.id(), "approve=" + before);
        assertTrue(Fixture.protection(contents).approved(account));
        assertEquals(before, Fixture.protection(contents).approvalHash(account));

        var later = contents.decide(jo, "pseudonym=Amal");
        assertFalse(Fixture.protection(contents).approved(account));
        contents.undo(later);
        assertTrue(Fixture.protection(contents).approved(account));

        var coding = new Suggestion(
                Id.random(),
                account.id(),
                Optional.of(new Span(0, 8)),
                new Proposal.Coding("practice/x", Polarity.REPORTS, Access.SAW, Claim.EVENT, Optional.empty()),
                1,
                "",
                "test");
        contents.add(coding);
        contents.decide(coding.id(), "reword=Somebody asked for money");
        assertFalse(Fixture.protection(contents).approved(account), "a new wording is not yet approved");

        Account otherTitle = contents.account("Another title", account.text(), account.author(), account.sourceUrl());
        assertNotEquals(
                Fixture.protection(contents).approvalHash(account),
                Fixture.protection(contents).approvalHash(otherTitle));
    }
}
