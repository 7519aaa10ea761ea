package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import org.afterword.model.Sha256;
import org.afterword.verifier.Ed25519;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The vectors of others: Wycheproof and the age test kit. What does not apply is skipped by name, with the reason. */
class VectorsTest {
    private static final HexFormat HEX = HexFormat.of();

    /** Files that are broken after a chunk that the library, stricter than the kit, gives out only when it knows what follows. */
    private static final Set<String> HELD_BACK = Set.of(
            "stream_no_final_full",
            "stream_no_final_two_chunks_full",
            "stream_trailing_garbage_long",
            "stream_trailing_garbage_short",
            "stream_two_final_chunks",
            "stream_two_final_chunks_full",
            "stream_two_final_chunks_second");

    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String ONE_CHUNK = "a68cb6fa0b2e2a8d1abd54fcb26ff31fe16166ed38688bffa681e617813b781a";

    private static Path folder(String name) {
        var folder = Stream.of("../shared", "../../shared", "../../../shared", "/work/shared")
                .map(shared -> Path.of(shared, "vectors", name))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(folder.isPresent(), "the folder shared/vectors is not there");
        return folder.orElseThrow();
    }

    private interface Check {
        void check(JsonNode group, JsonNode test) throws GeneralSecurityException;
    }

    private static Stream<DynamicTest> wycheproof(String file, Check check) throws IOException {
        var json = Frames.json()
                .readTree(folder("wycheproof")
                        .resolve("testvectors_v1")
                        .resolve(file)
                        .toFile());
        var tests = new ArrayList<DynamicTest>();
        for (var group : json.path("testGroups")) {
            for (var test : group.path("tests")) {
                var name =
                        test.path("tcId").asText() + " " + test.path("comment").asText();
                tests.add(DynamicTest.dynamicTest(name, () -> check.check(group, test)));
            }
        }
        assertEquals(json.path("numberOfTests").asInt(), tests.size());
        return tests.stream();
    }

    private static byte[] hex(JsonNode node, String name) {
        return HEX.parseHex(node.path(name).asText());
    }

    private static boolean valid(JsonNode test) {
        return test.path("result").asText().equals("valid");
    }

    @TestFactory
    Stream<DynamicTest> aesGcm() throws IOException {
        return wycheproof("aes_gcm_test.json", (group, test) -> {
            assumeTrue(group.path("ivSize").asInt() == 96, "the format has nonces of 96 bits alone");
            assumeTrue(group.path("tagSize").asInt() == 128, "the format has tags of 128 bits alone");
            byte[] sealed = Crypto.concat(hex(test, "ct"), hex(test, "tag"));
            Optional<byte[]> opened;
            try {
                opened = Optional.of(
                        Crypto.cipher(Cipher.DECRYPT_MODE, hex(test, "key"), hex(test, "iv"), hex(test, "aad"))
                                .doFinal(sealed));
            } catch (AEADBadTagException e) {
                opened = Optional.empty();
            }
            assertEquals(valid(test), opened.isPresent());
            if (valid(test)) {
                assertArrayEquals(hex(test, "msg"), opened.orElseThrow());
                assertArrayEquals(
                        sealed,
                        Crypto.cipher(Cipher.ENCRYPT_MODE, hex(test, "key"), hex(test, "iv"), hex(test, "aad"))
                                .doFinal(hex(test, "msg")));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> ed25519() throws IOException {
        return wycheproof(
                "ed25519_test.json",
                (group, test) -> assertEquals(
                        valid(test),
                        Ed25519.verify(hex(group.path("publicKey"), "pk"), hex(test, "msg"), hex(test, "sig"))));
    }

    @TestFactory
    Stream<DynamicTest> hkdf() throws IOException {
        return wycheproof("hkdf_sha256_test.json", (group, test) -> {
            int size = test.path("size").asInt();
            Optional<byte[]> derived;
            try {
                derived = Optional.of(Crypto.hkdf(hex(test, "ikm"), hex(test, "salt"), hex(test, "info"), size));
            } catch (IllegalStateException | IllegalArgumentException e) {
                derived = Optional.empty();
            }
            assertEquals(valid(test), derived.isPresent());
            derived.ifPresent(okm -> assertArrayEquals(hex(test, "okm"), okm));
        });
    }

    @TestFactory
    Stream<DynamicTest> age() throws IOException {
        try (var files = Files.list(folder("age").resolve("age/testdata"))) {
            var all = files.sorted().toList();
            assertEquals(143, all.size());
            return all.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> age(file)));
        }
    }

    private static void age(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        var head = new HashMap<String, List<String>>();
        int at = 0;
        for (int end = line(all, at); end > at; end = line(all, at)) {
            var pair = new String(all, at, end - at, StandardCharsets.US_ASCII).split(": ", 2);
            head.computeIfAbsent(pair[0], key -> new ArrayList<>()).add(pair[1]);
            at = end + 1;
        }
        byte[] sealed = Arrays.copyOfRange(all, at + 1, all.length);
        if (head.containsKey("compressed")) {
            sealed = new InflaterInputStream(new ByteArrayInputStream(sealed)).readAllBytes();
        }
        whatApplies(head);
        var identities = head.getOrDefault("identity", List.of());
        var payload = new ByteArrayOutputStream();
        String outcome = "payload failure";
        try (var in = Age.decrypt(new ByteArrayInputStream(sealed), identities)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                payload.write(b);
            }
            outcome = "success";
        } catch (CaseException.NotForUs e) {
            outcome = "not opened";
        } catch (IOException e) {
            // from the payload
        }
        var expected = head.get("expect").getFirst();
        assertEquals(
                switch (expected) {
                    case "header failure", "HMAC failure", "no match" -> "not opened";
                    default -> expected;
                },
                outcome);
        var released = Sha256.of(payload.toByteArray()).hex();
        if (HELD_BACK.contains(file.getFileName().toString())) {
            assertTrue(List.of(NOTHING, ONE_CHUNK).contains(released), "and no other byte is given out");
        } else if (head.containsKey("payload")) {
            assertEquals(head.get("payload").getFirst(), released);
        }
    }

    private static int line(byte[] all, int from) {
        int end = from;
        while (all[end] != '\n') {
            end++;
        }
        return end;
    }

    private static void whatApplies(Map<String, List<String>> head) {
        assumeTrue(!head.containsKey("armored"), "no armour: Afterword reads binary age files alone");
        assumeTrue(!head.containsKey("passphrase"), "no scrypt: an age passphrase is no way into a case");
        assumeTrue(
                head.getOrDefault("identity", List.of()).stream()
                        .noneMatch(line -> line.startsWith("AGE-SECRET-KEY-PQ-")),
                "no hybrid recipients: the library knows X25519 alone");
    }
}
