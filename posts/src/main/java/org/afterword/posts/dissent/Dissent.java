package org.afterword.posts.dissent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
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
 * @param agreement of the coders, if there are several
 * @param seed from which the sample was drawn
 */
public record Dissent(List<OfGroup> groups, Optional<Agreement> agreement, long seed) {
    /**
     * @param posts of the group, with words, from which was drawn
     * @param drawn how many were
     * @param coded how many of them somebody coded
     * @param coders how many coded posts of ten accounts and more; shares are the mean of theirs
     * @param accounts how many wrote what was coded
     * @param speaks which part of the group's posts speaks of the group; empty if fewer than ten accounts were coded
     * @param criticises which part speaks of it and criticises it
     * @param ofOwn which part of the posts that speak of it criticises it; empty if those of fewer than ten accounts do
     */
    public record OfGroup(
            String name,
            int posts,
            int drawn,
            int coded,
            int coders,
            int accounts,
            Optional<Estimate> speaks,
            Optional<Estimate> criticises,
            Optional<Estimate> ofOwn) {}

    /**
     * @param coded the sheet as it came back from each coder
     * @param key of the same sample
     * @throws BadInput if they do not belong together, or to these files
     * @throws IOException if reading fails
     */
    public static Dissent of(List<Path> coded, Path key, List<Posts.Input> inputs) throws IOException {
        Key design = Key.read(key);
        if (!design.dataset().equals(Key.dataset(inputs))) {
            throw new BadInput(
                    key.getFileName() + " belongs to a sample of other files, or of the same in another order.");
        }
        var sheets = new ArrayList<Map<String, Sheet.Code>>();
        for (Path sheet : coded) {
            if (Collections.frequency(coded, sheet) > 1) {
                throw new BadInput(sheet.getFileName() + " is named twice; each coder has a sheet of their own.");
            }
            Map<String, Sheet.Code> codes = Sheet.read(sheet);
            for (String label : codes.keySet()) {
                if (!design.rows().containsKey(label)) {
                    throw new BadInput(sheet.getFileName() + " has a row " + label + ", and the key has none.");
                }
            }
            sheets.add(codes);
        }
        Map<String, List<Sample.Row>> byGroup = new TreeMap<>();
        design.rows()
                .values()
                .forEach(row -> byGroup.computeIfAbsent(row.group(), _ -> new ArrayList<>())
                        .add(row));
        var groups = new ArrayList<OfGroup>();
        byGroup.forEach((name, rows) -> groups.add(group(name, rows, sheets)));
        return new Dissent(
                List.copyOf(groups),
                sheets.size() < 2 ? Optional.empty() : Optional.of(Agreement.of(sheets)),
                design.seed());
    }

    private static OfGroup group(String name, List<Sample.Row> rows, List<Map<String, Sheet.Code>> sheets) {
        var posts = new int[Sample.SLICES];
        var coded = new HashSet<String>();
        var accounts = new HashSet<Integer>();
        for (Sample.Row row : rows) {
            posts[row.slice()] = row.of();
            if (sheets.stream().anyMatch(codes -> codes.containsKey(row.label()))) {
                coded.add(row.label());
                accounts.add(row.cluster());
            }
        }
        List<Coded> enough = sheets.stream()
                .map(codes -> new Coded(rows, codes))
                .filter(coder -> coder.speaks.clusters() >= Group.LEAST)
                .toList();
        List<Ratio> ofOwn = enough.stream()
                .map(coder -> coder.ofOwn)
                .filter(ratio -> ratio.clusters() >= Group.LEAST)
                .toList();
        return new OfGroup(
                name,
                Arrays.stream(posts).sum(),
                rows.size(),
                coded.size(),
                enough.size(),
                accounts.size(),
                share(enough.stream().map(coder -> coder.speaks).toList()),
                share(enough.stream().map(coder -> coder.all).toList()),
                ofOwn.size() < enough.size() ? Optional.empty() : share(ofOwn));
    }

    private static Optional<Estimate> share(List<Ratio> coders) {
        return coders.isEmpty() ? Optional.empty() : Optional.of(Ratio.estimate(coders));
    }

    /** What one coder says of a group, by the design. */
    private static final class Coded {
        private final Ratio all = new Ratio();
        private final Ratio speaks = new Ratio();
        private final Ratio ofOwn = new Ratio();

        Coded(List<Sample.Row> rows, Map<String, Sheet.Code> codes) {
            List<Sample.Row> some = rows.stream()
                    .filter(row -> codes.containsKey(row.label()))
                    .sorted(Comparator.comparing(Sample.Row::label))
                    .toList();
            var counted = new int[Sample.SLICES];
            some.forEach(row -> counted[row.slice()]++);
            for (Sample.Row row : some) {
                Sheet.Code code = codes.getOrDefault(row.label(), new Sheet.Code(false, false));
                double weight = row.of() / (double) counted[row.slice()];
                speaks.add(row.cluster(), weight, code.own());
                all.add(row.cluster(), weight, code.criticises());
                if (code.own()) {
                    ofOwn.add(row.cluster(), weight, code.criticises());
                }
            }
        }
    }
}
