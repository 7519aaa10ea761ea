package org.afterword.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * The words of accounts, in memory. Texts are cut into stretches of a few sentences, each of which is found and shown
 * as one. Any number of threads may search at once.
 */
public final class Index implements AutoCloseable {
    /** Of so many stretches at most one is a sample. */
    private static final int SPARSE = 100;

    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final List<Id> accounts;
    private final List<String> languages;
    private final Set<String> spoken;
    private final Map<Id, Integer> numbers = new HashMap<>();
    /** Of each stretch, in the order of the accounts and of their texts. */
    private final int[] account;

    private final int[] start;

    Index(Directory directory, List<Id> accounts, List<String> languages) throws IOException {
        this.directory = directory;
        this.accounts = List.copyOf(accounts);
        this.languages = List.copyOf(languages);
        this.spoken = new TreeSet<>(languages);
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        account = new int[reader.maxDoc()];
        start = new int[reader.maxDoc()];
        for (LeafReaderContext leaf : reader.leaves()) {
            read(leaf, Indexing.ACCOUNT, account);
            read(leaf, Indexing.START, start);
        }
        for (int i = 0; i < accounts.size(); i++) {
            numbers.put(accounts.get(i), i);
        }
        for (int i = 1; i < account.length; i++) {
            if (account[i] < account[i - 1] || (account[i] == account[i - 1] && start[i] <= start[i - 1])) {
                throw new IllegalStateException("the index lost the order of what it was given");
            }
        }
    }

    private static void read(LeafReaderContext leaf, String field, int[] into) throws IOException {
        @Nullable NumericDocValues values = leaf.reader().getNumericDocValues(field);
        while (values != null && values.nextDoc() != NumericDocValues.NO_MORE_DOCS) {
            into[leaf.docBase + values.docID()] = Math.toIntExact(values.longValue());
        }
    }

    /** Of the accounts that it holds, in order. */
    public List<Id> accounts() {
        return accounts;
    }

    /** How many stretches there are. */
    public int size() {
        return account.length;
    }

    /**
     * Stretches that have all that was asked, the best (BM25) first, and after them such as have some of it. Of equals
     * the one that came into the index earlier is first.
     *
     * @param limit at least 1
     */
    List<Integer> words(Asked asked, int limit, Within within) {
        if (asked.isEmpty() || account.length == 0) {
            return List.of();
        }
        List<Integer> found = new ArrayList<>(top(asked.query(true, spoken), limit, within));
        if (asked.isSeveral() && found.size() < limit) {
            top(asked.query(false, spoken), limit + found.size(), within).stream()
                    .filter(one -> !found.contains(one))
                    .limit(limit - found.size())
                    .toList()
                    .forEach(found::add);
        }
        return found;
    }

    /** A stretch and how much it has of what was asked, the most first. */
    record Alike(int number, double score) {
        static final Comparator<Alike> BEST =
                Comparator.comparingDouble(Alike::score).reversed().thenComparingInt(Alike::number);
    }

    List<Alike> alike(Asked words, int limit, Within within) {
        return words.isEmpty() || account.length == 0 ? List.of() : best(words.query(false, spoken), limit, within);
    }

    private List<Integer> top(Query query, int limit, Within within) {
        return best(query, limit, within).stream().map(Alike::number).toList();
    }

    private List<Alike> best(Query query, int limit, Within within) {
        Query asked = query;
        if (!within.equals(Within.EVERYTHING)) {
            IntPredicate takes = number -> within.takes(accounts.get(account[number]), reach(number));
            asked = new BooleanQuery.Builder()
                    .add(query, BooleanClause.Occur.MUST)
                    .add(new Filtered(takes), BooleanClause.Occur.FILTER)
                    .build();
        }
        try {
            int most = Math.min(limit, account.length);
            ScoreDoc[] best = searcher.search(asked, new TopScoreDocCollectorManager(most, most)).scoreDocs;
            return Arrays.stream(best).map(one -> new Alike(one.doc, one.score)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the stretch's beginning to that of the next: its text and the white space after it. */
    Span reach(int number) {
        boolean last = number + 1 == account.length || account[number + 1] != account[number];
        return new Span(start[number], last ? Integer.MAX_VALUE : start[number + 1]);
    }

    /** The stretch in which a place of an account's text lies. */
    Optional<Integer> at(Id id, int place) {
        Integer number = numbers.get(id);
        int low = 0;
        int high = account.length - 1;
        while (number != null && low <= high) {
            int middle = (low + high) >>> 1;
            if (account[middle] == number
                    && start[middle] <= place
                    && place < reach(middle).end()) {
                return Optional.of(middle);
            }
            if (account[middle] < number || (account[middle] == number && start[middle] <= place)) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    Id account(int number) {
        return accounts.get(account[number]);
    }

    /** What is shown of stretches, in their order. */
    List<Hit> hits(List<Alike> found, Asked asked) {
        var marking = new Marking(asked);
        var hits = new ArrayList<Hit>();
        try {
            StoredFields texts = searcher.storedFields();
            for (Alike one : found) {
                int number = one.number();
                String quote = Indexing.stored(texts.document(number));
                Span span = new Span(start[number], start[number] + quote.length());
                hits.add(new Hit(
                        account(number),
                        span,
                        quote,
                        marking.marks(quote, languages.get(account[number])),
                        one.score()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hits;
    }

    /** A word or two of stretches from all over it, as somebody might type them; fewer of a small index. */
    public List<String> samples(int most) {
        var samples = new ArrayList<String>();
        int step = Math.max(SPARSE, account.length / most);
        try {
            StoredFields texts = searcher.storedFields();
            for (int number = 0; number + step <= account.length; number += step) {
                List<String> forms = Words.forms(Indexing.stored(texts.document(number)));
                forms.stream()
                        .skip(number / step % Math.max(1, forms.size()))
                        .limit(1 + number / step % 2)
                        .reduce((one, next) -> one + " " + next)
                        .ifPresent(samples::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return samples;
    }

    @Override
    public void close() {
        try (reader;
                directory) {
            numbers.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
