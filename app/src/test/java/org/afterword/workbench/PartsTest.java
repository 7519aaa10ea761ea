package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.junit.jupiter.api.Test;

/** The parts of an account are all of it, each place is in the part that is asked for it, and none is much longer. */
class PartsTest {
    private final Random random = new Random(5);

    private static Account account(String text) {
        return new Account(
                Id.random(),
                Id.random(),
                Optional.empty(),
                "text",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                text,
                List.of(new Speaker(Id.random(), "", Speaker.Kind.UNNAMED, Speaker.Role.TELLER)),
                List.of(new Turn(0, new Span(0, text.length()), 0, Turn.Voice.OWN, false, Optional.empty())));
    }

    private String text(int length, String between) {
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append("word").append(random.nextInt(9) == 0 ? between : " ");
        }
        return text.toString();
    }

    @Test
    void partsAreTheWholeText() {
        List<Account> accounts = List.of(
                account("short"),
                account(text(19_999, "\n\n")),
                account(text(200_000, "\n\n")),
                account(text(100_000, "\n")),
                account(text(70_000, " ")),
                account("x".repeat(90_000)),
                account("😀".repeat(45_000)),
                account(" ".repeat(60_000)));
        for (Account account : accounts) {
            int from = 0;
            int number = 0;
            while (from < account.text().length()) {
                Parts part = Parts.of(account, from);
                assertEquals(from, part.span().start());
                assertEquals(number++, part.number());
                assertTrue(part.span().length() <= 3 * Parts.LENGTH, part.toString());
                assertTrue(part.span().length() > 0, part.toString());
                int inside = from + random.nextInt(part.span().length());
                assertEquals(part, Parts.of(account, inside));
                from = part.span().end();
                assertEquals(
                        from < account.text().length(),
                        part.sheet(account, "").next().isPresent());
                assertTrue(from == account.text().length()
                        || !Character.isLowSurrogate(account.text().charAt(from)));
            }
            assertEquals(0, Parts.of(account, -1).number());
            assertEquals(0, Parts.of(account, Parts.LENGTH - 1).number());
        }
    }
}
