package org.afterword.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Mention;
import org.afterword.model.Proposal;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.afterword.people.Roles;

/** Who and what is named, each with its mentions in context; what is undecided comes first. */
final class PeoplePage {
    private static final int PAGE = 20;
    private static final int SHORT = 3;
    /** So many names are offered where one is to be typed. */
    private static final int OFFERED = 500;

    private static final List<String> FILTERS = List.of("undecided", "people", "places", "groups", "addresses", "all");
    /** So many accounts that name somebody are on one page of that name. */
    private static final int WHOLE = 50;

    /** Characters of the text on either side of a mention. */
    private static final int AROUND = 60;

    private final Desk desk;
    private final State state;

    private PeoplePage(Desk desk) {
        this.desk = desk;
        this.state = desk.state();
    }

    /**
     * @param show the filter's name
     * @param number the page's, from 1
     */
    static Sheets.PeopleSheet of(Desk desk, String show, int number) {
        return new PeoplePage(desk).list(show, number);
    }

    /** Looks at what a page of the list shows of its names, which stays; how many pages there are. */
    static int look(Desk desk, String show, int number) {
        var page = new PeoplePage(desk);
        Slice<Names.Named> slice = page.slice(show, number);
        page.people(clusters(slice));
        return slice.pages();
    }

    /** @param number of the page of accounts that name it, from 1 */
    static Sheets.PeopleSheet of(Desk desk, Cluster cluster, int number) {
        return new PeoplePage(desk).one(cluster, number);
    }

    private Sheets.PeopleSheet list(String show, int number) {
        Headed<Names.Named> people = state.names().people();
        String asked = asked(show);
        Slice<Names.Named> slice = slice(asked, number);
        String here = "/people?show=" + asked + "&page=";
        var ways = FILTERS.stream()
                .map(filter -> new Sheets.Way(filter, words(filter) + " " + people.count(filter)))
                .toList();
        return new Sheets.PeopleSheet(
                desk.frame("Afterword: who is named", "/people"),
                summary(),
                ways,
                asked,
                slice.number(),
                people(clusters(slice)),
                names(),
                slice.previous(here),
                slice.next(here));
    }

    private String asked(String show) {
        return FILTERS.contains(show) ? show : state.names().people().count("undecided") == 0 ? "all" : "undecided";
    }

    private Slice<Names.Named> slice(String show, int number) {
        return Slice.of(state.names().people().under(asked(show)), number, PAGE);
    }

    private static List<Cluster> clusters(Slice<Names.Named> slice) {
        return slice.shown().stream().map(Names.Named::cluster).toList();
    }

    private Sheets.PeopleSheet one(Cluster cluster, int number) {
        Slice<Id> accounts = Slice.of(List.copyOf(state.protection().accounts(cluster)), number, WHOLE);
        String here = "/people/" + cluster.id() + "?page=";
        return new Sheets.PeopleSheet(
                desk.frame("Afterword: a name", ""),
                "",
                List.of(),
                "",
                1,
                people(
                        List.of(cluster),
                        _ -> state.mentions(cluster, accounts.shown()).toList()),
                names(),
                accounts.previous(here),
                accounts.next(here));
    }

    private static String words(String filter) {
        return switch (filter) {
            case "undecided" -> "To decide";
            case "people" -> "People";
            case "places" -> "Places";
            case "groups" -> "Groups and others";
            case "addresses" -> "Addresses and numbers";
            default -> "All";
        };
    }

    private String summary() {
        Headed<Names.Named> people = state.names().people();
        int open = people.count("undecided");
        if (people.count("all") == 0) {
            return "No name was found in this case yet.";
        }
        return open == 0
                ? "Every name is decided. You can change each decision at any time."
                : Phrases.count(open, "name waits", "names wait")
                        + " for a decision. Until then nothing that names them can be published.";
    }

    /** To choose from; of very many those that come first in the lists. */
    private List<String> names() {
        return state.names().people().under("all").stream()
                .map(Names.Named::cluster)
                .filter(cluster -> !cluster.kind().contact())
                .map(Cluster::name)
                .distinct()
                .limit(OFFERED)
                .sorted()
                .toList();
    }

    /** With the first mentions of each: once they were looked at they stay as long as the name is what it is. */
    private List<Sheets.Person> people(List<Cluster> shown) {
        Map<Id, Names.Looked> known = state.names().looked();
        List<Cluster> fresh = shown.stream()
                .filter(cluster -> Optional.ofNullable(known.get(cluster.id()))
                        .filter(one -> one.cluster().equals(cluster))
                        .isEmpty())
                .toList();
        Map<Id, Names.Looked> now = looked(
                fresh,
                cluster -> state.mentions(cluster, state.protection().accounts(cluster))
                        .limit(SHORT)
                        .toList());
        known.putAll(now);
        return shown.stream()
                .map(cluster -> person(Optional.ofNullable(now.get(cluster.id()))
                        .or(() -> Optional.ofNullable(known.get(cluster.id())))
                        .orElseThrow()))
                .toList();
    }

    private List<Sheets.Person> people(List<Cluster> shown, Function<Cluster, List<Mention>> mentions) {
        Map<Id, Names.Looked> looked = looked(shown, mentions);
        return shown.stream()
                .map(cluster -> Optional.ofNullable(looked.get(cluster.id())).orElseThrow())
                .map(this::person)
                .toList();
    }

