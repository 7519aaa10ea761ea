package org.afterword.posts.read;

import java.util.BitSet;

/** Takes in what posts share: a field may hold several objects, and an address has several forms. */
final class Shared {
    private final ObjectField of;
    private final Labels raw = new Labels();
    private final Labels objects = new Labels();
    private final Ints objectOf = new Ints();
    private final Ints found = new Ints();
    private final Ints posts = new Ints();
    private final Ints shared = new Ints();
    private boolean repeats;
    private final BitSet sharing = new BitSet();
    private int seen;

    Shared(Role kind) {
        of = new ObjectField(kind);
    }

    /**
     * A field of a post; of a post that came before it may hold the same again.
     *
     * @param post its number; a new one is one above the last
     */
    void add(int post, String field) {
        Ints some = in(field);
        for (int i = 0; i < some.size(); i++) {
            posts.add(post);
            shared.add(some.get(i));
        }
        if (some.size() > 0) {
            sharing.set(post);
        }
        repeats |= post < seen;
        seen = Math.max(seen, post + 1);
    }

    /** How many posts share nothing. */
    int without() {
        return seen - sharing.cardinality();
    }

    /**
     * @param some posts whose shares are not wanted
     */
    Shares shares(int accounts, int[] account, long[] time, BitSet some) {
        Ints post = some.isEmpty() ? posts : new Ints();
        Ints object = some.isEmpty() ? shared : new Ints();
        for (int i = 0; i < posts.size() && !some.isEmpty(); i++) {
            if (!some.get(posts.get(i))) {
                post.add(posts.get(i));
                object.add(shared.get(i));
            }
        }
        return Shares.of(
                accounts, objects.size(), post.size(), post.toArray(), object.toArray(), account, time, repeats);
    }

    /** The objects in a field, each once. */
    private Ints in(String field) {
        found.clear();
        of.each(field, (from, to) -> {
            int object = number(field, from, to);
            if (object >= 0 && !found.holds(object)) {
                found.add(object);
            }
        });
        return found;
    }

    private int number(String field, int from, int to) {
        int known = raw.size();
        int number = raw.of(raw.hash(field, from, to));
        if (number == known) {
            String object = of.canonical(field.substring(from, to));
            objectOf.add(object.isEmpty() ? -1 : objects.of(object));
        }
        return objectOf.get(number);
    }
}
