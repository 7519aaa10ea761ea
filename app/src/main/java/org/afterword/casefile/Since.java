package org.afterword.casefile;

/** What the log says of a checkpoint that was kept elsewhere. */
public enum Since {
    /** Nothing that it covers was changed or dropped. */
    UNCHANGED,
    /** The checkpoint covers more: an older file was put in place of the case. */
    OLDER,
    /** What it covers was changed. */
    CHANGED,
    /** It is no checkpoint of this case. */
    NOT_OURS
}
