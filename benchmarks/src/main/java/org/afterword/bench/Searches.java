package org.afterword.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.afterword.search.Asked;
import org.afterword.search.Index;
import org.afterword.search.Indexing;
import org.afterword.search.Search;
import org.afterword.search.Within;

/** Making an index of 100,000 accounts in memory, and asking it; words are as common as in a language (Zipf's law). */
final class Searches {
    private static final int ACCOUNTS = Integer.getInteger("search.accounts", 100_000);
    private static final int WORDS = 60;
    private static final int QUERIES = 2_000;
    private static final int CLIENTS = 8;
    private static final int SHOWN = 20;

    private final Random random = new Random(8);
    private final Vocabulary vocabulary = new Vocabulary(random);

    private Searches() {}

    static List<Figure> measure() throws IOException {
        var searches = new Searches();
        var invented = new Invented(10);
        var texts = new ArrayList<String>();
        var indexing = new Indexing();
        var index = new Index[1];
        for (int i = 0; i < ACCOUNTS; i++) {
            texts.add(searches.vocabulary.text(WORDS));
        }
        double made = Timing.once(() -> {
            texts.forEach(text -> indexing.add(invented.account(invented.id(), Optional.empty(), text)));
            index[0] = indexing.done();
        });
        try (Index ready = index[0]) {
            List<String> queries = searches.queries(texts);
            texts.clear();
            ask(ready, queries.subList(0, QUERIES / 4));
            double[] alone = ask(ready, queries);
            double[] together = together(ready, queries);
            String of = String.format(Locale.ROOT, "%,d accounts of %d words: ", ACCOUNTS, WORDS);
            return List.of(
                    Figure.alone(
                            "search",
                            of + "make the index",
                            1,
                            made,
                            String.format(Locale.ROOT, "%,.0f accounts/s, one thread", ACCOUNTS / made)),
                    figure(of + "a query, one after another", alone),
                    figure(of + "a query, " + CLIENTS + " clients at once", together));
        }
    }

    /** One to three words, the common ones as often as they are said; every fifth a phrase that stands somewhere. */
    private List<String> queries(List<String> texts) {
        var queries = new ArrayList<String>();
        for (int i = 0; i < QUERIES; i++) {
            if (i % 5 == 0) {
                String[] words = Vocabulary.words(texts.get(random.nextInt(texts.size())));
                int at = random.nextInt(words.length - 2);
                queries.add('"' + words[at] + ' ' + words[at + 1] + '"');
            } else {
                var query = new StringBuilder(vocabulary.word());
                for (int more = random.nextInt(3); more > 0; more--) {
                    query.append(' ').append(vocabulary.word());
                }
                queries.add(query.toString());
            }
        }
        return queries;
    }

    private static double[] ask(Index index, List<String> queries) {
        var seconds = new double[queries.size()];
        for (int i = 0; i < seconds.length; i++) {
            long start = System.nanoTime();
            Search.words(index, Asked.of(queries.get(i)), SHOWN, Within.EVERYTHING);
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        return seconds;
    }

    private static double[] together(Index index, List<String> queries) {
        int each = queries.size() / CLIENTS;
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            var asking = new ArrayList<CompletableFuture<double[]>>();
            for (int i = 0; i < CLIENTS; i++) {
                List<String> own = queries.subList(i * each, (i + 1) * each);
                asking.add(CompletableFuture.supplyAsync(() -> ask(index, own), clients));
            }
            return asking.stream()
                    .map(CompletableFuture::join)
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
        }
    }

    private static Figure figure(String what, double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        double p99 = sorted[(int) (sorted.length * .99)];
        return Figure.alone(
                "search",
                what,
                sorted.length,
                Timing.median(seconds),
                "99 of 100 within " + Figure.time(p99) + "; aim: 10 ms, 50 ms");
    }
}
