package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.afterword.model.Id;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each target of {@link CaseFuzz}, with what a fuzzer once found and with right inputs that are changed a little, the
 * same ones in every run. Jazzer's agent is not needed for it.
 */
class FuzzedTest {
    private static final Path KEPT = Path.of("src/test/resources/org/afterword/casefile/CaseFuzzInputs");
    private static final int TRIES = Integer.getInteger("afterword.fuzz.tries", 2000);

    @TempDir
    Path folder;

    private record Target(Consumer<byte[]> fuzz, List<byte[]> seeds, int tries) {}

    private Map<String, Target> targets() throws IOException {
        var fuzz = new CaseFuzz();
        var path = folder.resolve("case.afterword");
        var entries = new ArrayList<byte[]>();
        byte[] header;
        byte[] note;
        try (var file = CaseFileTest.create(path)) {
            CaseFileTest.add(file, "one.txt", new byte[100]);
            note = file.checkpoint().getBytes(StandardCharsets.UTF_8);
        }
        try (var container = ContainerFile.open(path);
                var keys = Header.read(container).unlock(CaseFileTest.passphrase())) {
            header = Arrays.copyOfRange(
                    container.headers().getFirst(), 32, container.headers().getFirst().length);
            for (var row : container.entries(0, 10)) {
                entries.add(keys.open(Binding.ENTRY, row.number(), row.sealed()).orElseThrow());
            }
        }
        byte[] code = RecoveryCode.print(new byte[16]).getBytes(StandardCharsets.UTF_8);
        byte[] record = Padding.padRecord(note);
        var targets = new TreeMap<String, Target>();
        targets.put("header", new Target(fuzz::header, List.of(header), TRIES));
        targets.put("entry", new Target(fuzz::entry, entries, TRIES));
        targets.put("padding", new Target(fuzz::padding, List.of(record), TRIES));
        targets.put("sealed", new Target(fuzz::sealed, List.of(record), TRIES));
        targets.put("note", new Target(fuzz::note, List.of(note), TRIES));
        targets.put("recoveryCode", new Target(fuzz::recoveryCode, List.of(code), TRIES));
        targets.put(
                "id", new Target(fuzz::id, List.of(Id.random().toString().getBytes(StandardCharsets.UTF_8)), TRIES));
        targets.put("pages", new Target(fuzz::pages, List.of(Files.readAllBytes(path)), TRIES / 20));
        targets.put(
                "passphrase",
                new Target(fuzz::passphrase, List.of("gru\u0308\u00dfe".getBytes(StandardCharsets.UTF_8)), TRIES));
        return targets;
    }

    @TestFactory
    Stream<DynamicTest> nothingButAnAnswer() throws IOException {
        return targets().entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> tried(one.getKey(), one.getValue())));
    }

    private static void tried(String name, Target target) throws IOException {
        for (byte[] kept : kept(name)) {
            target.fuzz().accept(kept);
        }
        var random = new Random(23);
        for (int i = 0; i < target.tries(); i++) {
            byte[] input = changed(target.seeds().get(i % target.seeds().size()), random);
            try {
                target.fuzz().accept(input);
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                var start = HexFormat.of().formatHex(input, 0, Math.min(300, input.length));
                throw new AssertionError(name + ", try " + i + ": " + e + " on " + start, e);
            }
        }
        assertTrue(target.tries() > 0);
    }

    /**
     * A fuzzer begins with right inputs, and leaves what it finds beside them: where the folder is missing, it would be
     * lost. {@code -Dafterword.write=true} writes them.
     */
    @Test
    void everyTargetHasRightInputsToBeginWith() throws IOException {
        for (var target : targets().entrySet()) {
            Path folder = KEPT.resolve(target.getKey());
            if (Boolean.getBoolean("afterword.write")) {
                Files.createDirectories(folder);
                var seeds = target.getValue().seeds();
                for (int i = 0; i < seeds.size(); i++) {
                    byte[] seed = seeds.get(i);
                    Files.write(folder.resolve("right-" + i), Arrays.copyOf(seed, Math.min(seed.length, 4096)));
                }
            }
            assertTrue(!kept(target.getKey()).isEmpty(), target.getKey());
        }
    }

    private static List<byte[]> kept(String name) throws IOException {
        var inputs = new ArrayList<byte[]>();
        if (Files.isDirectory(KEPT.resolve(name))) {
            try (var files = Files.list(KEPT.resolve(name))) {
                for (var file : files.sorted().toList()) {
                    inputs.add(Files.readAllBytes(file));
                }
            }
        }
        return inputs;
    }

    /** One to four changes: a byte, a piece taken out, a piece said twice, a cut. */
    private static byte[] changed(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int changes = random.nextInt(4); changes >= 0 && bytes.length > 0; changes--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "{}[]\",:0-9e.\\u".charAt(random.nextInt(14));
                case 2 ->
                    bytes = Crypto.concat(
                            Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
                case 3 ->
                    bytes = Crypto.concat(
                            Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
                default -> bytes = Arrays.copyOf(bytes, random.nextInt(8) == 0 ? at : bytes.length);
            }
        }
        return bytes;
    }
}
