package org.afterword.witnesses;

import java.util.HashMap;
import java.util.Map;

/** Which things are one: a union-find whose representatives are the smallest, whatever the order of joining. */
final class Classes<T extends Comparable<T>> {
    private final Map<T, T> parent = new HashMap<>();

    T of(T thing) {
        T root = thing;
        T up = parent.getOrDefault(root, root);
        while (!up.equals(root)) {
            root = up;
            up = parent.getOrDefault(root, root);
        }
        if (!root.equals(thing)) {
            parent.put(thing, root);
        }
        return root;
    }

    void join(T one, T other) {
        T a = of(one);
        T b = of(other);
        if (a.compareTo(b) < 0) {
            parent.put(b, a);
        } else if (a.compareTo(b) > 0) {
            parent.put(a, b);
        }
    }
}
