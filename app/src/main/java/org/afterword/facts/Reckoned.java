package org.afterword.facts;

import java.util.List;
import java.util.Optional;
import org.afterword.facts.Numerals.Numeral;
import org.afterword.model.Hedge;
import org.afterword.model.Quantity;

/**
 * A number or a range of numbers with what guards it, as pieces of a line.
 *
 * @param from its first piece, a hedge if one stands before it
 * @param to the piece after the last
 * @param first the first number
 * @param last the last number; the same as {@code first} if there is one only
 * @param before the currency that stands before the first number
 */
record Reckoned(int from, int to, Numeral first, Numeral last, List<Hedge> hedges, Optional<Currencies.Named> before) {

    Quantity quantity() {
        if (range()) {
            return Quantity.between(first.least(), last.most());
        }
        if (hedges.contains(Hedge.AT_LEAST) || hedges.contains(Hedge.OVER)) {
            return new Quantity(Optional.of(first.least()), Optional.empty());
        }
        if (hedges.contains(Hedge.UP_TO) || hedges.contains(Hedge.UNDER)) {
            return new Quantity(Optional.empty(), Optional.of(first.most()));
        }
        return Quantity.between(first.least(), first.most());
    }

    /** Whether there are two numbers; the last is greater than the first. */
    boolean range() {
        return !first.equals(last);
    }

    boolean isOne() {
        return !range() && first.isOne() && !first.vague();
    }

    boolean slang() {
        return first.slang() || last.slang();
    }
}
