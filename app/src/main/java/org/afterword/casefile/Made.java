package org.afterword.casefile;

import java.util.List;
import org.afterword.model.Decision;
import org.afterword.model.Id;

/**
 * A decision as somebody made it, whether it still holds or not.
 *
 * @param undone whether it was taken back
 * @param seen the decisions that its maker saw it take the place of, in the order in which they came
 */
public record Made(Decision decision, boolean undone, List<Id> seen) {
    public Made {
        seen = List.copyOf(seen);
    }
}
