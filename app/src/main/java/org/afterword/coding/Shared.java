package org.afterword.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Polarity;
import org.afterword.model.Span;

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

    static List<Shared> of(Contents contents) {
        Map<Id, List<Coded>> byAccount = new HashMap<>();
        for (Coded coded : Codings.of(contents)) {
            byAccount
                    .computeIfAbsent(coded.passage().account(), account -> new ArrayList<>())
                    .add(coded);
        }
        Readers readers = Readers.of(contents.decisions());
        var shared = new ArrayList<Shared>();
        try (Stream<Account> accounts = contents.accounts()) {
            accounts.forEach(account -> {
                List<Coded> coded = byAccount.getOrDefault(account.id(), List.of());
                var coders = new TreeSet<>(readers.of(account.id()));
                coded.forEach(one -> one.adjudicated().ifPresent(settled -> coders.remove(settled.coder())));
                if (coders.size() > 1) {
                    shared.add(new Shared(
                            account.id(),
                            account.text().length(),
                            List.copyOf(coders),
                            marks(coded, List.copyOf(coders))));
                }
            });
        }
        return List.copyOf(shared);
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
