package org.afterword.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A file exactly as received, byte for byte.
 *
 * @param name the path as it was given, with {@code /} between folders; the first of its places if the same bytes
 *     came in more than once
 * @param sha256 of the bytes
 * @param size in bytes
 * @param added when it came in
 * @param entry the number of the log entry that says so, from 0
 * @param group what its accounts tell of, where that was said
 */
public record Exhibit(Id id, String name, Sha256 sha256, long size, Instant added, long entry, Optional<Id> group) {
    /** How the names of those begin that came by the inbox, and of what came within them. */
    public static final String INBOX = "inbox!/";

    /** Whether somebody handed it in without a name: then it may be by anybody, whatever names stand in it. */
    public boolean unseen() {
        return name.startsWith(INBOX);
    }
}
