package org.afterword.facts;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Texts of strangers, as a fuzzer sees them. Not part of {@code ./test}: {@code JAZZER_FUZZ=1 ./test 'FactFuzz#text'}. */
class FactFuzz {
    @FuzzTest(maxDuration = "10m")
    void text(byte[] bytes) {
        FactFinder.suggest(MarkedFacts.essay(new String(bytes, StandardCharsets.UTF_8), Optional.empty()));
    }
}
