package org.afterword.coding;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Verdict;

/**
 * The codings as one coder is to see them: where coders work blind, of an account that they have not marked as read only
 * what they hold themselves, and no suggestion. A coder is given as {@link org.afterword.model.Decision#coder()} does.
 */
public final class Seen {
    private Seen() {}

    /** Of every account, as {@link Codings#of(Contents)}. */
    public static List<Coded> by(String coder, Contents contents) {
        List<Coded> all = Codings.of(contents);
        if (!contents.blind()) {
            return all;
        }
        Readers readers = Readers.of(contents.decisions(Set.of(new Verdict.Read().aspect())));
        return all.stream()
                .flatMap(coded -> readers.of(coded.passage().account()).contains(coder)
                        ? Stream.of(coded)
                        : coded.of(coder).stream())
                .toList();
    }

    /** Of one account, asking of the case only what is about it. */
    public static List<Coded> by(String coder, Contents contents, Account account) {
        List<Coded> all = Codings.of(contents, account);
        return whole(coder, contents, account.id())
                ? all
                : all.stream().flatMap(coded -> coded.of(coder).stream()).toList();
    }

    /** Whether the coder is to see what the program and others make of an account. */
    public static boolean whole(String coder, Contents contents, Id account) {
        return !contents.blind()
                || contents.decision(account, new Verdict.Read().aspect(), coder)
                        .isPresent();
    }
}
