package org.afterword.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Mention;
import org.afterword.model.Span;

/** New mentions, and which places of the accounts that are being looked through are in mentions already. */
final class Mentioned {
    private final Map<Id, TreeMap<Integer, Span>> covered = new HashMap<>();
    private List<Mention> mentions = new ArrayList<>();

    void add(Account account, List<Find> finds, Register register) {
        for (Find find : finds) {
            register.of(find, account)
                    .ifPresent(
                            identity -> add(identity, account.id(), find.span(), find.text(), find.by(), find.score()));
        }
    }

    void add(Id identity, Id account, Span span, String text, String by, double score) {
        mentions.add(new Mention(identity, account, span, text, by, score));
        cover(account, span);
    }

    /** The case has a mention there. */
    void cover(Id account, Span span) {
        covered.computeIfAbsent(account, a -> new TreeMap<>())
                .merge(span.start(), span, (a, b) -> a.end() >= b.end() ? a : b);
    }

    /** Whether every letter of the span is in mentions already. */
    boolean covers(Id account, Span span) {
        var spans = covered.get(account);
        if (spans == null) {
            return false;
        }
        var before = spans.floorEntry(span.start());
        return before != null && before.getValue().end() >= span.end();
    }

    /** These accounts will not be asked about any more. */
    void forget(List<Account> accounts) {
        accounts.forEach(account -> covered.remove(account.id()));
    }

    int size() {
        return mentions.size();
    }

    /** The mentions since this was last asked. */
    List<Mention> take() {
        List<Mention> taken = mentions;
        mentions = new ArrayList<>();
        return taken;
    }
}
