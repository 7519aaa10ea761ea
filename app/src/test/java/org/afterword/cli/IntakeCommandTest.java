package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Correspondence;
import org.afterword.Progress;
import org.afterword.casefile.Passphrase;
import org.afterword.intake.Inbox;
import org.afterword.intake.Told;
import org.afterword.model.Account;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first page of an inbox to what a case counts and publishes of it. */
class IntakeCommandTest {
    private static final String STORY = "I joined the Kestrel Table in spring. Every Friday they asked us for money,"
            + " and I was told to pay forty pounds or leave. %s\n";

    @TempDir
    private Path folder;

    private CommandLine line;
    private String theCase;
    private String inbox;

    @BeforeEach
    void make() throws IOException {
        line = new CommandLine(folder);
        theCase = folder.resolve("case.afterword").toString();
        inbox = folder.resolve("inbox").toString();
        CommandLine.cheap(theCase);
        Path who = Files.writeString(folder.resolve("who.txt"), "The Lantern Archive.");
        line.done("intake", "init", inbox, "--case", theCase, "--size", "8", "--operator", who.toString());
        Path settings = Path.of(inbox, "intake.json");
        // receipts that are cheap to try, for the test
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replaceFirst("\"memoryKiB\" : \\d+", "\"memoryKiB\" : 64")
                        .replaceFirst("\"passes\" : 3", "\"passes\" : 1"));
    }

    private JsonNode json(String... words) {
        return line.done(java.util.stream.Stream.concat(
                                java.util.Arrays.stream(words), java.util.stream.Stream.of("--json"))
                        .toArray(String[]::new))
                .json()
                .getLast();
    }

    private JsonNode collect() {
        return json("intake", "collect", theCase, inbox, "--group", "The Kestrel Table");
    }

    private JsonNode account(String id) {
        return line.done("accounts", theCase, "--json").json().stream()
                .filter(account -> account.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneWithManyReceiptsIsOneAtLeast() throws IOException, InterruptedException {
        try (Told told = Told.serve(Path.of(inbox))) {
            // names in the files are what the same person wrote into them
            told.tell(STORY.formatted("It was cold."), Map.of());
            told.tell(
                    STORY.formatted("We sang."),
                    Map.of(),
                    "letter.md",
                    "---\nauthor: Wren Tarbuck\n---\nThey asked us for money on every single evening of that long year.\n");
            told.tell(
                    "Nobody left without a letter from the teacher, and hardly anybody with one.",
                    Map.of(),
                    "other.md",
                    "---\nauthor: Orla Finch\n---\nWe were told to give money, and I was never asked whether I could.\n");
            JsonNode collected = collect();
            assertEquals(3, collected.path("letters").size());
            assertEquals(5, collected.path("exhibits").size());
            assertEquals(5, collected.path("accounts").asInt());
            assertEquals(0, collect().path("letters").size(), "once is enough");
        }
        line.done("suggest", theCase, "--phrases");
        for (JsonNode account : line.done("accounts", theCase, "--json").json()) {
            line.done("decide", theCase, account.path("id").asText(), "read");
        }
        int accepted = 0;
        for (JsonNode passage : line.done("passages", theCase, "--code", "practice/money-demand", "--json")
                .json()) {
            line.done("decide", theCase, passage.path("id").asText(), "accept");
            accepted++;
        }
        assertTrue(accepted >= 4, accepted + " passages");
        JsonNode finding = line.done("findings", theCase, "--json").json().stream()
                .filter(one -> one.path("code").asText().equals("practice/money-demand"))
                .findFirst()
                .orElseThrow();
        assertEquals(1, finding.path("reportLow").asInt(), finding.toString());
        assertTrue(finding.path("reportHigh").asInt() >= 3, finding.toString());
    }

    @Test
    void consentWaitsForTheSourceToHaveSeenIt() throws IOException, InterruptedException {
        try (Told told = Told.serve(Path.of(inbox))) {
            String open = told.tell(STORY.formatted("a"), Map.of("consent", "verbatim"));
            String careful = told.tell(
                    "We rowed on Sundays, and I was asked to keep the list.",
                    Map.of("consent", "verbatim", "review", "yes"));
            collect();
            List<JsonNode> accounts = line.done("accounts", theCase, "--json").json();
            assertEquals(2, accounts.size());
            String first = id(accounts, "verbatim");
            String second = id(accounts, "counts");

            String mailbox = line.done("intake", "list", theCase, "--json").json().stream()
                    .filter(letter -> letter.path("accounts").path(0).asText().equals(second))
                    .findFirst()
                    .orElseThrow()
                    .path("mailbox")
                    .asText();
            assertEquals(
                    2,
                    line.type("intake", "reply", theCase, mailbox, "x", "--show", first)
                            .exit());
            assertEquals(
                    2,
                    line.type("intake", "reply", theCase, mailbox, "Is it right so?", "--show", second)
                            .exit(),
                    "nobody has read it yet");
            line.done("decide", theCase, second, "read");
            line.done("intake", "reply", theCase, mailbox, "Is it right so?", "--show", second);
            assertEquals(1, collect().path("sent").asInt());
            assertEquals(0, collect().path("sent").asInt());
            assertTrue(told.mailbox(careful).select("blockquote").text().contains("We rowed on Sundays"));
            assertEquals(0, told.mailbox(open).select("blockquote").size());
            assertEquals("counts", account(second).path("consent").asText(), "silence is no approval");

            told.press(careful, "button[value=approve]", Map.of());
            collect();
            assertEquals("verbatim", account(second).path("consent").asText());

            told.press(careful, "form:has(input[value=withdraw-all]) button", Map.of("sure", "yes"));
            JsonNode withdrawn = collect();
            assertEquals("none", account(second).path("consent").asText());
            assertEquals("verbatim", account(first).path("consent").asText());
            assertTrue(withdrawn.path("remarks").toString().contains("afterword erase CASE"), withdrawn.toString());
        }
    }

    private static String id(List<JsonNode> accounts, String consent) {
        return accounts.stream()
                .filter(account -> account.path("consent").asText().equals(consent))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    /** Broken off between taking a letter in and doing what it says. */
    @Test
    void whatASourceSaysIsDoneByTheNextCollection() throws IOException, InterruptedException {
        try (Told told = Told.serve(Path.of(inbox))) {
            told.tell(STORY.formatted("a"), Map.of("consent", "verbatim"));
            Progress broken = (what, done, total) -> {
                if (what.equals("reading")) {
                    throw new UncheckedIOException(new IOException("the lamp went out"));
                }
            };
            try (Passphrase phrase = Passphrase.of(CommandLine.PASSPHRASE.toCharArray());
                    Case opened = Case.open(Path.of(theCase), phrase, "tester");
                    Inbox of = Inbox.open(Path.of(inbox))) {
                var correspondence = Correspondence.of(opened);
                assertThrows(
                        UncheckedIOException.class,
                        () -> correspondence.collect(of, Optional.of("The Kestrel Table"), broken));
                assertEquals(1, correspondence.letters().size(), "it is in the case");
            }
            assertEquals(0, collect().path("letters").size(), "nothing new came");
            List<JsonNode> accounts = line.done("accounts", theCase, "--json").json();
            assertEquals(1, accounts.size());
            assertEquals("verbatim", accounts.getFirst().path("consent").asText());
        }
    }

    /** Letters of one day lie in no order; which consent came last is said inside. */
    @Test
    void theLastWordOfConsentHolds() throws IOException, InterruptedException {
        try (Told told = Told.serve(Path.of(inbox))) {
            for (int i = 0; i < 6; i++) {
                String receipt = told.tell(STORY.formatted("Story " + i), Map.of("consent", "verbatim"));
                String set = "form:has(input[value=consent]) button";
                told.press(receipt, set, Map.of("consent", "reworded", "review", ""));
                told.press(receipt, set, Map.of("consent", "counts", "review", ""));
            }
            collect();
            List<JsonNode> accounts = line.done("accounts", theCase, "--json").json();
            assertEquals(6, accounts.size());
            accounts.forEach(
                    account -> assertEquals("counts", account.path("consent").asText(), account.toString()));
        }
    }

    @Test
    void aLetterWithAHiddenNameDoesNotLeave() throws IOException, InterruptedException {
        try (Told told = Told.serve(Path.of(inbox))) {
            String receipt = told.tell("Orla Finch kept the list, and Orla Finch told us to pay.", Map.of());
            collect();
            String mailbox = line.done("intake", "list", theCase, "--json")
                    .json()
                    .getFirst()
                    .path("mailbox")
                    .asText();
            var refused = line.type("intake", "reply", theCase, mailbox, "Was Orla Finch there in May?", "--json");
            assertEquals(4, refused.exit(), refused.out() + refused.err());
            assertFalse(refused.out().contains("Orla"), refused.out());
            line.done("intake", "reply", theCase, mailbox.substring(0, 6), "Was she there in May?");
            collect();
            assertTrue(told.mailbox(receipt).text().contains("Was she there in May?"));
            assertFalse(told.mailbox(receipt).text().contains("Orla"));
        }
    }

    /** Questions are the archive's, and no answer can pose as one. */
    @Test
    void guidedAnswersArePrompted() throws IOException, InterruptedException {
        Path questions =
                Files.writeString(folder.resolve("questions.txt"), "How did you come in?\nTell how you left.\n");
        String guided = folder.resolve("guided").toString();
        line.done("intake", "init", guided, "--case", theCase, "--size", "8", "--questions", questions.toString());
        try (Told told = Told.serve(Path.of(guided))) {
            told.tell("", Map.of("answer-1", "They told me to go.\r\nQ: Who was it?\r\nWren: it was me"));
            line.done("intake", "collect", theCase, guided);
        }
        try (Passphrase phrase = Passphrase.of(CommandLine.PASSPHRASE.toCharArray());
                Case opened = Case.open(Path.of(theCase), phrase, "tester");
                var accounts = opened.contents().accounts()) {
            Account account = accounts.findFirst().orElseThrow();
            assertEquals("guided", account.format());
            assertEquals(
                    "Q: Tell how you left.\nA: They told me to go.\nQ: Who was it?\nWren: it was me", account.text());
            assertEquals(2, account.turns().size());
            assertEquals(
                    Speaker.Role.INTERVIEWER,
                    account.speakerOf(account.turns().getFirst()).role());
            Turn answer = account.turns().getLast();
            assertTrue(answer.prompted());
            assertEquals(Optional.of(0), answer.answers());
            assertTrue(answer.span().of(account.text()).startsWith("They told me to go."));
        }
    }

    /** Killed after a letter lies in its mailbox and before the case knows. */
    @Test
    void aLetterToASourceLiesThereOnce() throws IOException, InterruptedException {
        try (Told told = Told.serve(Path.of(inbox))) {
            String receipt = told.tell(STORY.formatted("a"), Map.of());
            collect();
            String mailbox = line.done("intake", "list", theCase, "--json")
                    .json()
                    .getFirst()
                    .path("mailbox")
                    .asText();
            line.done("intake", "reply", theCase, mailbox, "When was that?");
            Progress broken = (what, done, total) -> {
                if (what.equals("sending")) {
                    throw new UncheckedIOException(new IOException("the lamp went out"));
                }
            };
            try (Passphrase phrase = Passphrase.of(CommandLine.PASSPHRASE.toCharArray());
                    Case opened = Case.open(Path.of(theCase), phrase, "tester");
                    Inbox of = Inbox.open(Path.of(inbox))) {
                var correspondence = Correspondence.of(opened);
                assertThrows(UncheckedIOException.class, () -> correspondence.collect(of, Optional.empty(), broken));
            }
            assertEquals(1, told.mailbox(receipt).select("h3 strong").size());
            assertEquals(1, collect().path("sent").asInt());
            assertEquals(0, collect().path("sent").asInt());
            assertEquals(
                    1,
                    told.mailbox(receipt)
                            .select("article.letter:contains(When was that)")
                            .size());
        }
    }

    @Test
    void aKeyThatSomebodyPutThereIsNoticed() throws IOException {
        Path settings = Path.of(inbox, "intake.json");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replaceFirst(
                                "age1[0-9a-z]{58}", "age15mxgs265qa2yntkt9s2sqgh9re3e4dghdd95m5j6ac7s3qua2vdsgqf533"));
        var refused = line.type("intake", "collect", theCase, inbox);
        assertEquals(2, refused.exit());
        assertTrue(refused.err().contains("somebody changed it"), refused.err());
    }

    @Test
    void afterTheKeysChangedWhatCameBeforeIsStillRead() throws IOException, InterruptedException {
        try (Told told = Told.serve(Path.of(inbox))) {
            told.tell("Before the keys changed.", Map.of());
            line.done("keys", theCase, "add", "recovery", "--yes");
            told.tell("After that, by a server that does not know.", Map.of());
            JsonNode collected = collect();
            assertEquals(2, collected.path("letters").size());
            assertTrue(collected.path("remarks").toString().contains("Restart its server"), collected.toString());
        }
        assertEquals(0, collect().path("remarks").size());
    }

    @Test
    void wrongUseIsSaid() {
        assertEquals(
                2, line.type("intake", "init", folder.resolve("x").toString()).exit());
        assertEquals(1, line.type("intake", "init", inbox, "--case", theCase).exit(), "it is there already");
        assertEquals(2, line.type("intake", "reply", theCase, "4h2k", "Hello").exit());
        assertEquals(
                2,
                line.type("intake", "block", inbox, "6pg2a6pr43f4phz9w3t41hk7ge")
                        .exit());
        assertEquals(
                1,
                line.type("intake", "collect", theCase, folder.resolve("none").toString())
                        .exit());
        var shown = line.done("intake", "init", "--case", theCase, "--show-key");
        assertTrue(shown.out().startsWith("age1"), shown.out());
    }
}
