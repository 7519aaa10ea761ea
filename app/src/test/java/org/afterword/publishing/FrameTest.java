package org.afterword.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.afterword.coding.Codebook;
import org.afterword.page.Strings;
import org.junit.jupiter.api.Test;

class FrameTest {
    private final Strings strings = Strings.of(Locale.ENGLISH);
    private final Frame frame = new Frame(strings, Codebook.practices(), Set.of("cite-7-02.html", "SHA256SUMS"));

    @Test
    void ourOwnSentencesAndAddressesNameNobody() {
        for (String own : List.of(
                strings.say("finding.witness.why"),
                Pages.POLICY,
                "SHA256SUMS",
                "cite-7-02.html",
                Codebook.practices().codes().getFirst().definition())) {
            assertEquals("x".repeat(own.length()), frame.without(own));
            assertEquals("Uri, " + "x".repeat(own.length()) + " Sha", frame.without("Uri, " + own + " Sha"));
        }
    }

    @Test
    void whatIsNotOursWordForWordStaysWhereItIs() {
        for (String other : List.of(
                "Uri told me so.",
                "cite-8-02.html",
                "cite-7-02.html5",
                strings.say("finding.witness.why").substring(1),
                "<meta name=\"Uri\">",
                Pages.POLICY.replace("base-uri", "Uri"))) {
            assertEquals(other, frame.without(other));
        }
    }
}
