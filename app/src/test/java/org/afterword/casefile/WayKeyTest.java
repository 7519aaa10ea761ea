package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.afterword.model.Id;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.junit.jupiter.api.Test;

/** What is sealed for a way in: HPKE as others understand it, and opened by nothing else. */
class WayKeyTest {
    private static final byte[] PLAIN = "the key of an epoch, 32 bytes :)".getBytes(StandardCharsets.US_ASCII);

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    /**
     * The vector of RFC 9180 for mode_psk, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, sequence number 0 (the
     * test-vectors.json of draft-irtf-cfrg-hpke at 5f503c5, to which the RFC refers; its appendix prints no AES-256-GCM
     * with X25519).
     */
    @Test
    void theVectorOfTheRfcOpens() throws InvalidCipherTextException {
        var hpke = WayKey.hpke();
        var pair = hpke.deriveKeyPair(hex("f1c6eccfde050607555cae11893fcfe895f85eadc7c77c42c1544391d0cb7a20"));
        assertArrayEquals(
                hex("62a61ceb338540516edde460e27923a8df6749bc38e27b1001cd5b8b9102e44c"),
                hpke.serializePublicKey(pair.getPublic()));
        byte[] encapsulated = hex("4f3e44d4dde1d0d12a724242df8cef0a68ea53617dab8a6aade4239d404a5154");
        byte[] info = hex("4f6465206f6e2061204772656369616e2055726e");
        byte[] aad = hex("436f756e742d30");
        byte[] sealed =
                hex("316d9b4214a33182212888e86f23005b0706c30db2b1052c4e28c2c100fcdb85cc934b0a64c8db0d7dd339b64c");
        byte[] psk = hex("0247fd33b913760fa1fa51e1892d9f307fbe65eb171e8132c2af18555a738b82");
        byte[] pskId = hex("456e6e796e20447572696e206172616e204d6f726961");
        assertArrayEquals(
                hex("4265617574792069732074727574682c20747275746820626561757479"),
                WayKey.hpke().open(encapsulated, pair, info, aad, sealed, psk, pskId, null));
        psk[0] ^= 1;
        assertThrows(
                InvalidCipherTextException.class,
                () -> WayKey.hpke().open(encapsulated, pair, info, aad, sealed, psk, pskId, null));
    }

    @Test
    void onlyTheSameSecretPlaceAndEpochOpen() {
        var caseId = Id.random();
        var way = Id.random();
        byte[] secret = Crypto.random(32);
        var binding = new Binding(caseId, Binding.EPOCH_KEY, way, 7);
        var key = WayKey.of(secret, caseId, way);
        byte[] sealed = key.lock().seal(PLAIN, binding);
        assertArrayEquals(PLAIN, key.open(sealed, binding).orElseThrow());
        assertArrayEquals(
                PLAIN, WayKey.of(secret, caseId, way).open(sealed, binding).orElseThrow());

        var other = secret.clone();
        other[31] ^= 1;
        assertEquals(Optional.empty(), WayKey.of(other, caseId, way).open(sealed, binding));
        assertEquals(Optional.empty(), WayKey.of(secret, Id.random(), way).open(sealed, binding));
        assertEquals(Optional.empty(), WayKey.of(secret, caseId, Id.random()).open(sealed, binding));
        assertEquals(Optional.empty(), key.open(sealed, new Binding(caseId, Binding.EPOCH_KEY, way, 8)));
        assertEquals(Optional.empty(), key.open(sealed, new Binding(Id.random(), Binding.EPOCH_KEY, way, 7)));
        assertEquals(Optional.empty(), key.open(sealed, new Binding(caseId, Binding.WRAP, way, 7)));

        var random = new Random(9);
        for (int at = 0; at < sealed.length; at++) {
            var changed = sealed.clone();
            changed[at] ^= (byte) (1 << random.nextInt(at == 31 ? 7 : 8)); // X25519 leaves the highest bit aside
            assertEquals(Optional.empty(), key.open(changed, binding), "byte " + at);
        }
        assertEquals(Optional.empty(), key.open(new byte[sealed.length], binding), "a point of low order");
    }

    /** Whoever has only the public key makes nothing that opens. */
    @Test
    void whatIsSealedWithoutTheSharedKeyDoesNotOpen() {
        var caseId = Id.random();
        var way = Id.random();
        var binding = new Binding(caseId, Binding.EPOCH_KEY, way, 1);
        var key = WayKey.of(Crypto.random(32), caseId, way);
        var forged = new WayKey.Lock(key.lock().publicKey(), Crypto.random(32)).seal(PLAIN, binding);
        assertEquals(Optional.empty(), key.open(forged, binding));
    }
}
