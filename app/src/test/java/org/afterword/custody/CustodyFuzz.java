package org.afterword.custody;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.afterword.casefile.Ledger;
import org.afterword.casefile.Since;
import org.afterword.verifier.NoteVerifier;

/**
 * What comes from outside, as a fuzzer sees it. Not part of {@code ./test}, where Jazzer's agent would slow down all the
 * others; {@link KeptInputsTest} replays the kept inputs there. To look for new ones, ten minutes each:
 *
 * <pre>
 * JAZZER_FUZZ=1 ./test 'CustodyFuzz#token'
 * JAZZER_FUZZ=1 ./test 'CustodyFuzz#note'
 * </pre>
 */
class CustodyFuzz {
    private static final Ledger LEDGER =
            new Ledger(List.of(new NoteVerifier("afterword/lamp", new byte[32])), List.of(new byte[32]));

    @FuzzTest(maxDuration = "10m")
    void token(byte[] response) {
        holds(response);
    }

    @FuzzTest(maxDuration = "10m")
    void note(byte[] text) {
        compare(text);
    }

    /** Whether it is a stamp on the text "note". */
    static boolean holds(byte[] response) {
        try {
            Token.check(new TimeStamp(1, "", "note", TokenTest.REQUEST, response, Optional.empty()), Roots.NONE);
            return true;
        } catch (StampException e) {
            return false;
        }
    }

    static Since compare(byte[] text) {
        return LEDGER.compare(KeptCheckpoint.restore(new String(text, StandardCharsets.UTF_8)))
                .since();
    }
}
