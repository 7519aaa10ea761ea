package org.afterword.coding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.SamplingPlan;
import org.afterword.model.SamplingPlan.Stratum;

/** Draws accounts to be read, so that what is read stands for what is not. */
public final class Sampling {
    private static final int SHORT = 1000;
    private static final int LONG = 10_000;

    private Sampling() {}

    /**
     * Draws without replacement. By a stratum, each part gives as many as its share of the accounts, rounded so that the
     * numbers add up (largest remainder), and one at least if there are enough to draw.
     *
     * @param size how many, at most all
     * @param seed the same seed draws the same accounts of the same case
     */
    public static SamplingPlan draw(Contents contents, int size, Stratum stratum, long seed) {
        Map<String, List<Id>> parts = parts(contents, stratum);
        int all = parts.values().stream().mapToInt(List::size).sum();
        var random = new Random(seed);
        Map<String, Integer> shares = shares(parts, Math.min(size, all), all);
        var drawn = new ArrayList<Id>();
        parts.forEach((name, accounts) -> {
            var shuffled = new ArrayList<>(accounts);
            Collections.shuffle(shuffled, random);
            drawn.addAll(shuffled.subList(0, shares.getOrDefault(name, 0)));
        });
        Collections.shuffle(drawn, random);
        return new SamplingPlan(Id.random(), drawn, stratum, seed, all);
    }

    /** The accounts of each part by the name of the part, in an order that depends on nothing but the accounts. */
    static Map<String, List<Id>> parts(Contents contents, Stratum stratum) {
        var groups = new LinkedHashMap<Id, String>();
        contents.groups().forEach(group -> groups.put(group.id(), group.name()));
        var parts = new TreeMap<String, List<Id>>();
        try (Stream<Account> accounts = contents.accounts()) {
            accounts.forEach(account -> parts.computeIfAbsent(
                            switch (stratum) {
                                case NONE -> "";
                                case GROUP -> account.group().map(groups::get).orElse("");
                                case FORMAT -> account.format();
                                case LENGTH -> length(account.text().length());
                            },
                            name -> new ArrayList<>())
                    .add(account.id()));
        }
        parts.values().forEach(Collections::sort);
        return parts;
    }

    private static String length(int characters) {
        return characters < SHORT ? "short" : characters < LONG ? "middle" : "long";
    }

    private static Map<String, Integer> shares(Map<String, List<Id>> parts, int size, int all) {
        var shares = new LinkedHashMap<String, Integer>();
        int left = size;
        int least = size >= parts.size() ? 1 : 0;
        for (Map.Entry<String, List<Id>> part : parts.entrySet()) {
            int share = Math.max(least, (int) ((long) size * part.getValue().size() / all));
            shares.put(part.getKey(), share);
            left -= share;
        }
        List<String> byRemainder = parts.keySet().stream()
                .sorted(Comparator.comparingLong((String name) -> remainder(parts, name, size, all))
                        .reversed())
                .toList();
        while (left > 0) {
            for (String name : byRemainder) {
                int share = shares.getOrDefault(name, 0);
                if (left > 0 && share < size(parts, name)) {
                    shares.put(name, share + 1);
                    left--;
                }
            }
        }
        while (left < 0) {
            String largest = Collections.max(shares.entrySet(), Map.Entry.comparingByValue())
                    .getKey();
            shares.merge(largest, -1, Integer::sum);
            left++;
        }
        return shares;
    }

    private static long remainder(Map<String, List<Id>> parts, String name, int size, int all) {
        return (long) size * size(parts, name) % all;
    }

    private static int size(Map<String, List<Id>> parts, String name) {
        return parts.getOrDefault(name, List.of()).size();
    }
}
