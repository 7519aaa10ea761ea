package org.afterword.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class Ed25519Test {
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D = BigInteger.valueOf(-121665)
            .multiply(BigInteger.valueOf(121666).modInverse(P))
            .mod(P);
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    @TestFactory
    Stream<DynamicTest> wycheproof() throws IOException {
        Path file = Stream.of("../shared", "../../shared", "../../../shared", "/work/shared")
                .map(shared -> Path.of(shared, "vectors/wycheproof/testvectors_v1/ed25519_test.json"))
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of("none"));
        assumeTrue(Files.exists(file), "the folder shared/vectors is not there");
        var tests = new ArrayList<DynamicTest>();
        for (var group : new ObjectMapper().readTree(file.toFile()).path("testGroups")) {
            byte[] key = hex(group.path("publicKey").path("pk").asText());
            for (var test : group.path("tests")) {
                tests.add(DynamicTest.dynamicTest(
                        test.path("tcId").asText() + " " + test.path("comment").asText(),
                        () -> assertEquals(
                                test.path("result").asText().equals("valid"),
                                Ed25519.verify(
                                        key,
                                        hex(test.path("msg").asText()),
                                        hex(test.path("sig").asText())))));
            }
        }
        assertTrue(tests.size() > 100, tests.size() + " vectors");
        return tests.stream();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static byte[] littleEndian(BigInteger number) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < 32; i++) {
            bytes[i] = number.shiftRight(8 * i).byteValue();
        }
        return bytes;
    }

    private static boolean bouncyCastle(byte[] key, byte[] message, byte[] signature) {
        try {
            var verifier = new Ed25519Signer();
            verifier.init(false, new Ed25519PublicKeyParameters(key));
            verifier.update(message, 0, message.length);
            return verifier.verifySignature(signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** With such a key, R = S = 0 would be a signature of every message, or of every eighth. */
    @Test
    void noKeyFitsEveryMessage() {
        var found = new ArrayList<BigInteger>();
        // y of a point P with 8P = 0: doubling thrice gives the neutral element
        for (BigInteger y : List.of(
                BigInteger.ZERO,
                BigInteger.ONE,
                P.subtract(BigInteger.ONE),
                new BigInteger("05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16),
                new BigInteger("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7", 16))) {
            BigInteger doubled = y;
            for (int i = 0; i < 3; i++) {
                doubled = doubledY(doubled);
            }
            assertEquals(BigInteger.ONE, doubled, y.toString(16));
            found.add(y);
            for (BigInteger written : List.of(y, y.add(P))) {
                for (int sign = 0; sign < 2; sign++) {
                    if (written.bitLength() > 255) {
                        continue;
                    }
                    byte[] point = littleEndian(sign == 1 ? written.setBit(255) : written);
                    for (int message = 0; message < 16; message++) {
                        byte[] signature = new byte[64];
                        System.arraycopy(point, 0, signature, 0, 32);
                        assertFalse(Ed25519.verify(point, new byte[] {(byte) message}, signature));
                        signature = new byte[64];
                        signature[0] = 1;
                        assertFalse(Ed25519.verify(point, new byte[] {(byte) message}, signature));
                    }
                }
            }
        }
        assertEquals(5, found.stream().distinct().count());
    }

    /** y of 2P from y of P on -x² + y² = 1 + dx²y². */
    private static BigInteger doubledY(BigInteger y) {
        BigInteger yy = y.multiply(y).mod(P);
        BigInteger xx = yy.subtract(BigInteger.ONE)
                .multiply(D.multiply(yy).add(BigInteger.ONE).modInverse(P))
                .mod(P);
        BigInteger dxxyy = D.multiply(xx).multiply(yy).mod(P);
        return yy.add(xx).multiply(BigInteger.ONE.subtract(dxxyy).modInverse(P)).mod(P);
    }

    @Test
    void itSaysWhatBouncyCastleSays() {
        var random = new Random(25519);
        int right = 0;
        for (int i = 0; i < 300; i++) {
            byte[] seed = new byte[32];
            random.nextBytes(seed);
            var secret = new Ed25519PrivateKeyParameters(seed);
            byte[] key = secret.generatePublicKey().getEncoded();
            byte[] message = new byte[random.nextInt(40)];
            random.nextBytes(message);
            var signer = new Ed25519Signer();
            signer.init(true, secret);
            signer.update(message, 0, message.length);
            byte[] signature = signer.generateSignature();
            assertTrue(Ed25519.verify(key, message, signature));
            byte[] changed = signature.clone();
            changed[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
            assertEquals(bouncyCastle(key, message, changed), Ed25519.verify(key, message, changed));
            byte[] otherKey = key.clone();
            otherKey[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
            assertEquals(bouncyCastle(otherKey, message, signature), Ed25519.verify(otherKey, message, signature));
            byte[] greater = signature.clone();
            byte[] s = new byte[32];
            System.arraycopy(signature, 32, s, 0, 32);
            BigInteger beyond = new BigInteger(1, reversed(s)).add(ORDER);
            System.arraycopy(littleEndian(beyond), 0, greater, 32, 32);
            assertFalse(Ed25519.verify(key, message, greater), "S written as S + L");
            right++;
        }
        assertEquals(300, right);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
