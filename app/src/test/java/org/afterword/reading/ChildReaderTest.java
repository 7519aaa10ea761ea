package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private static Found ask(ChildReader reader, String name, byte[] bytes) {
        return Found.of(into -> reader.read(name, Fixtures.EXHIBIT, Fixtures.GROUP, Origin.of(bytes), into));
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
                Found there = ask(reader, name, Fixtures.bytes(name));
                Found here = Fixtures.read(name);
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
            Found hung = ask(hasty, "order.txt", "hang".getBytes(StandardCharsets.UTF_8));
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
        var huge = new Origin() {
            @Override
            public long size() {
                return 1L << 40;
            }

            @Override
            public byte[] read(long at, int length) {
                return new byte[length];
            }
        };
        try (var reader = new ChildReader()) {
            Found reading = Found.of(into -> reader.read("x.txt", Fixtures.EXHIBIT, Fixtures.GROUP, huge, into));
            assertEquals(
                    "too large: this kind of file is read up to 64 MiB",
                    reading.warnings().getFirst().message());
        }
    }

    @Test
    void whatLiesBesideIsFetchedAndPartsComeOut() {
        var files = new Origin() {
            private final byte[] own = "parts".getBytes(StandardCharsets.UTF_8);

            @Override
            public long size() {
                return own.length;
            }

            @Override
            public byte[] read(long at, int length) throws IOException {
                return Origin.of(own).read(at, length);
            }

            @Override
            public Optional<Origin> beside(String path) {
                return path.equals("../names.txt") ? Optional.of(Origin.of(new byte[3 << 20])) : Optional.empty();
            }
        };
        Found found = Found.of(into -> hostile.read("order.txt", Fixtures.EXHIBIT, Fixtures.GROUP, files, into));
        assertEquals(
                List.of("nothing.txt"),
                found.warnings().stream().map(Warning::message).toList());
        assertEquals(Set.of("../names.txt", "empty"), found.parts().keySet());
        assertEquals(3 << 20, found.parts().get("../names.txt").length);
        assertEquals(2, found.result().parts());
    }

    @Test
    void aChildThatOverdoesItIsEnded() {
        for (String order : List.of("bomb", "beyond", "result", "breaks")) {
            byte[] bytes = order.getBytes(StandardCharsets.UTF_8);
            Found found = ask(hostile, "order.txt", bytes);
            assertTrue(
                    found.warnings().getFirst().message().contains("its reader broke down"), order + found.warnings());
        }
        Found before = ask(hostile, "order.txt", "breaks".getBytes(StandardCharsets.UTF_8));
        assertEquals(1, before.accounts().size());
        assertTrue(before.warnings().getFirst().message().contains("what was found before is kept"));
    }
}
