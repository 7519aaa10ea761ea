package org.afterword.workbench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks what people are likely to ask, for nobody: a program that has just begun takes several times as long for a page as
 * one that has made some hundred of them. Once in each program, and for some seconds at most.
 */
final class Practice {
    private static final int QUESTIONS = 600;
    private static final int PAGES = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final AtomicBoolean NAMES = new AtomicBoolean();
    private static final AtomicBoolean SEARCH = new AtomicBoolean();

    private Practice() {}

    /**
     * The first page of names, which stays with its mentions; and some from all over the list.
     *
     * @return how many pages were looked at
     */
    static int names(Desk desk) {
        int looked = 1;
        PeoplePage.look(desk, "", 1);
        if (!NAMES.getAndSet(true)) {
            long end = System.nanoTime() + PATIENCE.toNanos() / 2;
            int pages = PeoplePage.look(desk, "all", 1);
            for (; looked < Math.min(PAGES, pages) && System.nanoTime() < end; looked++) {
                PeoplePage.look(desk, "all", 1 + looked * pages / PAGES);
            }
        }
        return looked;
    }

    /**
     * Words of the case from all over it; of a small one few or none.
     *
     * @return how many questions were asked
     */
    static int search(Desk desk) {
        List<String> samples = desk.opened().searching().samples(QUESTIONS);
        int asked = 0;
        if (!samples.isEmpty() && !SEARCH.getAndSet(true)) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            for (; asked < samples.size() && System.nanoTime() < end; asked++) {
                SearchPage.hits(desk, samples.get(asked));
            }
        }
        return asked;
    }
}
