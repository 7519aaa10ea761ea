package org.afterword.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.ExampleBag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Right pieces in the wrong place: of the same bag, of the same log earlier, of another case. */
class SwappedBagTest {
    @TempDir
    private Path folder;

    private ExampleBag example;
    private Path bag;
    private Map<String, byte[]> files;
    private List<String> ids;

    @BeforeEach
    void make() throws IOException {
        example = new ExampleBag(folder);
        bag = example.bag(folder.resolve("bag"));
        files = ExampleBag.files(bag);
        ids = files.keySet().stream()
                .filter(name -> name.startsWith("data/exhibits/"))
                .map(name -> name.split("/", -1)[2])
                .toList();
        assertEquals(List.of(), BagCheck.verify(bag, Optional.empty()).problems());
    }

    /** Puts it there and makes the lists fit, as somebody would who wants it not to be seen. */
    private void put(Map<String, byte[]> pieces) throws IOException {
        for (var file : files.entrySet()) {
            Files.write(bag.resolve(file.getKey()), pieces.getOrDefault(file.getKey(), file.getValue()));
        }
        var sums = new StringBuilder();
        for (String line : text(Bag.TAG_MANIFEST).lines().toList()) {
            String name = line.substring(66);
            sums.append(Hashes.hex(Hashes.sha256(Files.readAllBytes(bag.resolve(name)))))
                    .append("  ")
                    .append(name)
                    .append('\n');
        }
        Files.writeString(bag.resolve(Bag.TAG_MANIFEST), sums);
    }

    private String exhibit(String id) {
        return files.keySet().stream()
                .filter(name -> name.startsWith("data/exhibits/" + id + "/"))
                .findFirst()
                .orElseThrow();
    }

    private String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private void assertNamed(String... names) throws IOException {
        var problems = BagCheck.verify(bag, Optional.empty()).problems();
        for (String name : names) {
            assertTrue(
                    problems.stream().anyMatch(problem -> problem.file().equals(name)), () -> name + ": " + problems);
        }
        assertTrue(
                problems.stream().noneMatch(problem -> problem.file().equals(Bag.TAG_MANIFEST)),
                "the forger's lists are right");
    }

    @Test
    void swappedLogEntriesAreNamed() throws IOException {
        String one = ids.get(0);
        String two = ids.get(1);
        put(Map.of(Bag.entry(one), files.get(Bag.entry(two)), Bag.entry(two), files.get(Bag.entry(one))));
        assertNamed(exhibit(one), exhibit(two));
        put(Map.of(Bag.proof(one), files.get(Bag.proof(two)), Bag.proof(two), files.get(Bag.proof(one))));
        assertNamed(Bag.proof(one), Bag.proof(two));
        put(Map.of(
                Bag.entry(one), files.get(Bag.entry(two)),
                Bag.proof(one), files.get(Bag.proof(two))));
        assertNamed(exhibit(one));
    }

    @Test
    void anOldCheckpointOrProofPutBackIsNamed() throws IOException {
        try (var opened = example.open();
                var batch = opened.file().batch("me")) {
            batch.add(new org.afterword.casefile.Entry.GroupNamed(
                    new org.afterword.model.Group(org.afterword.model.Id.random(), "The lamplighters", false)));
            batch.commit();
        }
        var old = files;
        bag = example.bag(folder.resolve("later"));
        files = ExampleBag.files(bag);
        put(Map.of());
        assertEquals(List.of(), BagCheck.verify(bag, Optional.empty()).problems());
        put(Map.of(Bag.CHECKPOINT, old.get(Bag.CHECKPOINT)));
        assertFalse(BagCheck.verify(bag, Optional.empty()).ok(), "an older checkpoint");
        String proof = Bag.proof(ids.getFirst());
        put(Map.of(proof, old.get(proof)));
        assertNamed(proof);
    }

    @Test
    void whatIsOfAnotherCaseIsNamed() throws IOException {
        var other = ExampleBag.files(
                new ExampleBag(Files.createDirectory(folder.resolve("other case"))).bag(folder.resolve("other")));
        String id = ids.getFirst();
        String others = other.keySet().stream()
                .filter(name -> name.startsWith("data/exhibits/"))
                .map(name -> name.split("/", -1)[2])
                .findFirst()
                .orElseThrow();
        put(Map.of(Bag.entry(id), other.get(Bag.entry(others))));
        assertFalse(BagCheck.verify(bag, Optional.empty()).ok(), "an entry of another case");
        put(Map.of(Bag.proof(id), other.get(Bag.proof(others))));
        assertNamed(Bag.proof(id));
        put(Map.of(Bag.CHECKPOINT, other.get(Bag.CHECKPOINT)));
        assertNamed(Bag.CHECKPOINT);
        put(Map.of(Bag.CHECKPOINT, other.get(Bag.CHECKPOINT), Bag.KEY, other.get(Bag.KEY)));
        assertNamed(Bag.proof(id));
    }
}
