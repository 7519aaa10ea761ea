package org.afterword.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.language.Folding;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;
import org.afterword.model.Mention;
import org.afterword.model.PersonRole;
import org.afterword.model.Speaker;

/**
 * Who the persons of a case seem to be, with the words that say so. A person decides; nothing here is a decision, and
 * nothing is ever kept or hidden by it.
 */
public final class Roles {
    /** Of more mentions of one name only so many are looked at. */
    public static final int LOOKED_AT = 200;

    /** From so many accounts on they are read in one go rather than one by one. */
    private static final int MANY = 500;

    /** What asks for more care comes first. */
    private static final List<PersonRole> CAREFUL = List.of(
            PersonRole.MINOR,
            PersonRole.WITNESS,
            PersonRole.POSTER,
            PersonRole.HISTORICAL_FIGURE,
            PersonRole.AUTHOR,
            PersonRole.PUBLIC_FIGURE,
            PersonRole.OFFICE_HOLDER,
            PersonRole.PRIVATE);

    /**
     * A role that somebody seems to have.
     *
     * @param words as they stand in the case or in our list: "branch secretary"; empty if no words say it
     * @param why a sentence for the person who decides
     */
    public record Suggested(PersonRole role, String words, String why) {}

    private final Map<Id, Cluster> clusters = new HashMap<>();
    private final Map<Id, Map<PersonRole, Suggested>> found = new HashMap<>();
    private final Map<String, Set<Id>> bearers = new HashMap<>();
    private final Collection<Cluster> all;

    private Roles(Collection<Cluster> all, Collection<Cluster> about) {
        this.all = all;
        for (Cluster cluster : about) {
            if (cluster.mayBePerson()) {
                cluster.members().forEach(member -> clusters.put(member, cluster));
                found.put(cluster.id(), new EnumMap<>(PersonRole.class));
                cluster.forms()
                        .forEach(form -> bearers.computeIfAbsent(Folding.fold(form.strip()), f -> new HashSet<>())
                                .add(cluster.id()));
            }
        }
    }

    /**
     * @param all every cluster of the case
     * @param about those of them that are asked about; only persons, and what may be one, have roles
     * @return by cluster the roles that something speaks for, the one that asks for most care first
     */
    public static Map<Id, List<Suggested>> of(Contents contents, Collection<Cluster> all, Collection<Cluster> about) {
        var roles = new Roles(all, about);
        roles.look(contents);
        return roles.suggested(about);
    }

    /**
     * The same where it is known where they are named, so that not every mention of the case is looked at.
     *
     * @param named by cluster; no more than these, and of one no more than {@link #LOOKED_AT}, are looked at
     * @param reading gives an account
     */
    public static Map<Id, List<Suggested>> of(
            Collection<Cluster> all,
            Collection<Cluster> about,
            Map<Id, List<Mention>> named,
            Function<Id, Optional<Account>> reading) {
        var roles = new Roles(all, about);
        var here = new LinkedHashMap<Id, List<Mention>>();
        named.values()
                .forEach(mentions -> mentions.stream()
                        .limit(LOOKED_AT)
                        .filter(mention -> roles.clusters.containsKey(mention.identity()))
                        .forEach(mention -> here.computeIfAbsent(mention.account(), _ -> new ArrayList<>())
                                .add(mention)));
        here.forEach((account, mentions) -> reading.apply(account).ifPresent(one -> roles.look(one, mentions)));
        return roles.suggested(about);
    }

    private Map<Id, List<Suggested>> suggested(Collection<Cluster> about) {
        about.stream().filter(Cluster::mayBePerson).forEach(this::byName);
        var suggested = new HashMap<Id, List<Suggested>>();
        found.forEach((cluster, byRole) -> suggested.put(
                cluster,
                byRole.values().stream()
                        .sorted(Comparator.comparingInt(one -> CAREFUL.indexOf(one.role())))
                        .toList()));
        return suggested;
    }

