package org.afterword.capture;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks a SOCKS5 proxy for a connection (RFC 1928, RFC 1929). Names go to the proxy as names. */
final class Socks {
    private static final int NO_LOGIN = 0;
    private static final int LOGIN = 2;

    private Socks() {}

    /**
     * @param login offered, for the proxies that take one
     * @throws CaptureException if the proxy refuses, with its reason
     */
    static void connect(Socket proxy, String host, Optional<InetAddress> literal, int port, Way.Login login)
            throws IOException {
        var in = new DataInputStream(proxy.getInputStream());
        send(proxy, new byte[] {5, 2, NO_LOGIN, LOGIN});
        expect(in, 5);
        int method = in.readUnsignedByte();
        if (method == LOGIN) {
            var out = new ByteArrayOutputStream();
            out.write(1);
            counted(out, login.name());
            counted(out, login.password());
            send(proxy, out.toByteArray());
            in.readUnsignedByte();
            if (in.readUnsignedByte() != 0) {
                throw new CaptureException("the proxy does not accept the login");
            }
        } else if (method != NO_LOGIN) {
            throw new CaptureException("the proxy wants a way of login that Afterword does not know");
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {5, 1, 0});
        if (literal.isPresent()) {
            byte[] address = literal.get().getAddress();
            out.write(address.length == 4 ? 1 : 4);
            out.writeBytes(address);
        } else {
            out.write(3);
            counted(out, host);
        }
        out.write(port >> 8);
        out.write(port);
        send(proxy, out.toByteArray());
        expect(in, 5);
        int reply = in.readUnsignedByte();
        if (reply != 0) {
            throw new CaptureException(reason(reply));
        }
        in.readUnsignedByte();
        int length = switch (in.readUnsignedByte()) {
            case 1 -> 4;
            case 4 -> 16;
            case 3 -> in.readUnsignedByte();
            default -> throw new CaptureException("what answers at the proxy's address is no SOCKS5 proxy");
        };
        in.skipNBytes(length + 2L);
    }

    private static void expect(DataInputStream in, int version) throws IOException {
        if (in.readUnsignedByte() != version) {
            throw new CaptureException("what answers at the proxy's address is no SOCKS5 proxy");
        }
    }

    private static void counted(ByteArrayOutputStream out, String text) throws CaptureException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0 || bytes.length > 255) {
            throw new CaptureException("a name is too long for the proxy, or empty");
        }
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private static void send(Socket proxy, byte[] bytes) throws IOException {
        proxy.getOutputStream().write(bytes);
        proxy.getOutputStream().flush();
    }

    private static String reason(int reply) {
        return switch (reply) {
            case 2 -> "the proxy's rules do not allow it";
            case 3, 4 -> "the proxy cannot reach it";
            case 5 -> "it refused the proxy's connection";
            case 6 -> "it did not answer the proxy in time";
            default -> "the proxy could not connect to it (SOCKS reply " + reply + ")";
        };
    }
}
