package org.afterword.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.afterword.casefile.Reading;
import org.afterword.model.Consent;
import org.afterword.model.Exhibit;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Verdict;
import org.afterword.protection.Quotability;

/** The case: what is in it, and what waits for a person. */
final class CasePage {
    private final Desk desk;
    private final State state;

    private CasePage(Desk desk) {
        this.desk = desk;
        this.state = desk.state();
    }

    static CaseSheet of(Desk desk) {
        return new CasePage(desk).sheet();
    }

    private CaseSheet sheet() {
        Next next = next();
        int unreadable = state.unreadable().size() - unread(desk).size();
        boolean suggested = !state.suggestions().isEmpty();
        return new CaseSheet(
                desk.frame("Afterword: the case", desk.alone() ? "/case" : "/"),
                name(desk),
                next.sentence,
                next.go,
                counts(),
                unreadable == 0
                        ? ""
                        : Phrases.count(unreadable, "file gave no account; it is", "files gave no account; they are")
                                + " kept as " + (unreadable == 1 ? "it" : "they") + " came.",
                unreadSentence(desk),
                !suggested && !state.accounts().isEmpty(),
                known(desk),
                groups());
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
        int unread = desk.work().running().isPresent() ? 0 : unread(desk).size();
        return unread == 0
                ? ""
                : Phrases.count(unread, "file is kept and was", "files are kept and were") + " not read yet.";
    }

    static String name(Desk desk) {
        String file = Objects.toString(desk.opened().file().path().getFileName(), "");
        return file.replaceFirst("\\.afterword$", "");
    }

    private String counts() {
        int accounts = state.accounts().size();
        long read = state.accounts().keySet().stream().filter(state::read).count();
        return Phrases.count(accounts, "account", "accounts") + " from "
                + Phrases.count(state.contents().exhibits().size(), "file", "files")
                + (accounts == 0 ? "." : "; " + (read == 0 ? "none" : read == accounts ? "all" : read) + " read.");
    }

    private record Next(String sentence, Optional<Sheets.Way> go) {}

    private Next next() {
        if (state.accounts().isEmpty()) {
            return new Next(
                    "There is no account in this case yet. Begin with the files that you have.", Optional.empty());
        }
        Optional<Id> unread = first(account -> !state.read(account));
        if (unread.isPresent()) {
            return go(
                    "Next: read an account, and decide what its margin asks.",
                    "/account/" + unread.get(),
                    title(unread.get()));
        }
        if (!state.open().isEmpty()) {
            return go(
                    "Next: decide who and what may be named, so that nobody is exposed.",
                    "/people",
                    Phrases.count(state.open().size(), "name", "names") + " undecided");
        }
        Optional<Id> waiting = first(account -> state.waiting(account) > 0);
        if (waiting.isPresent()) {
            return go("Next: decide the suggestions that are left.", "/account/" + waiting.get(), title(waiting.get()));
        }
        Optional<Id> unapproved =
                first(account -> state.shows(account) && !state.line(account).approved());
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

    private Optional<Id> first(Predicate<Id> which) {
        return state.accounts().keySet().stream().filter(which).findFirst();
    }

    private List<CaseSheet.Group> groups() {
        var parts = new ArrayList<CaseSheet.Group>();
        for (Group group : state.contents().groups()) {
            boolean baseline = group.baseline()
                    || state.contents()
                            .decision(group.id(), new Verdict.Baseline().aspect())
                            .isPresent();
            parts.add(new CaseSheet.Group(group.name(), baseline, lines(Optional.of(group.id()))));
        }
        List<CaseSheet.Line> loose = lines(Optional.empty());
        if (!loose.isEmpty()) {
            parts.add(new CaseSheet.Group("", false, loose));
        }
        return parts;
    }

    private List<CaseSheet.Line> lines(Optional<Id> group) {
        return state.accounts().values().stream()
                .filter(line -> line.group().equals(group))
                .map(this::line)
                .toList();
    }

    private CaseSheet.Line line(State.Line line) {
        var waits = new ArrayList<String>();
        var settled = new ArrayList<String>();
        (state.read(line.id()) ? settled : waits).add(state.read(line.id()) ? "read" : "not read");
        int names = state.undecided(line.id());
        if (names > 0) {
            waits.add(Phrases.count(names, "name", "names") + " undecided");
        }
        int suggestions = state.waiting(line.id());
        if (suggestions > 0) {
            waits.add(Phrases.count(suggestions, "suggestion", "suggestions"));
        }
        if (state.shows(line.id())) {
            (line.approved() ? settled : waits).add(line.approved() ? "approved" : "not approved");
        }
        allowed(line).ifPresent(settled::add);
        String by = line.by().isBlank() ? "" : line.by() + ", ";
        return new CaseSheet.Line("/account/" + line.id(), line.title(), by + line.file(), waits, settled);
    }

    /** What was recorded; that nothing was is the rule, and not worth a word on every line. */
    private Optional<String> allowed(State.Line line) {
        boolean recorded = state.contents()
                .decision(line.id(), new Verdict.Allows(Consent.COUNTS).aspect())
                .isPresent();
        return Optional.of(
                        switch (line.may()) {
                            case Quotability.NotCounted _ -> "not counted";
                            case Quotability.CountsOnly _ -> "counts only";
                            case Quotability.Reworded _ -> "in our words";
                            case Quotability.Verbatim _ -> "its own words";
                            case Quotability.Attributed _ -> "its own words, with name";
                        })
                .filter(_ -> recorded);
    }
}
