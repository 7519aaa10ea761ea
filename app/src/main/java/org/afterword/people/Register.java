package org.afterword.people;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Mention;
import org.afterword.model.Span;

/** The identities of a case by their names, while new ones are being entered. */
final class Register {
    private final Map<String, Identity> byKey = new LinkedHashMap<>();
    private final Map<Id, TreeMap<Integer, Span>> covered = new HashMap<>();
    private final Set<Id> before = new HashSet<>();
    private final List<Identity> known;
    private final List<Identity> created = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();

    Register(Contents contents) {
        known = contents.identities();
        known.forEach(identity -> byKey.putIfAbsent(Keys.of(identity.name(), identity.kind()), identity));
        contents.mentions().forEach(mention -> {
            cover(mention.account(), mention.span());
            if (mention.span().length() == 0) {
                before.add(mention.account());
            }
        });
    }

    List<Identity> known() {
        return known;
    }

    List<Identity> created() {
        return created;
    }

    List<Mention> mentions() {
        return mentions;
    }

    /** Enters identities for what has none. Of several kinds for a name the one with the most evidence holds. */
    void add(List<Find> finds) {
        var kinds = new HashMap<String, Map<IdentityKind, Double>>();
        for (Find find : finds) {
            kinds.computeIfAbsent(Keys.of(find.text(), find.kind()), k -> new EnumMap<>(IdentityKind.class))
                    .merge(find.kind(), find.kind() == IdentityKind.UNKNOWN ? 0 : find.score(), Double::sum);
        }
        for (Find find : finds) {
            String key = Keys.of(find.text(), find.kind());
            if (of(find).isEmpty()) {
                IdentityKind kind = kinds.get(key).entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(find.kind());
                create(Keys.bare(find.text()), kind, find.by());
            }
        }
    }

    Identity create(String name, IdentityKind kind, String by) {
        var identity = new Identity(Id.random(), kind, name, by);
        byKey.put(Keys.of(name, kind), identity);
        created.add(identity);
        return identity;
    }

    Optional<Identity> named(String name, IdentityKind kind) {
        return Optional.ofNullable(byKey.get(Keys.of(name, kind)));
    }

    /** The identity of that name; what may be anything goes to a place or a group of that name. */
    private Optional<Identity> of(Find find) {
        Optional<Identity> own = named(find.text(), find.kind());
        if (own.isEmpty() && find.kind() == IdentityKind.PLACE && find.score() < .5) {
            return named(find.text(), IdentityKind.UNKNOWN);
        }
        if (own.isPresent() || find.kind() != IdentityKind.UNKNOWN) {
            return own;
        }
        return named(find.text(), IdentityKind.PLACE).or(() -> named(find.text(), IdentityKind.GROUP));
    }

    void mention(Account account, List<Find> finds) {
        for (Find find : finds) {
            of(find).ifPresent(identity ->
                    mention(identity, account.id(), find.span(), find.text(), find.by(), find.score()));
        }
    }

    void mention(Identity identity, Id account, Span span, String text, String by, double score) {
        mentions.add(new Mention(identity.id(), account, span, text, by, score));
        cover(account, span);
    }

    /** Without what an earlier finder saw: what lies in mentions, or in the metadata, which all finders read alike. */
    List<Find> unseen(Id account, List<Find> finds) {
        return finds.stream()
                .filter(find -> find.span().length() == 0 ? !before.contains(account) : !covered(account, find.span()))
                .toList();
    }

    /** Whether every letter of the span is in mentions already. */
    boolean covered(Id account, Span span) {
        var spans = covered.get(account);
        if (spans == null) {
            return false;
        }
        var before = spans.floorEntry(span.start());
        return before != null && before.getValue().end() >= span.end();
    }

    private void cover(Id account, Span span) {
        covered.computeIfAbsent(account, a -> new TreeMap<>())
                .merge(span.start(), span, (a, b) -> a.end() >= b.end() ? a : b);
    }
}
