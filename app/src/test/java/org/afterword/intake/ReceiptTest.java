package org.afterword.intake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReceiptTest {
    @Test
    void comesBackFromItsWordsHoweverTheyAreTyped() {
        var seen = new HashSet<List<String>>();
        for (int i = 0; i < 500; i++) {
            var receipt = Receipt.random();
            List<String> words = receipt.words();
            assertTrue(seen.add(words));
            for (String typed : List.of(
                    String.join(" ", words),
                    String.join("-", words).toUpperCase(java.util.Locale.ROOT),
                    "  " + String.join(",\n ", words) + "\n")) {
                assertArrayEquals(
                        receipt.bytes(), Receipt.parse(typed).orElseThrow().bytes());
            }
        }
    }

    /** With loops over bits a compiled Receipt once refused receipts that it had taken before. */
    @Test
    void comesBackAlsoOnceItIsCompiled() throws IOException, InterruptedException {
        Process rounds = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xbatch",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReceiptRounds.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(rounds.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, rounds.waitFor(), said);
    }

    @Test
    void aSlipIsSeen() {
        var random = new Random(1);
        int unseen = 0;
        for (int i = 0; i < 2_000; i++) {
            var words = new ArrayList<>(Receipt.random().words());
            var before = List.copyOf(words);
            if (i % 2 == 0) {
                Collections.swap(words, random.nextInt(10), random.nextInt(10));
            } else {
                words.set(random.nextInt(10), Receipt.random().words().getFirst());
            }
            if (!words.equals(before) && Receipt.parse(String.join(" ", words)).isPresent()) {
                unseen++;
            }
        }
        assertTrue(unseen <= 10, "one of 1,024 by chance, but " + unseen + " of 2,000");
        for (String typed : List.of("", "a", "acorn", "acorn ".repeat(11), "<b>", "ácorn ".repeat(10))) {
            assertTrue(Receipt.parse(typed).isEmpty(), typed);
        }
    }

    /** A change here would lock every source out. */
    @Test
    void theDerivationIsFrozen() {
        var settings = SmallInbox.settings(64);
        try (var fixed = Receipt.of(new byte[10])) {
            var keys = MailboxKeys.of(fixed, settings);
            assertEquals(
                    List.of(
                            "6pg2a6pr43f4phz9w3t41hk7ge",
                            "683128cee5c2834b7a6108a65430f534a13e72c6729c1988ced3062ad178eee1",
                            "age15mxgs265qa2yntkt9s2sqgh9re3e4dghdd95m5j6ac7s3qua2vdsgqf533",
                            "acorn acorn acorn acorn acorn acorn acorn acorn acorn jungle"),
                    List.of(
                            keys.mailbox().toString(),
                            keys.proof().hex(),
                            keys.answers().recipient(),
                            String.join(" ", fixed.words())));
        }
        try (var one = Receipt.random();
                var other = Receipt.random()) {
            assertNotEquals(
                    MailboxKeys.of(one, settings).mailbox(),
                    MailboxKeys.of(other, settings).mailbox());
        }
    }
}
