package org.afterword.custody;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Sha256;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.GenTimeAccuracy;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;

/** Reads and checks a time-stamp token (RFC 3161). What comes in is from outside and may be anything. */
final class Token {
    /** MD5 and SHA-1, with which nothing may be signed any more. */
    private static final List<String> UNSAFE = List.of("1.2.840.113549.2.5", "1.3.14.3.2.26");

    /** Finding a way through many takes very long. */
    private static final int MOST_CERTIFICATES = 20;

    private final TimeStampToken token;
    private final TimeStampTokenInfo info;
    private final X509CertificateHolder signer;
    private final List<X509Certificate> certificates;

    private Token(TimeStampToken token, X509CertificateHolder signer, List<X509Certificate> certificates) {
        this.token = token;
        this.info = token.getTimeStampInfo();
        this.signer = signer;
        this.certificates = certificates;
    }

    /**
     * Checks everything but the root: that it was granted, that it is about this stamp and answers this request, that
     * a certificate for time stamping, valid at that time, signed it.
     *
     * @param given whom a person trusts now
     * @throws StampException why it proves nothing
     */
    static Existed check(TimeStamp stamp, Roots given) throws StampException {
        try {
            return read(stamp).existed(stamp, given);
        } catch (RuntimeException | StackOverflowError e) {
            // The libraries answer malformed structures in many ways; none may end what goes on around this.
            throw new StampException("it sent something that is no time stamp", e);
        }
    }

