package org.afterword.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.afterword.ExampleBag;
import org.afterword.custody.OpensslAuthority;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bag of exhibits with a stamp, and everything that can happen to it on its way. */
class BagCheckTest {
    private static final boolean FULL = "full".equals(System.getProperty("afterword.sweep"));

    @TempDir
    private static Path folder;

    private static OpensslAuthority authority;
    private static ExampleBag example;
    private static Path bag;
    private static Map<String, byte[]> files;

    @BeforeAll
    static void make() throws IOException {
        authority = new OpensslAuthority(Files.createDirectory(folder.resolve("tsa")));
        example = new ExampleBag(folder);
        example.stamp(authority);
        bag = example.bag(folder.resolve("bag"));
        files = ExampleBag.files(bag);
    }

    @AfterAll
    static void close() {
        authority.close();
    }

    /** Whatever a test did, the next finds the bag whole. */
    @AfterEach
    void mend() throws IOException {
        try (var all = Files.walk(bag)) {
            for (Path file : all.filter(path -> !Files.isDirectory(path, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                if (!files.containsKey(bag.relativize(file).toString()) || Files.isSymbolicLink(file)) {
                    Files.delete(file);
                }
            }
        }
        for (var file : files.entrySet()) {
            Files.createDirectories(bag.resolve(file.getKey()).getParent());
            Files.write(bag.resolve(file.getKey()), file.getValue());
        }
    }

    private static List<BagCheck.Problem> problems() throws IOException {
        return BagCheck.verify(bag, Optional.empty()).problems();
    }

    private static void assertNamed(String file, String what) throws IOException {
        List<BagCheck.Problem> problems = problems();
        assertTrue(
                problems.stream().anyMatch(problem -> problem.file().equals(file)),
                () -> what + " of " + file + ": " + problems);
    }

    private static String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static String first(String beginning) {
        return files.keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    /** Changes a file, and makes the lists fit again, as somebody would who wants it not to be seen. */
    private static void forge(String name, byte[] content) throws IOException {
        Files.createDirectories(bag.resolve(name).getParent());
        Files.write(bag.resolve(name), content);
        relist();
    }

    private static void relist() throws IOException {
        var now = ExampleBag.files(bag);
        Function<Boolean, String> lines = inside -> {
            var list = new StringBuilder();
            now.forEach((name, bytes) -> {
                if (name.startsWith("data/") == inside && !name.equals(Bag.TAG_MANIFEST)) {
                    list.append(Hashes.hex(Hashes.sha256(bytes)))
                            .append("  ")
                            .append(name)
                            .append('\n');
                }
            });
            return list.toString();
        };
        long payload = now.entrySet().stream()
                .filter(file -> file.getKey().startsWith("data/"))
                .mapToLong(file -> file.getValue().length)
                .sum();
        long count =
                now.keySet().stream().filter(name -> name.startsWith("data/")).count();
        for (var file : Map.of(
                        Bag.MANIFEST,
                        lines.apply(true),
                        Bag.INFO,
                        text(Bag.INFO).replaceAll("Oxum: .*", "Oxum: " + payload + "." + count))
                .entrySet()) {
            now.put(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            Files.writeString(bag.resolve(file.getKey()), file.getValue());
        }
        Files.writeString(bag.resolve(Bag.TAG_MANIFEST), lines.apply(false));
    }

    @Test
    void aWholeBagIsWhole() throws IOException {
        var result = BagCheck.verify(bag, Optional.empty());
        assertEquals(List.of(), result.problems());
        assertEquals(ExampleBag.EXHIBITS.size(), result.exhibits());
        assertEquals(files.size(), result.files());
        assertEquals(files.values().stream().mapToLong(bytes -> bytes.length).sum(), result.bytes());
        assertEquals(1, result.stamps().size());
        assertEquals(
                500,
                result.stamps().getFirst().before().toEpochMilli() % 1000,
                "with the second and a half that the authority's clock may be off by");
        assertEquals(ExampleBag.EXHIBITS.size(), result.stamps().getFirst().exhibits());
        assertEquals(text(Bag.KEY).strip(), result.signedBy().orElseThrow());
        relist();
        assertEquals(List.of(), problems(), "the forger's lists are right");
    }

    @Test
    void aFlippedByteNamesItsFile() throws IOException {
        var random = new Random(20_260_301);
        for (var file : files.entrySet()) {
            byte[] bytes = file.getValue();
            int steps = FULL ? bytes.length : Math.min(bytes.length, 6);
            for (int i = 0; i < steps; i++) {
                int at = FULL ? i : random.nextInt(bytes.length);
                byte[] changed = bytes.clone();
                changed[at] ^= (byte) (1 << (at % 8));
                Files.write(bag.resolve(file.getKey()), changed);
                if (file.getKey().equals(Bag.TAG_MANIFEST)) {
                    assertFalse(problems().isEmpty(), "byte " + at + " of the list of lists");
                } else {
                    assertNamed(file.getKey(), "byte " + at);
                }
            }
            Files.write(bag.resolve(file.getKey()), bytes);
        }
    }

    @Test
    void aFileCutShortOrGoneIsNamed() throws IOException {
        for (var file : files.entrySet()) {
            byte[] bytes = file.getValue();
            int step = FULL ? 1 : Math.max(1, bytes.length / 3);
            for (int length = 0; length < bytes.length; length += step) {
                Files.write(bag.resolve(file.getKey()), Arrays.copyOf(bytes, length));
                if (file.getKey().equals(Bag.TAG_MANIFEST)) {
                    assertFalse(problems().isEmpty(), "cut to " + length);
                } else {
                    assertNamed(file.getKey(), "cut to " + length);
                }
            }
            Files.delete(bag.resolve(file.getKey()));
            assertNamed(file.getKey(), "deletion");
            Files.write(bag.resolve(file.getKey()), bytes);
        }
    }

    @Test
    void whatWasAddedOrSwappedIsNamed() throws IOException {
        for (String added :
                List.of("more.txt", "data/more.txt", "proofs/more.json", "stamps/more", "data/exhibits/x")) {
            Files.writeString(bag.resolve(added), "more");
            assertNamed(added, "addition");
            Files.delete(bag.resolve(added));
        }
        List<String> exhibits = files.keySet().stream()
                .filter(name -> name.startsWith("data/exhibits/"))
                .toList();
        Files.write(bag.resolve(exhibits.get(0)), files.get(exhibits.get(1)));
        Files.write(bag.resolve(exhibits.get(1)), files.get(exhibits.get(0)));
        assertNamed(exhibits.get(0), "swap");
        relist();
        assertNamed(exhibits.get(0), "swap in the lists as well");
        assertNamed(exhibits.get(1), "swap in the lists as well");
    }

    @Test
    void aForgerWhoMakesTheListsFitIsFound() throws IOException {
        String exhibit = first("data/exhibits/");
        String id = exhibit.split("/", -1)[2];
        forge(exhibit, "One lamp was put out.\n".getBytes(StandardCharsets.UTF_8));
        assertNamed(exhibit, "another content");
        mend();
        String own = Hashes.hex(Hashes.sha256("put out".getBytes(StandardCharsets.UTF_8)));
        String truth = Hashes.hex(Hashes.sha256(files.get(exhibit)));
        Files.writeString(bag.resolve(exhibit), "put out");
        forge(Bag.entry(id), text(Bag.entry(id)).replace(truth, own).getBytes(StandardCharsets.UTF_8));
        assertNamed(Bag.entry(id), "another opening");
        mend();
        Files.delete(bag.resolve(Bag.proof(id)));
        relist();
        assertNamed(Bag.proof(id), "proof taken away");
        mend();
        forge(exhibit.replace(id, "0".repeat(26)), new byte[1]);
        assertNamed(Bag.entry("0".repeat(26)), "an exhibit without proof");
        mend();
        forge("data/beside.txt", new byte[1]);
        assertNamed("data/beside.txt", "something beside the exhibits");
    }

    @Test
    void proofsAreForTheSignedLog() throws IOException {
        String id = first("data/exhibits/").split("/", -1)[2];
        String proof = text(Bag.proof(id));
        for (String wrong : List.of(
                proof.replaceFirst("index \\d+", "index 0"),
                proof.replaceFirst("index \\d+\n[^\n]+\n", "index 1\n"),
                proof.replaceFirst("index ", "index 0"),
                proof.replaceFirst("@v1", "@v2"),
                proof.replaceFirst("\u2014", "-"))) {
            forge(Bag.proof(id), wrong.getBytes(StandardCharsets.UTF_8));
            assertNamed(Bag.proof(id), "a proof");
        }
        mend();
        String note = text(Bag.CHECKPOINT);
        String later = note.replaceFirst("\n(\\d+)\n", "\n9$1\n");
        forge(Bag.CHECKPOINT, later.getBytes(StandardCharsets.UTF_8));
        assertNamed(Bag.CHECKPOINT, "another size");
        forge(Bag.CHECKPOINT, (note + note.substring(note.indexOf('\u2014'))).getBytes(StandardCharsets.UTF_8));
        assertNamed(Bag.CHECKPOINT, "a line more");
    }

    @Test
    void aBagOfAnotherLogIsNotTheOneKeptElsewhere() throws IOException {
        String note = text(Bag.CHECKPOINT);
        assertEquals(Optional.of(true), BagCheck.verify(bag, Optional.of(note)).unchangedSince());
        assertEquals(
                Optional.of(true),
                BagCheck.verify(bag, Optional.of(text("stamps/1-checkpoint.txt")))
                        .unchangedSince());
        var other = new ExampleBag(Files.createDirectory(folder.resolve("other case")));
        Path forged = other.bag(folder.resolve("other bag"));
        var result = BagCheck.verify(forged, Optional.of(note));
        assertEquals(List.of(), result.problems());
        assertEquals(Optional.of(false), result.unchangedSince());
        assertFalse(result.ok());
    }

    @Test
    void aStampOfSomethingElseIsNamed() throws IOException {
        Path data = Files.writeString(folder.resolve("other.txt"), "something else");
        openssl("ts -query -data " + data + " -sha256 -cert -out " + folder.resolve("other.tsq"));
        openssl("ts -reply -config " + folder.resolve("tsa/tsa.cnf") + " -section one -queryfile "
                + folder.resolve("other.tsq") + " -out " + folder.resolve("other.tsr"));
        forge("stamps/1.tsr", Files.readAllBytes(folder.resolve("other.tsr")));
        assertNamed("stamps/1.tsr", "another's token");
        forge("stamps/1.tsq", Files.readAllBytes(folder.resolve("other.tsq")));
        forge("stamps/1-checkpoint.txt", Files.readAllBytes(data));
        assertNamed("stamps/1-growth.txt", "a stamp of another text");
        for (int length = 0; length < 60; length++) {
            forge("stamps/1.tsr", Arrays.copyOf(files.get("stamps/1.tsr"), length));
            assertNamed("stamps/1.tsr", "a token cut short");
        }
    }

    private static void openssl(String arguments) throws IOException {
        var command = new java.util.ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments.split(" ")));
        try {
            assertEquals(
                    0,
                    new ProcessBuilder(command)
                            .directory(folder.resolve("tsa").toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor(),
                    arguments);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aHostileBagHarmsNothing() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "not for the bag");
        String hash = Hashes.hex(Hashes.sha256(Files.readAllBytes(secret)));
        for (String name : List.of(
                "../secret.txt",
                "data/../../secret.txt",
                secret.toString(),
                "data//secret.txt",
                "data/..\\secret.txt",
                "~/secret.txt",
                "data/%2e%2e/secret.txt",
                "data/x%0A..%0A",
                "data/" + "long/".repeat(100_000) + "name")) {
            Files.writeString(bag.resolve(Bag.MANIFEST), text(Bag.MANIFEST) + hash + "  " + name + "\n");
            assertFalse(problems().isEmpty(), name);
        }
        mend();
        Files.createSymbolicLink(bag.resolve("data/link"), secret);
        Files.createSymbolicLink(bag.resolve("data/loop"), bag);
        assertNamed("data/link", "a link");
        assertNamed("data/loop", "a link to a folder");
        mend();
        for (String manifest : List.of(
                text(Bag.MANIFEST) + text(Bag.MANIFEST),
                text(Bag.MANIFEST).replace("\n", "\r\n"),
                text(Bag.MANIFEST).toUpperCase(java.util.Locale.ROOT),
                text(Bag.MANIFEST) + "x".repeat(5_000_000),
                "\n".repeat(100_000),
                "")) {
            Files.writeString(bag.resolve(Bag.MANIFEST), manifest);
            assertNamed(Bag.MANIFEST, "a list");
        }
        Files.write(bag.resolve(Bag.MANIFEST), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertNamed(Bag.MANIFEST, "a list in no encoding");
        mend();
        String id = first("data/exhibits/").split("/", -1)[2];
        for (String json : List.of(
                "[".repeat(100_000), "{\"a\":".repeat(50_000), "{\"format\":1e999}", "null", "{\"a\":1,\"a\":2}", "")) {
            forge(Bag.entry(id), json.getBytes(StandardCharsets.UTF_8));
            assertNamed(Bag.entry(id), "an entry");
        }
        forge(Bag.entry(id), new byte[3 << 20]);
        assertNamed(Bag.entry(id), "an entry too long");
        forge("fetch.txt", "https://example.org/ 3 data/x\n".getBytes(StandardCharsets.UTF_8));
        assertNamed("fetch.txt", "something to fetch");
    }

    @Test
    void theCountIsRight() throws IOException {
        for (String info :
                List.of("", text(Bag.INFO) + text(Bag.INFO), text(Bag.INFO).replace("Oxum: ", "Oxum: 1"))) {
            Files.writeString(bag.resolve(Bag.INFO), info);
            assertNamed(Bag.INFO, "a count");
            assertTrue(problems().stream().anyMatch(problem -> problem.message().startsWith("It does not say")), info);
        }
    }
}
