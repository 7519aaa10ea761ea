package org.afterword.cli;

import java.util.List;
import org.afterword.publishing.Obstacle;

/** What a person has to decide before anything goes out. */
final class Obstacles {
    private Obstacles() {}

    /**
     * @param not "Not published"
     * @param field of the JSON, which is false
     * @return the exit code
     */
    static int tell(String not, String field, List<Obstacle> obstacles, Terminal terminal) {
        terminal.say(not + ": " + Words.count(obstacles.size(), "thing") + " to decide first.");
        for (Obstacle obstacle : obstacles) {
            terminal.say("  " + obstacle.what() + (obstacle.where().isEmpty() ? "" : " (" + obstacle.where() + ")"));
            terminal.say("      " + obstacle.decide());
        }
        terminal.data(Row.of(field, false).and("obstacles", obstacles));
        return Exit.REFUSED;
    }
}
