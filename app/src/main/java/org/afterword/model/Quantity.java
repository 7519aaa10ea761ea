package org.afterword.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number as it is told, no more exact than it is.
 *
 * @param least empty if nothing below is said ("up to 500")
 * @param most at least {@code least}; empty if nothing above is said ("more than 40")
 */
public record Quantity(Optional<BigDecimal> least, Optional<BigDecimal> most) {
    public Quantity {
        least = least.map(Quantity::plain);
        most = most.map(Quantity::plain);
        if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
            throw new IllegalArgumentException("from " + least.get() + " to " + most.get() + " is no quantity");
        }
    }

    public static Quantity of(BigDecimal exactly) {
        return new Quantity(Optional.of(exactly), Optional.of(exactly));
    }

    public static Quantity between(BigDecimal one, BigDecimal other) {
        return new Quantity(Optional.of(one.min(other)), Optional.of(one.max(other)));
    }

    /** A share in hundredths: of 0.1, 10. */
    public Quantity hundredths() {
        return new Quantity(least.map(one -> one.movePointRight(2)), most.map(one -> one.movePointRight(2)));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** "30", "50–500", "at most 500", "40 or more", "?". */
    @Override
    public String toString() {
        if (least.isEmpty()) {
            return most.map(number -> "at most " + number.toPlainString()).orElse("?");
        }
        String from = least.get().toPlainString();
        return most.isEmpty()
                ? from + " or more"
                : most.equals(least) ? from : from + "–" + most.get().toPlainString();
    }
}
