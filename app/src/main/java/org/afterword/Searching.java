package org.afterword;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.language.Encoder;
import org.afterword.language.EncoderUnavailable;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
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
     * @param wordsAlone a sentence that says why meaning was not searched, or not everywhere; empty if it was
     */
    public record Found(List<Hit> hits, boolean more, int restricted, Optional<String> wordsAlone) {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    private record Texts(Index index, Map<Id, Set<Id>> speaking, Map<Id, Sha256> hashes) {}

    /** Texts stay while nothing but decisions comes, and who is restricted while what is shown does. */
    private record State(long besides, long protection) {}

    private record Ready(State at, List<Id> items, Texts texts, Meanings meanings, Set<Id> restricted) {
        Index index() {
            return texts.index();
        }
    }

    private final CaseFile file;
    private final Recording log;
    private Optional<Ready> ready = Optional.empty();

    Searching(CaseFile file, Recording log) {
        this.file = file;
        this.log = log;
    }

    /**
     * @param typed words, and phrases in quotation marks; whatever is typed means something
     * @param limit how many passages at most, from 1
     * @param within where to look
     */
    public Found find(String typed, int limit, Within within, Progress progress) {
        Ready now = made(progress);
        Within where = allowed(now, within);
        List<Hit> hits = now.meanings()
                .encoder()
                .map(encoder -> Search.all(now.index(), now.meanings().vectors(), encoder, typed, limit + 1, where))
                .orElseGet(() -> Search.words(now.index(), Asked.of(typed), limit + 1, where));
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
        Ready now = made(progress);
        Set<Id> own = own(told, now);
        Within others = allowed(now, (id, stretch) -> !own.contains(id));
        String quote = span.of(told.text());
        List<Hit> hits = now.meanings()
                .encoder()
                .map(encoder ->
                        Search.like(now.index(), now.meanings().vectors(), encoder, account, quote, limit + 1, others))
                .orElseGet(() -> Search.like(now.index(), account, quote, limit + 1, others));
        return found(hits, limit, now);
    }

    /** The account, its copies, and those of whoever speaks in it. */
    private Set<Id> own(Account told, Ready now) {
        Set<Id> own = new HashSet<>(Set.of(told.id()));
        for (Speaker speaker : told.speakers()) {
            for (Id same : Restrictions.joined(speaker.id(), file)) {
                own.addAll(now.texts().speaking().getOrDefault(same, Set.of()));
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
                now.restricted().size(),
                now.meanings().wordsAlone(now.texts().hashes().size()));
    }

    /**
     * Computes what sentences mean, where that was not done yet; it takes some milliseconds a sentence, and what was
     * done stays if it is broken off.
     *
     * @return how many accounts were looked at
     * @throws EncoderUnavailable if the model cannot run here
     */
    public int prepare(Progress progress) throws EncoderUnavailable, CaseException {
        Encoder encoder = Encoder.shared();
        Ready now = made(progress);
        Meanings known = Meanings.of(file, encoder, now.texts().hashes());
        int done = known.prepare(encoder, log, progress);
        return done;
    }

    /** Makes what a search needs, if it is not there. */
    public boolean ready(Progress progress) {
        made(progress);
        return true;
    }

    /** Words of the case from all over it, as somebody might look for them; fewer of a small case, none of a tiny one. */
    public List<String> samples(int most) {
        return made(Progress.SILENT).index().samples(most);
    }

    private static Within allowed(Ready now, Within within) {
        return now.restricted().isEmpty()
                ? within
                : (account, stretch) -> !now.restricted().contains(account) && within.takes(account, stretch);
    }

    private synchronized Ready made(Progress progress) {
        var at = new State(file.touched().besidesDecisions(), file.touched().protection());
        Optional<Ready> before = ready;
        if (before.isPresent() && before.get().at().equals(at)) {
            return before.get();
        }
        List<Id> items = before.filter(one -> one.at().besides() == at.besides())
                .map(Ready::items)
                .orElseGet(file::textItems);
        Optional<Ready> same = before.filter(one -> one.items().equals(items));
        Texts texts = same.map(Ready::texts).orElseGet(() -> index(progress));
        Meanings meanings = same.map(Ready::meanings)
                .filter(one -> one.isOf(file))
                .orElseGet(() -> Meanings.of(file, texts.hashes()));
        var now = new Ready(at, items, texts, meanings, Restrictions.accounts(file));
        ready = Optional.of(now);
        return now;
    }

    private Texts index(Progress progress) {
        var indexing = new Indexing();
        Map<Id, Set<Id>> speaking = new HashMap<>();
        Map<Id, Sha256> hashes = new HashMap<>();
        long total = file.accountCount();
        var done = new long[1];
        try (Stream<Account> all = file.accounts()) {
            all.forEach(account -> {
                indexing.add(account);
                hashes.put(account.id(), account.hash());
                account.speakers()
                        .forEach(speaker -> speaking.computeIfAbsent(speaker.id(), _ -> new HashSet<>())
                                .add(account.id()));
                progress.step("indexing", ++done[0], total);
            });
        }
        return new Texts(indexing.done(), speaking, hashes);
    }
}
