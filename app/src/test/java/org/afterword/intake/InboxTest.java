package org.afterword.intake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.DropBox;
import org.afterword.model.Id;
import org.afterword.model.LetterKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
    @TempDir
    private Path folder;

    private static MailboxKeys keys() {
        try (var receipt = Receipt.random()) {
            return MailboxKeys.of(receipt, SmallInbox.settings(64));
        }
    }

    private static byte[] bytes(int length, long seed) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Test
    void whatWentInComesOut() throws IOException {
        try (Inbox inbox = SmallInbox.make(folder.resolve("in"), 200)) {
            for (int length : new int[] {0, 1, 62_000, 63_000, 64_000, 65_520, 130_000, 1_000_000, 3_000_001}) {
                var keys = keys();
                SmallInbox.put(inbox, keys, bytes(length, length));
                Stored letter = inbox.letters(keys.mailbox()).getFirst();
                var read = SmallInbox.read(inbox, letter, SmallInbox.BOX);
                assertArrayEquals(bytes(length, length), read.parts().get("text.txt"));
                assertEquals(keys.mailbox(), read.about().mailbox());
                assertThrows(CaseException.NotForUs.class, () -> SmallInbox.read(inbox, letter, keys.answers()));
                inbox.wipe(letter);
            }
        }
    }

    /** Of letters of every size up to a megabyte only a few sizes are to be seen, and the zip stays a zip. */
    @Test
    void sizesAreFew() throws IOException {
        var sizes = new TreeSet<Integer>();
        for (int length = 0; length < 1_000_000; length += 7_919) {
            var sealed = new ByteArrayOutputStream();
            try (var parcel = new Parcel(sealed, SmallInbox.BOX.recipient())) {
                parcel.part("file-1-" + "é".repeat(length % 50) + ".bin", bytes(length, 1));
                parcel.part("text.txt", new byte[length % 100]);
                parcel.end(About.plain(keys().mailbox(), LetterKind.TOLD));
            }
            byte[] plain = SmallInbox.BOX
                    .open(new ByteArrayInputStream(sealed.toByteArray()))
                    .readAllBytes();
            assertEquals(0, plain.length % Parcel.STEP, "a bucket, with " + length);
            sizes.add(sealed.size());
            int cells = (sealed.size() + Draft.ROOM - 1) / Draft.ROOM;
            assertEquals(plain.length / Parcel.STEP, cells);
        }
        assertEquals(5, sizes.size(), sizes.toString());
    }

    @Test
    void otherProgramsUnzipIt() throws IOException, InterruptedException {
        try (Inbox inbox = SmallInbox.make(folder.resolve("in"), 64)) {
            var keys = keys();
            SmallInbox.put(inbox, keys, "a letter".getBytes(StandardCharsets.UTF_8));
            Path zip = folder.resolve("letter.zip");
            try (var plain =
                    SmallInbox.BOX.open(inbox.open(inbox.letters(keys.mailbox()).getFirst()))) {
                Files.copy(plain, zip);
            }
            var python = new ProcessBuilder(
                            "python3",
                            "-c",
                            "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None;"
                                    + " print(z.read('text.txt').decode(), z.namelist())",
                            zip.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, python.waitFor(), said);
            assertEquals("a letter ['text.txt', 'about.json', 'padding']", said.strip());
        }
    }

    @Test
    void whatIsNotKeptNeverWas() throws IOException {
        Path in = folder.resolve("in");
        try (Inbox inbox = SmallInbox.make(in, 64)) {
            var keys = keys();
            for (int i = 0; i < 30; i++) {
                try (Draft draft = inbox.begin(keys.mailbox(), true)) {
                    draft.write(bytes(200_000, i));
                }
            }
            assertEquals(List.of(), inbox.letters(true));
            // killed in the middle: begun, and never closed
            inbox.begin(keys.mailbox(), true).write(bytes(1_000_000, 1));
        }
        try (Inbox again = Inbox.open(in)) {
            assertEquals(List.of(), again.letters(true));
            for (int i = 0; i < 3; i++) {
                SmallInbox.put(again, keys(), bytes(900_000, i));
            }
            assertEquals(3, SmallInbox.all(again).size());
        }
    }

    @Test
    void aFullInboxSaysSoAndLosesNothing() throws IOException {
        try (Inbox inbox = SmallInbox.make(folder.resolve("in"), 40)) {
            var keys = keys();
            SmallInbox.put(inbox, keys, bytes(900_000, 1));
            assertThrows(Inbox.Full.class, () -> SmallInbox.put(inbox, keys(), bytes(3_000_000, 2)));
            assertEquals(1, SmallInbox.all(inbox).size());
            SmallInbox.put(inbox, keys, bytes(900_000, 3));
            assertArrayEquals(bytes(900_000, 3), bytes(900_000, 3));
            assertEquals(2, inbox.letters(keys.mailbox()).size());
        }
    }

    /** Its key is overwritten where it lay, so that not even the case's own key opens the bytes that are left. */
    @Test
    void whatIsWipedIsGone() throws IOException {
        Path in = folder.resolve("in");
        try (Inbox inbox = SmallInbox.make(in, 64)) {
            var keys = keys();
            SmallInbox.put(inbox, keys, bytes(10, 1));
            Stored letter = inbox.letters(keys.mailbox()).getFirst();
            byte[] key = java.util.Arrays.copyOfRange(
                    Files.readAllBytes(in.resolve("keys")), letter.key() * 32, letter.key() * 32 + 32);
            inbox.wipe(letter);
            for (String file : List.of("keys", "cells", "index.db")) {
                String all = new String(Files.readAllBytes(in.resolve(file)), StandardCharsets.ISO_8859_1);
                assertFalse(all.contains(new String(key, StandardCharsets.ISO_8859_1)), file);
            }
            assertThrows(IOException.class, () -> SmallInbox.read(inbox, letter, SmallInbox.BOX));
        }
    }

    @Test
    void theFolderIsAsLargeAsOnTheFirstDay() throws IOException {
        Path in = folder.resolve("in");
        try (Inbox inbox = SmallInbox.make(in, 64)) {
            long cells = Files.size(in.resolve("cells"));
            long keys = Files.size(in.resolve("keys"));
            for (int i = 0; i < 20; i++) {
                SmallInbox.put(inbox, keys(), bytes(70_000, i));
                inbox.beat();
            }
            assertEquals(cells, Files.size(in.resolve("cells")));
            assertEquals(keys, Files.size(in.resolve("keys")));
            assertEquals(20, SmallInbox.all(inbox).size());
        }
    }

    @Test
    void termsEnd() throws IOException {
        try (Inbox inbox = SmallInbox.make(folder.resolve("in"), 64)) {
            var waits = keys();
            var taken = keys();
            SmallInbox.put(inbox, waits, bytes(10, 1));
            SmallInbox.put(inbox, taken, bytes(10, 1));
            inbox.collected(inbox.letters(taken.mailbox()).getFirst());
            var today = Inbox.today();
            assertEquals(1, inbox.expire(today), "what was collected");
            assertEquals(0, inbox.expire(today.plusDays(59)));
            assertEquals(1, inbox.expire(today.plusDays(60)), "what nobody collected");
            assertTrue(inbox.hasMailbox(waits.mailbox()));
            inbox.expire(today.plusDays(366));
            assertFalse(inbox.hasMailbox(waits.mailbox()));
        }
    }

    @Test
    void twoProgramsAtOnce() throws IOException {
        Path in = folder.resolve("in");
        try (Inbox server = SmallInbox.make(in, 64);
                Inbox collector = Inbox.open(in)) {
            var keys = keys();
            SmallInbox.put(server, keys, bytes(100_000, 1));
            for (int i = 0; i < 5; i++) {
                SmallInbox.put(collector, keys, bytes(100_000, 2));
                SmallInbox.put(server, keys, bytes(100_000, 2));
            }
            assertEquals(11, SmallInbox.all(server).size());
            collector.wipeMailbox(keys.mailbox());
            assertEquals(List.of(), server.letters(true));
            assertEquals(Optional.empty(), server.proof(keys.mailbox()));
            assertThrows(IOException.class, () -> {
                try (Draft late = server.begin(keys.mailbox(), true)) {
                    late.keep(keys.mailbox(), Optional.empty());
                }
            });
        }
    }

    @Test
    void whatIsSentTwiceLiesThereOnce() throws IOException {
        try (Inbox inbox = SmallInbox.make(folder.resolve("in"), 64)) {
            var keys = keys();
            SmallInbox.put(inbox, keys, bytes(10, 1));
            var letter = Id.random();
            var about = About.plain(keys.mailbox(), LetterKind.ASKED);
            for (int i = 0; i < 3; i++) {
                inbox.send(letter, about, keys.answers().recipient(), Map.of("text.txt", "When?"));
            }
            assertEquals(
                    List.of(letter),
                    inbox.letters(false).stream().map(Stored::id).toList());
        }
    }

    @Test
    void anotherKeyOpensNothing() throws IOException {
        try (Inbox inbox = SmallInbox.make(folder.resolve("in"), 64)) {
            SmallInbox.put(inbox, keys(), bytes(10, 1));
            var other = DropBox.of(bytes(32, 9));
            assertThrows(
                    CaseException.NotForUs.class,
                    () -> SmallInbox.read(inbox, inbox.letters(true).getFirst(), other));
        }
    }
}
