package org.afterword.people;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.IdTable;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Sha256;

/**
 * The identities of a case by their names, while new ones are being entered. Of addresses and numbers, of which a case
 * may have one for every message, only the ids are held.
 */
final class Register {
    interface Entered {
        void identity(Identity identity);
    }

    private final Entered entered;
    private final Map<String, Id> byKey = new HashMap<>();
    /** Ages that no account tells any more, since theirs is being read again: identity by words. */
    private final Map<Id, String> agesUntold = new LinkedHashMap<>();

    private final IdTable contacts = new IdTable();
    /** By their numbers, two each: an object for each would take twice as much. */
    private long[] contactIds = new long[32];

    /**
     * @param entered hears of every identity that is new
     */
    Register(Entered entered) {
        this.entered = entered;
    }

    /** The case has it already. */
    void know(Identity identity) {
        String key = Keys.of(identity.name(), identity.kind());
        if (identity.kind() == IdentityKind.AGE) {
            agesUntold.put(identity.id(), key);
            return;
        }
        if (id(key, identity.kind()).isEmpty()) {
            put(key, identity);
        }
    }

    /** An account names it. */
    void told(Id identity) {
        agesUntold.remove(identity);
    }

    /** Enters identities for what has none. Of several kinds for a name the one with the most evidence holds. */
    void add(Account account, List<Find> finds) {
        var keys = new String[finds.size()];
        var kinds = new HashMap<String, Map<IdentityKind, Double>>();
        for (int i = 0; i < keys.length; i++) {
            Find find = finds.get(i);
            keys[i] = key(find, account);
            kinds.computeIfAbsent(keys[i], k -> new EnumMap<>(IdentityKind.class))
                    .merge(find.kind(), find.kind() == IdentityKind.UNKNOWN ? 0 : find.score(), Double::sum);
        }
        for (int i = 0; i < keys.length; i++) {
            Find find = finds.get(i);
            if (of(find, keys[i]).isEmpty()) {
                IdentityKind kind = kinds.get(keys[i]).entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(find.kind());
                if (find.kind() != IdentityKind.AGE || !toldAgain(find, keys[i])) {
                    create(keys[i], Keys.bare(find.name()), kind, find.by());
                }
            }
        }
    }

    /** "I was 19" is another's age in another's mouth. */
    private static String key(Find find, Account account) {
        String key = Keys.of(find.name(), find.kind());
        if (find.kind() != IdentityKind.AGE) {
            return key;
        }
        Id whose = account.turnAt(find.span())
                .map(turn -> account.speakerOf(turn).id())
                .orElse(account.id());
        return key + " " + whose;
    }

    private boolean toldAgain(Find age, String key) {
        String words = Keys.of(age.name(), age.kind());
        Optional<Id> before = agesUntold.entrySet().stream()
                .filter(untold -> untold.getValue().equals(words))
                .map(Map.Entry::getKey)
                .findFirst();
        before.ifPresent(id -> {
            agesUntold.remove(id);
            putContact(key, id);
        });
        return before.isPresent();
    }

    Id create(String name, IdentityKind kind, String by) {
        return create(Keys.of(name, kind), name, kind, by);
    }

    private Id create(String key, String name, IdentityKind kind, String by) {
        var identity = new Identity(Id.random(), kind, name, by);
        put(key, identity);
        entered.identity(identity);
        return identity.id();
    }

    Optional<Id> named(String name, IdentityKind kind) {
        return id(Keys.of(name, kind), kind);
    }

    /** The identity of that name; what may be anything goes to a place or a group of that name. */
    Optional<Id> of(Find find, Account account) {
        return of(find, key(find, account));
    }

    private Optional<Id> of(Find find, String key) {
        Optional<Id> own = id(key, find.kind());
        if (own.isEmpty() && find.kind() == IdentityKind.PLACE && find.score() < .5) {
            return named(find.name(), IdentityKind.UNKNOWN);
        }
        if (own.isPresent() || find.kind() != IdentityKind.UNKNOWN) {
            return own;
        }
        return named(find.name(), IdentityKind.PLACE).or(() -> named(find.name(), IdentityKind.GROUP));
    }

    private Optional<Id> id(String key, IdentityKind kind) {
        if (!kind.contact()) {
            return Optional.ofNullable(byKey.get(key));
        }
        Id hash = hash(key);
        int number = contacts.number(hash);
        return number < 0 ? Optional.empty() : Optional.of(new Id(contactIds[2 * number], contactIds[2 * number + 1]));
    }

    private void put(String key, Identity identity) {
        if (!identity.kind().contact()) {
            byKey.put(key, identity.id());
        } else {
            putContact(key, identity.id());
        }
    }

    private void putContact(String key, Id identity) {
        int number = contacts.add(hash(key));
        if (2 * number == contactIds.length) {
            contactIds = Arrays.copyOf(contactIds, contactIds.length + contactIds.length / 8 * 2);
        }
        contactIds[2 * number] = identity.high();
        contactIds[2 * number + 1] = identity.low();
    }

    /** Of the key, by which it is known; two keys do not meet in 128 bits. */
    private static Id hash(String key) {
        return Id.of(Arrays.copyOf(Sha256.digest().digest(key.getBytes(StandardCharsets.UTF_8)), 16));
    }
}
