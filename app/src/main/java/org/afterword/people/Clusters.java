package org.afterword.people;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return of(contents, (_, _) -> {});
    }

    /**
     * @param named told of every mention, and of which cluster it is; nothing may be asked of the case meanwhile
     */
    public static List<Cluster> of(Contents contents, BiConsumer<Mention, Id> named) {
        List<Identity> identities = contents.identities();
        var parent = new HashMap<Id, Id>();
        var order = new HashMap<Id, Integer>();
        for (Identity identity : identities) {
            parent.put(identity.id(), identity.id());
            order.put(identity.id(), order.size());
        }
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
        var gathered = new LinkedHashMap<Id, Gathered>();
        for (Identity identity : identities) {
            gathered.computeIfAbsent(root(parent, identity.id()), _ -> new Gathered())
                    .members
                    .add(identity);
        }
        gathered.values().forEach(Gathered::named);
        Stream.concat(decisions.stream(), contents.decisions(Set.of("name")).stream())
                .forEach(decision -> Optional.ofNullable(gathered.get(root(parent, decision.target())))
                        .ifPresent(one -> one.decisions.add(decision)));
        contents.forEachMention(mention -> {
            Id cluster = root(parent, mention.identity());
            Optional.ofNullable(gathered.get(cluster)).ifPresent(one -> one.add(mention));
            named.accept(mention, cluster);
        });
        return gathered.entrySet().stream()
                .map(one -> one.getValue().cluster(one.getKey()))
                .toList();
    }

    /** What is decided about a cluster now, its members being what they were; in the log's order. */
    public static Cluster now(Cluster before, Contents contents) {
        List<Decision> about = before.members().stream()
                .flatMap(member -> contents.about(member).stream())
                .toList();
        return before.settled(
                before.members().size() == 1
                        ? about
                        : about.stream()
                                .sorted(Comparator.comparingLong(one -> contents.place(one.id())))
                                .toList());
    }

    private static Id root(Map<Id, Id> parent, Id id) {
        Id at = id;
        while (!parent.getOrDefault(at, at).equals(at)) {
            at = parent.getOrDefault(at, at);
        }
        return at;
    }

    /** Of one cluster, while the case is looked through. */
    private static final class Gathered {
        private final List<Identity> members = new ArrayList<>();
        private final List<Decision> decisions = new ArrayList<>();
        private final Set<String> forms = new LinkedHashSet<>();
        private final Set<Id> accounts = new HashSet<>();
        private boolean phrase;
        private int mentions;

        void named() {
            members.forEach(member -> forms.add(member.name()));
            phrase = members.stream()
                    .allMatch(member -> member.kind() == IdentityKind.BIRTH || member.kind() == IdentityKind.AGE);
        }

        void add(Mention mention) {
            mentions++;
            accounts.add(mention.account());
            if (!phrase) { // else the text is the number alone, which is no form
                forms.add(mention.text());
            }
        }

        Cluster cluster(Id id) {
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
            return new Cluster(
                            id,
                            members.stream().map(Identity::id).collect(Collectors.toUnmodifiableSet()),
                            kind,
                            fullest.name(),
                            List.copyOf(forms),
                            mentions,
                            accounts.size(),
                            Optional.empty(),
                            Facts.NONE)
                    .settled(decisions);
        }
    }
}
