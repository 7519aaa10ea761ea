package org.afterword.publishing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.page.Strings;
import org.afterword.people.Cluster;
import org.afterword.protection.Leak;
import org.afterword.protection.Open;
import org.afterword.protection.Protection;
import org.afterword.protection.Quoted;
import org.afterword.protection.Scan;

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

    static List<Obstacle> check(Material material) {
        var obstacles = new ArrayList<Obstacle>();
        material.protection().open().forEach(open -> obstacles.add(undecided(material, open)));
        for (Account account : material.all()) {
            if (!material.shows(account)) {
                continue;
            }
            if (!material.read(account)) {
                obstacles.add(new Obstacle(
                        "Words of this account would be shown, and nobody has read it.",
                        material.file(account.id()),
                        Optional.of(account.id()),
                        "Read it and decide \"read\", or allow less (consent=counts)."));
            }
            if (!material.protection().approved(account)) {
                obstacles.add(new Obstacle(
                        "Nobody has approved this account as strangers would see it now.",
                        material.file(account.id()),
                        Optional.of(account.id()),
                        "Read its protected text and decide \"approve\", or allow less (consent=counts)."));
            }
        }
        rewordings(material, obstacles);
        return List.copyOf(obstacles);
    }

    private static Obstacle undecided(Material material, Open open) {
        Cluster cluster = open.cluster();
        var files = new LinkedHashSet<String>();
        open.accounts().forEach(account -> files.add(material.file(account)));
        String where = files.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (files.size() > NAMED ? " and " + (files.size() - NAMED) + " more" : "");
        return new Obstacle(
                "“" + cluster.name() + "” (" + cluster.kind() + ")", where, Optional.of(cluster.id()), open.decide());
    }

    /** A rewording that keeps five words in a row still leads to its author. */
    private static void rewordings(Material material, List<Obstacle> obstacles) {
        Quoted quoted = Quoted.of(material.notQuotable());
        material.accepted()
                .values()
                .forEach(coded -> material.wording(coded)
                        .filter(wording -> !quoted.runs(wording).isEmpty())
                        .ifPresent(wording -> obstacles.add(new Obstacle(
                                "A rewording has five or more words in a row of a text that may not be quoted.",
                                material.file(coded.passage().account()),
                                Optional.of(coded.suggestion()),
                                "Word it anew (reword=TEXT)."))));
    }

    /** Looks at every finished byte, page by page. */
    static List<Obstacle> scan(Material material, Map<String, byte[]> files, Strings ours) {
        var obstacles = new ArrayList<Obstacle>();
        Scan scan = Scan.of(material.protection());
        Quoted quoted = Quoted.of(material.notQuotable())
                .allowing(ours.keys().stream().map(ours::pattern).toList());
        Map<Id, Cluster> clusters =
                material.protection().clusters().stream().collect(Collectors.toMap(Cluster::id, cluster -> cluster));
        files.forEach((name, bytes) -> {
            for (Leak leak : scan.scan(name, bytes)) {
                obstacles.add(
                        new Obstacle(
                                "A hidden name is in a finished page: “"
                                        + Optional.ofNullable(clusters.get(leak.cluster()))
                                                .map(Cluster::name)
                                                .orElse("")
                                        + "”.",
                                name + ", " + leak.where(),
                                Optional.of(leak.cluster()),
                                "Decide on the name anew (keep, another substitute, not-a-name), or change what stands there."));
            }
            if (!quoted.clean(name, bytes)) {
                obstacles.add(new Obstacle(
                        "A finished page has five or more words in a row of a text that may not be quoted.",
                        name,
                        Optional.empty(),
                        "Record what the author of that text allows, or take the quotation out of what is shown."));
            }
        });
        return List.copyOf(obstacles);
    }
}
