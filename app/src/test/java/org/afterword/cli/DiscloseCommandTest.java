package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.afterword.verifier.DisclosureCheck;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One commitment of a published site is opened for one person, who checks it with nothing but the site. */
class DiscloseCommandTest {
    private static final String ASKED = "They asked me for money on the first evening, and I gave it.";

    @TempDir
    private Path folder;

    private CommandLine line;
    private String file = "";
    private Path site;
    private KeyPair keys;

    @BeforeEach
    void publish() throws IOException, GeneralSecurityException {
        line = new CommandLine(folder);
        file = folder.resolve("case.afterword").toString();
        site = folder.resolve("site");
        keys = new X25519KeyPairGenerator().generateKeyPair();
        CommandLine.cheap(file);
        for (String letter : List.of("We met on Thursdays. " + ASKED, "It was a good time, and I miss the singing.")) {
            Path written = Files.writeString(folder.resolve("letter-" + letter.length() + ".txt"), letter + "\n");
            line.done("add", file, written.toString(), "--group", "The Lantern Circle", "--names", "rules");
        }
        for (JsonNode account : line.done("accounts", file, "--json").json()) {
            String id = account.get("id").asText();
            for (String decision : List.of("consent=verbatim", "public=no", "read", "approve")) {
                line.done("decide", file, id, decision);
            }
            if (account.get("file").asText().contains("letter-" + ("We met on Thursdays. " + ASKED).length())) {
                line.done("code", file, id, "practice/money-demand", "--quote", ASKED);
            }
        }
        assertEquals(0, line.publish(file, site).exit());
    }

    private String commitment() throws IOException {
        try (var pages = Files.list(site)) {
            for (Path page : pages.sorted().toList()) {
                if (page.toString().endsWith(".html")) {
                    var code = Jsoup.parse(Files.readString(page)).selectFirst("figure.passage details.proof code");
                    if (code != null) {
                        return code.text();
                    }
                }
            }
        }
        throw new AssertionError("no passage was published");
    }

