package org.afterword.reading;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Turn;
import org.afterword.model.When;

/**
 * What is known of stamps without a date ("Wed 5:32 PM"): they are not before the last turn above that has a date, not
 * after the first below, and not after the text was published. They stay undecided.
 */
final class Bounds {
    private Bounds() {}

    /**
     * @param published when the whole text was, if that is known
     */
    static List<Turn> of(List<Turn> turns, Optional<When> published) {
        boolean open =
                turns.stream().anyMatch(turn -> turn.date().filter(Bounds::open).isPresent());
        if (!open) {
            return turns;
        }
        boolean inOrder = inOrder(turns);
        var bounded = new ArrayList<>(turns);
        Optional<LocalDateTime> earliest = Optional.empty();
        for (int i = 0; i < turns.size() && inOrder; i++) {
            Optional<When> date = bounded.get(i).date();
            if (date.filter(Bounds::open).isPresent()) {
                bounded.set(
                        i,
                        with(
                                bounded.get(i),
                                new When(
                                        date.get().written(),
                                        earliest,
                                        Optional.empty(),
                                        date.get().zone())));
            } else {
                Optional<LocalDateTime> before = earliest;
                earliest = date.flatMap(When::earliest).or(() -> before);
            }
        }
        Optional<LocalDateTime> latest = published.flatMap(When::latest);
        for (int i = turns.size() - 1; i >= 0; i--) {
            Optional<When> date = bounded.get(i).date();
            if (turns.get(i).date().filter(Bounds::open).isPresent()) {
                When known = date.orElseThrow();
                bounded.set(i, with(bounded.get(i), new When(known.written(), known.earliest(), latest, known.zone())));
            } else if (inOrder) {
                Optional<LocalDateTime> after = latest;
                latest = date.flatMap(When::latest).or(() -> after);
            }
        }
        return bounded;
    }

    private static boolean open(When when) {
        return when.earliest().isEmpty() && when.latest().isEmpty();
    }

    /** Whether the dates that are there go forwards. */
    private static boolean inOrder(List<Turn> turns) {
        Optional<LocalDateTime> last = Optional.empty();
        for (Turn turn : turns) {
            Optional<LocalDateTime> next = turn.date().flatMap(When::earliest);
            if (next.isPresent() && last.isPresent() && next.get().isBefore(last.get())) {
                return false;
            }
            last = next.isPresent() ? next : last;
        }
        return true;
    }

    private static Turn with(Turn turn, When date) {
        return new Turn(
                turn.index(),
                turn.span(),
                turn.speaker(),
                turn.voice(),
                turn.prompted(),
                Optional.of(date),
                turn.answers());
    }
}
