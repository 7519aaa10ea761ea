package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Deciding;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Passphrase;
import org.afterword.model.Access;
import org.afterword.model.Account;
import org.afterword.model.Claim;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two groups and a club, from letters to what is said of them beside each other. */
class CompareCommandTest {
    private static final String GROUP = "The Lantern Circle";
    private static final String CLUB = "Millbrook Rowing Club";
    private static final String ASKED = "They asked me for money.";

    @TempDir
    private Path folder;

    @Test
    void setsLeaversBesideLeavers() throws IOException {
        var line = new CommandLine(folder);
        String path = made(line);
        CommandLine.Answer said = line.done("compare", path, "the lantern circle");
        assertTrue(said.out().contains(GROUP + " beside " + CLUB + ", told by those who left"), said.out());
        assertTrue(said.out().contains("      " + "  " + GROUP + ": 5 of 6"), said.out());
        assertTrue(said.out().contains("        " + CLUB + ": 1 of 6"), said.out());
        assertTrue(said.out().contains("does not reckon with who chose to write"), said.out());
        assertFalse(said.out().contains("%"), said.out());
        List<JsonNode> rows = line.done("compare", path, "--json").json();
        JsonNode money = rows.stream()
                .filter(row -> row.path("code").asText().equals("practice/money-demand"))
                .findFirst()
                .orElseThrow();
        assertEquals("leaver", money.get("from").asText());
        assertEquals(5, money.at("/ofRead/group/fewest/count").asInt());
        assertEquals(6, money.at("/ofRead/group/fewest/of").asInt());
        assertEquals(0, money.at("/groupCounts/deny/high").asInt());
        assertTrue(money.at("/ofRead/difference").isMissingNode()
                || money.at("/ofRead/difference").isNull());
        assertTrue(
                rows.stream()
                        .anyMatch(row ->
                                row.has("tooFew") && row.get("from").asText().equals("stayer")),
                rows.toString());
        assertTrue(rows.stream().anyMatch(row -> row.has("unmatched")), rows.toString());
        assertEquals(2, line.type("compare", path, "Nobody's group").exit());
        assertEquals(2, line.type("compare", path, GROUP, "--codes").exit());
        List<JsonNode> codes = line.done("compare", path, "--codes", "--json").json();
        assertTrue(codes.stream().anyMatch(row -> row.path("tells").asText().equals("fits-every")), codes.toString());

        Path file = folder.resolve("clubs.json");
        line.done("compare", path, "--write-baseline", file.toString());
        String written = Files.readString(file);
        assertFalse(written.contains("Millbrook") || written.contains("Rower"), written);
        assertEquals(
                1,
                line.type("compare", path, "--write-baseline", file.toString()).exit(),
                "is there already");
        assertEquals(written, Files.readString(file));
        try (Stored stored = Stored.open(path)) {
            assertTrue(stored.opened()
                    .file()
                    .log()
                    .flatMap(logged -> logged.entry().stream())
                    .anyMatch(entry -> entry instanceof Entry.Exported exported
                            && exported.format().equals("baseline")
                            && !exported.unprotected()));
        }
        String beside =
                line.done("compare", path, "--baseline", file.toString()).out();
        assertTrue(beside.contains("Ordinary group 1 of clubs.json: 1 to 4 of 5 to 9"), beside);
        Files.writeString(file, "{}");
        assertEquals(
                1, line.type("compare", path, "--baseline", file.toString()).exit());
    }

    @Test
    void aCaseWithoutOrdinaryGroupsIsToldWhatToDo() throws IOException {
        var line = new CommandLine(folder);
        String path = folder.resolve("case.afterword").toString();
        CommandLine.cheap(path);
        Path letter = Files.writeString(folder.resolve("one.txt"), "The soup was good.\n");
        line.done("add", path, letter.toString(), "--group", GROUP, "--names", "rules");
        CommandLine.Answer answer = line.type("compare", path, GROUP);
        assertEquals(2, answer.exit());
        assertTrue(answer.err().contains("--baseline"), answer.err());
        assertEquals(
                2,
                line.type(
                                "compare",
                                path,
                                "--write-baseline",
                                folder.resolve("x.json").toString())
                        .exit());
        assertFalse(Files.exists(folder.resolve("x.json")));
    }

