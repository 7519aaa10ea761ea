package org.afterword.capture;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.netpreserve.jwarc.URIs;

/**
 * The address of a page: http or https, a host, no user name, no fragment.
 *
 * @param uri in ASCII, the host in lower case
 */
record WebAddress(URI uri) {

    /**
     * @param text as typed, or as a page has it
     * @throws IllegalArgumentException with a sentence
     */
    static WebAddress of(String text) {
        return parse(text.strip())
                .orElseThrow(() -> new IllegalArgumentException("'" + text
                        + "' is no address of a web page; it must begin with http:// or https://, and have no user name"
                        + " in it"));
    }

    /** Leniently: what a page's author wrote. */
    static Optional<WebAddress> parse(String text) {
        try {
            URI raw = URI.create(URIs.percentEncodeIllegals(asciiHost(text.replaceFirst("#.*$", ""))));
            String scheme = Optional.ofNullable(raw.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            if (!(scheme.equals("http") || scheme.equals("https"))
                    || raw.getHost() == null
                    || raw.getRawUserInfo() != null
                    || raw.getPort() > 65535
                    || raw.getPort() == 0) {
                return Optional.empty();
            }
            int port = raw.getPort() == (scheme.equals("http") ? 80 : 443) ? -1 : raw.getPort();
            String path = raw.getRawPath().isEmpty() ? "/" : raw.getRawPath();
            return Optional.of(new WebAddress(URI.create(scheme + "://"
                    + raw.getHost().toLowerCase(Locale.ROOT)
                    + (port < 0 ? "" : ":" + port)
                    + path
                    + (raw.getRawQuery() == null ? "" : "?" + raw.getRawQuery()))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String asciiHost(String text) {
        int from = text.indexOf("://") + 3;
        if (from < 3) {
            return text;
        }
        int to = from;
        while (to < text.length() && "/?#:@".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        String host = text.substring(from, to);
        boolean ascii = host.chars().allMatch(c -> c < 128);
        return ascii ? text : text.substring(0, from) + IDN.toASCII(host, IDN.ALLOW_UNASSIGNED) + text.substring(to);
    }

    /** What a reference on the page at this address leads to. */
    Optional<WebAddress> resolve(String reference) {
        try {
            String clean = URIs.percentEncodeIllegals(reference.strip());
            return parse(clean.contains("://") ? clean : uri.resolve(clean).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean secure() {
        return uri.getScheme().equals("https");
    }

    /** In brackets if it is an address of version 6. */
    String host() {
        return uri.getHost();
    }

    int port() {
        return uri.getPort() >= 0 ? uri.getPort() : secure() ? 443 : 80;
    }

    /** Path and query. */
    String target() {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    /** The host, and the port where it is not the usual one. */
    String authority() {
        return uri.getRawAuthority();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
