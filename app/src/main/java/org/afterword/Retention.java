package org.afterword;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.model.Verdict;

/**
 * What was to be kept only until a day that has come. It is never erased by itself.
 *
 * @param exhibits whose bytes are still there
 * @param accounts by their ids
 */
public record Retention(List<Id> exhibits, List<Id> accounts) {
    public static Retention past(Contents contents, LocalDate today) {
        Set<Id> due = new HashSet<>();
        contents.decisions().forEach(decision -> {
            if (decision.verdict() instanceof Verdict.RetainUntil(LocalDate day) && !day.isAfter(today)) {
                due.add(decision.target());
            }
        });
        if (due.isEmpty()) {
            return new Retention(List.of(), List.of());
        }
        List<Id> exhibits = contents.exhibits().stream()
                .map(Exhibit::id)
                .filter(due::contains)
                .filter(one -> contents.bytesErased(one).isEmpty())
                .toList();
        try (Stream<Account> all = contents.accounts()) {
            return new Retention(
                    exhibits, all.map(Account::id).filter(due::contains).toList());
        }
    }

    public boolean isEmpty() {
        return exhibits.isEmpty() && accounts.isEmpty();
    }
}
