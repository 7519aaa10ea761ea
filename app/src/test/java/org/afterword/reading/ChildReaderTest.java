package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.afterword.model.Account;
import org.afterword.model.Warning;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildReaderTest {
    private static ChildReader hostile;

    @BeforeAll
    static void start() {
        hostile = new ChildReader(HostileChild.class.getName(), Duration.ofSeconds(60));
    }

    @AfterAll
    static void end() {
        hostile.close();
    }

    private static Reading ask(ChildReader reader, String name, byte[] bytes) {
        return reader.read(name, Fixtures.EXHIBIT, Fixtures.GROUP, new ByteArrayInputStream(bytes), bytes.length);
    }

    private static List<String> told(String order) {
        return ask(hostile, "order.txt", order.getBytes(StandardCharsets.UTF_8)).warnings().stream()
                .map(Warning::message)
                .toList();
    }

    private static boolean lockable() {
        return System.getProperty("os.name").equals("Linux")
                && List.of("amd64", "aarch64").contains(System.getProperty("os.arch"));
    }

    @Test
    void readsWhatTheReadersReadInProcess() {
        try (var reader = new ChildReader()) {
            for (String name : Fixtures.ALL) {
                Reading there = ask(reader, name, Fixtures.bytes(name));
                Reading here = Fixtures.read(name);
                Fixtures.assertSound(there);
                assertEquals(here.reader(), there.reader());
                assertEquals(here.confidence(), there.confidence());
                assertEquals(here.warnings(), there.warnings());
                assertEquals(
                        here.accounts().stream().map(Account::text).toList(),
                        there.accounts().stream().map(Account::text).toList());
                assertEquals(
                        here.accounts().stream().map(Account::turns).toList(),
                        there.accounts().stream().map(Account::turns).toList());
                assertEquals(
                        here.accounts().stream().map(Account::date).toList(),
                        there.accounts().stream().map(Account::date).toList());
            }
        }
    }

    @Test
    void theKernelRefusesItTheWorld(@TempDir Path folder) throws IOException {
        assumeTrue(lockable(), "the child can be locked in on Linux, x86-64 and AArch64, only");
        assertTrue(hostile.locked());
        Path there = Files.writeString(folder.resolve("there"), "as it was");
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(300);
            assertEquals(List.of("refused"), told("connect " + server.getLocalPort()));
            assertThrows(SocketTimeoutException.class, server::accept);
        }
        assertEquals(List.of("refused"), told("write " + folder.resolve("new")));
        assertEquals(List.of("refused"), told("append " + there));
        assertEquals(List.of("refused"), told("delete " + there));
        assertEquals(List.of("refused"), told("run"));
        assertFalse(Files.exists(folder.resolve("new")));
        assertEquals("as it was", Files.readString(there));
    }

    @Test
    void itsEnvironmentHoldsNoSecret() {
        assertEquals(List.of("LC_ALL"), told("environment"));
    }

    @Test
    void aFaultCostsOnlyItsFile() {
        assertEquals(List.of("reading it took more memory than a file may take"), told("memory"));
        try (var hasty = new ChildReader(HostileChild.class.getName(), Duration.ofSeconds(1))) {
            Reading hung = ask(hasty, "order.txt", "hang".getBytes(StandardCharsets.UTF_8));
            assertEquals(
                    "reading it took longer than 1 s",
                    hung.warnings().getFirst().message());
        }
        assertEquals(List.of("its reader broke down (code 7)"), told("halt"));
        assertEquals(List.of(), told("print"));
        assertEquals(
                1,
                ask(hostile, "essay.txt", Fixtures.bytes("essay.txt"))
                        .accounts()
                        .size());
    }

    @Test
    void aFileThatIsTooLargeIsSaidToBe() {
        Reading reading = hostile.read(
                "x.txt", Fixtures.EXHIBIT, Fixtures.GROUP, new ByteArrayInputStream(new byte[0]), 1L << 40);
        assertEquals(
                "too large: text is read up to 64 MiB",
                reading.warnings().getFirst().message());
    }
}
