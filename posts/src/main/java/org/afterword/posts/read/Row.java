package org.afterword.posts.read;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row as it is understood, or the reason why it cannot be used: the same for all who count. */
final class Row {
    /** What stands where an account was deleted: many people, who are not one. */
    private static final Set<String> GONE = Set.of("[deleted]", "[removed]", "deleted", "null", "None", "nan", "NaN");

    private final Times times = new Times();
    private String account = "";
    private String text = "";
    private String shared = "";
    private long millis;

    /**
     * Takes in the next row.
     *
     * @param kind what is looked at as shared; nothing if nothing is
     * @return why it cannot be used; nothing if it can
     */
    @Nullable
    LeftOut read(Rows row, @Nullable Role kind) {
        LeftOut broken = row.broken();
        if (broken != null) {
            return broken;
        }
        account = row.get(Role.ACCOUNT);
        if (account.isBlank() || GONE.contains(account)) {
            return LeftOut.NO_ACCOUNT;
        }
        Times.Read when = times.read(row.get(Role.TIME));
        if (when.reason() != null) {
            return when.reason();
        }
        millis = when.millis();
        text = Markup.plain(row.get(Role.TEXT));
        shared = kind == null ? "" : row.get(kind);
        return unreadable(account) || unreadable(text) || unreadable(shared) ? LeftOut.NOT_UTF_8 : null;
    }

    String account() {
        return account;
    }

    String text() {
        return text;
    }

    /** The field of what is shared. */
    String shared() {
        return shared;
    }

    /** In milliseconds since 1970. */
    long millis() {
        return millis;
    }

    /** Whether the time had no zone, and was taken as that of Greenwich. */
    boolean zoneless() {
        return times.zoneless();
    }

    /** Bytes that are not UTF-8 were read as this sign. */
    private static boolean unreadable(String field) {
        return field.indexOf('\uFFFD') >= 0;
    }
}
