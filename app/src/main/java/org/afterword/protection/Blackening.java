package org.afterword.protection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.people.Cluster;

/**
 * Takes every form of a name out of texts, as {@link Cover} finds them when that name is hidden and all others are
 * kept. Each code unit becomes a black block, so that every position in a text stays what it was.
 *
 * <p>A name that has a form in it which can be nobody else's ("jomarsh", "jomarshfan") goes with it.
 */
public final class Blackening {
    public static final String MARK = "█";

    private final Set<Id> identities = new HashSet<>();
    private final CaseNames own;
    private final Cover cover;
    private final Map<Id, List<Cover.Recorded>> mentions = new HashMap<>();
    private final Map<Id, Set<String>> othersBeside = new HashMap<>();

    private Blackening(Set<Id> persons, List<Cluster> clusters, Contents contents) {
        var hidden = new LinkedHashSet<>(persons);
        CaseNames names;
        int before;
        do {
            before = hidden.size();
            names = new CaseNames(
                    clusters.stream().filter(one -> hidden.contains(one.id())).toList());
            for (Cluster cluster : clusters) {
                if (names.in(cluster.name()).stream().anyMatch(Occurrence::certain)) {
                    hidden.add(cluster.id());
                }
            }
        } while (hidden.size() > before);
        own = names;
        cover = new Cover(
                new CaseNames(clusters),
                substitutes(clusters, hidden),
                contents.groups().stream().map(Group::name).toList());
        clusters.stream().filter(one -> hidden.contains(one.id())).forEach(one -> identities.addAll(one.members()));
        record(clusters, contents);
    }

    /**
     * @param persons clusters of the case
     */
    public static Blackening of(Set<Id> persons, List<Cluster> clusters, Contents contents) {
        return new Blackening(persons, clusters, contents);
    }

    private static Map<Id, Substitute> substitutes(List<Cluster> clusters, Set<Id> hidden) {
        return clusters.stream()
                .collect(Collectors.toMap(
                        Cluster::id,
                        cluster ->
                                hidden.contains(cluster.id()) ? new Substitute.Hidden(MARK) : new Substitute.Kept()));
    }

    private void record(List<Cluster> clusters, Contents contents) {
        var clusterOf = new HashMap<Id, Id>();
        clusters.forEach(cluster -> cluster.members().forEach(member -> clusterOf.put(member, cluster.id())));
        contents.mentions().forEach(mention -> {
            mentions.computeIfAbsent(mention.account(), account -> new ArrayList<>())
                    .add(new Cover.Recorded(
                            mention.span(), clusterOf.getOrDefault(mention.identity(), mention.identity())));
            if (mention.span().length() == 0 && !identities.contains(mention.identity())) {
                othersBeside
                        .computeIfAbsent(mention.account(), account -> new HashSet<>())
                        .add(mention.text());
            }
        });
    }

    /** The identities that go: the person's, and those whose names hold the person's. */
    public Set<Id> identities() {
        return Set.copyOf(identities);
    }

    /** The account's text, black where the name stood. */
    public String text(Account account) {
        return blackened(account.text(), mentions.getOrDefault(account.id(), List.of()));
    }

    /** A title, a speaker's name, a file's address: what stands beside the account's text. */
    public String beside(Account account, String text) {
        if (othersBeside.getOrDefault(account.id(), Set.of()).contains(text)) {
            return text;
        }
        return blackened(
                text,
                mentions.getOrDefault(account.id(), List.of()).stream()
                        .map(mention -> new Cover.Recorded(new Span(0, 0), mention.cluster()))
                        .distinct()
                        .toList());
    }

    /** Free text: a reason, a file's name. */
    public String line(String text) {
        return blackened(text, List.of());
    }

    /** Whether a form of the name stands in free text. */
    public boolean in(String text) {
        return !line(text).equals(text);
    }

    /**
     * Whether a form that can be nobody else's stands in a file, in whatever way it is encoded there. What is packed
     * (a picture, an archive) is not looked into.
     */
    public boolean in(byte[] bytes) {
        return Views.of("", bytes).stream()
                .anyMatch(view -> own.in(view.text()).stream().anyMatch(Occurrence::certain));
    }

    private String blackened(String text, List<Cover.Recorded> recorded) {
        String now = text;
        String before;
        do {
            before = now;
            now = black(
                    now,
                    cover.of(now, recorded).stream().map(Cover.Stretch::span).toList());
        } while (!now.equals(before));
        return now;
    }

    /** The text, black in the spans. */
    public static String black(String text, List<Span> spans) {
        var black = new StringBuilder(text);
        for (Span span : spans) {
            black.replace(span.start(), span.end(), MARK.repeat(span.length()));
        }
        return black.toString();
    }
}
