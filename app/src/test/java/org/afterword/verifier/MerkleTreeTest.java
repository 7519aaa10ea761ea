package org.afterword.verifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.afterword.model.Sha256;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MerkleTreeTest {
    private static List<byte[]> leaves(int count) {
        var leaves = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            leaves.add(MerkleTree.leaf(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    /** The definition of RFC 9162, section 2.1.1, word for word. */
    private static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return Sha256.of(new byte[0]).bytes();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = 1;
        while (2 * k < leaves.size()) {
            k *= 2;
        }
        var digest = Sha256.digest();
        digest.update((byte) 1);
        digest.update(root(leaves.subList(0, k)));
        digest.update(root(leaves.subList(k, leaves.size())));
        return digest.digest();
    }

    @Test
    void growsAsTheDefinitionSaysAndProvesIt() {
        var all = leaves(33);
        var tree = new MerkleTree();
        for (int size = 0; size <= all.size(); size++) {
            var part = all.subList(0, size);
            var root = root(part);
            assertArrayEquals(root, tree.root());
            for (int i = 0; i < size; i++) {
                var proof = MerkleTree.inclusionProof(i, part);
                assertTrue(MerkleTree.verifyInclusion(all.get(i), i, size, proof, root));
                assertFalse(MerkleTree.verifyInclusion(all.get(i), i + 1L, size, proof, root) && size > 1);
                assertFalse(MerkleTree.verifyInclusion(MerkleTree.leaf(new byte[1]), i, size, proof, root));
            }
            for (int first = 1; first <= size; first++) {
                var proof = MerkleTree.consistencyProof(first, part);
                var before = root(all.subList(0, first));
                assertTrue(MerkleTree.verifyConsistency(first, before, size, root, proof));
                assertFalse(MerkleTree.verifyConsistency(first, Sha256.of("x").bytes(), size, root, proof));
            }
            if (size < all.size()) {
                tree.append(all.get(size));
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> vectors() throws IOException {
        var folder = Stream.of("../shared", "../../shared", "../../../shared", "/work/shared")
                .map(shared -> Path.of(shared, "vectors/merkle/testdata"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(folder.isPresent(), "the folder shared/vectors is not there");
        try (var files = Files.walk(folder.get())) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(
                            folder.get().relativize(file).toString(), () -> vector(file)));
        }
    }

    private static void vector(Path file) throws IOException {
        var json = new ObjectMapper().readTree(file.toFile());
        assumeTrue(
                json.path("wantErr").asBoolean() || root(json, json.has("leafIdx") ? "root" : "root1"),
                "its roots are no SHA-256 digests, so there is no such tree here");
        var proof = new ArrayList<byte[]>();
        json.path("proof").forEach(node -> proof.add(bytes(node)));
        boolean right = json.has("leafIdx")
                ? root(json, "root")
                        && MerkleTree.verifyInclusion(
                                bytes(json.path("leafHash")),
                                json.path("leafIdx").asLong(),
                                json.path("treeSize").asLong(),
                                proof,
                                bytes(json.path("root")))
                : root(json, "root1")
                        && root(json, "root2")
                        && MerkleTree.verifyConsistency(
                                json.path("size1").asLong(),
                                bytes(json.path("root1")),
                                json.path("size2").asLong(),
                                bytes(json.path("root2")),
                                proof);
        assertEquals(!json.path("wantErr").asBoolean(), right, json.path("desc").asText());
    }

    private static boolean root(JsonNode json, String name) {
        return bytes(json.path(name)).length == 32;
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asText(""));
    }
}
