package org.afterword.custody;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** Makes time stamps, right ones and wrong ones. */
final class Forger {
    private static final X500Name ROOT = new X500Name("CN=Forged root");
    private static final X500Name NAME = new X500Name("CN=Forged time\u001b[31m");

    private final KeyPair rootKeys = keys();
    private final KeyPair keys = keys();
    final X509Certificate root;

    Instant from = Instant.now().minus(Duration.ofDays(10));
    Instant until = Instant.now().plus(Duration.ofDays(10));
    Instant time = Instant.now();

    Forger() throws Exception {
        root = certificate(ROOT, rootKeys, BasicConstraints.getInstance(new BasicConstraints(true).toASN1Primitive()));
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private X509Certificate certificate(X500Name subject, KeyPair own, BasicConstraints constraints) throws Exception {
        var builder = new JcaX509v3CertificateBuilder(
                ROOT, BigInteger.TWO, Date.from(from), Date.from(until), subject, own.getPublic());
        if (constraints.isCA()) {
            builder.addExtension(Extension.basicConstraints, true, constraints);
        }
        return sign(builder);
    }

    private X509Certificate sign(JcaX509v3CertificateBuilder builder) throws Exception {
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(rootKeys.getPrivate())));
    }

    /** A certificate for the given uses. */
    private X509Certificate signer(boolean critical, KeyPurposeId... uses) throws Exception {
        var builder = new JcaX509v3CertificateBuilder(
                ROOT, BigInteger.TEN, Date.from(from), Date.from(until), NAME, keys.getPublic());
        if (uses.length > 0) {
            builder.addExtension(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(uses));
        }
        return sign(builder);
    }

    private static final KeyPurposeId STAMPING = KeyPurposeId.id_kp_timeStamping;

    private TimeStampTokenGenerator generator(X509Certificate own) throws Exception {
        var signer = new JcaSimpleSignerInfoGeneratorBuilder()
                .setSignedAttributeGenerator(new WithoutSigningTime())
                .build("SHA256withECDSA", keys.getPrivate(), own);
        DigestCalculator digest = new JcaDigestCalculatorProviderBuilder()
                .build()
                .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
        return new TimeStampTokenGenerator(signer, digest, new ASN1ObjectIdentifier("1.2.3.4.5"));
    }

    /** As it should be, but for what the fields say. */
    byte[] response(byte[] request) throws Exception {
        var own = signer(true, STAMPING); // each is signed anew
        var tokens = generator(own);
        tokens.addCertificates(new JcaCertStore(List.of(own, root)));
        return answers(tokens)
                .generate(new TimeStampRequest(request), BigInteger.ONE, Date.from(time))
                .getEncoded();
    }

    private static TimeStampResponseGenerator answers(TimeStampTokenGenerator tokens) {
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
    }

    byte[] withoutCertificate(byte[] request) throws Exception {
        var tokens = generator(signer(true, STAMPING));
        tokens.addCertificates(new JcaCertStore(List.of(root)));
        var token = tokens.generate(new TimeStampRequest(request), BigInteger.ONE, Date.from(time));
        return granted(token.toCMSSignedData());
    }

    /** Its certificate is exchanged for one of the same name, number and key that is for something else. */
    byte[] forOtherUse(byte[] request, boolean critical, KeyPurposeId... uses) throws Exception {
        var token = generator(signer(true, STAMPING))
                .generate(withoutCertificates(request), BigInteger.ONE, Date.from(time));
        return granted(CMSSignedData.replaceCertificatesAndCRLs(
                token.toCMSSignedData(),
                new JcaCertStore(List.of(signer(critical, uses))),
                token.getAttributeCertificates(),
                token.getCRLs()));
    }

    private static TimeStampRequest withoutCertificates(byte[] request) throws Exception {
        var asked = new TimeStampRequest(request);
        var generator = new org.bouncycastle.tsp.TimeStampRequestGenerator();
        return generator.generate(asked.getMessageImprintAlgOID(), asked.getMessageImprintDigest(), asked.getNonce());
    }

    private static byte[] granted(CMSSignedData token) throws Exception {
        return new TimeStampResp(new PKIStatusInfo(PKIStatus.granted), ContentInfo.getInstance(token.toASN1Structure()))
                .getEncoded();
    }

    byte[] refusal() throws Exception {
        return answers(generator(signer(true, STAMPING)))
                .generateFailResponse(2, 1 << 30, "not today\u001b[2J, archivist")
                .getEncoded();
    }

    byte[] rootPem() throws Exception {
        return Roots.parse(new X509CertificateHolder(root.getEncoded()).getEncoded())
                .pem()
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    /** The library would put today's time there, which other times of a token must not contradict. */
    private static final class WithoutSigningTime implements CMSAttributeTableGenerator {
        private final DefaultSignedAttributeTableGenerator standard = new DefaultSignedAttributeTableGenerator();

        @Override
        public AttributeTable getAttributes(@SuppressWarnings("rawtypes") Map parameters) {
            return standard.getAttributes(parameters).remove(CMSAttributes.signingTime);
        }
    }
}
