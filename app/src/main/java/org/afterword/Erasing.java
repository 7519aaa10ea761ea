package org.afterword;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Logged;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Proposal;
import org.afterword.model.Speaker;
import org.afterword.people.Cluster;
import org.afterword.people.Clusters;
import org.afterword.people.Restrictions;
import org.afterword.protection.Blackening;
import org.afterword.witnesses.Copies;

/** Erases on purpose, after saying what will go. There is no way back. */
public final class Erasing {
    /** What can be erased. An id can mean only one of these. */
    public enum What {
        EXHIBIT,
        ACCOUNT,
        /** Every form of a name, in the whole case. */
        PERSON,
        /** Everything that a witness tells. */
        MATERIAL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How much goes.
     *
     * @param exhibits with all that the case says of them
     * @param bytes exhibits of which only the bytes go
     * @param accounts whole
     * @param blackened accounts that stay, with stretches of their text made black
     * @param names that stand nowhere else
     * @param decisions about what goes
     * @param entries of the log that are emptied, some of them with another in their place
     */
    public record Counts(
            int exhibits,
            int bytes,
            int accounts,
            int blackened,
            int names,
            int mentions,
            int suggestions,
            int decisions,
            int entries) {}

    /**
     * What left the case, and no command can call back.
     *
     * @param entry the number of the log entry that says so
     * @param what "published site", "bagit export"
     */
    public record Unreached(long entry, Instant at, String what) {}

    /**
     * What will be done.
     *
     * @param remarks what a person should look at first: sentences
     * @param exhibits ids of those that go, whole or their bytes
     * @param accounts ids of those that go whole
     */
    public record Plan(
            What what,
            Id id,
            Counts counts,
            List<String> remarks,
            List<Id> exhibits,
            List<Id> accounts,
            List<Unreached> unreached) {}

    private record Prepared(Plan shown, ErasurePlan plan, Scope scope) {}

    private final CaseFile file;
    private final String actor;
    private Optional<Prepared> prepared = Optional.empty();

    Erasing(CaseFile file, String actor) {
        this.file = file;
        this.actor = actor;
    }

    /**
     * Says what would go.
     *
     * @param text the id of an exhibit, an account, a name or a witness, or enough of its beginning
     * @throws IllegalArgumentException if there is no such thing, or it is none of these
     */
    public Plan plan(String text) throws IOException {
        Targets.Target target = Targets.of(file).find(text);
        Id id = target.id();
        var remarks = new ArrayList<String>();
        What what = switch (target.kind()) {
            case EXHIBIT -> What.EXHIBIT;
            case ACCOUNT -> What.ACCOUNT;
            case WITNESS -> What.MATERIAL;
            case IDENTITY -> What.PERSON;
            case CODING, PROPOSAL, FACT, GROUP ->
                throw new IllegalArgumentException("what can be erased is an exhibit, an account, a name (all"
                        + " of its forms) or a witness (all that they tell)");
        };
        Scoping.Scoped scoped = switch (what) {
            case EXHIBIT -> Scoping.exhibit(file, id);
            case ACCOUNT -> Scoping.account(file, id);
            case MATERIAL -> Scoping.material(file, Restrictions.joined(id, file));
            case PERSON -> Scoping.person(file, cluster(id).id());
        };
        if (what == What.PERSON) {
            remarks.addAll(aboutPerson(cluster(id), scoped));
        }
        var plan = ErasurePlan.of(file, scoped.scope());
        remarks.addAll(copies(scoped.scope()));
        var shown = shown(what, id, plan, scoped.scope(), remarks);
        prepared = Optional.of(new Prepared(shown, plan, scoped.scope()));
        return shown;
    }

    private Cluster cluster(Id identity) {
        return Clusters.of(file).stream()
                .filter(one -> one.members().contains(identity))
                .findFirst()
                .orElseThrow();
    }

    private Plan shown(What what, Id id, ErasurePlan plan, Scope scope, List<String> remarks) throws CaseException {
        int blackened = scope.black.size();
        if (scope.person.isPresent()) {
            try (Stream<Account> all = file.accounts()) {
                blackened = (int) all.filter(one -> !scope.left(one).equals(Optional.of(one)))
                        .count();
            }
        }
        Set<Id> exhibits = new LinkedHashSet<>();
        Set<Id> accounts = new LinkedHashSet<>();
        file.exhibits().stream()
                .map(one -> one.id())
                .filter(one -> scope.exhibits.contains(one) || scope.bytes.contains(one))
                .forEach(exhibits::add);
        file.accountIds().stream().filter(scope.accounts::contains).forEach(accounts::add);
        int bytes = (int) scope.bytes.stream()
                .filter(one -> file.bytesErased(one).isEmpty())
                .count();
        var counts = new Counts(
                scope.exhibits.size(),
                bytes,
                accounts.size(),
                blackened,
                plan.names(),
                plan.mentions(),
                plan.suggestions(),
                plan.decisions(),
                plan.entries());
        return new Plan(
                what,
                id,
                counts,
                List.copyOf(remarks),
                List.copyOf(exhibits),
                List.copyOf(accounts),
                unreached(plan.first().orElse(Long.MAX_VALUE)));
    }

