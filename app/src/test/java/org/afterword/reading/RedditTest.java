package org.afterword.reading;

import static org.afterword.reading.Fixtures.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Threaded;
import org.afterword.model.Turn;
import org.afterword.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedditTest {
    @ParameterizedTest
    @CsvSource({"reddit-old.html,2020", "reddit-new.html,2024"})
    void aSavedPageHasItsPostItsCommentsAndWhoAnswersWhom(String name, int year) {
        Found found = read(name);
        List<Account> accounts = found.accounts();
        assertEquals(3, accounts.size(), () -> found.warnings().toString());
        assertEquals("Leaving the Lantern Circle", accounts.get(0).title());
        assertTrue(
                accounts.get(0).text().startsWith("They asked me for my savings, twice."),
                accounts.get(0).text());
        assertEquals(
                List.of(Optional.of("wren_of_reed"), Optional.of("moss_and_fen"), Optional.empty()),
                accounts.stream().map(Account::author).toList());
        String post = accounts.get(0).threaded().flatMap(Threaded::id).orElseThrow();
        assertEquals(
                new Threaded(Optional.of("t1_c1"), Optional.of(post), Optional.of(post)),
                accounts.get(1).threaded().orElseThrow());
        assertEquals(Optional.of("t1_c1"), accounts.get(2).threaded().flatMap(Threaded::parent));
        assertEquals(Turn.Voice.SYSTEM, accounts.get(2).turns().getFirst().voice());
        assertEquals(
                Optional.of(year), accounts.get(0).date().flatMap(When::day).map(day -> day.getYear()));
        assertEquals(Optional.of("circles"), accounts.get(1).channel());
        assertEquals(Optional.of(new Balance("posts and comments", 3, 3, Map.of())), found.balance());
    }

    @Test
    void everyLineIsCountedAndKnowsItsPlace() {
        String comment = "{\"author\":\"wren\",\"subreddit\":\"circles\",\"id\":\"a1\",\"link_id\":\"t3_x\","
                + "\"parent_id\":\"t3_x\",\"body\":\"I left in spring.\"}";
        String text = comment + "\r\n\n{\"author\":\"wren\",\"subr\n" + comment.replace("a1", "a2")
                + "\n{\"subreddit\":\"circles\"}";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Found found = read("x.jsonl", bytes);
        assertEquals(
                Optional.of(new Balance("lines", 4, 2, Map.of("broken", 1L, "neither a post nor a comment", 1L))),
                found.balance());
        assertEquals(1, found.warnings().size());
        assertEquals("line 3", found.warnings().getFirst().where());
        for (Account account : found.accounts()) {
            String selector = account.anchors().getFirst().selector();
            String[] range = selector.replace("bytes=", "").split("-", -1);
            int from = Integer.parseInt(range[0]);
            int to = Integer.parseInt(range[1]);
            assertTrue(new String(bytes, from, to - from, StandardCharsets.UTF_8)
                    .equals(comment.replace(
                            "a1",
                            account.threaded().orElseThrow().id().orElseThrow().substring(3))));
        }
    }
}
