package org.afterword.people;

import org.afterword.model.Id;

/** Two clusters by their ids, in a fixed order. */
record Pair(Id a, Id b) {
    static Pair of(Id a, Id b) {
        return a.compareTo(b) <= 0 ? new Pair(a, b) : new Pair(b, a);
    }
}
