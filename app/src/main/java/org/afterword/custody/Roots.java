package org.afterword.custody;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/**
 * Certificates that a person trusts to name time-stamp authorities. Those that sign themselves are roots; others help
 * to build the way to one, as with {@code openssl -CAfile}.
 */
public final class Roots {
    private static final int LARGEST = 1 << 20;
    /** Nobody is trusted. */
    public static final Roots NONE = new Roots(List.of());

    private final List<X509Certificate> certificates;

    private Roots(List<X509Certificate> certificates) {
        this.certificates = List.copyOf(certificates);
    }

    /**
     * Reads certificates in PEM, or one in DER; whatever else the file holds (a key, comments) is left where it is.
     *
     * @throws IllegalArgumentException with a sentence, if there is no root among them
     */
    public static Roots parse(byte[] file) {
        if (file.length > LARGEST) {
            throw new IllegalArgumentException("the file of roots is larger than 1 MiB; give the roots you need");
        }
        var roots = new Roots(read(file));
        if (roots.anchors().isEmpty()) {
            throw new IllegalArgumentException("the file of roots holds no root certificate (one that signs itself);"
                    + " the authority's web page offers it, usually as PEM");
        }
        return roots;
    }

    /**
     * Reads them from a file.
     *
     * @throws IllegalArgumentException with a sentence, if there is no root in it
     */
    public static Roots read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return parse(in.readNBytes(LARGEST + 1));
        }
    }

    private static List<X509Certificate> read(byte[] file) {
        List<X509Certificate> found = new ArrayList<>();
        var converter = new JcaX509CertificateConverter();
        try {
            if (file.length > 0 && file[0] == 0x30) {
                found.add(converter.getCertificate(new X509CertificateHolder(file)));
                return found;
            }
            var parser = new PEMParser(new StringReader(new String(file, StandardCharsets.ISO_8859_1)));
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                if (object instanceof X509CertificateHolder holder) {
                    found.add(converter.getCertificate(holder));
                }
            }
            return found;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "the file of roots cannot be read as certificates in PEM (-----BEGIN CERTIFICATE-----)", e);
        }
    }

    public boolean isEmpty() {
        return certificates.isEmpty();
    }

    /** The certificates in PEM, and nothing else. */
    public String pem() {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            for (X509Certificate certificate : certificates) {
                writer.writeObject(certificate);
            }
        } catch (IOException e) {
            throw new IllegalStateException("a text can be written to", e);
        }
        return text.toString();
    }

    private Set<TrustAnchor> anchors() {
        return certificates.stream()
                .filter(Roots::signsItself)
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toSet());
    }

    private static boolean signsItself(X509Certificate certificate) {
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /**
     * Whether the certificate leads to one of the roots, all of them being valid at the time. Whether one was revoked
     * is not asked: that would tell somebody.
     *
     * @param others what may stand between them
     */
    boolean lead(X509Certificate certificate, List<X509Certificate> others, Instant at) {
        Set<TrustAnchor> anchors = anchors();
        if (anchors.isEmpty()) {
            return false;
        }
        if (certificates.contains(certificate) && signsItself(certificate)) {
            return true;
        }
        try {
            var target = new X509CertSelector();
            target.setCertificate(certificate);
            var parameters = new PKIXBuilderParameters(anchors, target);
            var all = new ArrayList<>(certificates);
            all.addAll(others);
            all.add(certificate);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
            parameters.setDate(Date.from(at));
            parameters.setRevocationEnabled(false);
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("the parameters are those of PKIX", e);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
