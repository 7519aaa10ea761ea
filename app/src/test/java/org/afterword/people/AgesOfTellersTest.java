package org.afterword.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;
import org.afterword.model.Mention;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.junit.jupiter.api.Test;

/** "I was 19" says something of whoever says it, and of nobody else who says the same. */
class AgesOfTellersTest {
    private static final String SAID = "I was 19 when they asked me.";

    private static Speaker speaker(String name) {
        return new Speaker(Id.random(), name, Speaker.Kind.NAMED, Speaker.Role.TELLER);
    }

    private static Account chat(Speaker first, Speaker second) {
        String text = SAID + "\n" + SAID + "\n" + SAID;
        int length = SAID.length() + 1;
        List<Turn> turns = List.of(turn(0, 0, length), turn(1, length, 2 * length), turn(0, 2 * length, text.length()));
        Account account = Case.account(text, Optional.empty(), List.of(first, second));
        return new Account(
                account.id(),
                account.exhibit(),
                Optional.empty(),
                "chat",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("en"),
                Optional.empty(),
                Optional.empty(),
                text,
                account.speakers(),
                turns);
    }

    private static Turn turn(int speaker, int start, int end) {
        return new Turn(speaker, new Span(start, end), speaker, Turn.Voice.OWN, false, Optional.empty());
    }

    private static List<Cluster> ages(Case contents) {
        return Clusters.of(contents).stream()
                .filter(cluster -> cluster.kind() == IdentityKind.AGE)
                .toList();
    }

    @Test
    void theSameAgeInTwoAccountsIsTwoPeoples() {
        var contents = new Case().add(Case.account(SAID), Case.account(SAID + " Yes, I was 19 then."));
        assertEquals(
                List.of(1, 2), ages(contents).stream().map(Cluster::mentions).toList());
        contents.add(Case.account(SAID));
        assertEquals(3, ages(contents).size(), "also when it comes later");
        assertEquals(
                4,
                contents.mentions().stream()
                        .filter(one -> one.text().equals("19"))
                        .count());
    }

    @Test
    void whoSpeaksTwiceInAChatIsOne() {
        var contents = new Case().add(chat(speaker("Wren"), speaker("Hazel")));
        assertEquals(
                List.of(2, 1), ages(contents).stream().map(Cluster::mentions).toList());
    }

    /** Read again, it is the age on which somebody may have decided. */
    @Test
    void anAgeWhoseAccountIsReadAgainStaysTheSame() {
        Account account = Case.account(SAID);
        var contents = new Case().add(account);
        Id before = ages(contents).getFirst().id();
        contents.mentions().stream().map(Mention::account).forEach(id -> assertEquals(account.id(), id));
        contents.forget(account);
        contents.add(account);
        assertEquals(List.of(before), ages(contents).stream().map(Cluster::id).toList());
    }
}
