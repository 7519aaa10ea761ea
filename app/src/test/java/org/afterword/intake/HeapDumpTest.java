package org.afterword.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.afterword.intake.Visitor.Chosen;
import org.afterword.model.Id;
import org.afterword.model.LetterKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody looks at the heap of a server whose requests have ended. */
class HeapDumpTest {
    private static final int SUBMISSIONS = 20;

    @TempDir
    private Path folder;

    private byte[] heap(ServerProcess server) throws IOException, InterruptedException {
        Path dump = folder.resolve("heap-" + System.nanoTime() + ".hprof");
        var jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server.process.pid()),
                        "GC.heap_dump",
                        dump.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(jcmd.waitFor(60, TimeUnit.SECONDS) && Files.exists(dump), said);
        return Files.readAllBytes(dump);
    }

    @Test
    void nothingOfFinishedSubmissionsIsInTheHeap() throws Exception {
        Path inbox = folder.resolve("inbox");
        Inbox.create(inbox, SmallInbox.settings(400));
        try (var server = new ServerProcess(folder, inbox)) {
            List<String> receipts = new ArrayList<>();
            for (int i = 0; i < SUBMISSIONS; i++) {
                receipts.add(String.join(
                        " ",
                        new Visitor(server.address)
                                .tell(
                                        "planted-story-" + i + "-kestrel ".repeat(i * 50),
                                        new Chosen(
                                                "planted-file-" + i,
                                                "planted-inside-"
                                                        .repeat(i * 4_000)
                                                        .getBytes(StandardCharsets.UTF_8)))));
            }
            try (Inbox opened = Inbox.open(inbox)) {
                var about = SmallInbox.read(opened, opened.letters(true).getFirst(), SmallInbox.BOX)
                        .about();
                opened.send(
                        Id.random(),
                        About.plain(about.mailbox(), LetterKind.ASKED),
                        about.recipient().orElseThrow(),
                        Map.of("text.txt", "planted-question"));
            }
            int answered = 0;
            for (String receipt : receipts) {
                answered += new Visitor(server.address).mailbox(receipt).text().contains("planted-question") ? 1 : 0;
            }
            assertEquals(1, answered);

            Map<String, byte[]> planted = new HashMap<>();
            for (String word :
                    List.of("planted-story-", "-kestrel", "planted-file-", "planted-inside-", "planted-question")) {
                Searched.plant(planted, word);
            }
            receipts.forEach(receipt -> Searched.plantReceipt(planted, receipt));
            byte[] heap = heap(server);
            var control =
                    new Searched(Map.of("who reads it", "two people, one of them".getBytes(StandardCharsets.UTF_8)));
            assertEquals(Set.of("who reads it"), control.in(heap), "it is a heap of that server");
            assertEquals(new TreeSet<>(), new TreeSet<>(new Searched(planted).in(heap)));
        }
    }
}
