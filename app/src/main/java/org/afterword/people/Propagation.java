package org.afterword.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;

/**
 * Searches accounts for names that are known from elsewhere. Certain forms are mentions of the identity; a first name or
 * surname alone is a mention of an identity of its own, since others may bear it.
 *
 * <p>Which forms are searched for follows from the name alone and not from its kind, so that it does not matter which
 * account, with its evidence for a kind, came first.
 */
final class Propagation {
    private static final String BY = "known-name";
    private static final String PART = "known-name:part";

    private final Register register;
    private final Search every;
    private final Search fresh;

    Propagation(Register register) {
        this.register = register;
        var all = new ArrayList<>(register.known());
        all.addAll(register.created());
        every = new Search(all);
        fresh = new Search(register.created());
    }

    /** Searches a new account for all names of the case. */
    void everyName(Account account) {
        every.in(account);
    }

    /** Searches an account that was looked through before for the names that are new. */
    void newNames(Account account) {
        fresh.in(account);
    }

    private static IdentityKind kind(Identity identity) {
        return switch (identity.kind()) {
            case PERSON, UNKNOWN, PLACE, GROUP -> nameLike(identity.name()) ? IdentityKind.PERSON : IdentityKind.GROUP;
            case HANDLE, EMAIL, PHONE, LINK, NUMBER -> identity.kind();
        };
    }

    /** Whether the words could be a person's: two to four, none of them of organisations or places. */
    private static boolean nameLike(String name) {
        List<String> words = Forms.words(name);
        return words.size() > 1
                && words.size() < 6
                && !Gazetteer.place(String.join(" ", words))
                && words.stream().noneMatch(w -> Gazetteer.groupWord(w) || Gazetteer.placeWord(w));
    }

    /** A word that makes a name a thing's: "Weather" of "Marmalade Weather". */
    private static boolean thing(String word) {
        return word.length() > 3 && noName(word) && !Gazetteer.surname(word) && !Gazetteer.particle(word);
    }

    private static boolean noName(String word) {
        return OrdinaryWords.contain(word) || Gazetteer.capitalised(word);
    }

    private final class Search {
        private final Map<Id, Identity> byId = new LinkedHashMap<>();
        private final FormMatcher matcher;

        Search(Collection<Identity> identities) {
            var asNames = new ArrayList<Identity>();
            for (Identity identity : identities) {
                byId.put(identity.id(), identity);
                asNames.add(new Identity(identity.id(), kind(identity), identity.name(), identity.by()));
            }
            matcher = FormMatcher.of(asNames, false);
        }

        void in(Account account) {
            for (FormMatcher.Match match : matcher.find(account.text())) {
                Identity identity =
                        Optional.ofNullable(byId.get(match.identity())).orElseThrow();
                if (register.covered(account.id(), match.span())) {
                    continue;
                }
                String written = match.span().of(account.text());
                if (match.form().how().certain()) {
                    register.mention(identity, account.id(), match.span(), written, BY, .8);
                } else if (part(match, identity)) {
                    Identity own = register.named(written, IdentityKind.PERSON)
                            .orElseGet(() -> register.create(written, IdentityKind.PERSON, PART));
                    register.mention(own, account.id(), match.span(), written, PART, .5);
                }
            }
        }

        /** "Business" of "Ormond Business" and "Thursday" of "Thursday Four" are no names; "Hill" of "Grace Hill" is. */
        private boolean part(FormMatcher.Match match, Identity identity) {
            List<String> words = Forms.words(identity.name());
            List<String> here = Forms.words(match.form().text());
            boolean personal = Gazetteer.genderedTitle(words.getFirst())
                    || (Gazetteer.firstName(words.getFirst()) && !Judge.season(words.getFirst(), words.getLast()));
            if (!personal
                    && (here.stream().allMatch(Propagation::noName)
                            || words.stream().anyMatch(Propagation::thing))) {
                return false;
            }
            return switch (match.form().how()) {
                case FIRST, SURNAME ->
                    !Gazetteer.capitalised(match.form().text())
                            || match.form().text().length() > 3;
                case INITIALS -> !Judge.abbreviation(String.join(" ", here));
                case INITIAL_AND_SURNAME, FIRST_AND_INITIAL -> true;
                case FULL, SHORTENED, REVERSED, JOINED, NICKNAME -> false;
            };
        }
    }
}
