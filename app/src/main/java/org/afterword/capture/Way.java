package org.afterword.capture;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a site is reached, and so what it learns of who looks. */
public sealed interface Way {

    /** From this machine; the site sees its address, and the name server hears the site's name. */
    record Direct() implements Way {
        @Override
        public String toString() {
            return "direct";
        }
    }

    /**
     * Through a SOCKS5 proxy, which also resolves the names: nothing is asked of this machine's name server.
     *
     * @param port 1 to 65535
     * @param user for proxies that ask; Tor keeps the circuits of different users apart
     */
    record Proxy(String host, int port, Optional<Login> user) implements Way {
        @Override
        public String toString() {
            return "socks5://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /** Not shown in any text form. */
    record Login(String name, String password) {
        @Override
        public String toString() {
            return "a login";
        }
    }

    /**
     * Reads {@code socks5://HOST:PORT}; {@code socks5h} is the same.
     *
     * @throws IllegalArgumentException with a sentence
     */
    static Proxy proxy(String text) {
        Matcher parts = Parts.PROXY.matcher(text.strip());
        if (!parts.matches() || Integer.parseInt(parts.group("port")) > 65535) {
            throw new IllegalArgumentException("'" + text
                    + "' is no proxy that can be used; write socks5://HOST:PORT, for Tor socks5://127.0.0.1:9050");
        }
        String host = parts.group("host");
        Optional<Login> login = Optional.ofNullable(parts.group("user"))
                .map(user -> new Login(
                        user, Optional.ofNullable(parts.group("password")).orElse("")));
        return new Proxy(
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                Integer.parseInt(parts.group("port")),
                login);
    }

    /** What a proxy's address is made of. */
    final class Parts {
        private static final Pattern PROXY = Pattern.compile(
                "socks5h?://(?:(?<user>[^:@/]+)(?::(?<password>[^@/]*))?@)?(?<host>\\[[0-9a-fA-F:.]+]|[^:/@\\[\\]]+):(?<port>\\d{1,5})/?");

        private Parts() {}
    }
}
