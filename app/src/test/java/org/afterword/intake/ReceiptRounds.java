package org.afterword.intake;

import java.util.Arrays;

/** A program that writes receipts and reads them again, thousands of times: until the compiler is warm. */
final class ReceiptRounds {
    private static final int ROUNDS = 5_000;

    private ReceiptRounds() {}

    /** Ends with 0 if each came back. */
    public static void main(String[] none) {
        var typed = new String[ROUNDS];
        var secrets = new byte[ROUNDS][];
        for (int i = 0; i < ROUNDS; i++) {
            Receipt receipt = Receipt.random();
            typed[i] = String.join(" ", receipt.words());
            secrets[i] = receipt.bytes();
        }
        int lost = 0;
        for (int i = 0; i < ROUNDS; i++) {
            var read = Receipt.parse(typed[i]);
            lost += read.isPresent() && Arrays.equals(read.get().bytes(), secrets[i]) ? 0 : 1;
        }
        System.exit(lost == 0 ? 0 : 1);
    }
}
