package org.afterword.workbench;

import com.nulabinc.zxcvbn.Zxcvbn;
import org.afterword.casefile.Passphrase;

/**
 * How well a passphrase keeps a case, in words. What is estimated is how often somebody has to guess who knows words,
 * names, dates and keyboards (zxcvbn, Wheeler 2016); Argon2id lets a strong attacker try some ten thousand times a
 * second.
 *
 * @param enough whether a case may be made with it
 */
public record Strength(boolean enough, String words) {
    /** Powers of ten of guesses: an hour or less, some months, centuries. */
    private static final double WEAK = 8;

    private static final double FAIR = 11;
    private static final double STRONG = 14;

    /** Characters that are looked at: of more it would take long. */
    private static final int LONG = 100;

    public static Strength of(Passphrase passphrase) {
        return of(passphrase.typed());
    }

    static Strength of(String passphrase) {
        String looked = passphrase.substring(0, Math.min(LONG, passphrase.length()));
        double guesses = new Zxcvbn().measure(looked).getGuessesLog10();
        if (guesses < WEAK) {
            return new Strength(
                    false,
                    "This passphrase could be guessed within hours by somebody who has a copy of the file. Take several"
                            + " words that have nothing to do with each other or with you.");
        }
        return new Strength(
                true,
                guesses < FAIR
                        ? "Your passphrase holds against somebody curious; somebody with many computers needs days. One more"
                                + " word would make it much stronger."
                        : guesses < STRONG
                                ? "Your passphrase is good: somebody with many computers needs months or years."
                                : "Your passphrase is strong: nobody can try enough to find it.");
    }
}
