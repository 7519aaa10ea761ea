package org.afterword.posts.dissent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.afterword.posts.group.Estimate;
import org.afterword.posts.group.Group;
import org.afterword.posts.read.BadInput;
import org.afterword.posts.read.Posts;

/**
 * What people coded of a sample, as shares of all posts of each group.
 *
 * @param groups by name
 * @param seed from which the sample was drawn
 */
public record Dissent(List<OfGroup> groups, long seed) {
    /**
     * @param posts of the group, with words, from which was drawn
     * @param drawn how many were
     * @param coded how many of them somebody coded
     * @param accounts how many wrote those
     * @param speaks which part of the group's posts speaks of the group; empty if fewer than ten accounts were coded
     * @param criticises which part speaks of it and criticises it
     * @param ofOwn which part of the posts that speak of it criticises it; empty if those of fewer than ten accounts do
     */
    public record OfGroup(
            String name,
            int posts,
            int drawn,
            int coded,
            int accounts,
            Optional<Estimate> speaks,
            Optional<Estimate> criticises,
            Optional<Estimate> ofOwn) {}

    /**
     * @param coded the sheet as it came back
     * @param key of the same sample
     * @throws BadInput if they do not belong together, or to these files
     * @throws IOException if reading fails
     */
    public static Dissent of(Path coded, Path key, List<Posts.Input> inputs) throws IOException {
        Map<String, Sheet.Code> codes = Sheet.read(coded);
        Key design = Key.read(key);
        if (!design.dataset().equals(Key.dataset(inputs))) {
            throw new BadInput(
                    key.getFileName() + " belongs to a sample of other files, or of the same in another order.");
        }
        for (String label : codes.keySet()) {
            if (!design.rows().containsKey(label)) {
                throw new BadInput(coded.getFileName() + " has a row " + label + ", and the key has none.");
            }
        }
        Map<String, List<Sample.Row>> byGroup = new TreeMap<>();
        design.rows()
                .values()
                .forEach(row -> byGroup.computeIfAbsent(row.group(), _ -> new ArrayList<>())
                        .add(row));
        var groups = new ArrayList<OfGroup>();
        byGroup.forEach((name, rows) -> groups.add(group(name, rows, codes)));
        return new Dissent(List.copyOf(groups), design.seed());
    }

    private static OfGroup group(String name, List<Sample.Row> rows, Map<String, Sheet.Code> codes) {
        var posts = new int[Sample.SLICES];
        var counted = new int[Sample.SLICES];
        var some = new ArrayList<Sample.Row>();
        for (Sample.Row row : rows) {
            posts[row.slice()] = row.of();
            if (codes.containsKey(row.label())) {
                counted[row.slice()]++;
                some.add(row);
            }
        }
        some.sort(java.util.Comparator.comparing(Sample.Row::label));
        var all = new Ratio();
        var speaks = new Ratio();
        var ofOwn = new Ratio();
        var accounts = new HashSet<Integer>();
        for (Sample.Row row : some) {
            Sheet.Code code = codes.getOrDefault(row.label(), new Sheet.Code(false, false));
            double weight = row.of() / (double) counted[row.slice()];
            accounts.add(row.cluster());
            speaks.add(row.cluster(), weight, code.own());
            all.add(row.cluster(), weight, code.criticises());
            if (code.own()) {
                ofOwn.add(row.cluster(), weight, code.criticises());
            }
        }
        return new OfGroup(
                name,
                java.util.Arrays.stream(posts).sum(),
                rows.size(),
                some.size(),
                accounts.size(),
                accounts.size() < Group.LEAST ? Optional.empty() : Optional.of(speaks.estimate()),
                accounts.size() < Group.LEAST ? Optional.empty() : Optional.of(all.estimate()),
                ofOwn.clusters() < Group.LEAST ? Optional.empty() : Optional.of(ofOwn.estimate()));
    }
}
