package org.afterword.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Polarity;
import org.afterword.model.Span;
import org.afterword.model.Verdict;

/**
 * An account that several coders have marked as read, and what each of them found in it. Who adjudicated in it is none of
 * them.
 *
 * @param length of its text, in UTF-16 code units
 * @param coders two or more, by name
 * @param marks in the order of the text
 */
record Shared(Id account, int length, List<String> coders, List<Mark> marks) {
    /** A passage that a coder holds to be coded so. */
    record Mark(String coder, Id suggestion, String code, Polarity polarity, Span span) {}

    /**
     * @param coded every coding of the case
     */
    static List<Shared> of(Contents contents, List<Coded> coded) {
        Map<Id, List<Coded>> byAccount = new HashMap<>();
        coded.forEach(one -> byAccount
                .computeIfAbsent(one.passage().account(), account -> new ArrayList<>())
                .add(one));
        Readers readers = Readers.of(contents.decisions(Set.of(new Verdict.Read().aspect())));
        try (Stream<Account> accounts = contents.accounts()) {
            return accounts.flatMap(account ->
                            of(account, byAccount.getOrDefault(account.id(), List.of()), readers.of(account.id()))
                                    .stream())
                    .toList();
        }
    }

    /** An account as it stands now; empty if fewer than two have read it. */
    static Optional<Shared> of(Contents contents, Id id) {
        Set<String> readers =
                Readers.of(contents.decisions(id, new Verdict.Read().aspect())).of(id);
        return readers.size() < 2
                ? Optional.empty()
                : contents.account(id).flatMap(account -> of(account, Codings.of(contents, account), readers));
    }

    private static Optional<Shared> of(Account account, List<Coded> coded, Set<String> readers) {
        var coders = new TreeSet<>(readers);
        coded.forEach(one -> one.adjudicated().ifPresent(settled -> coders.remove(settled.coder())));
        List<String> all = List.copyOf(coders);
        return all.size() < 2
                ? Optional.empty()
                : Optional.of(new Shared(account.id(), account.text().length(), all, marks(coded, all)));
    }

    private static List<Mark> marks(List<Coded> coded, List<String> coders) {
        return coded.stream()
                .flatMap(one -> one.judgements().stream()
                        .filter(own -> own.accepts() && coders.contains(own.coder()))
                        .map(own -> new Mark(
                                own.coder(),
                                one.suggestion(),
                                own.coding().code(),
                                own.coding().polarity(),
                                own.passage().span())))
                .sorted(Comparator.comparing(Mark::span)
                        .thenComparing(Mark::coder)
                        .thenComparing(Mark::code)
                        .thenComparing(Mark::suggestion))
                .toList();
    }

    List<Mark> marks(String coder, String code) {
        return marks.stream()
                .filter(mark -> mark.coder().equals(coder) && mark.code().equals(code))
                .toList();
    }
}
