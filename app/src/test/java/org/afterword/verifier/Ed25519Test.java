package org.afterword.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.afterword.casefile.Frames;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Wycheproof's signatures. */
class Ed25519Test {
    @TestFactory
    Stream<DynamicTest> vectors() throws IOException {
        var file = Stream.of("../shared", "../../shared", "../../../shared", "/work/shared")
                .map(shared -> Path.of(shared, "vectors/wycheproof/testvectors_v1/ed25519_test.json"))
                .filter(Files::isRegularFile)
                .findFirst();
        assumeTrue(file.isPresent(), "the folder shared/vectors is not there");
        var tests = new ArrayList<DynamicTest>();
        for (var group : Frames.json().readTree(file.orElseThrow().toFile()).path("testGroups")) {
            byte[] key = hex(group.path("publicKey"), "pk");
            for (var test : group.path("tests")) {
                tests.add(DynamicTest.dynamicTest(
                        test.path("tcId").asText() + " " + test.path("comment").asText(),
                        () -> assertEquals(
                                test.path("result").asText().equals("valid"),
                                Ed25519.verify(key, hex(test, "msg"), hex(test, "sig")))));
            }
        }
        return tests.stream();
    }

    private static byte[] hex(JsonNode node, String name) {
        return HexFormat.of().parseHex(node.path(name).asText());
    }
}
