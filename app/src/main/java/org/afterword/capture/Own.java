package org.afterword.capture;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.IdentityKind;

/**
 * What in a captured page leads to who captured it: the address, the user's and the machine's name, the cookies that
 * were given for this visit.
 *
 * @param what "address", "user name", "host name", "cookie"
 * @param value as it stands there
 * @param places the addresses of the answers in which it stands; at most five
 * @param inPage whether it can be read on the page itself
 */
public record Own(String what, String value, List<String> places, boolean inPage) {
    private static final int PLACES = 5;
    private static final int LEAST_COOKIE = 8;
    private static final Set<String> EVERYBODYS =
            Set.of("root", "user", "admin", "home", "ubuntu", "debian", "localhost", "localhost.localdomain", "host");
    /** Headers by which servers say whom they answered. */
    private static final Set<String> ECHOES = Set.of(
            "x-client-ip",
            "x-real-ip",
            "x-forwarded-for",
            "x-remote-addr",
            "x-remote-ip",
            "x-your-ip",
            "client-ip",
            "true-client-ip",
            "cf-connecting-ip",
            "fastly-client-ip");

    private static final Pattern NUMBERS = Pattern.compile("(?<![\\w.])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\w.])");
    private static final Pattern SAID = Pattern.compile(
            "(?i)\\byour\\s+(?:public\\s+)?(?:ip|ip[- ]address|address)\\b[^0-9a-f]{0,40}(?<ip>(?:\\d{1,3}\\.){3}\\d{1,3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})");

    public Own {
        places = List.copyOf(places);
    }

    /** How the case knows such a name. */
    public IdentityKind kind() {
        return what.equals("user name") || what.equals("host name") ? IdentityKind.HANDLE : IdentityKind.NUMBER;
    }

    /**
     * @param text what can be read on the page
     * @param cookies values of those that were given
     */
    static List<Own> in(List<Exchange> exchanges, String text, List<String> cookies) {
        Map<String, String> sought = new LinkedHashMap<>();
        addresses().forEach(address -> sought.put(address, "address"));
        for (Exchange exchange : exchanges) {
            echoed(exchange).forEach(address -> sought.putIfAbsent(address, "address"));
        }
        Matcher said = SAID.matcher(text);
        while (said.find()) {
            sought.putIfAbsent(said.group("ip"), "address");
        }
        name(System.getProperty("user.name", "")).ifPresent(name -> sought.putIfAbsent(name, "user name"));
        hostNames().forEach(host -> name(host).ifPresent(name -> sought.putIfAbsent(name, "host name")));
        cookies.stream()
                .filter(value -> value.length() >= LEAST_COOKIE)
                .forEach(value -> sought.putIfAbsent(value, "cookie"));
        List<Own> found = new ArrayList<>();
        sought.forEach((value, what) -> find(what, value, exchanges, text).ifPresent(found::add));
        return found;
    }

    private static Optional<Own> find(String what, String value, List<Exchange> exchanges, String text) {
        Pattern pattern = Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(value) + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);
        boolean inPage = pattern.matcher(text).find();
        List<String> places = exchanges.stream()
                .filter(exchange -> pattern.matcher(head(exchange)).find()
                        || (textual(exchange)
                                && pattern.matcher(new String(exchange.body(), StandardCharsets.ISO_8859_1))
                                        .find()))
                .map(exchange -> exchange.url().toString())
                .distinct()
                .limit(PLACES)
                .toList();
        return inPage || !places.isEmpty() ? Optional.of(new Own(what, value, places, inPage)) : Optional.empty();
    }

    private static boolean textual(Exchange exchange) {
        String type = exchange.type();
        return type.startsWith("text/") || type.endsWith("json") || type.endsWith("xml") || type.endsWith("javascript");
    }

    private static String head(Exchange exchange) {
        int body = exchange.response().length - Math.min(exchange.response().length, exchange.payload().length);
        return new String(exchange.response(), 0, Math.min(body, 1 << 16), StandardCharsets.ISO_8859_1);
    }

    private static List<String> echoed(Exchange exchange) {
        List<String> found = new ArrayList<>();
        exchange.headers().forEach((name, values) -> {
            if (ECHOES.contains(name)) {
                values.forEach(value -> found.add(value.replaceFirst(",.*$", "").strip()));
            } else if (name.equals("set-cookie")) {
                values.forEach(value -> NUMBERS.matcher(value).results().forEach(one -> found.add(one.group())));
            }
        });
        found.removeIf(value -> value.length() < 3);
        return found;
    }

    private static Optional<String> name(String name) {
        return Optional.of(name.strip())
                .filter(text -> text.length() >= 3 && !EVERYBODYS.contains(text.toLowerCase(Locale.ROOT)));
    }

    private static List<String> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress())
                    .map(InetAddress::getHostAddress)
                    .map(address -> address.replaceFirst("%.*$", ""))
                    .distinct()
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    /** From the system's own files: asking the network for it would ask the network. */
    private static List<String> hostNames() {
        List<String> names = new ArrayList<>();
        Optional.ofNullable(System.getenv("HOSTNAME")).ifPresent(names::add);
        Optional.ofNullable(System.getenv("COMPUTERNAME")).ifPresent(names::add);
        try {
            names.add(Files.readString(Path.of("/proc/sys/kernel/hostname")).strip());
        } catch (IOException e) {
            // not on this system
        }
        return names.stream().distinct().toList();
    }
}
