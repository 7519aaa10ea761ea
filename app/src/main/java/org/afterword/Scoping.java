package org.afterword;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Logged;
import org.afterword.model.Account;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.people.Cluster;
import org.afterword.people.Clusters;
import org.afterword.people.Restrictions;
import org.afterword.protection.Blackening;

/** Finds out what belongs to that which is to be erased. */
final class Scoping {
    /** A longer file is not looked through for a name. */
    private static final long LOOKED_THROUGH = 32L << 20;

    private final CaseFile file;
    private final Scope scope = new Scope();
    private final List<Entry.ExhibitRead> readings = new ArrayList<>();
    private final List<Set<Id>> captures = new ArrayList<>();
    private final Map<Id, Set<Optional<Id>>> places = new HashMap<>();
    private final Map<Id, Account> accounts;
    private final List<Exhibit> notLookedInto = new ArrayList<>();

    private Scoping(CaseFile file) {
        this.file = file;
        try (Stream<Logged> log = file.log()) {
            log.flatMap(logged -> logged.entry().stream()).forEach(entry -> {
                if (entry instanceof Entry.ExhibitRead read) {
                    readings.add(read);
                } else if (entry instanceof Entry.Captured captured) {
                    captures.add(new HashSet<>(captured.exhibits()));
                } else if (entry instanceof Entry.ExhibitAdded added) {
                    place(added.exhibit(), added.within());
                } else if (entry instanceof Entry.ExhibitSeenAgain again) {
                    place(again.exhibit(), again.within());
                }
            });
        }
        try (Stream<Account> all = file.accounts()) {
            accounts = all.collect(Collectors.toMap(Account::id, one -> one, (a, b) -> b, LinkedHashMap::new));
        }
    }

    /**
     * @param notLookedInto exhibits of which nobody can say whether a name stands in them
     */
    record Scoped(Scope scope, List<Exhibit> notLookedInto) {}

    static Scoped exhibit(CaseFile file, Id exhibit) throws IOException {
        var scoping = new Scoping(file);
        scoping.whole(Set.of(exhibit));
        return scoping.scoped();
    }

    static Scoped account(CaseFile file, Id account) throws IOException {
        var scoping = new Scoping(file);
        scoping.accounts(Set.of(account));
        return scoping.scoped();
    }

    /**
     * @param witnesses speakers who are one person
     */
    static Scoped material(CaseFile file, Set<Id> witnesses) throws IOException {
        var scoping = new Scoping(file);
        scoping.material(witnesses);
        return scoping.scoped();
    }

    static Scoped person(CaseFile file, Id cluster) throws IOException {
        var scoping = new Scoping(file);
        scoping.person(cluster);
        return scoping.scoped();
    }

    private void place(Id exhibit, Optional<Id> within) {
        places.computeIfAbsent(exhibit, one -> new HashSet<>()).add(within);
    }

    private Scoped scoped() {
        containers();
        if (scope.person.isEmpty()) {
            speakers();
            names();
        }
        return new Scoped(scope, List.copyOf(notLookedInto));
    }

