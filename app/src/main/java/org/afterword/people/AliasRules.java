package org.afterword.people;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which names may be whose, one rule after another. */
final class AliasRules {
    private static final int SHORTEST_JOINED = 5;
    /** A full name that looks like more than these is not compared with them. */
    private static final int MANY = 200;

    interface Proposing {
        /**
         * @param candidates of which one may be the same person
         * @param reason with places for both names
         * @return whether any of them fits
         */
        boolean propose(Name name, List<Name> candidates, double score, String reason);
    }

    private final List<Name> names;
    private final Bearers bearers = new Bearers();
    private final Proposing proposing;

    AliasRules(List<Name> names, Proposing proposing) {
        this.names = names;
        this.proposing = proposing;
        names.stream().filter(name -> !name.handle()).forEach(bearers::add);
    }

    /** Single words that several bear, and those who bear them. */
    List<Name> shared() {
        var shared = new LinkedHashSet<Name>();
        for (Name name : names) {
            if (!name.handle() && name.lone()) {
                List<Name> full = both(bearers.first(name.first()), bearers.later(name.first()));
                List<Name> alone = bearers.lone(name.first());
                if (full.size() + alone.size() > 2) {
                    shared.addAll(full);
                    shared.addAll(alone);
                }
            }
        }
        return List.copyOf(shared);
    }

    void apply() {
        List<Name> full = names.stream()
                .filter(name -> !name.handle() && !name.lone())
                .sorted(Comparator.comparingInt((Name name) -> -name.words().size()))
                .toList();
        List<Name> lone =
                names.stream().filter(name -> !name.handle() && name.lone()).toList();
        full.forEach(this::shorter);
        full.forEach(this::reversed);
        full.forEach(this::nickname);
        full.forEach(this::initials);
        Misspellings.near(names, this::propose);
        new OtherScripts(names, this::propose).propose();
        lone.stream().filter(Name::titled).forEach(this::titled);
        List<Name> unknown =
                lone.stream().filter(name -> !name.titled() && !lone(name)).toList();
        unknown.stream()
                .sorted(Comparator.comparingInt((Name name) -> -name.first().length()))
                .forEach(this::otherForms);
        new HandleNames(names, this::propose)
                .propose(names.stream().filter(Name::handle).toList());
    }

    private boolean propose(Name name, List<Name> candidates, double score, String reason) {
        return !candidates.isEmpty() && proposing.propose(name, candidates, score, reason);
    }

    private static List<Name> few(List<Name> bucket) {
        return bucket.size() > MANY ? List.of() : bucket;
    }

    /** "Jo Marsh" and "Jo Ann Marsh", "Dr Jo Marsh", "Jo Marsh-North". */
    private void shorter(Name name) {
        List<Name> longer = few(bearers.firstAndLater(name.first(), name.last())).stream()
                .filter(other -> !other.id().equals(name.id()) && inOrder(name.words(), other.words()))
                .toList();
        List<Name> sameEnd = longer.stream()
                .filter(other -> other.last().equals(name.last()))
                .toList();
        if (!propose(name, sameEnd, .9, "“%s” may be “%s”: the same first name and surname")) {
            propose(name, longer, .75, "“%s” may be “%s”: the same first name, and one surname of two");
        }
    }

    /** Whether the other has all of them, in this order; middle names may stand with their initial only. */
    private static boolean inOrder(List<String> words, List<String> other) {
        int at = 0;
        for (String word : other) {
            if (at < words.size()
                    && (word.equals(words.get(at))
                            || (at > 0 && Name.fits(words.get(at), word))
                            || (at > 0 && Name.fits(word, words.get(at))))) {
                at++;
            }
        }
        return at == words.size();
    }

    /** "Marsh Jo" and "Jo Marsh". */
    private void reversed(Name name) {
        List<Name> turned = few(bearers.ends(name.last(), name.first())).stream()
                .filter(other -> other.words().size() == name.words().size())
                .toList();
        if (!name.first().equals(name.last())) {
            propose(name, turned, .7, "“%s” may be “%s”: the same names in another order");
        }
    }

    private void nickname(Name name) {
        List<Name> fits = Gazetteer.nicknames(name.first()).stream()
                .flatMap(other -> few(bearers.ends(other, name.last())).stream())
                .toList();
        propose(name, fits, .8, "“%s” may be “%s”: the same surname, and one first name may stand for the other");
    }

