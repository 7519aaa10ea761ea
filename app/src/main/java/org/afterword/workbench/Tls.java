package org.afterword.workbench;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** What encrypts the connections: a certificate and the key that belongs to it. This program keeps them in memory. */
public final class Tls {
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    Tls(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    /**
     * One that somebody has, as PEM.
     *
     * @param certificate the server's, and after it those that lead to a root
     * @param key without a passphrase
     * @throws IllegalArgumentException with a clause, if they cannot be used
     */
    public static Tls of(Path certificate, Path key) throws IOException {
        var chain = new ArrayList<X509Certificate>();
        try {
            for (Object one : pem(certificate)) {
                if (one instanceof X509CertificateHolder holder) {
                    chain.add(new JcaX509CertificateConverter().getCertificate(holder));
                }
            }
            if (chain.isEmpty()) {
                throw new IllegalArgumentException("there is no certificate in " + certificate + "; it has to be PEM");
            }
            PrivateKey found = key(key);
            if (!belongs(found, chain.getFirst())) {
                throw new IllegalArgumentException(
                        "the key in " + key + " does not belong to the first certificate in " + certificate);
            }
            chain.getFirst().checkValidity();
            return new Tls(found, chain);
        } catch (java.security.cert.CertificateExpiredException e) {
            throw new IllegalArgumentException(
                    "the certificate in " + certificate + " is no longer valid; get a new one", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the certificate in " + certificate + " cannot be used", e);
        }
    }

    private static List<Object> pem(Path file) throws IOException {
        var all = new ArrayList<>();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
                var parser = new PEMParser(in)) {
            for (Object one = parser.readObject(); one != null; one = parser.readObject()) {
                all.add(one);
            }
        } catch (PEMException e) {
            throw new IllegalArgumentException(file + " is no file in PEM, or it is damaged", e);
        }
        return all;
    }

    private static PrivateKey key(Path file) throws IOException {
        for (Object one : pem(file)) {
            Optional<PrivateKeyInfo> info = switch (one) {
                case PrivateKeyInfo plain -> Optional.of(plain);
                case PEMKeyPair pair -> Optional.of(pair.getPrivateKeyInfo());
                default -> Optional.empty();
            };
            if (info.isPresent()) {
                return new JcaPEMKeyConverter().getPrivateKey(info.get());
            }
        }
        throw new IllegalArgumentException("there is no key without a passphrase in " + file + "; it has to be PEM");
    }

    private static boolean belongs(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC", "ECDSA" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        if (!algorithm.endsWith(certificate.getPublicKey().getAlgorithm().replace("EC", "ECDSA"))) {
            return false;
        }
        var signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update((byte) 1);
        byte[] signed = signature.sign();
        signature.initVerify(certificate);
        signature.update((byte) 1);
        return signature.verify(signed);
    }

    /** SHA-256 of the certificate, as browsers show it. */
    public String fingerprint() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(certificate().getEncoded());
            return COLONS.formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate has bytes", e);
        }
    }

    PrivateKey key() {
        return key;
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    /** For Jetty: TLS 1.3 alone. */
    SslContextFactory.Server factory() {
        String password = Sessions.random(); // what is in memory needs one
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, password.toCharArray(), chain.toArray(X509Certificate[]::new));
            var factory = new SslContextFactory.Server();
            factory.setKeyStore(store);
            factory.setKeyManagerPassword(password);
            factory.setIncludeProtocols("TLSv1.3");
            factory.setSniRequired(false);
            return factory;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("a key and a certificate can be kept in memory", e);
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "a certificate of %s", certificate().getSubjectX500Principal());
    }
}