    private Path disclosed(String name, String commitment) throws IOException, GeneralSecurityException {
        String recipient = new String(keys.getPublic().getEncoded(), StandardCharsets.US_ASCII);
        Path sealed = Path.of(line.done(
                        "disclose",
                        file,
                        commitment,
                        folder.resolve(name).toString(),
                        "--recipient",
                        recipient,
                        "--json")
                .json()
                .getFirst()
                .get("path")
                .asText());
        assertFalse(new String(Files.readAllBytes(sealed), StandardCharsets.ISO_8859_1).contains("asked me"));
        var reader = X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(
                new String(keys.getPrivate().getEncoded(), StandardCharsets.US_ASCII));
        Path out = folder.resolve("opened");
        try (var channel = FileChannel.open(sealed);
                var zip = new ZipInputStream(Channels.newInputStream(
                        new StandardDecryptingChannelFactory().newDecryptingChannel(channel, List.of(reader))))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path to = out.resolve(entry.getName());
                Files.createDirectories(Objects.requireNonNull(to.getParent()));
                Files.write(to, zip.readAllBytes());
            }
        }
        return out.resolve(name);
    }

    @Test
    void whoItIsForChecksItWithTheSiteAlone() throws IOException, GeneralSecurityException {
        String commitment = commitment();
        Path opened = disclosed("for-the-court", commitment.substring(0, 12));
        var result = DisclosureCheck.verify(site, opened);
        assertTrue(result.ok(), result::toString);
        assertEquals(commitment, result.commitment().orElseThrow());
        assertEquals(ASKED, result.passage().orElseThrow());
        assertTrue(result.found());
        assertFalse(result.pages().isEmpty());

        Path exhibit = opened.resolve(DisclosureCheck.EXHIBIT);
        Files.writeString(exhibit, Files.readString(exhibit).replace("money", "honey"));
        assertFalse(DisclosureCheck.verify(site, opened).ok(), "another file");
        assertTrue(line.done("accounts", file).exit() == Exit.DONE);
    }

    @Test
    void anotherSitesCommitmentIsNone() throws IOException, GeneralSecurityException {
        Path opened = disclosed("for-me", commitment());
        Path list = site.resolve("commitments.txt");
        Files.writeString(list, Files.readString(list).replace(commitment(), "0".repeat(64)));
        assertFalse(DisclosureCheck.verify(site, opened).ok());
        Files.writeString(opened.resolve(DisclosureCheck.DISCLOSURE), "{\"form\":\"afterword/disclosure/v1\"}");
        assertFalse(DisclosureCheck.verify(site, opened).ok());
    }

    @Test
    void whatTheGroupAnswersStandsBesideIt() throws IOException {
        String group =
                line.done("groups", file, "--json").json().getFirst().get("id").asText();
        line.done("decide", file, group, "asked-for-reply=2026-12-24");
        line.done("decide", file, group, "reply=practice/money-demand: Giving is free with us.");
        line.done("decide", file, group, "reply=all: We are a circle of friends.");
        assertEquals(Exit.USAGE, line.type("decide", file, group, "reply=no").exit());
        line.done("publish", file, site.toString());
        String way = Files.readString(site.resolve("pathway-1.html"));
        assertTrue(way.contains("We are a circle of friends.") && way.contains("was asked for a reply"), way);
        try (var pages = Files.list(site)) {
            List<Path> beside = pages.filter(page -> page.toString().endsWith(".html"))
                    .filter(page -> text(page).contains("Giving is free with us."))
                    .toList();
            assertEquals(1, beside.size(), beside::toString);
            assertTrue(text(beside.getFirst()).contains(ASKED));
        }
    }

    @Test
    void aCorrectionStaysInEveryLaterPublication() throws IOException {
        String said = "On money it said that nobody was asked.";
        line.done("publish", file, site.toString(), "--as-of", "2026-11", "--correction", said);
        assertTrue(text(site.resolve("corrected.html")).contains("November 2026 " + said));
        byte[] first = Files.readAllBytes(site.resolve("SHA256SUMS"));
        line.done("publish", file, site.toString(), "--as-of", "2026-11", "--correction", said);
        assertArrayEquals(first, Files.readAllBytes(site.resolve("SHA256SUMS")), "said twice, it stands once");
        line.done("publish", file, site.toString(), "--as-of", "2026-12", "--correction", "Something else.");
        assertTrue(
                text(site.resolve("corrected.html")).contains("December 2026 Something else. November 2026 " + said));
        assertEquals(
                Exit.USAGE,
                line.type("publish", file, site.toString(), "--correction", " ").exit());
        assertEquals(
                Exit.USAGE,
                line.type("publish", file, site.toString(), "--language", "tlh").exit());
        assertEquals(
                Exit.USAGE,
                line.type("publish", file, site.toString(), "--address", "notes")
                        .exit());
        line.done("publish", file, site.toString(), "--language", "de");
        assertTrue(text(site.resolve("corrected.html")).contains("Was berichtigt wurde"));
    }

    private static String text(Path page) {
        try {
            return Jsoup.parse(Files.readString(page)).text();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void nothingIsWrittenForACommitmentThatIsNone() {
        String recipient = new String(keys.getPublic().getEncoded(), StandardCharsets.US_ASCII);
        String name = folder.resolve("no").toString();
        var none = line.type("disclose", file, "zz", name, "--recipient", recipient);
        assertEquals(Exit.USAGE, none.exit(), none::err);
        assertTrue(none.err().contains("nothing of this case stands behind 'zz'"), none.err());
        assertEquals(
                Exit.USAGE,
                line.type("disclose", file, "", name, "--recipient", recipient).exit());
        assertEquals(Exit.USAGE, line.type("disclose", file, "ab", name).exit(), "for whom?");
        assertTrue(Files.notExists(folder.resolve("no.zip.age")));
    }
}