    /** What went out after the first entry of which something is erased. */
    private List<Unreached> unreached(long first) {
        try (Stream<Logged> log = file.log()) {
            return log.filter(logged -> logged.number() > first)
                    .flatMap(logged -> logged.entry().flatMap(Subject::kind).stream()
                            .map(what -> new Unreached(logged.number(), logged.at(), what)))
                    .toList();
        }
    }

    private List<String> aboutPerson(Cluster cluster, Scoping.Scoped scoped) {
        var remarks = new ArrayList<String>();
        Blackening names = scoped.scope().person.orElseThrow();
        for (var suggestion : file.suggestions()) {
            if (suggestion.proposal() instanceof Proposal.Alias(Id other)
                    && names.identities().contains(suggestion.target())
                            != names.identities().contains(other)
                    && file.decision(suggestion.target(), "same:" + other).isEmpty()
                    && file.decision(other, "same:" + suggestion.target()).isEmpty()) {
                Id second = names.identities().contains(other) ? suggestion.target() : other;
                remarks.add("The name " + second + " may be the same person's, and stays. If it is, decide same-as="
                        + cluster.id() + " on it first, or erase it as well.");
            }
        }
        try (Stream<Account> all = file.accounts()) {
            all.flatMap(account -> account.speakers().stream())
                    .filter(speaker -> speaker.kind() == Speaker.Kind.NAMED && names.in(speaker.name()))
                    .limit(20)
                    .forEach(speaker -> remarks.add("Somebody who tells in the case bears the name: what the witness "
                            + speaker.id() + " tells stays, without the name. To erase it too, erase the witness."));
        }
        for (var exhibit : scoped.notLookedInto()) {
            remarks.add("Nobody can say from here whether the name stands in exhibit " + exhibit.id()
                    + " (a picture, a packed or a very large file). Look yourself, and erase it if it does.");
        }
        try (Stream<Logged> log = file.log()) {
            log.filter(logged -> names.in(logged.actor())
                            || logged.entry()
                                    .filter(entry -> entry instanceof Entry.Erased erased && names.in(erased.reason()))
                                    .isPresent())
                    .map(Logged::number)
                    .limit(1)
                    .forEach(number -> remarks.add("The log says from entry " + number
                            + " on that somebody of that name worked on the case; that stays."));
        }
        return remarks;
    }

    /** Whose words are in other accounts too. */
    private List<String> copies(Scope scope) {
        return Copies.list(file).stream()
                .filter(copy -> copy.holds() && scope.accounts.contains(copy.a()) != scope.accounts.contains(copy.b()))
                .map(copy -> scope.accounts.contains(copy.a()) ? copy.b() : copy.a())
                .distinct()
                .map(other -> "Account " + other + " has words of what goes, and stays. Erase it as well if it should"
                        + " go too.")
                .toList();
    }

    /**
     * Does what the last {@link #plan} said.
     *
     * @param reason stays in the log for ever; nobody's name may be in it
     * @throws Refused if there is no reason, or a name that goes is in it; nothing was erased
     * @throws CaseException.NotSwept if all was erased, and the file still has to be written anew
     */
    public Entry.Erased erase(String reason) throws IOException {
        var ready = prepared.orElseThrow(() -> new IllegalStateException("nothing was planned"));
        prepared = Optional.empty();
        if (reason.isBlank()) {
            throw new Refused(List.of("an erasure needs a reason; it stays in the log, so write no names into it"));
        }
        var clusters = Clusters.of(file);
        Set<Id> going = new LinkedHashSet<>();
        clusters.stream()
                .filter(one -> one.members().stream().anyMatch(ready.scope().identities::contains))
                .forEach(one -> going.add(one.id()));
        var names = Blackening.of(going, clusters, file);
        if (names.in(reason)) {
            throw new Refused(
                    List.of(
                            "the reason has a name in it that is to be erased, and it would stay in the log; nothing was erased"));
        }
        if (names.in(actor)) {
            throw new Refused(List.of("the log would say under a name that is to be erased who erased it;"
                    + " give another with --by; nothing was erased"));
        }
        return file.erase(ready.plan().erasure(ready.shown().what().toString(), reason.strip()), actor);
    }
}
