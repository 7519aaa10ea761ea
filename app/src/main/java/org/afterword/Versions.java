package org.afterword;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Threaded;

/**
 * Which account of a second reading is which of the first: the one with the same text, else the one with the same id
 * at its source, else, if as many are left of both, the one at the same place.
 *
 * @param now the accounts of the second reading, with the ids of those that they are
 * @param renewed those that are not just as before
 * @param added how many are none of before
 * @param gone how many of before are not there any more
 */
record Versions(List<Account> now, Map<Id, Pair> renewed, int added, int gone) {
    /** One account before and now. */
    record Pair(Account before, Account now) {}

    static Versions of(List<Account> before, List<Account> found) {
        var match = new HashMap<Id, Account>();
        List<Account> oldLeft = pair(before, found, match, account -> Optional.of(account.text()));
        List<Account> left = rest(found, match);
        oldLeft = pair(oldLeft, left, match, account -> account.threaded().flatMap(Threaded::id));
        left = rest(left, match);
        if (left.size() == oldLeft.size()) {
            for (int i = 0; i < left.size(); i++) {
                match.put(left.get(i).id(), oldLeft.get(i));
            }
        }
        var now = new ArrayList<Account>();
        var renewed = new LinkedHashMap<Id, Pair>();
        for (Account account : found) {
            Account old = match.get(account.id());
            Account kept = old == null ? account : under(old, account);
            now.add(kept);
            if (old != null && !kept.equals(old)) {
                renewed.put(old.id(), new Pair(old, kept));
            }
        }
        return new Versions(now, renewed, found.size() - match.size(), before.size() - match.size());
    }

    boolean same() {
        return renewed.isEmpty() && added == 0 && gone == 0;
    }

    /** Those of before for which nothing was found yet. */
    private static List<Account> pair(
            List<Account> before,
            List<Account> found,
            Map<Id, Account> match,
            Function<Account, Optional<String>> key) {
        var byKey = new HashMap<String, Deque<Account>>();
        before.forEach(account -> key.apply(account)
                .ifPresent(one ->
                        byKey.computeIfAbsent(one, k -> new ArrayDeque<>()).add(account)));
        Set<Id> taken = new HashSet<>();
        for (Account account : found) {
            Deque<Account> candidates = key.apply(account).map(byKey::get).orElse(null);
            if (candidates != null && !candidates.isEmpty()) {
                Account old = candidates.removeFirst();
                match.put(account.id(), old);
                taken.add(old.id());
            }
        }
        return before.stream().filter(account -> !taken.contains(account.id())).toList();
    }

    private static List<Account> rest(List<Account> found, Map<Id, Account> match) {
        return found.stream()
                .filter(account -> !match.containsKey(account.id()))
                .toList();
    }

    /** The account under the id of the old one; whoever spoke before is the same witness. */
    private static Account under(Account old, Account account) {
        var before = new HashMap<String, Deque<Speaker>>();
        old.speakers()
                .forEach(speaker -> before.computeIfAbsent(label(speaker), k -> new ArrayDeque<>())
                        .add(speaker));
        List<Speaker> speakers = account.speakers().stream()
                .map(speaker -> {
                    Deque<Speaker> same = before.getOrDefault(label(speaker), new ArrayDeque<>());
                    Id id = same.isEmpty() ? speaker.id() : same.removeFirst().id();
                    return new Speaker(id, speaker.name(), speaker.kind(), speaker.role());
                })
                .toList();
        return account.copy().id(old.id()).speakers(speakers).account();
    }

    private static String label(Speaker speaker) {
        return speaker.name() + "\0" + speaker.role();
    }

    /**
     * Where the words of a stretch of the old text stand in the new one: if several times, where they are nearest to
     * their place before. Empty if they do not, or not inside one turn.
     */
    static Optional<Span> moved(Span span, Pair pair) {
        String quote = span.of(pair.before().text());
        String text = pair.now().text();
        double place = span.start() / (double) Math.max(1, pair.before().text().length());
        Optional<Span> best = Optional.empty();
        double nearest = 2;
        for (int at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
            var here = new Span(at, at + quote.length());
            double distance = Math.abs(at / (double) Math.max(1, text.length()) - place);
            if (distance < nearest && pair.now().turnAt(here).isPresent()) {
                best = Optional.of(here);
                nearest = distance;
            }
        }
        return best;
    }
}
