package org.afterword.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TokenTest {
    private static String shapes(String text) {
        return Token.of(text).stream()
                .map(token -> token.text() + "/" + token.shape())
                .collect(Collectors.joining(" "));
    }

    @Test
    void wordsHaveShapes() {
        assertEquals(
                "Anna-Lena/CAPITALISED O’Neil/CAPITALISED McNeil/MIXED IMPORTANT/UPPER iPhone/MIXED don't/LOWER"
                        + " 3rd/NUMBER //MARK I/CAPITALISED 漢字/UNCASED",
                shapes("Anna-Lena O’Neil McNeil IMPORTANT iPhone don't 3rd / I 漢字"));
    }

    @Test
    void marksStandAlone() {
        assertEquals(
                "Thomas’s/CAPITALISED cat/LOWER ,/MARK Jo/CAPITALISED ’/MARK \ud83d\ude00/MARK",
                shapes("Thomas’s cat, Jo’ \ud83d\ude00"));
    }
}
