package org.afterword.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.afterword.model.Account;
import org.afterword.model.Id;

/**
 * Accounts as they lie in an item: blocks one after another, each a frame ({@link Frames}) with an array of accounts, or
 * with one alone. Small ones lie together, because one by one they take more time and room.
 */
public final class AccountTexts implements AutoCloseable {
    /** A block is full with so many characters of text. */
    public static final int FULL = 1 << 17;

    private final InputStream in;
    private Account[] block = {};
    private int next;

    /**
     * @param item read from its beginning; closed with this
     */
    public AccountTexts(InputStream item) {
        this.in = item;
    }

    /** One block. */
    public static byte[] write(List<Account> accounts) {
        return Frames.write(accounts);
    }

    /**
     * @return empty at the end
     * @throws IOException if the item fails, or does not hold accounts
     */
    public Optional<Account> read() throws IOException {
        while (next == block.length) {
            Optional<Account[]> more = Frames.read(in, Account[].class);
            if (more.isEmpty()) {
                return Optional.empty();
            }
            block = more.get();
            next = 0;
        }
        return Optional.of(block[next++]);
    }

    /** All that are in the item; a damaged one is thrown as {@link UncheckedIOException}. */
    static Stream<Account> in(Items items, Id item) {
        try {
            var texts = new AccountTexts(items.open(item));
            return StreamSupport.stream(
                            Spliterators.spliteratorUnknownSize(
                                    texts.iterator(), Spliterator.ORDERED | Spliterator.NONNULL),
                            false)
                    .onClose(texts::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The account at a place of the block that begins at the offset. */
    static Optional<Account> at(Items items, Id item, long offset, int place) {
        try (InputStream in = items.open(item)) {
            in.skipNBytes(offset);
            return Frames.read(in, Account.class, place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Iterator<Account> iterator() {
        return new Iterator<>() {
            private Optional<Account> ahead = Optional.empty();

            @Override
            public boolean hasNext() {
                if (ahead.isEmpty()) {
                    try {
                        ahead = read();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
                return ahead.isPresent();
            }

            @Override
            public Account next() {
                if (!hasNext()) {
                    throw new java.util.NoSuchElementException();
                }
                var account = ahead.orElseThrow();
                ahead = Optional.empty();
                return account;
            }
        };
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
