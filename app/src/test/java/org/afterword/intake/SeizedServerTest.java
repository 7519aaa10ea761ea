package org.afterword.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.afterword.intake.Visitor.Chosen;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody takes the server away: its folder, what it said, its temporary files; and it may be killed at any moment. */
@Order(1)
class SeizedServerTest {
    private static final int SUBMISSIONS = 200;

    @TempDir
    private Path folder;

    @Test
    void nothingOfAnybodyIsOnIt() throws Exception {
        Path inbox = folder.resolve("inbox");
        Inbox.create(inbox, SmallInbox.settings(800));
        Map<String, byte[]> planted = new HashMap<>();
        List<String> receipts = new ArrayList<>();
        try (var server = new ServerProcess(folder, inbox);
                var many = Executors.newFixedThreadPool(8)) {
            List<Future<List<String>>> answers = new ArrayList<>();
            for (int i = 0; i < SUBMISSIONS; i++) {
                int number = i;
                answers.add(many.submit(() -> new Visitor(server.address)
                        .tell(
                                "planted-story-" + number + "-kestrel told by planted-name-" + number,
                                new Chosen(
                                        "planted-file-" + number + ".txt",
                                        ("planted-inside-" + number + "-")
                                                .repeat(2_000)
                                                .getBytes(StandardCharsets.UTF_8)))));
            }
            for (var answer : answers) {
                receipts.add(String.join(" ", answer.get()));
            }
            // somebody comes back, too
            new Visitor(server.address).mailbox(receipts.getFirst());
        }
        for (String word :
                List.of("planted-story-", "planted-name-", "planted-file-", "planted-inside-", "127.0.0.1:")) {
            Searched.plant(planted, word);
        }
        receipts.forEach(receipt -> Searched.plantReceipt(planted, receipt));
        var found = new TreeSet<String>();
        int files = 0;
        boolean seesWhatIsThere = false;
        var control = new Searched(Map.of("the key", SmallInbox.BOX.recipient().getBytes(StandardCharsets.UTF_8)));
        var searched = new Searched(planted);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                files++;
                seesWhatIsThere |= !control.in(bytes).isEmpty();
                for (String what : searched.in(bytes)) {
                    boolean ownAddress = what.startsWith("127.0.0.1:")
                            && file.getFileName().toString().startsWith("said-");
                    if (!ownAddress) {
                        found.add(what + " in " + folder.relativize(file));
                    }
                }
                assertFalse(
                        file.toString().contains("planted") || file.toString().contains("kestrel"), file.toString());
            }
        }
        assertEquals(new TreeSet<>(), found);
        assertTrue(seesWhatIsThere && files >= 4, files + " files");
        // and all of it is there for who has the key
        try (Inbox opened = Inbox.open(inbox)) {
            Set<String> texts = new HashSet<>();
            SmallInbox.all(opened).forEach(one -> texts.add(one.text("text.txt")));
            assertEquals(SUBMISSIONS, texts.size());
        }
    }

    /** Whoever saw a receipt has a letter that can be collected. */
    @Test
    void whoeverSawAReceiptIsHeard() throws Exception {
        Path inbox = folder.resolve("inbox");
        Inbox.create(inbox, SmallInbox.settings(800));
        var random = new Random();
        int all = 0;
        for (int round = 0; round < Integer.getInteger("afterword.kills", 2); round++) {
            var receipts = new ConcurrentLinkedQueue<String>();
            try (var server = new ServerProcess(folder, inbox);
                    var many = Executors.newFixedThreadPool(4)) {
                for (int i = 0; i < 4; i++) {
                    many.execute(() -> {
                        try {
                            while (true) {
                                receipts.add(String.join(
                                        " ",
                                        new Visitor(server.address)
                                                .tell("A story.", new Chosen("one.bin", new byte[100_000]))));
                            }
                        } catch (IOException | InterruptedException | AssertionError e) {
                            // killed
                        }
                    });
                }
                long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
                while (receipts.size() < 10 && System.nanoTime() < until) {
                    Thread.sleep(5);
                }
                Thread.sleep(random.nextInt(500));
                server.kill();
            }
            assertTrue(receipts.size() >= 10, receipts.size() + " receipts");
            all += receipts.size();
            try (Inbox opened = Inbox.open(inbox)) {
                heard(receipts, opened);
            }
        }
        System.out.println(
                "inbox: killed " + Integer.getInteger("afterword.kills", 2) + " times, " + all + " receipts");
    }

    private static void heard(Iterable<String> receipts, Inbox opened) throws IOException {
        for (String receipt : receipts) {
            try (var parsed = Receipt.parse(receipt).orElseThrow()) {
                var keys = MailboxKeys.of(parsed, opened.settings());
                assertEquals(1, opened.letters(keys.mailbox()).size());
                var read =
                        SmallInbox.read(opened, opened.letters(keys.mailbox()).getFirst(), SmallInbox.BOX);
                assertEquals("A story.", read.text("text.txt"));
            }
        }
        for (Stored letter : opened.letters(true)) {
            opened.wipeMailbox(letter.mailbox());
        }
        assertEquals(0, opened.letters(true).size());
    }
}
