package org.afterword.people;

import java.util.HashMap;
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
    private final Map<Id, Identity> byId = new HashMap<>();
    private final FormMatcher matcher = FormMatcher.of(List.of(), false);

    Propagation(Register register) {
        this.register = register;
    }

    /** Searches for this one, too. Not while others search. */
    void add(Identity identity) {
        if (identity.kind() == IdentityKind.AGE) {
            return; // each teller's own, and seen wherever it is told
        }
        if (!identity.kind().contact()) {
            byId.put(identity.id(), identity);
        }
        matcher.add(new Identity(identity.id(), kind(identity), identity.name(), identity.by()));
    }

    /** What is found in the text; may be asked by several threads at once. */
    List<FormMatcher.Match> matches(Account account) {
        return matcher.find(account.text());
    }

    /** Mentions of what was found, as far as it is not in mentions already. */
    void mention(Account account, List<FormMatcher.Match> matches, Mentioned mentioned) {
        for (FormMatcher.Match match : matches) {
            if (mentioned.covers(account.id(), match.span())) {
                continue;
            }
            String written = match.span().of(account.text());
            if (match.form().how().certain()) {
                mentioned.add(match.identity(), account.id(), match.span(), written, BY, .8);
            } else if (part(
                    match, Optional.ofNullable(byId.get(match.identity())).orElseThrow())) {
                Id own = register.named(written, IdentityKind.PERSON)
                        .orElseGet(() -> register.create(written, IdentityKind.PERSON, PART));
                mentioned.add(own, account.id(), match.span(), written, PART, .5);
            }
        }
    }

    private static IdentityKind kind(Identity identity) {
        return switch (identity.kind()) {
            case PERSON, UNKNOWN, PLACE, GROUP -> nameLike(identity.name()) ? IdentityKind.PERSON : IdentityKind.GROUP;
            case HANDLE, EMAIL, PHONE, LINK, NUMBER, ADDRESS, BIRTH, AGE, DETAIL -> identity.kind();
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
