package org.afterword.capture;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/**
 * How a connection was secured.
 *
 * @param protocol "TLSv1.3"
 * @param cipher the suite's name
 * @param subject and {@code issuer}: of the site's certificate
 * @param notBefore and {@code notAfter}: as ISO 8601 instants
 * @param certificates SHA-256 of each, in hex, the site's own first
 * @param distrust why the certificate does not prove who answered; empty if it does
 * @param encoded the certificates themselves, in base64 of DER; only in the WARC
 */
public record Tls(
        String protocol,
        String cipher,
        String subject,
        String issuer,
        String notBefore,
        String notAfter,
        List<String> certificates,
        Optional<String> distrust,
        @JsonIgnore List<String> encoded) {
    public Tls {
        certificates = List.copyOf(certificates);
        encoded = encoded == null ? List.of() : List.copyOf(encoded);
    }
}
