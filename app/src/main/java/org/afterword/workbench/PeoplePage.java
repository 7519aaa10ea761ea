package org.afterword.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;
import org.afterword.model.Mention;
import org.afterword.model.Proposal;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.afterword.people.Roles;

/** Who and what is named, each with its mentions in context; what is undecided comes first. */
final class PeoplePage {
    private static final int PAGE = 30;
    private static final int SHORT = 3;
    private static final int WHOLE = 400;
    /** Characters of the text on either side of a mention. */
    private static final int AROUND = 60;

    private final Desk desk;
    private final State state;
    private final Map<Id, List<Mention>> mentions = new HashMap<>();
    private final Map<Id, String> open = new HashMap<>();

    private PeoplePage(Desk desk) {
        this.desk = desk;
        this.state = desk.state();
        state.open().forEach(one -> open.put(one.cluster().id(), one.decide()));
        state.contents()
                .mentions()
                .forEach(mention -> state.cluster(mention.identity())
                        .ifPresent(cluster -> mentions.computeIfAbsent(cluster.id(), id -> new ArrayList<>())
                                .add(mention)));
    }

    /**
     * @param show the filter's name
     * @param number the page's, from 1
     */
    static Sheets.PeopleSheet of(Desk desk, String show, int number) {
        return new PeoplePage(desk).list(show, number);
    }

    static Sheets.PeopleSheet of(Desk desk, Cluster cluster) {
        return new PeoplePage(desk).one(cluster);
    }

    private Map<String, Predicate<Cluster>> filters() {
        var filters = new LinkedHashMap<String, Predicate<Cluster>>();
        filters.put("undecided", cluster -> open.containsKey(cluster.id()));
        filters.put(
                "people", cluster -> cluster.kind() == IdentityKind.PERSON || cluster.kind() == IdentityKind.HANDLE);
        filters.put("places", cluster -> cluster.kind() == IdentityKind.PLACE);
        filters.put(
                "groups", cluster -> cluster.kind() == IdentityKind.GROUP || cluster.kind() == IdentityKind.UNKNOWN);
        filters.put("addresses", cluster -> cluster.kind().contact());
        filters.put("all", _ -> true);
        return filters;
    }

    private Sheets.PeopleSheet list(String show, int number) {
        Map<String, Predicate<Cluster>> filters = filters();
        String asked = filters.containsKey(show) ? show : open.isEmpty() ? "all" : "undecided";
        List<Cluster> all = state.protection().clusters();
        List<Cluster> chosen = all.stream()
                .filter(filters.getOrDefault(asked, _ -> true))
                .sorted(Comparator.comparing((Cluster cluster) -> !open.containsKey(cluster.id()))
                        .thenComparing(
                                Comparator.comparingInt(Cluster::mentions).reversed()))
                .toList();
        Slice<Cluster> slice = Slice.of(chosen, number, PAGE);
        String here = "/people?show=" + asked + "&page=";
        var ways = filters.entrySet().stream()
                .map(filter -> new Sheets.Way(
                        filter.getKey(),
                        words(filter.getKey()) + " "
                                + all.stream().filter(filter.getValue()).count()))
                .toList();
        return new Sheets.PeopleSheet(
                desk.frame("Afterword: who is named", "/people"),
                summary(all),
                ways,
                asked,
                slice.number(),
                people(slice.shown(), SHORT),
                names(all),
                slice.previous(here),
                slice.next(here));
    }

    private Sheets.PeopleSheet one(Cluster cluster) {
        return new Sheets.PeopleSheet(
                desk.frame("Afterword: a name", ""),
                "",
                List.of(),
                "",
                1,
                people(List.of(cluster), WHOLE),
                names(state.protection().clusters()),
                Optional.empty(),
                Optional.empty());
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

    private String summary(List<Cluster> all) {
        if (all.isEmpty()) {
            return "No name was found in this case yet.";
        }
        return open.isEmpty()
                ? "Every name is decided. You can change each decision at any time."
                : Phrases.count(open.size(), "name waits", "names wait")
                        + " for a decision. Until then nothing that names them can be published.";
    }

    private static List<String> names(List<Cluster> all) {
        return all.stream()
                .filter(cluster -> !cluster.kind().contact())
                .map(Cluster::name)
                .distinct()
                .sorted()
                .toList();
    }

    private List<Sheets.Person> people(List<Cluster> shown, int most) {
        var texts = new HashMap<Id, Account>();
        var wanted = new HashSet<Id>();
        shown.forEach(cluster -> here(cluster).limit(most).forEach(mention -> wanted.add(mention.account())));
        wanted.forEach(id -> state.contents().account(id).ifPresent(account -> texts.put(id, account)));
        Map<Id, List<Roles.Suggested>> roles =
                Roles.of(state.contents(), state.protection().clusters(), shown);
        return shown.stream()
                .map(cluster -> person(cluster, most, texts, roles.getOrDefault(cluster.id(), List.of())))
                .toList();
    }

    private Stream<Mention> here(Cluster cluster) {
        return mentions.getOrDefault(cluster.id(), List.of()).stream();
    }

    private Sheets.Person person(Cluster cluster, int most, Map<Id, Account> texts, List<Roles.Suggested> suggested) {
        Optional<Decision> decision = cluster.decision();
        List<Sheets.Context> contexts = here(cluster)
                .limit(most)
                .flatMap(mention -> Optional.ofNullable(texts.get(mention.account())).stream()
                        .map(account -> context(mention, account)))
                .toList();
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
                !open.containsKey(cluster.id()),
                status(cluster, decision),
                state.protection().shown(cluster).orElse(""),
                decision.map(d -> d.id().toString()).orElse(""),
                contexts,
                Math.max(0, cluster.mentions() - most),
                proposed(cluster),
                joined(cluster),
                WhoPart.of(cluster, suggested));
    }

    private String status(Cluster cluster, Optional<Decision> decision) {
        if (decision.isEmpty()) {
            return cluster.kind() == IdentityKind.AGE
                    ? "is shown by its decade, unless you keep it"
                    : cluster.kind().contact() ? "is left out, unless you keep it" : "";
        }
        String settled = Phrases.settled(decision.get().verdict(), state);
        return open.containsKey(cluster.id()) ? settled + ". " + open.get(cluster.id()) : settled;
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
        for (Suggestion suggestion : state.suggestions().values()) {
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
        var names = new HashMap<Id, String>();
        state.contents().identities().forEach(identity -> names.put(identity.id(), identity.name()));
        return state.contents().decisions().stream()
                .filter(decision -> decision.verdict() instanceof Verdict.SameAs
                        && cluster.members().contains(decision.target()))
                .flatMap(decision -> decision.verdict() instanceof Verdict.SameAs(Id other)
                        ? Stream.of(new Sheets.Bond(
                                decision.target().toString(),
                                other.toString(),
                                names.getOrDefault(decision.target(), "") + " = " + names.getOrDefault(other, ""),
                                decision.reason(),
                                decision.id().toString()))
                        : Stream.empty())
                .toList();
    }

    private Optional<Decision> bond(Id a, Id b) {
        return state.contents()
                .decision(a, new Verdict.SameAs(b).aspect())
                .or(() -> state.contents().decision(b, new Verdict.SameAs(a).aspect()));
    }
}
