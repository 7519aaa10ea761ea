package org.afterword.workbench;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.Progress;
import org.afterword.Searching;
import org.afterword.coding.Code;
import org.afterword.coding.Codebook;
import org.afterword.coding.Coded;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.KeptSearch;
import org.afterword.model.Span;
import org.afterword.model.Standing;
import org.afterword.search.Hit;
import org.afterword.search.Within;

/**
 * Search. What is typed is sent as a form and not in the address, so that it stays out of the browser's history.
 */
final class SearchPage {
    private static final int MOST = 20;
    /** Beyond these another word helps more. */
    private static final int ALL = 200;

    private static final int LONGEST_NAME = 80;

    private final State state;
    private final Desk desk;

    private SearchPage(Desk desk) {
        this.desk = desk;
        this.state = desk.state();
    }

    /**
     * @param like the id of a coded passage, to be asked whether anyone else said this; empty for an empty page
     */
    static SearchSheet of(Desk desk, String like) {
        var page = new SearchPage(desk);
        if (like.isEmpty()) {
            return page.sheet(Wanted.NOTHING, "", Optional.empty());
        }
        Coded coded = id(like).flatMap(page.state.contents()::suggestion)
                .flatMap(page.state::coding)
                .orElseThrow(() -> new IllegalArgumentException("That passage is gone; go back and choose another."));
        Searching.Found found =
                desk.searching().like(coded.passage().account(), coded.passage().span(), MOST, Progress.SILENT);
        return page.sheet(Wanted.NOTHING, coded.passage().quote(), Optional.of(found));
    }

