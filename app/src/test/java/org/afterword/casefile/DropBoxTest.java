package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropBoxTest {
    @TempDir
    Path folder;

    private static byte[] seal(byte[] plain, String recipient) throws IOException {
        var sealed = new ByteArrayOutputStream();
        try (var out = Age.encrypt(sealed, recipient)) {
            out.write(plain);
        }
        return sealed.toByteArray();
    }

    private static byte[] open(CaseFile file, byte[] sealed) throws IOException {
        try (var in = file.dropBox().open(new ByteArrayInputStream(sealed))) {
            return in.readAllBytes();
        }
    }

    @Test
    void whatWasLeftIsReadAlsoAfterTheKeysChanged() throws IOException {
        byte[] plain = Crypto.random(200_000);
        var path = folder.resolve("case.afterword");
        try (var file = CaseFileTest.create(path)) {
            var recipient = file.dropBox().recipient();
            assertTrue(Age.isRecipient(recipient), recipient);
            byte[] first = seal(plain, recipient);
            assertArrayEquals(plain, open(file, first));
            file.keys().rotate("me");
            assertNotEquals(recipient, file.dropBox().recipient());
            byte[] second = seal(new byte[0], file.dropBox().recipient());
            file.keys().rotate("me");
            assertArrayEquals(plain, open(file, first));
            assertEquals(0, open(file, second).length);
            for (int length : new int[] {first.length - 1, first.length - 100_000, 250, 0}) {
                assertThrows(IOException.class, () -> open(file, Arrays.copyOf(first, length)));
            }
            byte[] changed = first.clone();
            changed[100_000] ^= 1;
            assertThrows(IOException.class, () -> open(file, changed));
        }
    }

    @Test
    void whatIsForAnotherDoesNotOpen() throws IOException {
        try (var file = CaseFileTest.create(folder.resolve("case.afterword"));
                var other = CaseFileTest.create(folder.resolve("other.afterword"))) {
            byte[] sealed = seal(new byte[10], other.dropBox().recipient());
            assertThrows(CaseException.NotForUs.class, () -> open(file, sealed));
            assertThrows(CaseException.NotForUs.class, () -> open(file, new byte[500]));
        }
    }

    @Test
    void whatIsARecipient() {
        var right = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
        assertTrue(Age.isRecipient(right));
        assertFalse(Age.isRecipient(right.replace('z', 'y')));
        assertFalse(Age.isRecipient(""));
        assertFalse(Age.isRecipient("age1"));
        assertFalse(Age.isRecipient("ssh-ed25519 AAAA"));
        assertThrows(IllegalArgumentException.class, () -> seal(new byte[1], "age1pq1qqqq"));
    }
}
