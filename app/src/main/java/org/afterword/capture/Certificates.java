package org.afterword.capture;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.afterword.model.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Secures one connection, and notes with whom. A certificate that proves nothing is noted and does not stop the
 * capture: nothing secret is sent, and a page with an expired certificate goes away like any other.
 */
final class Certificates extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager system;
    private Optional<String> distrust = Optional.empty();

    private Certificates(X509ExtendedTrustManager system) {
        this.system = system;
    }

    /** What came of it. */
    record Secured(SSLSocket socket, Tls tls) {}

    /**
     * @param named whether the host is a name, which the certificate must have and the server hears
     */
    static Secured secure(Socket plain, String host, int port, boolean named) throws IOException {
        try {
            var certificates = new Certificates(system());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {certificates}, null);
            var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setApplicationProtocols(new String[] {"http/1.1"});
            if (named) {
                parameters.setServerNames(List.of(new SNIHostName(host.replaceFirst("\\.$", ""))));
            }
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return new Secured(socket, certificates.describe(socket.getSession()));
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java cannot secure a connection", e);
        }
    }

    private static X509ExtendedTrustManager system() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("there is no trust manager"));
    }

    private Tls describe(SSLSession session) throws IOException, CertificateEncodingException {
        List<String> hashes = new ArrayList<>();
        List<String> encoded = new ArrayList<>();
        for (var certificate : session.getPeerCertificates()) {
            byte[] bytes = certificate.getEncoded();
            hashes.add(Sha256.of(bytes).hex());
            encoded.add(Base64.getEncoder().encodeToString(bytes));
        }
        var own = (X509Certificate) session.getPeerCertificates()[0];
        return new Tls(
                session.getProtocol(),
                session.getCipherSuite(),
                own.getSubjectX500Principal().getName(),
                own.getIssuerX500Principal().getName(),
                own.getNotBefore().toInstant().toString(),
                own.getNotAfter().toInstant().toString(),
                hashes,
                distrust,
                encoded);
    }

    /** A sentence, not the checker's words, which may be long and hold names. */
    private static String reason(CertificateException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof CertificateExpiredException) {
                return "it had expired";
            }
            if (t instanceof CertificateNotYetValidException) {
                return "it is not valid yet";
            }
        }
        String message = Optional.ofNullable(e.getMessage()).orElse("");
        return message.startsWith("No subject alternative") || message.startsWith("No name matching")
                ? "it is another site's"
                : "nobody who is known vouches for it";
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
        try {
            system.checkServerTrusted(chain, type, socket);
        } catch (CertificateException e) {
            distrust = Optional.of(reason(e));
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        system.checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        system.checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
            throws CertificateException {
        throw new CertificateException("nobody connects to us");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("nobody connects to us");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("nobody connects to us");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return system.getAcceptedIssuers();
    }
}
