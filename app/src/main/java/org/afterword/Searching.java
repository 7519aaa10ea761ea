package org.afterword;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.casefile.CaseFile;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.people.Restrictions;
import org.afterword.search.Asked;
import org.afterword.search.Hit;
import org.afterword.search.Index;
import org.afterword.search.Indexing;
import org.afterword.search.Search;
import org.afterword.search.Within;
import org.afterword.witnesses.Copies;
import org.afterword.witnesses.Copy;

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

    private record Ready(long entries, List<Id> texts, Index index, Map<Id, Set<Id>> speaking, Set<Id> restricted) {}

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
        return found(hits, limit, now);
    }

    /**
     * Has anyone else said this? The nearest passages of others: not of the account itself, of what repeats it, or of
     * somebody who speaks in it.
     *
     * @param span in UTF-16 code units of the account's text
     * @param limit how many passages at most, from 1
     * @throws IllegalArgumentException if there is no such passage
     */
    public Found like(Id account, Span span, int limit, Progress progress) {
        Account told = file.account(account)
                .filter(one -> span.end() <= one.text().length() && span.length() > 0)
                .orElseThrow(() -> new IllegalArgumentException("there is no such passage in this case"));
        Ready now = ready(progress);
        Set<Id> own = own(told, now);
        Within others = allowed(now, (id, stretch) -> !own.contains(id));
        List<Hit> hits = Search.like(now.index(), account, span.of(told.text()), limit + 1, others);
        return found(hits, limit, now);
    }

    /** The account, its copies, and those of whoever speaks in it. */
    private Set<Id> own(Account told, Ready now) {
        Set<Id> own = new HashSet<>(Set.of(told.id()));
        for (Speaker speaker : told.speakers()) {
            for (Id same : Restrictions.joined(speaker.id(), file)) {
                own.addAll(now.speaking().getOrDefault(same, Set.of()));
            }
        }
        Copies.list(file).stream().filter(Copy::holds).forEach(copy -> {
            if (copy.a().equals(told.id())) {
                own.add(copy.b());
            } else if (copy.b().equals(told.id())) {
                own.add(copy.a());
            }
        });
        return own;
    }

    private static Found found(List<Hit> hits, int limit, Ready now) {
        return new Found(
                hits.subList(0, Math.min(limit, hits.size())),
                hits.size() > limit,
                now.restricted().size());
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
        Ready same = before.filter(one -> one.texts().equals(texts)).orElseGet(() -> index(entries, texts, progress));
        var now = new Ready(entries, texts, same.index(), same.speaking(), Restrictions.accounts(file));
        ready = Optional.of(now);
        return now;
    }

    private Ready index(long entries, List<Id> texts, Progress progress) {
        var indexing = new Indexing();
        Map<Id, Set<Id>> speaking = new HashMap<>();
        long total = file.accountCount();
        var done = new long[1];
        try (Stream<Account> all = file.accounts()) {
            all.forEach(account -> {
                indexing.add(account);
                account.speakers()
                        .forEach(speaker -> speaking.computeIfAbsent(speaker.id(), _ -> new HashSet<>())
                                .add(account.id()));
                progress.step("indexing", ++done[0], total);
            });
        }
        return new Ready(entries, texts, indexing.done(), speaking, Set.of());
    }
}
