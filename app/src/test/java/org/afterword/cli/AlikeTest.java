package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of many files alike is said once. */
class AlikeTest {
    private static Map<String, String> warning(String file, String where, String message) {
        return Map.of("file", file, "where", where, "message", message);
    }

    @Test
    void aFolderOfPicturesWithoutTesseract() {
        var warnings = new ArrayList<Map<String, String>>();
        for (int i = 0; i < 40; i++) {
            warnings.add(warning("scans/" + i + ".png", "", "text in pictures is not read"));
        }
        warnings.add(warning("chat.txt", "line 4", "cut off"));
        assertEquals(
                List.of("40 files (--json names them): text in pictures is not read", "chat.txt, line 4: cut off"),
                AddCommand.told(warnings));
    }

    /** Three may be named each; several places of one file are as well. */
    @Test
    void aFewAreNamed() {
        var warnings = List.of(
                warning("a.png", "", "too large"),
                warning("b.png", "page 1", "too large"),
                warning("b.png", "page 2", "too large"),
                warning("c.png", "", "too large"));
        assertEquals(
                List.of("a.png: too large", "b.png, page 1: too large", "b.png, page 2: too large", "c.png: too large"),
                AddCommand.told(warnings));
    }
}
