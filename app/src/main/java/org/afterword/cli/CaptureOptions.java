package org.afterword.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.Program;
import org.afterword.capture.Capturer;
import org.afterword.capture.Limits;
import org.afterword.capture.Way;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a site is reached, and how much of it is taken. */
final class CaptureOptions {
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([KM])");

    @Option(names = "--direct", description = "Ask the site from this machine; it learns your address.")
    private boolean direct;

    @Option(
            names = "--proxy",
            paramLabel = "socks5://HOST:PORT",
            description = "Ask through a SOCKS5 proxy, such as Tor at socks5://127.0.0.1:9050.")
    private @Nullable String proxy;

    @Option(names = "--allow-private", description = "Let a page lead into your own network too.")
    private boolean allowPrivate;

    @Option(names = "--no-browser", description = "Do not show the page in Chromium: quicker, no screenshot, no PDF.")
    private boolean noBrowser;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            defaultValue = "60s",
            description = "What a page may take of time: 90s, 5m (default: ${DEFAULT-VALUE}).")
    private String time = "60s";

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            defaultValue = "50M",
            description = "What a page may take of size: 500K, 50M, at most 256M (default: ${DEFAULT-VALUE}).")
    private String size = "50M";

    Way way() {
        if (direct == (proxy != null)) {
            throw new UsageException("choose how the site is asked: a capture tells it who looks."
                    + " With --direct it learns your network address, the time, and which pages you keep;"
                    + " with --proxy socks5://HOST:PORT (Tor: socks5://127.0.0.1:9050) it learns the proxy's address"
                    + " instead of yours. Nothing was asked yet");
        }
        return Optional.ofNullable(proxy).<Way>map(Way::proxy).orElseGet(Way.Direct::new);
    }

    boolean allowsPrivate() {
        return allowPrivate;
    }

    Capturer capturer(String by) {
        return new Capturer(way(), limits(), allowPrivate, !noBrowser, by, Program.NAME_AND_VERSION);
    }

    private Limits limits() {
        Matcher bytes = SIZE.matcher(size.toUpperCase(Locale.ROOT));
        if (!bytes.matches()) {
            throw new UsageException("'" + size + "' is no size; write 500K or 50M");
        }
        long unit = bytes.group(2).equals("K") ? 1L << 10 : 1L << 20;
        return new Limits(duration(time), Long.parseLong(bytes.group(1)) * unit, Limits.DEFAULT.requests());
    }

    /** "90s", "6h". */
    static Duration duration(String text) {
        Matcher parts = TIME.matcher(text.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new UsageException("'" + text + "' is no length of time; write 90s, 5m, 6h or 1d");
        }
        long n = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(n);
            case "s" -> Duration.ofSeconds(n);
            case "m" -> Duration.ofMinutes(n);
            case "h" -> Duration.ofHours(n);
            default -> Duration.ofDays(n);
        };
    }
}
