package org.afterword.people;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
        if (Forms.words(name).isEmpty()) {
            throw new IllegalArgumentException("a name needs a letter or a digit");
        }
        String key = Keys.of(name, kind);
        Optional<Identity> known = contents.identities().stream()
                .filter(identity -> Keys.of(identity.name(), identity.kind()).equals(key))
                .findFirst();
        Identity identity = known.orElseGet(() -> new Identity(Id.random(), kind, Keys.bare(name), BY));
        Map<Id, Set<Span>> own = new HashMap<>();
        Map<Id, Set<Span>> others = new HashMap<>();
        for (Mention mention : contents.mentions()) {
            (mention.identity().equals(identity.id()) ? own : others)
                    .computeIfAbsent(mention.account(), a -> new HashSet<>())
                    .add(mention.span());
        }
        FormMatcher matcher = FormMatcher.of(List.of(identity), false);
        List<Mention> mentions;
        try (Stream<Account> accounts = contents.accounts()) {
            mentions = accounts.flatMap(account -> Stream.concat(
                                    matcher.find(account.text()).stream(), small(name, identity, account.text()))
                            .filter(distinctSpans())
                            .filter(match ->
                                    !own.getOrDefault(account.id(), Set.of()).contains(match.span()))
                            .filter(match -> match.form().how().certain()
                                    || !others.getOrDefault(account.id(), Set.of())
                                            .contains(match.span()))
                            .map(match -> new Mention(
                                    identity.id(),
                                    account.id(),
                                    match.span(),
                                    match.span().of(account.text()),
                                    BY,
                                    1)))
                    .toList();
        }
        return new Names(List.of(), known.isPresent() ? List.of() : List.of(identity), mentions);
    }

    private static Predicate<FormMatcher.Match> distinctSpans() {
        var seen = new HashSet<Span>();
        return match -> seen.add(match.span());
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
