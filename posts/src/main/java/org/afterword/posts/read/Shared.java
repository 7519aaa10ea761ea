package org.afterword.posts.read;

import java.util.BitSet;
import java.util.Locale;

/** Takes in what posts share: a field may hold several objects, and an address has several forms. */
final class Shared {
    private final Role kind;
    private final Labels raw = new Labels();
    private final Labels objects = new Labels();
    private final Ints objectOf = new Ints();
    private final Ints found = new Ints();
    private final Ints posts = new Ints();
    private final Ints shared = new Ints();
    private boolean repeats;
    private int seen;
    private int without;

    Shared(Role kind) {
        this.kind = kind;
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
        if (post < seen) {
            repeats = true;
        } else {
            seen = post + 1;
            without += some.size() == 0 ? 1 : 0;
        }
    }

    /** How many posts share nothing in the row that they came in first. */
    int without() {
        return without;
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
        int from = 0;
        int length = field.length();
        for (int i = 0; i <= length; i++) {
            if (i == length || parts(field, i)) {
                if (i > from) {
                    int object = number(field, from, i);
                    if (object >= 0 && !found.holds(object)) {
                        found.add(object);
                    }
                }
                from = i + 1;
            }
        }
        return found;
    }

    /** Commas and semicolons stand in addresses, too; there they part only before another. */
    private boolean parts(String field, int at) {
        char c = field.charAt(at);
        return switch (c) {
            case ' ', '\t', '\n', '\r', '|' -> true;
            case ',', ';' -> !mayBeAddress() || field.startsWith("http", at + 1) || at == field.length() - 1;
            case '[', ']', '"', '\'' -> field.charAt(0) == '[';
            default -> false;
        };
    }

    private boolean mayBeAddress() {
        return kind == Role.URL || kind == Role.OBJECT || kind == Role.DOMAIN;
    }

    private int number(String field, int from, int to) {
        int known = raw.size();
        int number = raw.of(raw.hash(field, from, to));
        if (number == known) {
            String object = canonical(field.substring(from, to));
            objectOf.add(object.isEmpty() ? -1 : objects.of(object));
        }
        return objectOf.get(number);
    }

    private String canonical(String object) {
        return switch (kind) {
            case URL -> Urls.canonical(object);
            case DOMAIN -> Urls.domain(object);
            case OBJECT ->
                object.startsWith("http://") || object.startsWith("https://") ? Urls.canonical(object) : object;
            case HASHTAG -> (object.startsWith("#") ? object.substring(1) : object).toLowerCase(Locale.ROOT);
            default -> object;
        };
    }
}
