package org.afterword.people;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
     * alone, where no other identity has that mention.
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
            mentions = accounts.flatMap(account -> matcher.find(account.text()).stream()
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
}
