package org.afterword.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.model.Id;
import org.afterword.people.Honorifics.Gender;

/** Names that seem to be one person's so far: by decisions, and by what is proposed already. */
final class Groups {
    /** Of more, a name is compared with these only. */
    private static final int COMPARED = 64;

    private final Map<Id, Id> parent = new HashMap<>();
    private final Map<Id, List<Name>> members = new HashMap<>();
    private final Map<Id, Set<Id>> distinct = new HashMap<>();

    void add(Name name) {
        members.computeIfAbsent(of(name), id -> new ArrayList<>(1)).add(name);
    }

    /** It was decided that they are two. */
    void distinct(Id a, Id b) {
        distinct.computeIfAbsent(of(a), id -> new HashSet<>()).add(of(b));
        distinct.computeIfAbsent(of(b), id -> new HashSet<>()).add(of(a));
    }

    Id of(Name name) {
        return of(name.root());
    }

    private Id of(Id root) {
        Id at = root;
        for (Id up = parent.get(at); up != null; up = parent.get(at)) {
            at = up;
        }
        return at;
    }

    boolean same(Name a, Name b) {
        return of(a).equals(of(b));
    }

    /** Whether nothing speaks against their being one: nothing decided, nothing in any of their names. */
    boolean compatible(Name a, Name b) {
        Set<Id> others = distinct.getOrDefault(of(a), Set.of());
        return (others.isEmpty() || others.stream().noneMatch(other -> of(other).equals(of(b))))
                && members(a).stream()
                        .limit(COMPARED)
                        .allMatch(one -> members(b).stream().limit(COMPARED).allMatch(one::compatible));
    }

    /** What some name in the group tells. */
    Optional<Gender> gender(Name name) {
        return members(name).stream()
                .limit(COMPARED)
                .flatMap(one -> one.gender().stream())
                .findFirst();
    }

    private List<Name> members(Name name) {
        return members.getOrDefault(of(name), List.of());
    }

    void join(Name a, Name b) {
        Id one = of(a);
        Id other = of(b);
        if (one.equals(other)) {
            return;
        }
        boolean into = members(a).size() >= members(b).size();
        Id root = into ? one : other;
        Id gone = into ? other : one;
        parent.put(gone, root);
        members.computeIfAbsent(root, id -> new ArrayList<>()).addAll(members.getOrDefault(gone, List.of()));
        members.remove(gone);
        Set<Id> said = distinct.remove(gone);
        if (said != null) {
            distinct.computeIfAbsent(root, id -> new HashSet<>()).addAll(said);
        }
    }
}
