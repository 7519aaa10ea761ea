package org.afterword.workbench;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Slows down who tries passphrases. Three may fail in a row; then each failure doubles how long the next attempt has to
 * wait, up to five minutes. It is counted for where they come from, and, with more patience, for each name: so that
 * nobody who comes from many places can go on for ever, and nobody from one place can keep another out for long.
 */
final class Attempts {
    private static final int FREE_HERE = 3;
    private static final int FREE_FOR_A_NAME = 10;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LONGEST_FOR_A_NAME = Duration.ofSeconds(20);
    /** Without a failure for so long all is forgotten. */
    private static final Duration MEMORY = Duration.ofHours(1);

    private static final int MOST = 4096;

    private final LongSupplier nanos;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    private record Failures(int count, long last, long until) {}

    /** @param nanos a clock, as {@link System#nanoTime} is */
    Attempts(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** How long that person has to wait before the next attempt; zero if they need not. */
    synchronized Duration wait(String name, InetAddress from) {
        long now = nanos.getAsLong();
        failures.values().removeIf(one -> now - one.last() > MEMORY.toNanos());
        return Duration.ofNanos(Math.max(left(of(name), now), left(of(from), now)));
    }

    private long left(String key, long now) {
        Failures known = failures.get(key);
        return known == null ? 0 : Math.max(0, known.until() - now);
    }

    synchronized void failed(String name, InetAddress from) {
        add(of(name), FREE_FOR_A_NAME, LONGEST_FOR_A_NAME);
        add(of(from), FREE_HERE, LONGEST);
    }

    /** From there, somebody came in. What was tried with their name elsewhere is not forgotten. */
    synchronized void succeeded(InetAddress from) {
        failures.remove(of(from));
    }

    private void add(String key, int free, Duration longest) {
        long now = nanos.getAsLong();
        Failures before = failures.remove(key);
        int count = before == null ? 1 : before.count() + 1;
        long pause = count <= free ? 0 : Math.min(longest.toNanos(), FIRST.toNanos() << Math.min(20, count - free - 1));
        if (failures.size() >= MOST) {
            failures.remove(failures.keySet().iterator().next());
        }
        failures.put(key, new Failures(count, now, now + pause));
    }

    private static String of(String name) {
        return "name " + name;
    }

    /** Who has one address of the newer kind has many: the first half says where. */
    private static String of(InetAddress from) {
        byte[] address = from.getAddress();
        return "from " + Arrays.toString(from instanceof Inet6Address ? Arrays.copyOf(address, 8) : address);
    }
}