    /** Who each seems to be follows from the mentions that the page shows. */
    private Map<Id, Names.Looked> looked(List<Cluster> shown, Function<Cluster, List<Mention>> mentions) {
        Map<Id, Account> texts = new HashMap<>();
        Map<Id, List<Mention>> here = new HashMap<>();
        for (Cluster cluster : shown) {
            List<Mention> named = mentions.apply(cluster);
            here.put(cluster.id(), named);
            named.forEach(mention -> texts.computeIfAbsent(
                    mention.account(), id -> state.contents().account(id).orElseThrow()));
        }
        Map<Id, List<Roles.Suggested>> roles =
                Roles.of(state.protection().clusters(), shown, here, id -> Optional.ofNullable(texts.get(id)));
        Map<Id, Names.Looked> looked = new HashMap<>();
        for (Cluster cluster : shown) {
            List<Sheets.Context> contexts = here.getOrDefault(cluster.id(), List.of()).stream()
                    .flatMap(mention -> Optional.ofNullable(texts.get(mention.account())).stream()
                            .map(account -> context(mention, account)))
                    .toList();
            looked.put(cluster.id(), new Names.Looked(cluster, contexts, roles.getOrDefault(cluster.id(), List.of())));
        }
        return looked;
    }

    private Sheets.Person person(Names.Looked looked) {
        Cluster cluster = looked.cluster();
        Optional<Decision> decision = cluster.decision();
        return new Sheets.Person(
                cluster.id().toString(),
                cluster.name(),
                Phrases.kind(cluster.kind()),
                cluster.kind().contact(),
                "named " + Phrases.times(cluster.mentions()) + " in "
                        + Phrases.count(cluster.accounts(), "account", "accounts"),
                cluster.forms().stream()
                        .filter(form -> !form.equals(cluster.name()))
                        .toList(),
                !state.isOpen(cluster),
                status(cluster, decision),
                state.protection().shown(cluster).orElse(""),
                decision.map(d -> d.id().toString()).orElse(""),
                looked.contexts(),
                Math.max(0, cluster.mentions() - looked.contexts().size()),
                proposed(cluster),
                joined(cluster),
                WhoPart.of(cluster, looked.roles()));
    }

    private String status(Cluster cluster, Optional<Decision> decision) {
        if (decision.isEmpty()) {
            return cluster.kind() == IdentityKind.AGE
                    ? "is shown by its decade, unless you keep it"
                    : cluster.kind().contact() ? "is left out, unless you keep it" : "";
        }
        String settled = Phrases.settled(decision.get().verdict(), state);
        return Optional.ofNullable(state.names().open().get(cluster.id()))
                .map(decide -> settled + ". " + decide)
                .orElse(settled);
    }

    private Sheets.Context context(Mention mention, Account account) {
        String text = account.text();
        int start = mention.span().start();
        int end = mention.span().end();
        String title = state.line(account.id()).title();
        String href = "/account/" + account.id();
        if (mention.span().length() == 0) {
            return new Sheets.Context(href, title, "beside the text: ", mention.text(), "");
        }
        int line = text.lastIndexOf('\n', start - 1) + 1;
        int lineEnd = text.indexOf('\n', end);
        int from = whole(text, Math.max(line, start - AROUND), start);
        int to = Math.min(lineEnd < 0 ? text.length() : lineEnd, end + AROUND);
        if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
            to--;
        }
        return new Sheets.Context(
                href,
                title,
                (from > line ? "…" : "") + text.substring(from, start),
                text.substring(start, end),
                text.substring(end, to) + (to < text.length() && text.charAt(to) != '\n' ? "…" : ""));
    }

    /** The first beginning of a word from there on. */
    private static int whole(String text, int from, int to) {
        int blank = from == 0 ? -1 : text.indexOf(' ', from);
        return blank >= 0 && blank < to
                ? blank + 1
                : from == 0 || !Character.isLowSurrogate(text.charAt(from)) ? from : from + 1;
    }

    private List<Sheets.Bond> proposed(Cluster cluster) {
        var bonds = new ArrayList<Sheets.Bond>();
        for (Suggestion suggestion : state.names().alike(cluster)) {
            if (suggestion.proposal() instanceof Proposal.Alias(Id other)) {
                boolean from = cluster.members().contains(suggestion.target());
                boolean to = cluster.members().contains(other);
                if (from != to && bond(suggestion.target(), other).isEmpty()) {
                    Id far = from ? other : suggestion.target();
                    bonds.add(new Sheets.Bond(
                            suggestion.target().toString(),
                            other.toString(),
                            state.called(far),
                            suggestion.reason(),
                            ""));
                }
            }
        }
        return bonds.stream()
                .sorted(Comparator.comparing(Sheets.Bond::name).thenComparing(Sheets.Bond::other))
                .toList();
    }

    private List<Sheets.Bond> joined(Cluster cluster) {
        return cluster.members().stream()
                .filter(_ -> cluster.members().size() > 1)
                .flatMap(member -> state.contents().about(member).stream())
                .sorted(Comparator.comparing(Decision::at))
                .flatMap(decision -> decision.verdict() instanceof Verdict.SameAs(Id other)
                        ? Stream.of(new Sheets.Bond(
                                decision.target().toString(),
                                other.toString(),
                                name(decision.target()) + " = " + name(other),
                                decision.reason(),
                                decision.id().toString()))
                        : Stream.empty())
                .toList();
    }

    private String name(Id identity) {
        return desk.opened().file().identity(identity).map(Identity::name).orElse("");
    }

    private Optional<Decision> bond(Id a, Id b) {
        return state.contents()
                .decision(a, new Verdict.SameAs(b).aspect())
                .or(() -> state.contents().decision(b, new Verdict.SameAs(a).aspect()));
    }
}
