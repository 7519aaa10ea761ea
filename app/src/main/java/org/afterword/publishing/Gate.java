package org.afterword.publishing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.people.Cluster;
import org.afterword.protection.Leak;
import org.afterword.protection.Open;
import org.afterword.protection.Protection;
import org.afterword.protection.Quoted;
import org.afterword.protection.Scan;
import org.afterword.verifier.SiteCheck;
import org.afterword.witnesses.Witnesses;

/** The one door out. In doubt it stays shut, and says what to decide. */
public final class Gate {
    /** How many files an obstacle names. */
    private static final int NAMED = 3;

    private Gate() {}

    /**
     * What a person has to decide before anything is published; empty if nothing. The finished pages are looked at
     * again when they are made ({@link Publication#publish}).
     */
    public static List<Obstacle> check(Contents contents, Protection protection) {
        return check(Material.of(contents, protection));
    }

    /**
     * The same, and what else has to be settled before strangers read it.
     *
     * @param today by which the day until which a group may answer is over, or not
     */
    static List<Obstacle> check(Material material, Witnesses witnesses, LocalDate today) {
        var obstacles = new ArrayList<>(check(material));
        obstacles.addAll(Conditions.unmet(material, witnesses, today));
        return List.copyOf(obstacles);
    }

    static List<Obstacle> check(Material material) {
        var obstacles = new ArrayList<Obstacle>();
        material.protection().open().forEach(open -> obstacles.add(undecided(material, open)));
        material.all().parallelStream()
                .flatMap(account -> unseen(material, account).stream())
                .forEachOrdered(obstacles::add);
        rewordings(material, obstacles);
        return List.copyOf(obstacles);
    }

    /** What a person has to decide before words of these accounts alone go out to strangers. */
    static List<Obstacle> check(Material material, Witnesses witnesses, Collection<Account> accounts) {
        var obstacles = new ArrayList<Obstacle>();
        accounts.stream()
                .flatMap(account -> material.protection().open(account).stream())
                .distinct()
                .forEach(open -> obstacles.add(undecided(material, open)));
        accounts.forEach(account -> obstacles.addAll(unseen(material, account)));
        obstacles.addAll(Conditions.unmet(material, witnesses, accounts));
        return List.copyOf(obstacles);
    }

    private static List<Obstacle> unseen(Material material, Account account) {
        if (!material.shows(account)) {
            return List.of();
        }
        var obstacles = new ArrayList<Obstacle>();
        if (!material.read(account)) {
            obstacles.add(new Obstacle(
                    "Words of this account would be shown, and nobody has read it.",
                    material.file(account.id()),
                    Optional.of(account.id()),
                    "Read it and decide \"read\", or allow less (consent=counts)."));
        }
        if (!material.approved(account)) {
            obstacles.add(new Obstacle(
                    "Nobody has approved this account as strangers would see it now.",
                    material.file(account.id()),
                    Optional.of(account.id()),
                    "Read its protected text and decide \"approve\", or allow less (consent=counts)."));
        }
        return obstacles;
    }

    private static Obstacle undecided(Material material, Open open) {
        Cluster cluster = open.cluster();
        var files = new LinkedHashSet<String>();
        open.accounts().forEach(account -> files.add(material.file(account)));
        return new Obstacle(
                "“" + cluster.name() + "” (" + cluster.kind() + ")",
                some(files),
                Optional.of(cluster.id()),
                open.decide());
    }

    /** A rewording that keeps five words in a row still leads to its author. */
    private static void rewordings(Material material, List<Obstacle> obstacles) {
        if (material.wordings().isEmpty()) {
            return;
        }
        Quoted quoted = material.quoted();
        material.accepted()
                .values()
                .forEach(coded -> material.wording(coded)
                        .flatMap(wording -> quoted.runs(wording).stream().findFirst())
                        .ifPresent(run -> obstacles.add(new Obstacle(
                                "A rewording has five or more words in a row of a text that may not be quoted: "
                                        + material.file(run.account()) + ".",
                                material.file(coded.passage().account()),
                                Optional.of(coded.suggestion()),
                                "Word it anew (reword=TEXT)."))));
    }

