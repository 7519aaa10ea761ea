package org.afterword.casefile;

import java.nio.file.Path;

/** A new case whose passphrase costs next to nothing to try, for tests that open it very often. */
public final class CheapCase {
    private CheapCase() {}

    public static void create(Path path, String passphrase) throws CaseException {
        try (var typed = Passphrase.of(passphrase.toCharArray())) {
            CaseFile.create(path, typed, "test 1", Cost.CHEAP).file().close();
        }
    }
}
