package org.afterword.people;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.Contents;
import org.afterword.casefile.Names;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.IdTable;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Mention;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;

/**
 * Who is who over the case. An identity is one distinct name; that two names are one person's is proposed
 * ({@link #aliases}) and decided, never assumed.
 */
public final class Clusters {
    private Clusters() {}

    /** Takes what is found, in parts. */
    public interface Taking {
        /**
         * @param part to be logged as an entry, all parts together; its mentions may lie in earlier accounts too, and
         *     be of identities of an earlier part
         */
        void take(Names part) throws CaseException;
    }

    /**
     * Finds the names of new accounts, and gives each to the identity that bears it or to a new one. Names that the
     * case knows are searched for in the new accounts, and names that are new in all others, in every form; so what is
     * covered does not depend on the order in which accounts came.
     *
     * @param fresh accounts of the case that were not looked through yet, or by another finder only; then what that one
     *     saw is not found again
     * @param finder what stands in an account
     */
    public static void assign(Contents known, IdTable fresh, Function<Account, List<Find>> finder, Taking into)
            throws CaseException {
        new Naming(known, fresh.size() < known.accountCount(), finder, into).find(known::accounts, fresh::contains);
    }

    /**
     * The same for a few accounts, in one part.
     *
     * @param accounts not yet looked through; the case may have them already, or get them later
     */
    public static Names assign(List<Account> accounts, Contents known) {
        var fresh = new IdTable();
        accounts.forEach(account -> fresh.add(account.id()));
        var parts = new ArrayList<Names>();
        try {
            new Naming(known, true, NameFinder::find, parts::add).find(accounts::stream, fresh::contains);
        } catch (CaseException e) {
            throw new UncheckedIOException("a list cannot fail to take a part", e);
        }
        return new Names(
                accounts.stream().map(Account::id).toList(),
                parts.stream().flatMap(part -> part.identities().stream()).toList(),
                parts.stream().flatMap(part -> part.mentions().stream()).toList());
    }

    /**
     * Which names seem to be one person's, with the reason; nothing that was decided already.
     *
     * @see Aliases
     */
    public static List<Suggestion> aliases(Contents contents) {
        return Aliases.of(contents);
    }

    /**
     * Identities as a person sees them, joined by the decisions that hold, in the order in which they first came. One
     * that is named nowhere any more is still there, with no mentions.
     */
    public static List<Cluster> of(Contents contents) {
        List<Identity> identities = contents.identities();
        var parent = new HashMap<Id, Id>();
        var order = new HashMap<Id, Integer>();
        for (Identity identity : identities) {
            parent.put(identity.id(), identity.id());
            order.put(identity.id(), order.size());
        }
        var said = new HashMap<Id, List<Decision>>();
        List<Decision> decisions = contents.decisions(Set.of("same:", "role", "age", "agreement"));
        for (Decision decision : decisions) {
            if (decision.verdict() instanceof Verdict.SameAs(Id other)
                    && order.containsKey(decision.target())
                    && order.containsKey(other)) {
                Id a = root(parent, decision.target());
                Id b = root(parent, other);
                if (order.get(a) <= order.get(b)) {
                    parent.put(b, a);
                } else {
                    parent.put(a, b);
                }
            }
        }
        for (Decision decision : decisions) {
            if (order.containsKey(decision.target())) {
                said.computeIfAbsent(root(parent, decision.target()), id -> new ArrayList<>())
                        .add(decision);
            }
        }
        var members = new LinkedHashMap<Id, List<Identity>>();
        for (Identity identity : identities) {
            members.computeIfAbsent(root(parent, identity.id()), id -> new ArrayList<>())
                    .add(identity);
        }
        var mentions = new HashMap<Id, List<Mention>>();
        for (Mention mention : contents.mentions()) {
            mentions.computeIfAbsent(root(parent, mention.identity()), id -> new ArrayList<>())
                    .add(mention);
        }
        var names = new HashMap<Id, Decision>();
        contents.decisions(Set.of("name")).forEach(decision -> names.put(decision.target(), decision));
        return members.entrySet().stream()
                .map(e -> cluster(
                        e.getKey(),
                        e.getValue(),
                        mentions.getOrDefault(e.getKey(), List.of()),
                        Facts.of(said.getOrDefault(e.getKey(), List.of())),
                        names))
                .toList();
    }

    private static Id root(Map<Id, Id> parent, Id id) {
        Id at = id;
        while (!parent.getOrDefault(at, at).equals(at)) {
            at = parent.getOrDefault(at, at);
        }
        return at;
    }

    private static Cluster cluster(
            Id id, List<Identity> members, Collection<Mention> mentions, Facts facts, Map<Id, Decision> names) {
        var ids = new LinkedHashSet<Id>();
        var forms = new LinkedHashSet<String>();
        for (Identity member : members) {
            ids.add(member.id());
            forms.add(member.name());
        }
        boolean phrase = members.stream()
                .allMatch(member -> member.kind() == IdentityKind.BIRTH || member.kind() == IdentityKind.AGE);
        if (!phrase) { // else the text is the number alone, which is no form
            mentions.forEach(mention -> forms.add(mention.text()));
        }
        Identity fullest = members.stream()
                .max(Comparator.comparingInt(
                                (Identity m) -> Forms.words(m.name()).size())
                        .thenComparingInt(m -> m.kind() == IdentityKind.HANDLE ? 0 : 1)
                        .thenComparingInt(m -> m.name().length())
                        .thenComparingInt(m -> -members.indexOf(m)))
                .orElseThrow();
        IdentityKind kind = members.stream()
                .map(Identity::kind)
                .filter(k -> k != IdentityKind.UNKNOWN)
                .min(Comparator.naturalOrder())
                .orElse(IdentityKind.UNKNOWN);
        Optional<Decision> decision = ids.stream()
                .flatMap(member -> Optional.ofNullable(names.get(member)).stream())
                .max(Comparator.comparing(Decision::at));
        int accounts = (int) mentions.stream().map(Mention::account).distinct().count();
        return new Cluster(
                id,
                Set.copyOf(ids),
                kind,
                fullest.name(),
                List.copyOf(forms),
                mentions.size(),
                accounts,
                decision,
                facts);
    }
}
