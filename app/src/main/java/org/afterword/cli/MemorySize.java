package org.afterword.cli;

import java.util.Locale;

/** An amount of memory as people write it. */
final class MemorySize {
    private static final long LEAST = 64L << 20;

    private MemorySize() {}

    /**
     * @param text a whole number with K, M or G, powers of 1024
     * @throws UsageException if it is of another form, or too little to work with
     */
    static long bytes(String text) {
        String plain = text.strip().toUpperCase(Locale.ROOT);
        if (!plain.matches("[1-9][0-9]{0,6}[KMG]")) {
            throw new UsageException("'" + text + "' is no amount of memory; write for example 512M or 2G.");
        }
        int unit = " KMG".indexOf(plain.charAt(plain.length() - 1));
        long bytes = Long.parseLong(plain.substring(0, plain.length() - 1)) << (10 * unit);
        if (bytes < LEAST) {
            throw new UsageException("--memory is 64M or more: the program alone needs that.");
        }
        return bytes;
    }
}
