package org.afterword.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;

/** Canonical JSON (RFC 8785). */
final class Canonical {
    private Canonical() {}

    /**
     * @param json an object or an array
     */
    static byte[] bytes(JsonNode json) {
        try {
            return new JsonCanonicalizer(Frames.json().writeValueAsBytes(json)).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException("a tree of JSON has a canonical form", e);
        }
    }
}