    private void initials(Name name) {
        boolean shortFirst = name.first().length() == 1;
        boolean shortLast = name.last().length() == 1;
        if (!shortFirst && !shortLast) {
            return;
        }
        List<Name> pool = shortFirst && shortLast
                ? bearers.initialled(Bearers.initials(name))
                : shortFirst ? bearers.later(name.last()) : bearers.first(name.first());
        List<Name> fits = few(pool).stream()
                .filter(other -> other.first().length() > 1 || other.last().length() > 1)
                .filter(other -> Name.fits(name.first(), other.first()) && Name.fits(name.last(), other.last()))
                .toList();
        propose(name, fits, .75, "“%s” may be “%s”: the initials fit");
    }

    /** A title and one word, which is a surname, or a first name as in "Miss Jo". */
    private void titled(Name name) {
        String word = name.first();
        List<Name> asFirst = bearers.first(word);
        List<Name> asSurname = bearers.later(word).stream()
                .filter(other -> !other.first().equals(word))
                .toList();
        boolean first = name.titles().stream().anyMatch(Honorifics::beforeFirstName);
        boolean done = first
                ? firstName(name, asFirst) || surname(name, asSurname)
                : surname(name, formal(name, asSurname)) || firstName(name, asFirst);
        if (!done) {
            List<Name> otherwise = bearers.lone(word).stream()
                    .filter(other -> !other.id().equals(name.id()) && other.titled() && name.oneOffice(other))
                    .toList();
            propose(name, otherwise, .6, "“%s” may be “%s”: the same name with another title");
        }
    }

    /** Whom people call by the first name alone is not "Mrs Marsh" to them, unless a title is said as well. */
    private List<Name> formal(Name name, List<Name> bearersOfSurname) {
        return bearersOfSurname.stream()
                .filter(other -> name.unmarried()
                        || !other.titles().isEmpty()
                        || bearers.lone(other.first()).stream().allMatch(Name::titled))
                .toList();
    }

    private boolean firstName(Name name, List<Name> bearers) {
        return propose(name, bearers, .8, "“%s” may be “%s”: the same first name");
    }

    private boolean surname(Name name, List<Name> bearers) {
        return propose(name, bearers, .85, "“%s” may be “%s”: the same surname");
    }

    private boolean lone(Name name) {
        String word = name.first();
        List<Name> asFirst = bearers.first(word);
        List<Name> asSurname = bearers.later(word).stream()
                .filter(other -> !other.first().equals(word))
                .toList();
        List<Name> alone = bearers.lone(word);
        List<Name> titled = alone.stream().filter(Name::titled).toList();
        List<Name> same = alone.stream()
                .filter(other -> !other.id().equals(name.id()) && !other.titled())
                .toList();
        propose(name, same, .9, "“%s” may be “%s”: the same name");
        boolean firstName = Gazetteer.firstName(word);
        boolean eitherName =
                Gazetteer.surname(word) && Honorifics.ofFirstName(word).isEmpty();
        if (!asFirst.isEmpty() && (asSurname.isEmpty() || firstName)) {
            return propose(name, both(asFirst, titled), .8, "“%s” may be “%s”: the same first name");
        }
        if (!asSurname.isEmpty() && (!firstName || eitherName)) {
            List<Name> all = both(asSurname, both(asFirst, titled));
            List<Name> noLady = all.stream().filter(other -> !other.lady()).toList();
            return propose(name, noLady.isEmpty() ? all : noLady, .8, "“%s” may be “%s”: the same surname");
        }
        return asSurname.isEmpty() && propose(name, titled, .7, "“%s” may be “%s”: the same name with a title");
    }

    private void otherForms(Name name) {
        String word = name.first();
        List<Name> joined = word.length() < SHORTEST_JOINED ? List.of() : bearers.joined(word);
        if (propose(name, joined, .8, "“%s” may be “%s”, joined to one word")) {
            return;
        }
        Set<String> others = new LinkedHashSet<>(Gazetteer.nicknames(word));
        others.addAll(Gazetteer.nicknames(otherEnding(word)));
        others.remove(word);
        List<Name> full =
                others.stream().flatMap(other -> bearers.first(other).stream()).toList();
        List<Name> alone = others.stream()
                .filter(other -> other.length() >= word.length())
                .flatMap(other -> bearers.lone(other).stream())
                .filter(name::meets)
                .toList();
        propose(name, both(full, alone), .5, "“%s” may be “%s”: one first name may stand for the other");
    }

    /** "lizzie" for "lizzy". */
    private static String otherEnding(String word) {
        return word.endsWith("y")
                ? word.substring(0, word.length() - 1) + "ie"
                : word.endsWith("ie") ? word.substring(0, word.length() - 2) + "y" : word;
    }

    private static List<Name> both(List<Name> some, List<Name> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