    /** What was captured together shows the same page, and goes together. */
    private void together(Set<Id> exhibits) {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Set<Id> capture : captures) {
                if (capture.stream().anyMatch(exhibits::contains)) {
                    grown |= exhibits.addAll(capture);
                }
            }
        }
    }

    /** What lies nowhere but in what goes is a part of it, and goes with it. */
    private void parts() {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (var one : places.entrySet()) {
                boolean inside = one.getValue().stream()
                        .allMatch(container ->
                                container.filter(scope.exhibits::contains).isPresent());
                grown |= inside && scope.exhibits.add(one.getKey());
            }
        }
    }

    /** The bytes of a container have those of its parts in them. */
    private void containers() {
        var open = new ArrayDeque<Id>(scope.exhibits);
        open.addAll(scope.bytes);
        while (!open.isEmpty()) {
            for (Optional<Id> container : places.getOrDefault(open.pop(), Set.of())) {
                container
                        .filter(one -> !scope.exhibits.contains(one) && scope.bytes.add(one))
                        .ifPresent(open::push);
            }
        }
    }

    private void whole(Set<Id> exhibits) throws IOException {
        scope.exhibits.addAll(exhibits);
        together(scope.exhibits);
        parts();
        for (var read : readings) {
            if (scope.exhibits.contains(read.exhibit())) {
                ErasurePlan.accounts(file, read.items()).forEach(one -> scope.accounts.add(one.id()));
            }
        }
    }

    private void accounts(Set<Id> gone) throws IOException {
        scope.accounts.addAll(gone);
        var whole = new HashSet<Id>();
        accounts.values().stream().filter(one -> gone.contains(one.id())).forEach(one -> {
            boolean last = accounts.values().stream()
                    .filter(other -> other.exhibit().equals(one.exhibit()))
                    .allMatch(other -> gone.contains(other.id()));
            (last ? whole : scope.bytes).add(one.exhibit());
        });
        together(scope.bytes);
        whole(whole);
        scope.bytes.removeAll(scope.exhibits);
        earlierReadings();
    }

    /** An earlier reading of the same bytes has the same words under other ids. */
    private void earlierReadings() throws IOException {
        for (var read : readings) {
            if (scope.bytes.contains(read.exhibit())) {
                for (Account account : ErasurePlan.accounts(file, read.items())) {
                    if (!accounts.containsKey(account.id())) {
                        scope.accounts.add(account.id());
                    }
                }
            }
        }
    }

    private void material(Set<Id> witnesses) throws IOException {
        var whole = new HashSet<Id>();
        for (Account account : accounts.values()) {
            Set<Id> theirs = account.speakers().stream()
                    .map(Speaker::id)
                    .filter(witnesses::contains)
                    .collect(Collectors.toSet());
            if (theirs.isEmpty()) {
                continue;
            }
            boolean alone = account.turns().stream()
                    .filter(turn -> turn.voice() == Turn.Voice.OWN)
                    .map(account::speakerOf)
                    .filter(speaker -> speaker.role() == Speaker.Role.TELLER)
                    .allMatch(speaker -> theirs.contains(speaker.id()));
            if (alone) {
                whole.add(account.id());
            } else {
                scope.bytes.add(account.exhibit());
                scope.black.put(account.id(), spans(account, theirs));
                scope.speakers.addAll(theirs);
            }
        }
        accounts(whole);
    }

    /** Their turns, and every place where their names stand in the text. */
    private static List<Span> spans(Account account, Set<Id> theirs) {
        var spans = new LinkedHashSet<Span>();
        account.turns().stream()
                .filter(turn -> theirs.contains(account.speakerOf(turn).id()))
                .forEach(turn -> spans.add(turn.span()));
        account.speakers().stream()
                .filter(one -> theirs.contains(one.id())
                        && one.kind() == Speaker.Kind.NAMED
                        && !one.name().isBlank())
                .forEach(one -> {
                    String text = account.text();
                    for (int at = text.indexOf(one.name()); at >= 0; at = text.indexOf(one.name(), at + 1)) {
                        spans.add(new Span(at, at + one.name().length()));
                    }
                });
        return List.copyOf(spans);
    }

    private void person(Id cluster) throws IOException {
        Blackening names = Blackening.of(Set.of(cluster), Clusters.of(file), file);
        scope.person = Optional.of(names);
        scope.identities.addAll(names.identities());
        var looked = new HashSet<Id>();
        for (var read : readings) {
            for (Account account : ErasurePlan.accounts(file, read.items())) {
                looked.add(read.exhibit());
                if (!scope.left(account).equals(Optional.of(account))) {
                    scope.bytes.add(read.exhibit());
                }
            }
            if (!scope.left(read.warnings()).equals(read.warnings())) {
                scope.bytes.add(read.exhibit());
            }
        }
        for (Exhibit exhibit : file.exhibits()) {
            if (!scope.bytes.contains(exhibit.id())
                    && file.bytesErased(exhibit.id()).isEmpty()) {
                boolean small = exhibit.size() <= LOOKED_THROUGH;
                if (small && names.in(bytes(exhibit))) {
                    scope.bytes.add(exhibit.id());
                } else if (!small || !looked.contains(exhibit.id())) {
                    notLookedInto.add(exhibit);
                }
            }
        }
        together(scope.bytes);
        notLookedInto.removeIf(exhibit -> scope.bytes.contains(exhibit.id()));
    }

    private byte[] bytes(Exhibit exhibit) throws IOException {
        try (InputStream in = file.item(file.exhibitItem(exhibit.id()).orElseThrow())) {
            return in.readAllBytes();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Speakers of accounts that go; and who stays of the same person, so that what was joined stays joined. */
    private void speakers() {
        var staying = new LinkedHashSet<Id>();
        accounts.values()
                .forEach(account -> account.speakers().forEach(speaker -> {
                    if (scope.accounts.contains(account.id())) {
                        scope.speakers.add(speaker.id());
                    } else if (!scope.speakers.contains(speaker.id())) {
                        staying.add(speaker.id());
                    }
                }));
        for (Id gone : scope.speakers) {
            Restrictions.joined(gone, file).stream()
                    .filter(staying::contains)
                    .findFirst()
                    .ifPresent(other -> scope.sameSpeaker.put(gone, other));
        }
    }

    /** Names that stand nowhere but in what goes. */
    private void names() {
        Map<Id, Integer> left = new HashMap<>();
        file.mentions().forEach(mention -> left.merge(mention.identity(), scope.stays(mention) ? 1 : 0, Integer::sum));
        for (Cluster cluster : Clusters.of(file)) {
            List<Id> gone = cluster.members().stream()
                    .filter(one -> left.getOrDefault(one, 1) == 0)
                    .toList();
            if (gone.size() == cluster.members().size()) {
                scope.identities.addAll(gone);
            } else if (!gone.isEmpty()) {
                String name = file.identities().stream()
                        .filter(one -> cluster.members().contains(one.id()) && !gone.contains(one.id()))
                        .findFirst()
                        .orElseThrow()
                        .name();
                gone.forEach(one -> scope.renamed.put(one, name));
            }
        }
    }
}
