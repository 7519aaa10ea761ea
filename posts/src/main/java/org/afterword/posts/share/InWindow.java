package org.afterword.posts.share;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Which accounts share an object within a window that moves on, and how often. */
final class InWindow {
    private final Map<Integer, Of> accounts = new LinkedHashMap<>();

    /** An account in the window. */
    static final class Of {
        final int account;
        private int shares;

        /** How many of its shares come after the one that is looked at. */
        int after;

        Of(int account) {
            this.account = account;
        }
    }

    /** A share comes into the window. */
    void enter(int account) {
        Of of = accounts.computeIfAbsent(account, Of::new);
        of.shares++;
        of.after++;
    }

    /** The share that is looked at next, which is in the window. */
    void reach(int account) {
        of(account).after--;
    }

    /** The earliest share goes out of the window. */
    void leave(int account) {
        if (--of(account).shares == 0) {
            accounts.remove(account);
        }
    }

    private Of of(int account) {
        return Objects.requireNonNull(accounts.get(account));
    }

    Collection<Of> accounts() {
        return accounts.values();
    }
}
