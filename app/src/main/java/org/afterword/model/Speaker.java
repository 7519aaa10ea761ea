package org.afterword.model;

/**
 * One who speaks in an account. Until a person decides, every speaker is a witness of its own, and its id is the
 * witness's.
 *
 * @param name as the account shows it: a name, a handle, a label ("Worker"); empty if it shows none
 * @param kind how much that name tells
 * @param role what the speaker does in the account
 */
public record Speaker(Id id, String name, Kind kind, Role role) {
    public enum Kind {
        /** A name or a handle that stands for one person on one platform. */
        NAMED,
        /** A word that anybody could bear: "Worker", "Anonymous", "Me". */
        LABEL,
        /** Nothing. */
        UNNAMED
    }

    public enum Role {
        /** Tells of the group. */
        TELLER,
        /** Asks, and publishes what is answered; no witness unless a person says so. */
        INTERVIEWER,
        /** The platform itself ("joined using an invite link"). */
        SYSTEM
    }
}
