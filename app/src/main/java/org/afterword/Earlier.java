package org.afterword;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.casefile.CaseFile;
import org.afterword.model.Account;
import org.afterword.model.Beginning;
import org.afterword.model.Id;

/** What the case has from other files, also what came in this batch: for telling what a later export adds. */
final class Earlier {
    /** So many conversations and messages of one batch are remembered; a batch lasts about a second. */
    private static final int MOST = 5_000;

    private final CaseFile file;
    private final Map<String, List<Account>> fresh = new HashMap<>();
    private final Set<Id> exhibits = new HashSet<>();
    private final Set<String> formats = new HashSet<>();

    Earlier(CaseFile file) {
        this.file = file;
        file.readings().forEach(reading -> read(reading.reader()));
    }

    /** Those of other exhibits that begin as this one does, in the order in which they came. */
    List<Account> of(Account account) {
        boolean othersInBatch = exhibits.size() > (exhibits.contains(account.exhibit()) ? 1 : 0);
        if (!othersInBatch && !formats.contains(account.format())) {
            return List.of();
        }
        Optional<String> beginning = Beginning.of(account);
        if (beginning.isEmpty()) {
            return List.of();
        }
        var like = new ArrayList<Account>();
        if (formats.contains(account.format())) {
            like.addAll(file.begunLike(beginning.get()));
        }
        like.addAll(fresh.getOrDefault(beginning.get(), List.of()));
        like.removeIf(other -> other.exhibit().equals(account.exhibit()));
        return like;
    }

    void take(Account account) {
        if (fresh.size() < MOST) {
            Beginning.of(account).ifPresent(beginning -> {
                fresh.computeIfAbsent(beginning, one -> new ArrayList<>()).add(account);
                exhibits.add(account.exhibit());
            });
        }
    }

    /** The case has them now. */
    void committed() {
        fresh.clear();
        exhibits.clear();
    }

    /**
     * An exhibit was read.
     *
     * @param reader its format and version
     */
    void read(String reader) {
        formats.add(reader.replaceFirst("/.*", ""));
    }
}
