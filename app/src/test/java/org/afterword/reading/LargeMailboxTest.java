package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Warning;
import org.junit.jupiter.api.Test;

/** A mailbox of any size passes through the child's 512 MiB. 5 GB: {@code -Dafterword.mailbox.mib=5000}. */
class LargeMailboxTest {
    private static final int MIB = Integer.getInteger("afterword.mailbox.mib", 80);
    private static final int LETTERS = 30;

    private static byte[] block() {
        var block = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            block.append("From a@fen.example Mon Jun  1 10:00:00 2015\nFrom: Ada <a@fen.example>\nSubject: ")
                    .append(i)
                    .append("\nDate: Mon, 1 Jun 2015 10:00:00 +0000\n\nI left.\n")
                    .append("It was a long winter in that house.\n".repeat(300))
                    .append('\n');
        }
        block.append("From a@fen.example Mon Jun  1 10:00:00 2015\nFrom: Ada <a@fen.example>\nSubject: picture\n")
                .append(
                        "MIME-Version: 1.0\nContent-Type: image/jpeg; name=a.jpg\nContent-Transfer-Encoding: base64\n\n")
                .append(Base64.getMimeEncoder().encodeToString(new byte[3 << 20]))
                .append("\n\n");
        return block.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static final class Repeated implements Origin {
        private final byte[] block;
        private final long times;

        Repeated(byte[] block, long times) {
            this.block = block;
            this.times = times;
        }

        @Override
        public long size() {
            return block.length * times;
        }

        @Override
        public byte[] read(long at, int length) {
            var bytes = new byte[(int) Math.min(length, Math.max(0, size() - at))];
            for (int done = 0; done < bytes.length; ) {
                int from = (int) ((at + done) % block.length);
                int count = Math.min(bytes.length - done, block.length - from);
                System.arraycopy(block, from, bytes, done, count);
                done += count;
            }
            return bytes;
        }
    }

    @Test
    void everyMessageOfItIsRead() throws IOException {
        byte[] block = block();
        var origin = new Repeated(block, ((long) MIB << 20) / block.length);
        long[] found = new long[2];
        try (var child = new ChildReader()) {
            Reading reading = child.read("large.mbox", Fixtures.EXHIBIT, Fixtures.GROUP, origin, new Findings() {
                @Override
                public void account(Account account) {
                    found[0]++;
                }

                @Override
                public void part(String path, InputStream bytes) throws IOException {
                    found[1] += bytes.transferTo(OutputStream.nullOutputStream());
                }

                @Override
                public void warning(Warning warning) {}

                @Override
                public void balance(Balance balance) {}
            });
            assertEquals(List.of(), reading.warnings());
            assertEquals((LETTERS + 1) * origin.times, found[0]);
            assertEquals((3L << 20) * origin.times, found[1]);
            assertEquals(0, reading.balance().orElseThrow().missing());
        }
    }
}
