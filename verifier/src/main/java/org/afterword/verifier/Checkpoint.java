package org.afterword.verifier;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * How long a log is, and the root of its tree ({@code c2sp.org/tlog-checkpoint}).
 *
 * @param origin which log
 * @param size how many leaves
 * @param root SHA-256, 64 hexadecimal digits
 */
public record Checkpoint(String origin, long size, String root) {
    /** Reads the text of a note whose signature was checked; lines after the third are left aside. */
    public static Optional<Checkpoint> parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || lines[0].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        try {
            byte[] root = Base64.getDecoder().decode(lines[2]);
            // spare bits of the last digit decode to nothing: one root is written in one way
            return root.length == 32 && Base64.getEncoder().encodeToString(root).equals(lines[2])
                    ? Optional.of(of(lines[0], Long.parseLong(lines[1]), root))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * @param root 32 bytes
     */
    public static Checkpoint of(String origin, long size, byte[] root) {
        return new Checkpoint(origin, size, HexFormat.of().formatHex(root));
    }

    /** What is signed: three lines. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(rootBytes()) + "\n";
    }

    public byte[] rootBytes() {
        return HexFormat.of().parseHex(root);
    }
}
