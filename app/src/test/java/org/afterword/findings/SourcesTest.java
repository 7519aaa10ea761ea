package org.afterword.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Speaker;
import org.afterword.witnesses.Draft;
import org.junit.jupiter.api.Test;

/** What stands or falls together. */
final class SourcesTest {
    private final Random ids = new Random(1);
    private String place = "letters.zip!/2019/one.txt";

    private final Sources sources = new Sources(_ -> List.of(place));

    private String source(String url) {
        Ground.Told told =
                Ground.Told.of(new Draft(ids).teller("mara_w").says("We sang.").done(), Id.random());
        return sources.of(new Ground.Told(
                told.account(),
                told.group(),
                told.speakers(),
                told.exhibit(),
                Optional.of(url),
                told.interviewer(),
                told.date()));
    }

    @Test
    void aSiteIsASourceAndAPlatformIsNot() {
        assertEquals("three-winters.example", source("https://www.Three-Winters.example/2019/leaving?utm=1"));
        assertEquals("three-winters.example", source("https://m.three-winters.example/"));
        assertEquals("letters.zip", source("https://old.reddit.com/r/x/comments/abc/"));
        assertEquals("letters.zip", source("no address at all"));
    }

    @Test
    void aFileIsASourceWhereNothingElseIs() {
        place = "one.txt";
        assertEquals("one.txt", source("https://m.facebook.com/groups/1"));
    }

    @Test
    void whoAsksIsASource() {
        Account account = new Draft(ids)
                .interviewer("Asking Bird")
                .says("And then?")
                .teller("Walker")
                .says("We left.")
                .done();
        assertEquals(Speaker.Role.INTERVIEWER, account.speakers().getFirst().role());
        assertEquals("interviews by Asking Bird", sources.of(Ground.Told.of(account, Id.random())));
    }
}
