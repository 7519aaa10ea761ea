package org.afterword.capture;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.afterword.model.Id;

/**
 * The one place that connects. An address is checked after it was resolved, and the very one that was checked is
 * connected to, so that a name cannot lead elsewhere a moment later; through a proxy no name is resolved here.
 */
final class Network {
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private final Way way;
    private final boolean allowPrivate;
    private final Resolver resolver;
    private final Way.Login isolated = new Way.Login("afterword-" + Id.random(), "0");

    Network(Way way, boolean allowPrivate, Resolver resolver) {
        this.way = way;
        this.allowPrivate = allowPrivate;
        this.resolver = resolver;
    }

    Way way() {
        return way;
    }

    /**
     * @param socket secured where the address asks for it
     * @param peer who answers; not known through a proxy
     */
    record Connection(Socket socket, Optional<InetAddress> peer, Optional<Tls> tls) {}

    /** Hears of a socket as soon as there is one, so that it can be closed from outside when time is up. */
    interface Opened {
        void socket(Socket socket);
    }

    /**
     * @param within the time for each step
     * @throws CaptureException with the reason, if nothing may be asked there or nobody answers
     */
    Connection connect(WebAddress address, Duration within, Opened opened) throws CaptureException {
        Optional<InetAddress> literal = Addresses.literal(address.host());
        boolean onion =
                address.host().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "").endsWith(".onion");
        if (!allowPrivate && (literal.map(Addresses::isPrivate).orElseGet(() -> Addresses.isOwnName(address.host())))) {
            throw new CaptureException(
                    "it lies in your own network; nothing was asked of it (--allow-private allows it)");
        }
        int timeout = (int) Math.clamp(within.toMillis(), 1, CONNECT.toMillis());
        try {
            Socket socket = switch (way) {
                case Way.Direct direct -> {
                    if (onion) {
                        throw new CaptureException("onion addresses are reached through Tor: use --proxy");
                    }
                    yield direct(checked(address, literal), address.port(), timeout, opened);
                }
                case Way.Proxy proxy -> viaProxy(proxy, address, literal, timeout, opened);
            };
            Optional<InetAddress> peer =
                    way instanceof Way.Direct ? Optional.of(socket.getInetAddress()) : Optional.empty();
            socket.setSoTimeout(timeout);
            if (!address.secure()) {
                return new Connection(socket, peer, Optional.empty());
            }
            Certificates.Secured secured =
                    Certificates.secure(socket, address.host(), address.port(), literal.isEmpty());
            return new Connection(secured.socket(), peer, Optional.of(secured.tls()));
        } catch (CaptureException e) {
            throw e;
        } catch (IOException e) {
            throw new CaptureException(reason(e));
        }
    }

    /** To the first of the addresses that answers. */
    private static Socket direct(List<InetAddress> checked, int port, int timeout, Opened opened) throws IOException {
        IOException last = new UnknownHostException();
        for (InetAddress address : checked) {
            var socket = new Socket();
            opened.socket(socket);
            try {
                socket.connect(new InetSocketAddress(address, port), timeout);
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }

    private Socket viaProxy(
            Way.Proxy proxy, WebAddress address, Optional<InetAddress> literal, int timeout, Opened opened)
            throws IOException {
        var socket = new Socket();
        opened.socket(socket);
        try {
            socket.connect(new InetSocketAddress(proxy.host(), proxy.port()), timeout);
        } catch (IOException | IllegalArgumentException e) {
            throw new CaptureException("the proxy at " + proxy + " does not answer; is it running?");
        }
        socket.setSoTimeout(timeout);
        Socks.connect(
                socket, address.host(), literal, address.port(), proxy.user().orElse(isolated));
        return socket;
    }

    private List<InetAddress> checked(WebAddress address, Optional<InetAddress> literal) throws IOException {
        List<InetAddress> found = literal.isPresent() ? List.of(literal.get()) : resolver.resolve(address.host());
        if (!allowPrivate && found.stream().anyMatch(Addresses::isPrivate)) {
            throw new CaptureException(
                    "its name leads into your own network; nothing was asked of it" + " (--allow-private allows it)");
        }
        List<InetAddress> bare = new ArrayList<>();
        for (InetAddress one : found) {
            // without the name, so that nothing can be looked up again
            bare.add(InetAddress.getByAddress(one.getAddress()));
        }
        return bare;
    }

    /** Why a connection broke, in words that go on from an address. */
    static String reason(IOException e) {
        return switch (e) {
            case CaptureException known -> known.getMessage();
            case UnknownHostException unknown -> "there is no site of this name, or this machine has no network";
            case SocketTimeoutException slow -> "it did not answer in time";
            case ConnectException refused -> "it refused the connection";
            case NoRouteToHostException unreachable -> "there is no way to it from here";
            case SSLException broken -> "no secure connection came about";
            default -> "the connection broke off";
        };
    }
}
