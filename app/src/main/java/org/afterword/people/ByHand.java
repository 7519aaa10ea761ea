package org.afterword.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.casefile.Names;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Mention;
import org.afterword.model.Span;

/** What a person adds because no rule found it. */
public final class ByHand {
    /** What the identities and mentions are by. */
    public static final String BY = "person";

    private ByHand() {}

    /**
     * Adds a name, and finds every form of it in all accounts of the case at once: also a first name or a surname
     * alone, where no other identity has that mention. A name that is given in small letters is found wherever it stands
     * just so, also where it looks like a word ("summer"): whoever gives it so has seen it so.
     *
     * @param kind what it names
     * @return to be logged as one entry; without a new identity if the case has that name already
     * @throws IllegalArgumentException if the name has neither letter nor digit
     */
    public static Names add(String name, IdentityKind kind, Contents contents) {
        return add(List.of(name), kind, contents);
    }

    /**
     * The same for several names, in one look at the accounts.
     *
     * @throws IllegalArgumentException if one of them has neither letter nor digit
     */
    public static Names add(Collection<String> names, IdentityKind kind, Contents contents) {
        Map<String, Identity> known = new HashMap<>();
        contents.forEachIdentity(identity -> known.putIfAbsent(Keys.of(identity.name(), identity.kind()), identity));
        Map<String, Identity> fresh = new LinkedHashMap<>();
        Map<Identity, Set<String>> wanted = new LinkedHashMap<>();
        for (String name : names) {
            if (Forms.words(name).isEmpty()) {
                throw new IllegalArgumentException("a name needs a letter or a digit");
            }
            String key = Keys.of(name, kind);
            Identity identity = known.containsKey(key)
                    ? known.get(key)
                    : fresh.computeIfAbsent(key, _ -> new Identity(Id.random(), kind, Keys.bare(name), BY));
            wanted.computeIfAbsent(identity, _ -> new LinkedHashSet<>()).add(name);
        }
        Map<Id, Map<Span, Set<Id>>> taken = new HashMap<>();
        contents.forEachMention(mention -> taken.computeIfAbsent(mention.account(), _ -> new HashMap<>())
                .computeIfAbsent(mention.span(), _ -> new HashSet<>())
                .add(mention.identity()));
        FormMatcher matcher = FormMatcher.of(List.copyOf(wanted.keySet()), false);
        try (Stream<Account> accounts = contents.accounts()) {
            List<Mention> mentions = accounts.flatMap(account -> {
                        Map<Span, Set<Id>> here = taken.getOrDefault(account.id(), Map.of());
                        return matches(matcher, wanted, account.text())
                                .filter(match -> free(match, here.getOrDefault(match.span(), Set.of())))
                                .map(match -> new Mention(
                                        match.identity(),
                                        account.id(),
                                        match.span(),
                                        match.span().of(account.text()),
                                        BY,
                                        1));
                    })
                    .toList();
            return new Names(List.of(), List.copyOf(fresh.values()), mentions);
        }
    }

    /** Each place once for everybody who may be meant there. */
    private static Stream<FormMatcher.Match> matches(
            FormMatcher matcher, Map<Identity, Set<String>> wanted, String text) {
        record Place(Id identity, Span span) {}
        var seen = new HashSet<Place>();
        return Stream.concat(
                        matcher.find(text).stream(),
                        wanted.entrySet().stream()
                                .flatMap(one ->
                                        one.getValue().stream().flatMap(name -> small(name, one.getKey(), text))))
                .filter(match -> seen.add(new Place(match.identity(), match.span())));
    }

    /** A first name or a surname alone is whose mention it already is. */
    private static boolean free(FormMatcher.Match match, Set<Id> bearers) {
        return !bearers.contains(match.identity()) && (match.form().how().certain() || bearers.isEmpty());
    }

    private static Stream<FormMatcher.Match> small(String name, Identity identity, String text) {
        String words = name.strip();
        if (!words.equals(words.toLowerCase(Locale.ROOT))) {
            return Stream.empty();
        }
        var form = new Forms.Form(String.join(" ", Forms.words(words)), Forms.How.FULL);
        Pattern whole = Pattern.compile("(?U)(?<!\\w)" + Pattern.quote(words) + "(?!\\w)");
        return whole.matcher(text)
                .results()
                .map(found -> new FormMatcher.Match(identity.id(), new Span(found.start(), found.end()), form));
    }
}
