package org.afterword.capture;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which addresses and names belong to this machine or its own network, after the registries of IANA. */
final class Addresses {
    private static final Pattern NUMERIC_LABEL = Pattern.compile("\\d+|0[xX][0-9a-fA-F]*");
    private static final Set<String> OWN_ENDINGS =
            Set.of("localhost", "local", "internal", "intranet", "lan", "home", "corp", "arpa", "localdomain");

    private Addresses() {}

    /**
     * The address that is written out in a host, if one is.
     *
     * @param host in brackets if it is of version 6
     * @throws CaptureException if it looks like a number but is not written in the plain way: such forms (a single
     *     number, octal, hexadecimal) are read differently by different programs
     */
    static Optional<InetAddress> literal(String host) throws CaptureException {
        if (host.startsWith("[")) {
            return Optional.of(of(host.substring(1, host.length() - 1)));
        }
        String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (!NUMERIC_LABEL.matcher(bare.substring(bare.lastIndexOf('.') + 1)).matches()) {
            return Optional.empty();
        }
        if (!bare.matches("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})")) {
            throw new CaptureException("its address is a number in an unusual form; nothing was asked of it");
        }
        return Optional.of(of(bare));
    }

    private static InetAddress of(String literal) throws CaptureException {
        try {
            return InetAddress.ofLiteral(literal);
        } catch (IllegalArgumentException e) {
            throw new CaptureException("its address is a number that no machine can have");
        }
    }

    /** Whether a name always means this machine or its own network. */
    static boolean isOwnName(String host) {
        String bare = (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).toLowerCase(Locale.ROOT);
        return OWN_ENDINGS.contains(bare.substring(bare.lastIndexOf('.') + 1)) || !bare.contains(".");
    }

    /** Whether an address is no public one: this machine, its network, or nobody's in particular. */
    static boolean isPrivate(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] b = address.getAddress();
        return address instanceof Inet6Address ? isPrivate6(b) : isPrivate4(b);
    }

    private static boolean isPrivate4(byte[] b) {
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        return first == 0
                || first == 10
                || first == 127
                || first >= 224
                || (first == 100 && (second & 0xc0) == 64)
                || (first == 169 && second == 254)
                || (first == 172 && (second & 0xf0) == 16)
                || (first == 192 && second == 168)
                || (first == 192 && second == 0 && b[2] == 0)
                || (first == 198 && (second & 0xfe) == 18);
    }

    private static boolean isPrivate6(byte[] b) {
        boolean zeros = true;
        for (int i = 0; i < 10; i++) {
            zeros &= b[i] == 0;
        }
        if (zeros && ((b[10] == 0 && b[11] == 0) || (b[10] == -1 && b[11] == -1))) {
            return embedded(b, 12);
        }
        if (starts(b, 0x00, 0x64, 0xff, 0x9b)) {
            return b[4] != 0 || b[5] != 0 || embedded(b, 12);
        }
        if (starts(b, 0x20, 0x02)) {
            return embedded(b, 2);
        }
        boolean global = (b[0] & 0xe0) == 0x20;
        boolean teredoOrOther = starts(b, 0x20, 0x01) && (b[2] & 0xfe) == 0;
        return !global || teredoOrOther;
    }

    private static boolean starts(byte[] b, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((b[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** An address of version 4 inside one of version 6. */
    private static boolean embedded(byte[] b, int at) {
        try {
            return isPrivate(InetAddress.getByAddress(Arrays.copyOfRange(b, at, at + 4)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
