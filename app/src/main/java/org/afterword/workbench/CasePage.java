package org.afterword.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.afterword.casefile.Reading;
import org.afterword.coding.Coded;
import org.afterword.coding.Coverage;
import org.afterword.model.Consent;
import org.afterword.model.Decision;
import org.afterword.model.Exhibit;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Verdict;
import org.afterword.protection.Quotability;

/** The case: what is in it, and what waits for a person. */
final class CasePage {
    private static final int PAGE = 50;
    private static final int CHANGED = 3;
    private static final String NONE = "none";
    /** So many of a group are shown where no page of it is asked for, and there are more. */
    private static final int FIRST = 10;

    private static final String NOT_NAMED =
            "Who is named where is still being looked up: what is to be decided of names,"
                    + " and what strangers would see, stands here when you open this page again.";

    private final Desk desk;
    private final State state;

    private CasePage(Desk desk) {
        this.desk = desk;
        this.state = desk.state();
    }

    /**
     * @param group of which a page is asked for, by its id, or "none" for the accounts of no group
     * @param number the page's, from 1
     */
    static CaseSheet of(Desk desk, String group, int number) {
        return new CasePage(desk).sheet(group, number);
    }

    private CaseSheet sheet(String group, int number) {
        Next next = next();
        int unreadable = state.lines().unreadable() - state.lines().unread();
        boolean suggested = desk.opened().file().suggested();
        return new CaseSheet(
                desk.frame("Afterword: the case", desk.alone() ? "/case" : "/"),
                name(desk),
                next.sentence,
                next.go,
                counts() + (state.isNamed() ? "" : " " + NOT_NAMED),
                unreadable == 0
                        ? ""
                        : Phrases.count(unreadable, "file gave no account; it is", "files gave no account; they are")
                                + " kept as " + (unreadable == 1 ? "it" : "they") + " came.",
                unreadSentence(desk),
                !suggested && !state.lines().all().isEmpty(),
                known(desk),
                groups(group, number),
                CustodyPage.newest(desk, CHANGED));
    }

    static List<String> known(Desk desk) {
        return desk.contents().groups().stream().map(Group::name).toList();
    }

    /** Files that were kept and that nothing has read yet: somebody stopped, or the program was ended. */
    static List<Exhibit> unread(Desk desk) {
        Set<Id> read = desk.contents().readings().stream().map(Reading::exhibit).collect(Collectors.toSet());
        return desk.contents().exhibits().stream()
                .filter(exhibit -> !read.contains(exhibit.id()))
                .filter(exhibit -> desk.contents().bytesErased(exhibit.id()).isEmpty())
                .toList();
    }

    static String unreadSentence(Desk desk) {
        int unread =
                desk.work().running().isPresent() ? 0 : desk.state().lines().unread();
        return unread == 0
                ? ""
                : Phrases.count(unread, "file is kept and was", "files are kept and were") + " not read yet.";
    }

    static String name(Desk desk) {
        String file = Objects.toString(desk.opened().file().path().getFileName(), "");
        return file.replaceFirst("\\.afterword$", "");
    }

    private String counts() {
        int accounts = state.lines().all().size();
        int read = accounts - state.readings().count("nobody");
        return Phrases.count(accounts, "account", "accounts") + " from "
                + Phrases.count(state.lines().exhibits(), "file", "files")
                + (accounts == 0 ? "." : "; " + (read == 0 ? "none" : read == accounts ? "all" : read) + " read.");
    }

    private record Next(String sentence, Optional<Sheets.Way> go) {}

    private Next next() {
        if (state.lines().all().isEmpty()) {
            return new Next(
                    "There is no account in this case yet. Begin with the files that you have.", Optional.empty());
        }
        List<Coverage.Line> unread = state.readings().under("nobody");
        if (!unread.isEmpty()) {
            Id first = unread.getFirst().account();
            return go("Next: read an account, and decide what its margin asks.", "/account/" + first, title(first));
        }
        if (!state.names().open().isEmpty()) {
            return go(
                    "Next: decide who and what may be named, so that nobody is exposed.",
                    "/people",
                    Phrases.count(state.names().open().size(), "name", "names") + " undecided");
        }
        List<Coded> waiting = desk.coded().under(Coded.Status.SUGGESTED.toString());
        if (!waiting.isEmpty()) {
            Id first = waiting.getFirst().passage().account();
            return go("Next: decide the suggestions that are left.", "/account/" + first, title(first));
        }
        Optional<Id> unapproved = unapproved();
        if (unapproved.isPresent()) {
            return go(
                    "Next: read what strangers would see, and approve it.",
                    "/account/" + unapproved.get() + "/before",
                    title(unapproved.get()));
        }
        return go("Everything is decided that has to be. You can publish.", "/publish", "Publish");
    }

