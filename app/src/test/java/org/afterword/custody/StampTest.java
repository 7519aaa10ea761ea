package org.afterword.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.CheapCase;
import org.afterword.casefile.Entry;
import org.afterword.casefile.ItemType;
import org.afterword.casefile.Passphrase;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stamps by a real authority, and what can be said with them. */
class StampTest {
    @TempDir
    Path folder;

    private Path path;
    private CaseFile file;
    private OpensslAuthority authority;

    @BeforeEach
    void open() throws IOException {
        authority = new OpensslAuthority(Files.createDirectory(folder.resolve("tsa")));
        path = folder.resolve("case.afterword");
        CheapCase.create(path, "a lamp");
        file = CaseFile.open(path, Passphrase.of("a lamp".toCharArray()));
    }

    @AfterEach
    void close() {
        if (file != null) {
            file.close();
            authority.close();
        }
    }

    static void goOn(CaseFile file, String group) throws IOException {
        try (var batch = file.batch("me")) {
            batch.add(new Entry.GroupNamed(new Group(Id.random(), group, false)));
            batch.commit();
        }
    }

    private Stamping.Result stamp(Roots roots, URI... addresses) throws IOException {
        return new Stamping(file, "me", Proxy.NO_PROXY, Duration.ofSeconds(10), roots).stamp(List.of(addresses));
    }

    private Verification verify(Roots roots) {
        return Verification.verify(file, new Verification.Outside(Optional.empty(), roots));
    }

    @Test
    void whatAnAuthorityStampedExistedBefore() throws IOException {
        goOn(file, "The lamplighters");
        String stamped = file.checkpoint();
        assertEquals("not stamped", verify(Roots.NONE).existedBefore());
        var result = stamp(Roots.NONE, authority.address());
        assertEquals(List.of(), result.failed());
        assertEquals(2, result.size());
        assertEquals(
                List.of("the authority's root was not checked: give --roots"),
                result.stamped().getFirst().warnings());
        goOn(file, "The rowers");
        assertEquals(stamped, file.checkpoint(2).orElseThrow());
        assertEquals(stamped, TimeStamp.of(file).getFirst().note());
        assertEquals(Optional.empty(), file.checkpoint(17));

        var verification = verify(Roots.NONE);
        assertEquals(List.of(), verification.problems());
        var stamp = verification.stamps().getFirst();
        assertEquals(2, stamp.entry());
        assertEquals(2, stamp.entries());
        assertEquals(Existed.Root.UNCHECKED, stamp.existed().root());
        assertEquals(
                Duration.ofMillis(1500),
                stamp.existed().ahead(stamp.existed().before()).abs());
        assertTrue(stamp.existed().ahead(Instant.now()).abs().compareTo(Duration.ofMinutes(1)) < 0);
        assertEquals(
                stamp.existed().before() + ": the first 2 of 4 log entries, says Lamp-time"
                        + " (the authority's root was not checked: give --roots)",
                verification.existedBefore());

        Roots given = Roots.read(authority.root());
        assertTrue(verify(given).existedBefore().endsWith("(its root is one that you gave)"));
    }

    @Test
    void opensslAloneChecksWhatIsKept() throws IOException {
        stamp(Roots.NONE, authority.address());
        TimeStamp kept = TimeStamp.of(file).getFirst();
        assertEquals(0, authority.verify(kept.stamped(), kept.response(), authority.root()), authority.said());
        byte[] changed = kept.note().replaceFirst("\n1\n", "\n2\n").getBytes(StandardCharsets.UTF_8);
        assertNotEquals(0, authority.verify(changed, kept.response(), authority.root()));
    }