    private static Optional<Id> id(String text) {
        try {
            return Optional.of(Id.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static SearchSheet found(Desk desk, Context request) {
        var page = new SearchPage(desk);
        var wanted = Wanted.of(request);
        if (wanted.typed().isBlank()) {
            return page.sheet(wanted, "", Optional.empty());
        }
        Searching.Found found =
                desk.searching().find(wanted.typed(), most(request), page.within(wanted), Progress.SILENT);
        return page.sheet(wanted, "", Optional.of(found));
    }

    /** What the page would show of what was typed. */
    static List<SearchSheet.Hit> hits(Desk desk, String typed) {
        var page = new SearchPage(desk);
        return desk.opened().searching().find(typed, MOST, Within.EVERYTHING, Progress.SILENT).hits().stream()
                .map(page::part)
                .toList();
    }

    /** Keeps what the form asks for, under a name. */
    static void keep(Desk desk, Context request) throws IOException {
        String name = Answers.field(request, "name");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("Give the search a name of at most " + LONGEST_NAME + " letters.");
        }
        Id id = Id.parse(Answers.field(request, "search"));
        desk.change(() -> {
            if (desk.contents().searches().stream()
                    .anyMatch(one ->
                            one.name().equalsIgnoreCase(name) && !one.id().equals(id))) {
                throw new IllegalArgumentException("A search of this name is kept already. Give it another one.");
            }
            desk.opened().coding().keep(Wanted.of(request).kept(id, name, desk.coder()));
            return id;
        });
        request.redirect("/search", HttpStatus.SEE_OTHER);
    }

    /** One is kept no more; the page offers to keep it again. */
    static SearchSheet forget(Desk desk, Context request) throws IOException {
        Id id = Id.parse(Answers.field(request, "search"));
        Optional<KeptSearch> forgotten =
                desk.change(() -> desk.opened().coding().forget(id));
        return new SearchPage(desk).sheet(Wanted.NOTHING, "", Optional.empty(), forgotten);
    }

    private static int most(Context request) {
        String asked = Answers.field(request, "most");
        return asked.matches("[0-9]{1,4}") ? Math.clamp(Integer.parseInt(asked), MOST, ALL) : MOST;
    }

    private Within within(Wanted wanted) {
        var filters = new ArrayList<Within>();
        if (!wanted.group().isEmpty()) {
            filters.add((account, stretch) ->
                    state.line(account).group().map(Id::toString).equals(Optional.of(wanted.group())));
        }
        if (!wanted.from().isEmpty() || !wanted.to().isEmpty()) {
            LocalDateTime from = wanted.from().isEmpty()
                    ? LocalDateTime.MIN
                    : LocalDate.parse(wanted.from()).atStartOfDay();
            LocalDateTime to = wanted.to().isEmpty()
                    ? LocalDateTime.MAX
                    : LocalDate.parse(wanted.to()).plusDays(1).atStartOfDay();
            filters.add((account, stretch) -> state.line(account).date().stream()
                    .anyMatch(when -> when.earliest().filter(to::isAfter).isPresent()
                            && when.latest()
                                    .filter(last -> !last.isBefore(from))
                                    .isPresent()));
        }
        switch (wanted.reviewed()) {
            case "read" -> filters.add((account, stretch) -> state.read(account));
            case "unread" -> filters.add((account, stretch) -> !state.read(account));
            default -> {}
        }
        if (wanted.ofCodings()) {
            Headed<Coded> all = desk.coded();
            filters.add((account, stretch) -> all.at(state.lines().place(account)).stream()
                    .filter(one -> one.status() != Coded.Status.REJECTED
                            && one.passage().span().overlaps(stretch))
                    .anyMatch(wanted::takes));
        }
        return filters.isEmpty()
                ? Within.EVERYTHING
                : (account, stretch) -> state.lines().place(account) >= 0
                        && filters.stream().allMatch(one -> one.takes(account, stretch));
    }

    /** Such as were not rejected. */
    private Stream<Coded> codings(Id account, Span stretch) {
        return state.codings(account).stream()
                .filter(one -> one.status() != Coded.Status.REJECTED
                        && one.passage().span().overlaps(stretch));
    }

    private SearchSheet sheet(Wanted wanted, String like, Optional<Searching.Found> found) {
        return sheet(wanted, like, found, Optional.empty());
    }

    private SearchSheet sheet(
            Wanted wanted, String like, Optional<Searching.Found> found, Optional<KeptSearch> forgotten) {
        return new SearchSheet(
                desk.frame("Afterword: search", "/search"),
                wanted.typed(),
                choices(wanted),
                wanted.from(),
                wanted.to(),
                like,
                found.map(SearchPage::summary).orElse(List.of()),
                found.flatMap(Searching.Found::wordsAlone).isPresent(),
                found.map(all -> all.hits().stream().map(this::part).toList()).orElse(List.of()),
                like.isEmpty() ? state.contents().searches() : List.of(),
                Optional.of(wanted)
                        .filter(one -> like.isEmpty() && !one.typed().isBlank())
                        .map(one -> one.kept(Id.random(), "", "")),
                found.filter(Searching.Found::more)
                        .map(all -> Math.min(ALL, all.hits().size() + 2 * MOST))
                        .filter(more ->
                                like.isEmpty() && more > found.get().hits().size())
                        .orElse(0),
                forgotten);
    }

    private static List<String> summary(Searching.Found found) {
        var sentences = new ArrayList<String>();
        int count = found.hits().size();
        sentences.add(
                count == 0
                        ? "Nothing was found."
                        : found.more()
                                ? "The best " + count + " passages; there are more."
                                : Phrases.count(count, "passage", "passages") + ".");
        if (found.restricted() > 0) {
            sentences.add(Phrases.count(found.restricted(), "account is", "accounts are")
                    + " restricted, because somebody in them asked for it, and not searched.");
        }
        return sentences;
    }

    private List<Sheets.Choice> choices(Wanted wanted) {
        Set<String> codes = desk.standing()
                .used()
                .orElseGet(() -> Codebook.practices().codes().stream()
                        .map(Code::id)
                        .collect(Collectors.toCollection(TreeSet::new)));
        return List.of(
                choice(
                        "Group",
                        "group",
                        wanted.group(),
                        state.contents().groups().stream()
                                .map(group -> new Sheets.Way(group.id().toString(), group.name()))),
                choice("Code", "code", wanted.code(), codes.stream().map(id -> new Sheets.Way(id, State.code(id)))),
                choice(
                        "How the speaker knows",
                        "standing",
                        wanted.standing(),
                        Arrays.stream(Standing.values())
                                .map(one -> new Sheets.Way(one.toString(), Phrases.standing(one)))),
                choice(
                        "Reviewed",
                        "reviewed",
                        wanted.reviewed(),
                        Stream.of(
                                new Sheets.Way("read", "in accounts that were read"),
                                new Sheets.Way("unread", "in accounts that nobody has read"),
                                new Sheets.Way("accepted", "accepted passages"),
                                new Sheets.Way("waiting", "passages that wait for a decision"))));
    }

    private static Sheets.Choice choice(String label, String field, String chosen, Stream<Sheets.Way> all) {
        var options = new ArrayList<Sheets.Option>();
        options.add(new Sheets.Option("", "any", chosen.isEmpty()));
        all.forEach(one ->
                options.add(new Sheets.Option(one.href(), one.text(), one.href().equals(chosen))));
        return new Sheets.Choice(label, field, "", options);
    }

    private SearchSheet.Hit part(Hit hit) {
        Lines.Line line = state.line(hit.account());
        String group = line.group().stream()
                .flatMap(id -> state.contents().groups().stream()
                        .filter(one -> one.id().equals(id)))
                .map(Group::name)
                .findFirst()
                .orElse("");
        String about = Stream.of(group, line.date().map(Phrases::date).orElse(""), line.file())
                .filter(one -> !one.isBlank())
                .reduce((one, next) -> one + " · " + next)
                .orElse("");
        String address = "/account/" + hit.account();
        List<Sheets.Way> codes = codings(hit.account(), hit.span())
                .map(one -> new Sheets.Way(
                        Parts.address(one),
                        State.code(one.coding().code())
                                + (one.status() == Coded.Status.SUGGESTED ? " (suggested)" : "")))
                .toList();
        return new SearchSheet.Hit(address, line.title(), about, pieces(hit), codes);
    }

    private static List<Sheets.Snippet> pieces(Hit hit) {
        var pieces = new ArrayList<Sheets.Snippet>();
        int from = 0;
        for (Span mark : hit.marks()) {
            pieces.add(new Sheets.Snippet(hit.quote().substring(from, mark.start()), false));
            pieces.add(new Sheets.Snippet(mark.of(hit.quote()), true));
            from = mark.end();
        }
        pieces.add(new Sheets.Snippet(hit.quote().substring(from), false));
        return pieces.stream().filter(one -> !one.text().isEmpty()).toList();
    }
}
