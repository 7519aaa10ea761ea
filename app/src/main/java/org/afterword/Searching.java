package org.afterword;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.casefile.CaseFile;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.people.Restrictions;
import org.afterword.search.Asked;
import org.afterword.search.Hit;
import org.afterword.search.Index;
import org.afterword.search.Indexing;
import org.afterword.search.Search;
import org.afterword.search.Within;

/**
 * Finds passages of a case. The index is in memory, made when somebody first asks and anew when an account came, went
 * or was read again; what was erased is in no index, and what a restricted person tells is not found.
 */
public final class Searching {
    /**
     * What was found.
     *
     * @param hits the best first
     * @param more whether there is more than was asked for
     * @param restricted how many accounts were left out, because somebody in them asked for it
     */
    public record Found(List<Hit> hits, boolean more, int restricted) {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    private record Ready(long entries, List<Id> texts, Index index, Set<Id> restricted) {}

    private final CaseFile file;
    private Optional<Ready> ready = Optional.empty();

    Searching(CaseFile file) {
        this.file = file;
    }

    /**
     * @param typed words, and phrases in quotation marks; whatever is typed means something
     * @param limit how many passages at most, from 1
     * @param within where to look
     */
    public Found find(String typed, int limit, Within within, Progress progress) {
        Ready now = ready(progress);
        List<Hit> hits = Search.words(now.index(), Asked.of(typed), limit + 1, allowed(now, within));
        return new Found(hits.subList(0, Math.min(limit, hits.size())), hits.size() > limit, now.restricted().size());
    }

    private static Within allowed(Ready now, Within within) {
        return now.restricted().isEmpty()
                ? within
                : (account, stretch) -> !now.restricted().contains(account) && within.takes(account, stretch);
    }

    private synchronized Ready ready(Progress progress) {
        long entries = file.entries();
        Optional<Ready> before = ready;
        if (before.isPresent() && before.get().entries() == entries) {
            return before.get();
        }
        List<Id> texts = file.textItems();
        Index index = before.filter(one -> one.texts().equals(texts))
                .map(Ready::index)
                .orElseGet(() -> index(progress));
        var now = new Ready(entries, texts, index, Restrictions.accounts(file));
        ready = Optional.of(now);
        return now;
    }

    private Index index(Progress progress) {
        var indexing = new Indexing();
        long total = file.accountCount();
        var done = new long[1];
        try (Stream<Account> all = file.accounts()) {
            all.forEach(account -> {
                indexing.add(account);
                progress.step("indexing", ++done[0], total);
            });
        }
        return indexing.done();
    }
}
