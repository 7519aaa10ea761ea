package org.afterword.workbench;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Picturing;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.protection.PictureDecisions;
import org.afterword.protection.PictureProtection;
import org.afterword.protection.RedactedPicture;
import org.afterword.reading.UnshownPicture;

/** The pictures that were looked at last: it takes seconds to make one. */
final class Pictures {
    private final Case opened;
    private Optional<Looked> picture = Optional.empty();
    private final Map<PageOf, PictureProtection.Uncovered> uncovered = new HashMap<>();

    /** @param page from 1; 0 for a picture */
    private record PageOf(Id exhibit, int page) {}

    private record Looked(Id account, Optional<Id> newest, RedactedPicture picture) {}

    Pictures(Case opened) {
        this.opened = opened;
    }

    /**
     * As strangers would see it; for one at a time.
     *
     * @throws UnshownPicture if it cannot be looked at
     */
    RedactedPicture covered(Account account) throws IOException {
        Optional<Id> newest = opened.contents().newestDecision().map(Decision::id);
        Optional<Looked> before = picture.filter(
                known -> known.account().equals(account.id()) && known.newest().equals(newest));
        if (before.isPresent()) {
            return before.get().picture();
        }
        try (Picturing pictures = opened.picturing()) {
            RedactedPicture covered =
                    pictures.covered(account, PictureDecisions.of(account.exhibit(), opened.contents()));
            picture = Optional.of(new Looked(account.id(), newest, covered));
            return covered;
        }
    }

    /** That the case is not what it was. */
    void forget() {
        picture = Optional.empty();
    }

    /**
     * As it came.
     *
     * @param page of a file that has pages, from 1; 0 for a picture
     * @throws UnshownPicture if it cannot be shown
     */
    PictureProtection.Uncovered uncovered(Account account, int page) throws IOException {
        synchronized (uncovered) {
            var wanted = new PageOf(account.exhibit(), page);
            if (!uncovered.containsKey(wanted)) {
                try (Picturing pictures = opened.picturing()) {
                    PictureProtection.Uncovered shown = pictures.uncovered(account, page);
                    uncovered.clear();
                    uncovered.put(wanted, shown);
                }
            }
            return uncovered.get(wanted);
        }
    }
}