    private String title(Id account) {
        return Phrases.shortened(state.line(account).title(), 80);
    }

    private static Next go(String sentence, String href, String text) {
        return new Next(sentence, Optional.of(new Sheets.Way(href, text)));
    }

    /** The first of which something would be shown that nobody approved as it is; only of what somebody allowed any is. */
    private Optional<Id> unapproved() {
        return state.contents().decisions(Set.of(new Verdict.Allows(Consent.COUNTS).aspect())).stream()
                .filter(decision -> decision.verdict() instanceof Verdict.Allows(Consent allowed)
                        && allowed.compareTo(Consent.COUNTS) > 0)
                .map(Decision::target)
                .sorted(Comparator.comparingInt(state.lines()::place))
                .filter(account -> state.names()
                        .shown(account, state.contents())
                        .filter(shown -> !shown.approved() && state.shows(account, shown.may()))
                        .isPresent())
                .findFirst();
    }

    private List<CaseSheet.Group> groups(String shown, int number) {
        var parts = new ArrayList<CaseSheet.Group>();
        for (Group group : state.contents().groups()) {
            if (shown.isEmpty() || shown.equals(group.id().toString())) {
                parts.add(group(group.name(), group.baseline(), Optional.of(group.id()), shown, number));
            }
        }
        if (state.lines().groups().containsKey(Optional.<Id>empty()) && (shown.isEmpty() || shown.equals(NONE))) {
            parts.add(group("", false, Optional.empty(), shown, number));
        }
        return parts;
    }

    /** @param shown the group of which another page than the first is asked for */
    private CaseSheet.Group group(String name, boolean baseline, Optional<Id> group, String shown, int number) {
        String key = group.map(Id::toString).orElse(NONE);
        List<Lines.Line> all = state.lines().groups().getOrDefault(group, List.of());
        boolean asked = shown.equals(key);
        Slice<Lines.Line> slice = Slice.of(all, asked ? number : 1, PAGE);
        String address = (desk.alone() ? "/case" : "/") + "?group=" + key + "&page=";
        return new CaseSheet.Group(
                name,
                baseline,
                slice.pages() == 1
                        ? ""
                        : Phrases.count(all.size(), "account", "accounts")
                                + (asked ? ", page " + slice.number() + " of " + slice.pages() : ""),
                slice.shown().stream()
                        .limit(asked || slice.pages() == 1 ? PAGE : FIRST)
                        .map(this::line)
                        .toList(),
                slice.previous(address),
                asked || slice.pages() == 1
                        ? slice.next(address)
                        : Optional.of(new Sheets.Way(address + 1, "All of these accounts")));
    }

    private CaseSheet.Line line(Lines.Line line) {
        var waits = new ArrayList<String>();
        var settled = new ArrayList<String>();
        boolean read =
                state.readings().at(state.lines().place(line.id())).getFirst().read();
        (read ? settled : waits).add(read ? "read" : "not read");
        int names = state.isNamed() ? state.undecided(line.id()) : 0;
        if (names > 0) {
            waits.add(Phrases.count(names, "name", "names") + " undecided");
        }
        int suggestions = state.waiting(line.id());
        if (suggestions > 0) {
            waits.add(Phrases.count(suggestions, "suggestion", "suggestions"));
        }
        // of what nobody recorded anything none is shown; so most accounts need not be read for their line
        if (state.isNamed()
                && state.contents()
                        .decision(line.id(), new Verdict.Allows(Consent.COUNTS).aspect())
                        .isPresent()) {
            state.names().shown(line.id(), state.contents()).ifPresent(shown -> {
                if (state.shows(line.id(), shown.may())) {
                    (shown.approved() ? settled : waits).add(shown.approved() ? "approved" : "not approved");
                }
                settled.add(allowed(shown.may()));
            });
        }
        String by = line.by().isBlank() ? "" : line.by() + ", ";
        return new CaseSheet.Line("/account/" + line.id(), line.title(), by + line.file(), waits, settled);
    }

    private static String allowed(Quotability may) {
        return switch (may) {
            case Quotability.NotCounted _ -> "not counted";
            case Quotability.CountsOnly _ -> "counts only";
            case Quotability.Reworded _ -> "in our words";
            case Quotability.Verbatim _ -> "its own words";
            case Quotability.Attributed _ -> "its own words, with name";
        };
    }
}
