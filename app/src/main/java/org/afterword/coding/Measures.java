package org.afterword.coding;

import java.util.List;
import java.util.Optional;

/** What is worked out of the accounts that several coders have read, in parts that can be worked out apart. */
sealed interface Measures permits AccountLevel, PassageLevel {
    /** @param code all together if empty */
    List<Agreement.Figure> figures(Optional<String> code);

    /** In one of the accounts. */
    List<Agreement.Disagreement> disagreements(Shared one);

    /** Whether a code's figures follow from what was found of this code alone. */
    boolean eachAlone();
}
