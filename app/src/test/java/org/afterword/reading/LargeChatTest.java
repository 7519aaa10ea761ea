package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Warning;
import org.junit.jupiter.api.Test;

/** A whole Telegram account that is larger than what is read as a whole; {@code -Dafterword.chat.mib=2000} for more. */
class LargeChatTest {
    private static final long MIB = Long.getLong("afterword.chat.mib", 66);
    private static final byte[] HEAD = bytes("{\"about\":\"Here is the data you requested.\",\"chats\":{\"list\":["
            + "{\"name\":\"Hall\",\"type\":\"private_supergroup\",\"id\":7,\"messages\":[");
    private static final byte[] MESSAGE = bytes(
            "{\"id\":1234567,\"type\":\"message\",\"date\":\"2021-03-01T20:01:00\",\"date_unixtime\":\"1614625260\",\"from\":\"Wren\","
                    + "\"from_id\":\"user11\",\"text\":[\"They told us on \",{\"type\":\"bold\",\"text\":\"Tuesday\"},\" that nobody leaves the hall before the lamp is out.\"],"
                    + "\"text_entities\":[{\"type\":\"plain\",\"text\":\"They told us on \"},{\"type\":\"bold\",\"text\":\"Tuesday\"},{\"type\":\"plain\",\"text\":\" that nobody leaves\"}]},\n");
    private static final byte[] TAIL = bytes("{\"type\":\"service\",\"action\":\"end\"}]}]}}");

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** So many messages, made when they are read. */
    private record Endless(long messages) implements Origin {
        @Override
        public long size() {
            return HEAD.length + messages * MESSAGE.length + TAIL.length;
        }

        @Override
        public byte[] read(long at, int length) {
            byte[] out = new byte[(int) Math.max(0, Math.min(length, size() - at))];
            for (int done = 0; done < out.length; ) {
                long here = at + done;
                long within = here - HEAD.length;
                boolean message = within >= 0 && within < messages * MESSAGE.length;
                byte[] from = within < 0 ? HEAD : message ? MESSAGE : TAIL;
                long offset =
                        within < 0 ? here : message ? within % MESSAGE.length : within - messages * MESSAGE.length;
                int start = (int) offset;
                int count = Math.min(from.length - start, out.length - done);
                System.arraycopy(from, start, out, done, count);
                done += count;
            }
            return out;
        }
    }

    @Test
    void theHeapStaysFlat() throws IOException {
        var origin = new Endless((MIB << 20) / MESSAGE.length);
        long[] seen = new long[3];
        Reading reading =
                Readers.read(new Source("result.json", Fixtures.EXHIBIT, Fixtures.GROUP, origin), new Findings() {
                    @Override
                    public void account(Account account) {
                        seen[0]++;
                        seen[1] += account.turns().size();
                        seen[2] = Math.max(seen[2], account.turns().size());
                    }

                    @Override
                    public void part(String path, InputStream bytes) {}

                    @Override
                    public void warning(Warning warning) {}

                    @Override
                    public void balance(Balance balance) {}
                });
        assertEquals("telegram/1", reading.reader());
        assertEquals(origin.messages() + 1, seen[1]);
        assertEquals(Chat.MOST, seen[2]);
        assertEquals(0, reading.balance().orElseThrow().missing());
        assertTrue(Arrays.stream(seen).allMatch(count -> count > 0));
    }
}