    /** The questions are the asker's: nobody is made to say what was asked. */
    @Test
    void aFilledQuestionnaireIsAnAccountOfTheOneWhoAnswers() throws IOException {
        var line = new CommandLine(folder);
        CommandLine.Answer printed = line.type("compare", "--questionnaire");
        assertEquals(0, printed.exit(), printed.err());
        String path = folder.resolve("case.afterword").toString();
        CommandLine.cheap(path);
        Path filled = Files.writeString(
                folder.resolve("filled.md"),
                printed.out().replace("Answer:", "Answer: Yes, and it was like that for all of us, week after week."));
        line.done("add", path, filled.toString(), "--group", GROUP, "--names", "rules");
        try (Stored stored = Stored.open(path)) {
            List<Account> accounts = stored.opened().contents().accounts().toList();
            assertEquals(1, accounts.size());
            Account account = accounts.getFirst();
            List<Speaker> tellers = account.speakers().stream()
                    .filter(speaker -> speaker.role() == Speaker.Role.TELLER)
                    .toList();
            assertEquals(List.of("Answer"), tellers.stream().map(Speaker::name).toList());
            int at = account.text().indexOf("ever ask you for money");
            int asker = account.turnAt(new Span(at, at + 5)).orElseThrow().speaker();
            assertFalse(tellers.contains(account.speakers().get(asker)));
            at = account.text().indexOf("Yes, and");
            assertTrue(account.turnAt(new Span(at, at + 3)).orElseThrow().prompted());
        }
    }

    private record Stored(Passphrase passphrase, Case opened) implements AutoCloseable {
        static Stored open(String path) throws IOException {
            var passphrase = Passphrase.of("a lamp in every window".toCharArray());
            return new Stored(passphrase, Case.open(Path.of(path), passphrase, "tester"));
        }

        @Override
        public void close() throws IOException {
            opened.close();
            passphrase.close();
        }
    }

    private String made(CommandLine line) throws IOException {
        String path = folder.resolve("case.afterword").toString();
        CommandLine.cheap(path);
        write(line, path, GROUP, 5);
        write(line, path, CLUB, 1);
        try (Stored stored = Stored.open(path)) {
            Case opened = stored.opened();
            for (Account account : opened.contents().accounts().toList()) {
                decide(opened, account.id().toString(), "read");
                if (!account.text().contains("number 7.")) {
                    decide(
                            opened,
                            account.speakers().getFirst().id().toString(),
                            account.text().contains("number 6.") ? "vantage=stayer" : "vantage=leaver");
                }
                int at = account.text().indexOf(ASKED);
                if (at >= 0) {
                    opened.code(
                            account,
                            new Span(at, at + ASKED.length()),
                            new Proposal.Coding(
                                    "practice/money-demand",
                                    Polarity.REPORTS,
                                    Access.EXPERIENCED,
                                    Claim.EVENT,
                                    Optional.empty()));
                }
            }
        }
        return path;
    }

    private static void decide(Case opened, String id, String decision) throws IOException {
        opened.deciding().record(List.of(new Deciding.Request(id, decision, "")));
    }

    private void write(CommandLine line, String path, String group, int asked) throws IOException {
        Path letterFolder = Files.createDirectory(folder.resolve(group));
        for (int i = 0; i < 8; i++) {
            Files.writeString(
                    letterFolder.resolve("letter" + i + ".md"),
                    "---\nauthor: Rower" + (char) ('A' + i) + group.charAt(0) + "\n---\nThis is letter number " + i
                            + ". " + (i < asked ? ASKED : "The tea was good.") + "\n");
        }
        var arguments =
                new ArrayList<>(List.of("add", path, letterFolder.toString(), "--group", group, "--names", "rules"));
        if (group.equals(CLUB)) {
            arguments.add("--baseline");
        }
        line.done(arguments.toArray(String[]::new));
    }
}