    @Test
    void rootsGivenWhenStampingAreKept() throws Exception {
        byte[] key = Files.readAllBytes(authority.root().resolveSibling("ca.key"));
        byte[] both = (new String(key, StandardCharsets.US_ASCII) + "some words\n" + Files.readString(authority.root()))
                .getBytes(StandardCharsets.US_ASCII);
        var result = stamp(Roots.parse(both), authority.address());
        assertEquals(List.of(), result.stamped().getFirst().warnings());
        TimeStamp kept = TimeStamp.of(file).getFirst();
        assertFalse(kept.roots().orElseThrow().contains("PRIVATE"));
        Path roots = Files.writeString(folder.resolve("kept.pem"), kept.roots().orElseThrow());
        assertEquals(0, authority.verify(kept.stamped(), kept.response(), roots), authority.said());
        assertTrue(verify(Roots.NONE).existedBefore().endsWith("(root given by the archivist when stamping)"));

        var other = verify(Roots.parse(new Forger().rootPem()));
        assertFalse(other.ok());
        assertEquals("not shown: no stamp leads to a root that was given", other.existedBefore());
        assertEquals(Existed.Root.ELSEWHERE, other.stamps().getFirst().existed().root());
    }

    @Test
    void anAuthorityUnderAnotherRootIsRefused() throws Exception {
        var result = stamp(Roots.parse(new Forger().rootPem()), authority.address());
        assertEquals(
                "its certificate leads to none of the roots you gave",
                result.failed().getFirst().reason());
        assertEquals(List.of(), file.stamps());
    }

    @Test
    void whatIsNoRootIsSaid() {
        for (String text :
                List.of("", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "0", "words")) {
            var thrown = assertThrows(
                    IllegalArgumentException.class, () -> Roots.parse(text.getBytes(StandardCharsets.US_ASCII)));
            assertTrue(thrown.getMessage().startsWith("the file of roots "), thrown.getMessage());
        }
    }

    @Test
    void whatCoversMostCountsAndTheFirstOfThose() throws IOException {
        stamp(Roots.NONE, authority.address());
        goOn(file, "The lamplighters");
        var second = stamp(Roots.NONE, authority.address(), authority.address());
        var verification = verify(Roots.read(authority.root()));
        assertEquals(3, verification.stamps().size());
        var first = second.stamped().getFirst().existed();
        assertTrue(verification.existedBefore().startsWith(first.before() + ": the first 3 of 5 log entries"));
    }

    /** Only somebody with the case's keys can put such a thing there; it must be named all the same. */
    @Test
    void aStampThatDoesNotFitIsNamed() throws Exception {
        String note = file.checkpoint();
        var good = new Authority(authority.address(), Proxy.NO_PROXY, Duration.ofSeconds(10))
                .ask(note, 1, Optional.empty());
        goOn(file, "The lamplighters");
        String later = file.checkpoint();
        byte[] cut = java.util.Arrays.copyOf(good.response(), good.response().length - 1);
        var wrong = List.of(
                new TimeStamp(2, "a", later, good.request(), good.response(), Optional.empty()),
                new TimeStamp(2, "b", note, good.request(), good.response(), Optional.empty()),
                new TimeStamp(1, "c", note, good.request(), cut, Optional.empty()),
                new TimeStamp(
                        1, "d", note.replace("\n1\n", "\n2\n"), good.request(), good.response(), Optional.empty()));
        for (TimeStamp stamp : wrong) {
            try (var batch = file.batch("me")) {
                batch.add(stamped(stamp, batch.put(ItemType.STAMP, stamp.bytes())));
                batch.commit();
            }
        }
        try (var batch = file.batch("me")) {
            batch.add(new Entry.Stamped(1, batch.put(ItemType.STAMP, new byte[] {1, 2, 3}), "e"));
            batch.commit();
        }
        var verification = verify(Roots.NONE);
        assertEquals(
                List.of(
                        "It does not show when the case existed: what was asked is not about this checkpoint.",
                        "It does not show when the case existed: the log is not what was stamped.",
                        "It does not show when the case existed: it sent something that is no time stamp.",
                        "It does not show when the case existed: the log is not what was stamped.",
                        "It does not show when the case existed: what was kept of it cannot be read."),
                verification.problems().stream()
                        .map(problem -> problem.meaning())
                        .toList());
        assertEquals(
                "the time stamp of log entry 2",
                verification.problems().getFirst().where());
        assertEquals("not shown: no stamp holds", verification.existedBefore());
    }

    private static Entry stamped(TimeStamp stamp, Id item) {
        return new Entry.Stamped(stamp.size(), item, stamp.authority());
    }
}
