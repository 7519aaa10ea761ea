package org.afterword.protection;

import org.afterword.people.Cluster;

/** A person's name is to be kept, and all that is missing is that somebody confirms it. */
public final class Unconfirmed extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final transient Cluster cluster;

    Unconfirmed(Cluster cluster, String message) {
        super(message);
        this.cluster = cluster;
    }

    /** Whose name would stand. */
    public Cluster cluster() {
        return cluster;
    }
}