    private static Token read(TimeStamp stamp) throws StampException {
        try {
            var request = new TimeStampRequest(TimeStampReq.getInstance(ASN1Primitive.fromByteArray(stamp.request())));
            var response =
                    new TimeStampResponse(TimeStampResp.getInstance(ASN1Primitive.fromByteArray(stamp.response())));
            if (response.getStatus() != 0 && response.getStatus() != 1) {
                throw new StampException("it refused" + reason(response));
            }
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new StampException("it granted a time stamp and sent none");
            }
            fits(request, token.getTimeStampInfo(), stamp);
            response.validate(request);
            return signed(token);
        } catch (TSPException | IOException | CMSException e) {
            throw new StampException("it sent something that is no time stamp", e);
        }
    }

    private static String reason(TimeStampResponse response) {
        String text = response.getStatusString();
        return text == null || text.isBlank() ? "" : ": \"" + plain(text) + "\"";
    }

    private static void fits(TimeStampRequest request, TimeStampTokenInfo info, TimeStamp stamp) throws StampException {
        byte[] imprint = Sha256.of(stamp.stamped()).bytes();
        if (!request.getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                || !Arrays.equals(request.getMessageImprintDigest(), imprint)) {
            throw new StampException("what was asked is not about this checkpoint");
        }
        if (!info.getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                || !Arrays.equals(info.getMessageImprintDigest(), imprint)) {
            throw new StampException("its token is about something else, not about this checkpoint");
        }
        BigInteger nonce = request.getNonce();
        if (nonce != null && !nonce.equals(info.getNonce())) {
            throw new StampException("its token answers another request (the nonce is not ours)");
        }
        if (request.getReqPolicy() != null && !request.getReqPolicy().equals(info.getPolicy())) {
            throw new StampException("its token was given under another policy than was asked for");
        }
    }

    private static Token signed(TimeStampToken token) throws StampException, CMSException {
        Collection<SignerInformation> signers =
                token.toCMSSignedData().getSignerInfos().getSigners();
        if (signers.size() != 1) {
            throw new StampException("its token is not signed by exactly one");
        }
        if (UNSAFE.contains(signers.iterator().next().getDigestAlgOID())) {
            throw new StampException("it signs with MD5 or SHA-1, which can be forged");
        }
        @SuppressWarnings("unchecked") // any holder is an X509CertificateHolder; the selector has no type
        Collection<X509CertificateHolder> own = token.getCertificates().getMatches(token.getSID());
        if (own.isEmpty()) {
            throw new StampException("it did not send the certificate that it signs with");
        }
        return new Token(token, own.iterator().next(), certificates(token));
    }

    private static List<X509Certificate> certificates(TimeStampToken token) throws StampException {
        var converter = new JcaX509CertificateConverter();
        Collection<X509CertificateHolder> sent = token.getCertificates().getMatches(null);
        if (sent.size() > MOST_CERTIFICATES) {
            throw new StampException("it sent " + sent.size() + " certificates, more than any chain has");
        }
        List<X509Certificate> all = new ArrayList<>();
        for (X509CertificateHolder holder : sent) {
            try {
                all.add(converter.getCertificate(holder));
            } catch (CertificateException e) {
                throw new StampException("it sent a certificate that cannot be read", e);
            }
        }
        return all;
    }

    private Existed existed(TimeStamp stamp, Roots given) throws StampException {
        forTimeStamping();
        if (!signer.isValidOn(info.getGenTime())) {
            throw new StampException(
                    "its certificate was not valid at the time it states (" + time() + "): expired, or not yet valid");
        }
        signatureHolds();
        Instant before = info.getGenTimeAccuracy() == null ? time() : time().plus(accuracy(info.getGenTimeAccuracy()));
        return new Existed(
                time(),
                before,
                info.getGenTimeAccuracy() != null,
                name(),
                info.getPolicy().getId(),
                info.getSerialNumber().toString(),
                root(stamp, given));
    }

    private Instant time() {
        return info.getGenTime().toInstant();
    }

    private static Duration accuracy(GenTimeAccuracy accuracy) throws StampException {
        if (accuracy.getSeconds() < 0 || accuracy.getMillis() < 0 || accuracy.getMicros() < 0) {
            throw new StampException("its token states an accuracy below nothing");
        }
        return Duration.ofSeconds(accuracy.getSeconds())
                .plusMillis(accuracy.getMillis())
                .plusNanos(accuracy.getMicros() * 1000L);
    }

    private void forTimeStamping() throws StampException {
        Extension usage = signer.getExtension(Extension.extendedKeyUsage);
        if (usage == null || !usage.isCritical()) {
            throw new StampException("its certificate does not say that it is for time stamping only");
        }
        KeyPurposeId[] usages =
                ExtendedKeyUsage.getInstance(usage.getParsedValue()).getUsages();
        if (usages.length != 1 || !usages[0].equals(KeyPurposeId.id_kp_timeStamping)) {
            throw new StampException("its certificate is for something other than time stamping");
        }
    }

    private void signatureHolds() throws StampException {
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
        } catch (TSPException e) {
            throw new StampException("the signature of its token does not hold", e);
        } catch (OperatorCreationException | CertificateException e) {
            throw new StampException("it signs in a way that cannot be checked here", e);
        }
    }

    private Existed.Root root(TimeStamp stamp, Roots given) {
        if (!given.isEmpty()) {
            return leadsTo(given) ? Existed.Root.GIVEN : Existed.Root.ELSEWHERE;
        }
        return kept(stamp).filter(this::leadsTo).isPresent() ? Existed.Root.KEPT : Existed.Root.UNCHECKED;
    }

    private boolean leadsTo(Roots roots) {
        return certificates.stream()
                .filter(certificate -> signer.equals(holder(certificate)))
                .anyMatch(certificate -> roots.lead(certificate, certificates, time()));
    }

    private static X509CertificateHolder holder(X509Certificate certificate) {
        try {
            return new X509CertificateHolder(certificate.getEncoded());
        } catch (IOException | CertificateException e) {
            throw new IllegalArgumentException("a certificate that was read can be written", e);
        }
    }

    private static Optional<Roots> kept(TimeStamp stamp) {
        return stamp.roots().map(pem -> Roots.parse(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The common name, else the whole name. */
    private String name() {
        var common = signer.getSubject().getRDNs(BCStyle.CN);
        return plain(
                common.length > 0
                        ? IETFUtils.valueToString(common[0].getFirst().getValue())
                        : signer.getSubject().toString());
    }

    /** A text from outside that does nothing to a terminal. */
    static String plain(String text) {
        String clean = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", " ").strip();
        return clean.length() > 200 ? clean.substring(0, 200) + "…" : clean;
    }
}
