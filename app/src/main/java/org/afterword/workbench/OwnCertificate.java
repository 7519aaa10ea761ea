package org.afterword.workbench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.ContentSigner;

/**
 * A certificate that signs itself, made anew from a secret of the case whenever it is served: nothing of it is kept
 * anywhere, and its fingerprint is the same for one case, one address and one year. ECDSA on P-256 with signatures that
 * follow from what is signed (RFC 6979).
 */
final class OwnCertificate {
    private static final ASN1ObjectIdentifier CURVE = X9ObjectIdentifiers.prime256v1;
    private static final int VALID_YEARS = 2;

    private OwnCertificate() {}

    /**
     * @param secret 32 bytes
     * @param host a name, or an address
     * @param year on the first day of which it begins
     */
    static Tls of(byte[] secret, String host, int year) {
        var curve = ECNamedCurveTable.getParameterSpec("P-256");
        var domain = new ECNamedDomainParameters(CURVE, curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
        BigInteger scalar = new BigInteger(1, secret)
                .mod(curve.getN().subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
        var key = new ECPrivateKeyParameters(scalar, domain);
        var point = new ECPublicKeyParameters(domain.getG().multiply(scalar).normalize(), domain);
        var name = new X500Name("CN=Afterword");
        try {
            var builder = new X509v3CertificateBuilder(
                            name,
                            BigInteger.valueOf(year),
                            first(year),
                            first(year + VALID_YEARS),
                            name,
                            SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(point))
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(named(host)));
            PrivateKey plain = new JcaPEMKeyConverter().getPrivateKey(PrivateKeyInfoFactory.createPrivateKeyInfo(key));
            return new Tls(
                    plain, List.of(new JcaX509CertificateConverter().getCertificate(builder.build(new Signer(key)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate of our own can be read", e);
        }
    }

    private static Date first(int year) {
        return Date.from(LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static GeneralName named(String host) {
        try {
            String address = InetAddress.ofLiteral(host).getHostAddress();
            return new GeneralName(GeneralName.iPAddress, address);
        } catch (IllegalArgumentException e) {
            return new GeneralName(GeneralName.dNSName, host);
        }
    }

    private static final class Signer implements ContentSigner {
        private final ECPrivateKeyParameters key;
        private final ByteArrayOutputStream signed = new ByteArrayOutputStream();

        private Signer(ECPrivateKeyParameters key) {
            this.key = key;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        }

        @Override
        public OutputStream getOutputStream() {
            return signed;
        }

        @Override
        public byte[] getSignature() {
            var digest = new SHA256Digest();
            digest.update(signed.toByteArray(), 0, signed.size());
            var hash = new byte[digest.getDigestSize()];
            digest.doFinal(hash, 0);
            var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
            signer.init(true, key);
            BigInteger[] pair = signer.generateSignature(hash);
            try {
                return StandardDSAEncoding.INSTANCE.encode(key.getParameters().getN(), pair[0], pair[1]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