    /**
     * Looks at every finished byte, page by page.
     *
     * @param ours sentences that are no quotation of anybody
     */
    static List<Obstacle> scan(Material material, Map<String, byte[]> files, Collection<String> ours) {
        var finished = new LinkedHashMap<String, Finished>();
        files.forEach((name, bytes) -> finished.put(name, Finished.of(bytes)));
        return scan(material, finished, ours, text -> text, new Last(material.quoted()));
    }

    /**
     * The same.
     *
     * @param frame as {@link Scan#of(Protection, UnaryOperator)} takes it
     * @param before what was looked at before and need not be again; what is clean now comes to it
     */
    static List<Obstacle> scan(
            Material material,
            Map<String, Finished> files,
            Collection<String> ours,
            UnaryOperator<String> frame,
            Last before) {
        var leaks = new LinkedHashMap<Id, Set<String>>();
        var quoting = new LinkedHashMap<Id, Set<String>>();
        Scan scan = Scan.of(material.protection(), frame);
        Quoted quoted = before.quoted().allowing(ours);
        files.entrySet().parallelStream()
                .filter(file -> !before.clean(file.getKey(), file.getValue(), quoted))
                .filter(file -> !isOwn(file.getKey(), file.getValue().bytes()))
                .map(file -> seen(file.getKey(), file.getValue(), scan, quoted, before))
                .toList()
                .forEach(seen -> {
                    for (Leak leak : seen.leaks()) {
                        leaks.computeIfAbsent(leak.cluster(), _ -> new LinkedHashSet<>())
                                .add(seen.file() + ", " + leak.where());
                    }
                    seen.quoted()
                            .forEach(account -> quoting.computeIfAbsent(account, _ -> new LinkedHashSet<>())
                                    .add(seen.file()));
                });
        Map<Id, Cluster> clusters =
                material.protection().clusters().stream().collect(Collectors.toMap(Cluster::id, cluster -> cluster));
        var obstacles = new ArrayList<Obstacle>();
        leaks.forEach((cluster, where) -> obstacles.add(new Obstacle(
                "A hidden name is in a finished page: “"
                        + Optional.ofNullable(clusters.get(cluster))
                                .map(Cluster::name)
                                .orElse("") + "”.",
                some(where),
                Optional.of(cluster),
                "Decide on the name anew (keep, another substitute, not-a-name), or change what stands there.")));
        quoting.forEach((account, pages) -> obstacles.add(new Obstacle(
                "A finished page has five or more words in a row of a text that may not be quoted: " + some(pages)
                        + ".",
                material.file(account),
                Optional.of(account),
                "Record what its author allows, or take the quotation out of what is shown.")));
        return List.copyOf(obstacles);
    }

    /** Digests and keys, in which a short name stands by chance; fonts called "Georgia". */
    private static boolean isOwn(String name, byte[] bytes) {
        return name.equals(SiteCheck.CHECKPOINT)
                || (name.equals(SiteCheck.COMMITMENTS) && Seal.isLines(bytes))
                || Site.isOwn(name, bytes);
    }

    /** What stands in one file that should not. */
    private record Seen(String file, List<Leak> leaks, Set<Id> quoted) {}

    private static Seen seen(String name, Finished file, Scan scan, Quoted quoted, Last before) {
        var accounts = new LinkedHashSet<Id>();
        var leant = new BitSet();
        List<Leak> leaks = scan.scan(name, file.bytes(), text -> accounts.addAll(quoted.accountsIn(text, leant::set)));
        if (leaks.isEmpty() && accounts.isEmpty()) {
            before.found(name, file, leant);
        }
        return new Seen(name, leaks, accounts);
    }

    private static String some(Set<String> places) {
        return places.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (places.size() > NAMED ? " and " + (places.size() - NAMED) + " more" : "");
    }
}
