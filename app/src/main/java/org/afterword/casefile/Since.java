package org.afterword.casefile;

/** What the log says of a checkpoint that was kept elsewhere. */
public enum Since {
    /** Nothing that it covers was changed or dropped. */
    UNCHANGED,
    /** The checkpoint covers more: an older file was put in place of the case. */
    OLDER,
    /** This case's key signed it, and what it covers is not what the log has: changed, or another branch of the case. */
    CHANGED,
    /** It names this case's log, but no key of the case signed these words. */
    BROKEN,
    /** It is a checkpoint of another case. */
    NOT_OURS,
    /** It is no checkpoint. */
    NO_CHECKPOINT
}
