package org.afterword.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/**
 * What lies in a bag or a site that somebody was handed, as a fuzzer sees it. {@code ./prove fuzz 10m} gives each of
 * these ten minutes; {@link VerifierFuzzedTest} gives them a moment in {@code ./test}.
 */
class VerifierFuzz {
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @FuzzTest(maxDuration = "10m")
    void json(byte[] bytes) {
        JsonReader.read(text(bytes)).ifPresent(value -> {
            String once = CanonicalJson.write(value);
            assertEquals(once, CanonicalJson.write(JsonReader.read(once).orElseThrow()));
        });
        OpenedEntry.read(text(bytes)).ifPresent(entry -> assertEquals(32, entry.leaf().length));
    }

    @FuzzTest(maxDuration = "10m")
    void token(byte[] bytes) {
        Der.response(bytes).ifPresent(token -> assertTrue(token.imprint().matches("[0-9a-f]{64}")));
        Der.request(bytes).ifPresent(imprint -> assertTrue(imprint.matches("[0-9a-f]{64}")));
    }

    @FuzzTest(maxDuration = "10m")
    void proof(byte[] bytes) {
        TlogProof.readInclusion(text(bytes)).ifPresent(proof -> assertTrue(proof.number() >= 0));
        TlogProof.readGrowth(text(bytes)).ifPresent(proof -> assertTrue(proof.number() >= 0));
    }

    @FuzzTest(maxDuration = "10m")
    void note(byte[] bytes) {
        String note = text(bytes);
        NoteVerifier.text(note).ifPresent(signed -> assertTrue(note.startsWith(signed)));
        NoteVerifier.parse(note).ifPresent(key -> assertEquals(note, key.toString()));
        Checkpoint.parse(note).ifPresent(one -> assertTrue(note.startsWith(one.text()), note));
        PublicationNote.read(SiteCheck.FORM, note).ifPresent(PublicationNote::signedBy);
    }
}
