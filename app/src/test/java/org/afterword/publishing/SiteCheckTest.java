package org.afterword.publishing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.verifier.MerkleTree;
import org.afterword.verifier.SiteCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteCheckTest {
    /** {@code -Dafterword.sweep=full} tries every byte and every length. */
    private static final boolean FULL = "full".equals(System.getProperty("afterword.sweep"));

    private static final byte[] SECRET = Sha256.of("a secret of a case").bytes();
    private static final Sha256 EXHIBIT = Sha256.of("an exhibit");

    @TempDir
    Path dir;

    private Path site;
    private SortedMap<String, byte[]> files;

    @BeforeEach
    void publish() throws IOException {
        site = dir.resolve("site");
        files = sealed(SECRET);
        new Folder(site).replace(ExampleSite.finished(files));
    }

    private static SortedMap<String, byte[]> sealed(byte[] secret) {
        var files = ExampleSite.files(ExampleSite.site());
        var seal = new Seal(secret);
        return ExampleSite.sealed(
                seal,
                files,
                IntStream.range(0, 5)
                        .mapToObj(i -> seal.commitment(new Id(1, i), EXHIBIT))
                        .toList());
    }

    @Test
    void aWholeSiteIsWhole() throws IOException {
        var result = SiteCheck.verify(site);
        assertEquals(List.of(), result.problems());
        assertTrue(result.signedBy().isPresent());
        assertEquals(Optional.empty(), result.unchangedSince());
        assertEquals(files.size(), result.files());
        assertEquals(files.values().stream().mapToLong(bytes -> bytes.length).sum(), result.bytes());
    }

    @Test
    void aFlippedByteNamesItsFile() throws IOException {
        long seed = 20_240_201;
        var random = new Random(seed);
        for (String name : files.keySet()) {
            int length = files.get(name).length;
            for (int i = 0; i < (FULL ? length : 3); i++) {
                int at = FULL ? i : random.nextInt(length);
                flip(name, at, 1 << random.nextInt(8));
            }
        }
    }

    @Test
    void everyByteOfTheSignedNoteCounts() throws IOException {
        for (int at = 0; at < files.get(SiteCheck.CHECKPOINT).length; at++) {
            flip(SiteCheck.CHECKPOINT, at, 1 << (at % 8));
        }
    }

    private void flip(String name, int at, int mask) throws IOException {
        byte[] changed = files.get(name).clone();
        changed[at] ^= (byte) mask;
        Files.write(site.resolve(name), changed);
        var result = SiteCheck.verify(site);
        assertTrue(
                result.problems().stream().anyMatch(problem -> problem.file().equals(name)),
                () -> name + " byte " + at + " mask " + mask + ": " + result.problems());
        Files.write(site.resolve(name), files.get(name));
    }

    @Test
    void missingAndForeignFilesAreNamed() throws IOException {
        Files.delete(site.resolve("index.html"));
        Files.writeString(site.resolve("extra.html"), "");
        Files.createDirectory(site.resolve("folder"));
        assertEquals(
                List.of("extra.html", "folder", "index.html"),
                SiteCheck.verify(site).problems().stream()
                        .map(SiteCheck.Problem::file)
                        .sorted()
                        .toList());
    }

    @Test
    void everyFileCutShortOrGoneIsNamed() throws IOException {
        for (String name : files.keySet()) {
            byte[] bytes = files.get(name);
            var lengths = FULL ? IntStream.range(0, bytes.length) : IntStream.of(0, bytes.length / 2, bytes.length - 1);
            for (int length : lengths.toArray()) {
                Files.write(site.resolve(name), java.util.Arrays.copyOf(bytes, length));
                assertTrue(
                        SiteCheck.verify(site).problems().stream()
                                .anyMatch(p -> p.file().equals(name)),
                        name + " cut to " + length);
            }
            Files.delete(site.resolve(name));
            assertTrue(
                    SiteCheck.verify(site).problems().stream()
                            .anyMatch(p -> p.file().equals(name)),
                    name);
            Files.write(site.resolve(name), bytes);
        }
        assertTrue(SiteCheck.verify(site).ok());
    }

    private void assertNamed(String name, String what) throws IOException {
        var problems = SiteCheck.verify(site).problems();
        assertTrue(
                problems.stream().anyMatch(problem -> problem.file().equals(name)),
                () -> what + ", " + name + ": " + problems);
    }

    private void write(SortedMap<String, byte[]> all) throws IOException {
        for (var file : all.entrySet()) {
            Files.write(site.resolve(file.getKey()), file.getValue());
        }
    }

    /** The list of files made to fit, as somebody would who wants it not to be seen. */
    private void relist() throws IOException {
        var sums = new StringBuilder();
        for (String name : files.keySet()) {
            if (!name.equals(SiteCheck.SUMS) && !name.equals(SiteCheck.CHECKPOINT)) {
                sums.append(Sha256.of(Files.readAllBytes(site.resolve(name))).hex())
                        .append("  ")
                        .append(name)
                        .append('\n');
            }
        }
        Files.writeString(site.resolve(SiteCheck.SUMS), sums);
    }

    @Test
    void swappedPagesAndThoseOfAnotherSiteAreNamed() throws IOException {
        var pages = files.keySet().stream()
                .filter(name -> name.endsWith(".html"))
                .limit(2)
                .toList();
        Files.write(site.resolve(pages.get(0)), files.get(pages.get(1)));
        Files.write(site.resolve(pages.get(1)), files.get(pages.get(0)));
        pages.forEach(page -> assertDoesNotThrow(() -> assertNamed(page, "swapped")));
        relist();
        assertNamed(SiteCheck.SUMS, "swapped, and the list with them");

        for (String name : List.of(SiteCheck.COMMITMENTS, SiteCheck.CHECKPOINT, SiteCheck.SUMS)) {
            write(files);
            assertTrue(SiteCheck.verify(site).ok());
            byte[] others = sealed(Sha256.of("another secret").bytes()).get(name);
            Files.write(site.resolve(name), others);
            assertFalse(SiteCheck.verify(site).ok(), "another site's " + name);
            if (name.equals(SiteCheck.COMMITMENTS)) {
                assertNamed(name, "of another site");
                relist();
                assertNamed(name, "of another site, and the list with it");
            }
        }
    }

    /** A page of an earlier publication, put back into a later one. */
    @Test
    void anOldPagePutBackIsNamed() throws IOException {
        byte[] old = files.get("index.html");
        var later = sealed(SECRET);
        later.put("index.html", "<!doctype html><title>Later</title>".getBytes(StandardCharsets.UTF_8));
        later.remove(SiteCheck.SUMS);
        later.remove(SiteCheck.CHECKPOINT);
        later.remove(SiteCheck.COMMITMENTS);
        write(ExampleSite.sealed(new Seal(SECRET), later, List.of()));
        assertTrue(SiteCheck.verify(site).ok());
        Files.write(site.resolve("index.html"), old);
        assertNamed("index.html", "an old page");
        Files.write(site.resolve(SiteCheck.SUMS), files.get(SiteCheck.SUMS));
        assertNamed(SiteCheck.SUMS, "an old list");
        Files.write(site.resolve(SiteCheck.CHECKPOINT), files.get(SiteCheck.CHECKPOINT));
        assertFalse(SiteCheck.verify(site).ok(), "half of an old site");
    }

    @Test
    void anotherKeysSiteIsToldApartOnlyByACheckpointFromOutside() throws IOException {
        String before = Files.readString(site.resolve(SiteCheck.CHECKPOINT));
        assertEquals(
                Optional.of(true), SiteCheck.verify(site, Optional.of(before)).unchangedSince());
        new Folder(site)
                .replace(ExampleSite.finished(sealed(Sha256.of("another secret").bytes())));
        var forged = SiteCheck.verify(site, Optional.of(before));
        assertTrue(forged.ok());
        assertEquals(Optional.of(false), forged.unchangedSince());
    }

    @Test
    void theNumberOfLeavesTellsNothing() {
        for (int passages : new int[] {0, 1, 15, 16, 17, 40}) {
            var seal = new Seal(SECRET);
            var some = ExampleSite.sealed(
                    seal,
                    Map.of(),
                    IntStream.range(0, passages)
                            .mapToObj(i -> seal.commitment(new Id(7, i), EXHIBIT))
                            .toList());
            var leaves = new String(some.get(SiteCheck.COMMITMENTS), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            int size = leaves.size();
            assertEquals(Math.max(16, Integer.highestOneBit(Math.max(1, passages - 1)) * (passages > 1 ? 2 : 1)), size);
            assertEquals(leaves.stream().sorted().distinct().toList(), leaves);
        }
    }

    @Test
    void aCommitmentIsInTheTreeAndHidesItsExhibit() {
        var seal = new Seal(SECRET);
        Sha256 one = seal.commitment(new Id(1, 0), EXHIBIT);
        assertFalse(one.equals(seal.commitment(new Id(1, 1), EXHIBIT)), "two passages of one exhibit look unrelated");
        var leaves = new String(files.get(SiteCheck.COMMITMENTS), StandardCharsets.UTF_8)
                .lines()
                .toList();
        int index = leaves.indexOf(one.hex());
        assertTrue(index >= 0);
        var hashes = leaves.stream()
                .map(leaf -> MerkleTree.leaf(new Sha256(leaf).bytes()))
                .toList();
        assertTrue(MerkleTree.verifyInclusion(
                hashes.get(index),
                index,
                leaves.size(),
                MerkleTree.inclusionProof(index, hashes),
                SiteCheck.root(leaves)));
    }

    @Test
    void sha256sumAgrees() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/sha256sum")), "sha256sum is not installed");
        assertEquals(0, sha256sum());
        Files.writeString(site.resolve("index.html"), "changed");
        assertEquals(1, sha256sum());
    }

    private int sha256sum() throws IOException, InterruptedException {
        return new ProcessBuilder("/usr/bin/sha256sum", "-c", "--strict", "--quiet", SiteCheck.SUMS)
                .directory(site.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
