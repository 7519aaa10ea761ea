package org.afterword.casefile;

/**
 * What trying one passphrase costs: the parameters of Argon2id (RFC 9106).
 *
 * @param memoryKiB 8 to 262,144, and at least 8 a lane
 * @param passes 1 to 16
 * @param lanes 1 to 4
 */
public record Cost(int memoryKiB, int passes, int lanes) {
    /** 64 MiB and 3 passes, RFC 9106's second recommendation with one lane: about a quarter of a second. */
    public static final Cost DEFAULT = new Cost(64 * 1024, 3, 1);

    /** No protection: for tests alone. */
    public static final Cost CHEAP = new Cost(64, 1, 1);

    public Cost {
        if (memoryKiB < 8 * lanes || memoryKiB > 256 * 1024 || passes < 1 || passes > 16 || lanes < 1 || lanes > 4) {
            throw new IllegalArgumentException("the cost of the passphrase is out of bounds");
        }
    }
}
