package org.afterword;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.casefile.Batch;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.casefile.ItemType;
import org.afterword.language.Encoder;
import org.afterword.language.EncoderUnavailable;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.search.Vectors;

/** What the sentences of a case mean, as far as it was computed. */
final class Meanings {
    /** Sentences that are logged together: what is lost if it is broken off, and what an erasure takes away. */
    private static final int TOGETHER = 2_000;

    private static final String NOT_YET =
            "Only words were searched, not what they mean: 'afterword search CASE" + " --prepare' computes that, once.";

    private final CaseFile file;
    private final List<Id> items;
    private final Vectors vectors;
    private final Optional<Encoder> encoder;
    private final Optional<String> why;

    private Meanings(CaseFile file, List<Id> items, Vectors vectors, Optional<Encoder> encoder, Optional<String> why) {
        this.file = file;
        this.items = items;
        this.vectors = vectors;
        this.encoder = encoder;
        this.why = why;
    }

    /**
     * Loads the model only if something was computed with it.
     *
     * @param texts the hash of what each account says now
     */
    static Meanings of(CaseFile file, Map<Id, Sha256> texts) {
        List<Id> any = file.vectors();
        if (any.isEmpty()) {
            return new Meanings(file, any, new Vectors(), Optional.empty(), Optional.of(NOT_YET));
        }
        try {
            return of(file, Encoder.shared(), texts);
        } catch (EncoderUnavailable e) {
            return new Meanings(
                    file,
                    any,
                    new Vectors(),
                    Optional.empty(),
                    Optional.of("Only words were searched, not what they mean: " + e.getMessage() + "."));
        }
    }

    static Meanings of(CaseFile file, Encoder encoder, Map<Id, Sha256> texts) {
        var vectors = new Vectors();
        for (Id item : file.vectors(encoder.hash())) {
            try (InputStream in = file.item(item)) {
                vectors.read(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        vectors.keep(texts);
        boolean none = vectors.size() == 0;
        return new Meanings(
                file,
                file.vectors(),
                vectors,
                none ? Optional.empty() : Optional.of(encoder),
                none ? Optional.of(NOT_YET) : Optional.empty());
    }

    /** Whether nothing was computed or erased since. */
    boolean isOf(CaseFile now) {
        return items.equals(now.vectors());
    }

    Vectors vectors() {
        return vectors;
    }

    /** Empty where meaning cannot be searched. */
    Optional<Encoder> encoder() {
        return encoder;
    }

    /**
     * @param accounts how many there are
     */
    Optional<String> wordsAlone(int accounts) {
        int missing = accounts - vectors.size();
        return why.or(() -> missing == 0
                ? Optional.empty()
                : Optional.of("What is meant was searched in " + vectors.size() + " of " + accounts
                        + " accounts, and words in all: 'afterword search CASE --prepare' computes the rest."));
    }

    /**
     * @return how many accounts were looked at
     */
    int prepare(Encoder model, Recording log, Progress progress) throws CaseException {
        long total = file.accountCount();
        int before = vectors.size();
        int done = 0;
        var fresh = new Vectors();
        for (Id id : file.accountIds()) {
            Optional<Account> account = file.account(id).filter(one -> !vectors.has(one));
            if (account.isPresent()) {
                fresh.add(account.get(), model);
                done++;
                progress.step("comparing meaning", before + done, total);
            }
            if (fresh.sentences() >= TOGETHER) {
                record(fresh, model.hash(), log);
                fresh = new Vectors();
            }
        }
        record(fresh, model.hash(), log);
        return done;
    }

    private static void record(Vectors fresh, Sha256 model, Recording log) throws CaseException {
        if (fresh.size() > 0) {
            try (Batch batch = log.batch()) {
                Id item = batch.put(ItemType.VECTORS, fresh.write());
                batch.add(new Entry.Embedded(item, model, fresh.size(), fresh.sentences()));
                batch.commit();
            }
        }
    }
}