    private void look(Contents contents) {
        var looked = new HashMap<Id, Integer>();
        var here = new HashMap<Id, List<Mention>>();
        contents.forEachMention(mention -> {
            Cluster cluster = clusters.get(mention.identity());
            if (cluster != null && looked.merge(cluster.id(), 1, Integer::sum) <= LOOKED_AT) {
                here.computeIfAbsent(mention.account(), account -> new ArrayList<>())
                        .add(mention);
            }
        });
        Consumer<Account> look = account -> look(account, here.getOrDefault(account.id(), List.of()));
        if (here.size() > MANY) {
            try (Stream<Account> accounts = contents.accounts()) {
                accounts.filter(account -> here.containsKey(account.id())).forEach(look);
            }
        } else {
            here.keySet().forEach(id -> contents.account(id).ifPresent(look));
        }
    }

    private void look(Account account, List<Mention> mentions) {
        account.author().ifPresent(name -> bears(name, PersonRole.WITNESS, "Wrote an account, as its source says."));
        account.poster()
                .ifPresent(name -> bears(name, PersonRole.POSTER, "Put an account online, as its source says."));
        for (Speaker speaker : account.speakers()) {
            bears(speaker.name(), PersonRole.WITNESS, "Speaks in an account.");
        }
        for (Mention mention : mentions) {
            if (mention.span().length() > 0
                    && mention.span().end() <= account.text().length()) {
                Id cluster = clusters.get(mention.identity()).id();
                Signs.beside(
                                account.text(),
                                mention.span().start(),
                                mention.span().end())
                        .forEach(sign -> add(
                                cluster,
                                new Suggested(
                                        sign.role(), sign.words(), "“" + sign.words() + "” stands beside the name.")));
            }
        }
    }

    private void bears(String name, PersonRole role, String why) {
        if (!name.isBlank()) {
            bearers.getOrDefault(Folding.fold(name.strip()), Set.of())
                    .forEach(cluster -> add(cluster, new Suggested(role, "", why)));
        }
    }

    private void add(Id cluster, Suggested suggested) {
        Optional.ofNullable(found.get(cluster)).ifPresent(roles -> roles.putIfAbsent(suggested.role(), suggested));
    }

    private boolean isLastName(String form) {
        String name = Folding.fold(form.strip());
        return all.stream()
                .map(one -> Forms.words(one.name()))
                .anyMatch(words ->
                        words.size() > 1 && Folding.fold(words.getLast()).equals(name));
    }

    /** A teller who goes by a famous name is not that person; a surname that somebody here bears may be theirs. */
    private void byName(Cluster cluster) {
        Map<PersonRole, Suggested> roles = found.getOrDefault(cluster.id(), Map.of());
        boolean tells = roles.containsKey(PersonRole.WITNESS) || roles.containsKey(PersonRole.POSTER);
        Stream.concat(
                        Stream.of(cluster.name()),
                        cluster.forms().stream()
                                .filter(form -> Forms.words(form).size() > 1))
                .filter(_ -> !tells && !roles.containsKey(PersonRole.MINOR))
                .filter(form -> HistoricalFigures.named(form).isPresent())
                .filter(form -> Forms.words(form).size() > 1 || !isLastName(form))
                .flatMap(form -> HistoricalFigures.named(form).stream())
                .findFirst()
                .ifPresent(figure -> add(
                        cluster.id(),
                        new Suggested(
                                PersonRole.HISTORICAL_FIGURE,
                                figure.knownAs(),
                                "In our list of history: " + figure.name() + ", " + figure.knownAs() + ", "
                                        + figure.lived() + ". Others may bear that name.")));
        if (roles.isEmpty() && cluster.kind() == IdentityKind.PERSON && cluster.mentions() > 0) {
            add(
                    cluster.id(),
                    new Suggested(
                            PersonRole.PRIVATE,
                            "",
                            "Others tell of this person, and no word beside the name says an office."));
        }
    }
}
