package org.afterword.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.afterword.model.Account;
import org.junit.jupiter.api.Test;

class QuotedTest {
    private final ListContents contents = ListContents.empty();
    private final Account account = contents.account(
            "At the end of the day, they counted every jar of jam in the cellar \u2014 don\u2019t ask me why.");

    private List<String> runs(String published) {
        return Quoted.runs(published, List.of(account)).stream()
                .map(run -> run.span().of(published))
                .toList();
    }

    @Test
    void fiveWordsAreARunAndFourAreNot() {
        assertEquals(List.of("counted every jar of jam"), runs("So they carefully counted every jar of jam."));
        assertEquals(List.of(), runs("They counted each jar; every jar of jam."));
    }

    @Test
    void caseMarksAndLineBreaksDoNotMatter() {
        assertEquals(List.of("COUNTED every\njar, of <jam"), runs("COUNTED every\njar, of <jam>"));
        assertEquals(List.of("cellar: don't ask me why"), runs("cellar: don't ask me why"));
        assertEquals(List.of("cóunted every jar of jam"), runs("cóunted every jar of jam"));
    }

    @Test
    void whatAnybodyWritesIsNoQuotation() {
        assertEquals(List.of(), runs("It was, at the end of the day, cold."));
        assertEquals(List.of("at the end of the day they counted"), runs("and at the end of the day they counted"));
    }

    @Test
    void eightCommonWordsInARowAreOne() {
        var all = contents.account("and then it was that I was not in it at all");
        String text = "then it was that I was not in it";
        assertEquals(1, Quoted.runs(text, List.of(all)).size());
        assertEquals(0, Quoted.runs("it was that I was not", List.of(all)).size());
    }

    @Test
    void theProgramsOwnWordsAreNoQuotation() {
        Quoted quoted = Quoted.of(List.of(account));
        String own = "We counted every jar of jam.";
        assertEquals(1, quoted.runs(own).size());
        assertEquals(0, quoted.allowing(List.of(own)).runs(own).size());
    }

    @Test
    void finishedFilesAreReadAsAReaderWould() {
        Quoted quoted = Quoted.of(List.of(account));
        assertEquals(
                Set.of(account.id()),
                quoted.accountsIn("a.html", bytes("<p>counted <b>every</b> j&#97;r of <i>j</i>am</p>")));
        assertEquals(Set.of(), quoted.accountsIn("a.html", bytes("<p>counted all jars of <i>j</i>am</p>")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
