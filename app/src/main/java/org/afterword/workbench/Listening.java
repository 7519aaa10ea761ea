package org.afterword.workbench;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.afterword.Case;

/**
 * Where a case is served to others, and how.
 *
 * @param host as it stands in the address that they are given
 * @param address on which it listens
 * @param port 0 for a free one
 * @param idle how long somebody may look at no page before they are asked again who they are
 */
public record Listening(String host, InetAddress address, int port, Tls tls, Duration idle) {
    /**
     * @param host a name of this computer, or one of its addresses
     * @param given a certificate and its key; without one the program makes its own
     * @throws IllegalArgumentException with a clause, if nobody is let in by name, or there is no such address
     */
    public static Listening of(Case opened, String host, int port, Optional<Tls> given, Duration idle) {
        if (opened.contents().users().isEmpty()) {
            throw new IllegalArgumentException("nobody is let in by name yet: 'afterword users CASE add NAME' first;"
                    + " nothing is served to others without");
        }
        InetAddress address = resolved(host);
        if (address.isAnyLocalAddress()) {
            throw new IllegalArgumentException("--listen wants the one address or name by which others reach this"
                    + " computer, such as 192.168.1.20; " + host + " would be all of them");
        }
        int year = LocalDate.now(ZoneOffset.UTC).getYear();
        Tls tls = given.orElseGet(() -> OwnCertificate.of(opened.file().secret("tls"), host, year));
        return new Listening(host, address, port, tls, idle);
    }

    private static InetAddress resolved(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("this computer knows no address of the name '" + host + "'", e);
        }
    }

    /** As they may stand before the port: the one that was given, and the address that it stands for. */
    Set<String> hosts() {
        var hosts = new LinkedHashSet<String>();
        hosts.add(host.contains(":") ? bracketed(host) : host);
        hosts.add(address instanceof Inet6Address ? bracketed(address.getHostAddress()) : address.getHostAddress());
        return hosts;
    }

    private static String bracketed(String address) {
        return "[" + address.replaceFirst("%.*", "") + "]";
    }
}
