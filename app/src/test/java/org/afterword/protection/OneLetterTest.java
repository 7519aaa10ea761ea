package org.afterword.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.afterword.model.Account;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Mention;
import org.afterword.model.Verdict;
import org.afterword.people.ByHand;
import org.afterword.people.Cluster;
import org.junit.jupiter.api.Test;

/** Somebody who is called by a letter is hidden where that is said, and the letter stays a letter elsewhere. */
class OneLetterTest {
    private final ListContents contents = ListContents.empty();

    private Cluster cluster(Identity identity) {
        return Fixture.protection(contents).clusters().stream()
                .filter(one -> one.members().contains(identity.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLetterIsHiddenWhereItIsSomebodysName() {
        Account account = contents.account("X told me to bring a letter. It was plan B, and a box x by x.");
        Identity named = contents.person("X");
        contents.mention(named, account, "X");
        Verdict given = Fixture.protection(contents).check(cluster(named), Verdict.parse("pseudonym"), "", false);
        contents.decide(named, given.text());
        Protection protection = Fixture.protection(contents);
        assertEquals(List.of(), protection.open());
        String shown = ((Verdict.Pseudonym) given).name().orElseThrow();
        assertEquals(
                shown + " told me to bring a letter. It was plan B, and a box x by x.",
                protection.protect(account).text());
        assertEquals(
                List.of(),
                Scan.of(protection).scan("a.txt", "An x and a y are no people.".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aLetterCanBeAddedByHand() {
        Account account = contents.account("At first K. told us to wait. Then K said a word, and OK was all.");
        contents.add(ByHand.add("K", IdentityKind.PERSON, contents));
        Identity named = contents.identities().getFirst();
        assertTrue(contents.mentions().stream().map(Mention::text).allMatch("K"::equals));
        contents.decide(named, "redact");
        assertEquals(
                "At first [name left out]. told us to wait. Then [name left out] said a word, and OK was all.",
                Fixture.protection(contents).protect(account).text());
    }
}
