package org.afterword.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.Id;

/** Accounts as they lie in their items, one frame each. A damaged one is thrown as {@link UncheckedIOException}. */
record AccountTexts(Items items) {
    /** To be closed. */
    Stream<Account> of(List<Id> pages) {
        return pages.stream().flatMap(this::of);
    }

    private Stream<Account> of(Id page) {
        try {
            InputStream in = items.open(page);
            return Stream.iterate(next(in), Optional::isPresent, before -> next(in))
                    .map(Optional::orElseThrow)
                    .onClose(() -> close(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param offset of its frame, in bytes
     */
    Optional<Account> at(Id page, long offset) {
        try (InputStream in = items.open(page)) {
            in.skipNBytes(offset);
            return Frames.read(in, Account.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Account> next(InputStream in) {
        try {
            return Frames.read(in, Account.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
