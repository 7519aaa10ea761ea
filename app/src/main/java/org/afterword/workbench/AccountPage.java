package org.afterword.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.afterword.coding.Codebooks;
import org.afterword.coding.Coded;
import org.afterword.coding.Codings;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Mention;
import org.afterword.model.Polarity;
import org.afterword.model.Span;
import org.afterword.model.Suggestion;
import org.afterword.model.Turn;
import org.afterword.model.Verdict;
import org.afterword.model.When;
import org.afterword.people.Cluster;
import org.afterword.witnesses.Copy;

/** An account with its margin. */
final class AccountPage {
    private final Desk desk;
    private final State state;
    private final Codebooks codebooks;
    private final Account account;
    private final List<Coded> codings;
    private final Parts part;
    private final int at;

    private AccountPage(Desk desk, Account account, int at) {
        this.desk = desk;
        this.state = desk.state();
        this.codebooks = Codebooks.of(state.contents());
        this.account = account;
        this.codings = state.codings(account.id());
        this.part = Parts.of(account, at);
        this.at = at;
    }

    /** @param at a place in its text, in UTF-16 code units: of a long account one part is shown, that which has it */
    static Sheets.AccountSheet of(Desk desk, Account account, int at) {
        return new AccountPage(desk, account, at).sheet();
    }

    private Sheets.AccountSheet sheet() {
        int open = state.undecided(account.id());
        Optional<Decision> read = own(account.id(), new Verdict.Read());
        return new Sheets.AccountSheet(
                desk.frame("Afterword: an account", ""),
                Heads.of(account, state, ""),
                turns(),
                CodingChoices.ofOwn(codebooks),
                state.waiting(account.id()),
                read.isEmpty() ? "" : "Read by " + readers() + ".",
                id(read),
                open == 0 ? "" : Phrases.count(open, "name here is", "names here are") + " undecided",
                AccountChoices.of(account, state),
                Copies.of(state, account.id()),
                part.sheet(account, ""));
    }

    private Optional<Decision> decided(Id target, Verdict verdict) {
        return state.contents().decision(target, verdict.aspect());
    }

    /** What this coder decided; others' stands beside it. */
    private Optional<Decision> own(Id target, Verdict verdict) {
        return state.contents()
                .decision(target, verdict.aspect(), desk.opened().coding().coder());
    }

    private String readers() {
        return state.contents().decisions(account.id(), new Verdict.Read().aspect()).stream()
                .map(Decision::coder)
                .collect(Collectors.joining(", "));
    }

    private static String id(Optional<Decision> decision) {
        return decision.map(d -> d.id().toString()).orElse("");
    }

    private List<Sheets.TurnPart<Sheets.Note>> turns() {
        List<Setting.Mark> marks = state.contents().mentions(account.id()).stream()
                .filter(mention -> mention.span().length() > 0 && mention.span().overlaps(part.span()))
                .flatMap(mention -> mark(mention).stream())
                .toList();
        var told = new ArrayList<Setting.Told>();
        var beside = new ArrayList<Setting.Beside<Sheets.Note>>();
        for (int i = 0; i < codings.size(); i++) {
            Coded coded = codings.get(i);
            if (!coded.passage().span().overlaps(part.span()) || Codings.isTakenBack(coded)) {
                continue;
            }
            beside.add(new Setting.Beside<>(coded.passage().span().start(), note(i + 1, coded)));
            if (coded.status() != Coded.Status.REJECTED) {
                told.add(new Setting.Told(coded.passage().span(), i + 1));
            }
        }
        var parts = new ArrayList<Sheets.TurnPart<Sheets.Note>>();
        int last = -1;
        for (Turn turn : Setting.turns(account, part.span())) {
            Span here = Setting.common(turn.span(), part.span());
            var own = beside.stream()
                    .filter(one -> here.start() <= one.at() && one.at() < here.end())
                    .toList();
            boolean other = account.speakers().size() > 1 && turn.speaker() != last;
            parts.add(new Sheets.TurnPart<>(
                    other ? State.speaker(account, turn) : "",
                    other ? turn.date().map(When::written).orElse("") : "",
                    turn.voice() == Turn.Voice.QUOTED,
                    Setting.stretches(account.text(), Setting.paragraphs(account.text(), here), marks, told, own, at)));
            last = turn.speaker();
        }
        return parts;
    }

    private Optional<Setting.Mark> mark(Mention mention) {
        return state.cluster(mention.identity())
                .filter(cluster -> state.isOpen(cluster)
                        || !(cluster.decision().map(Decision::verdict).orElse(new Verdict.Read())
                                instanceof Verdict.NotAName))
                .map(cluster -> new Setting.Mark(
                        mention.span(),
                        !state.isOpen(cluster)
                                        && (cluster.decision().isPresent()
                                                || cluster.kind().contact())
                                ? "decided"
                                : "suggested",
                        "/people/" + cluster.id(),
                        hint(cluster)));
    }

    private String hint(Cluster cluster) {
        String kind = Phrases.kind(cluster.kind());
        return cluster.decision()
                .map(decision -> kind + "; " + Phrases.settled(decision.verdict(), state)
                        + (state.isOpen(cluster) ? "; to be decided anew" : ""))
                .orElse(kind + (cluster.kind().contact() ? "; left out unless you keep it" : "; not decided yet"));
    }

    private Sheets.Note note(int number, Coded coded) {
        Optional<Decision> review = own(coded.suggestion(), new Verdict.Accept());
        Optional<Decision> wording = decided(coded.suggestion(), new Verdict.Reword(""));
        var coding = coded.coding();
        return new Sheets.Note(
                number,
                coded.suggestion().toString(),
                switch (coded.status()) {
                    case SUGGESTED, DISPUTED -> Sheets.Stage.SUGGESTED;
                    case ACCEPTED -> Sheets.Stage.ACCEPTED;
                    case REJECTED -> Sheets.Stage.REJECTED;
                },
                State.code(coding.code()),
                coding.polarity() == Polarity.DENIES,
                Phrases.standing(coding.standing()),
                Phrases.detail(coding),
                Phrases.why(
                        coded, state.contents().suggestion(coded.suggestion()).map(Suggestion::reason)),
                id(review),
                Parts.address(coded),
                wording.map(Decision::verdict)
                        .map(verdict -> verdict instanceof Verdict.Reword(String words) ? words : "")
                        .orElse(""),
                id(wording),
                CodingChoices.of(coded, codebooks));
    }

    /** Texts that repeat each other. */
    static final class Copies {
        private Copies() {}

        static List<Sheets.Copied> of(State state, Id account) {
            return state.names().copies(account).stream()
                    .map(copy -> of(state, copy))
                    .toList();
        }

        static Sheets.Copied of(State state, Copy copy) {
            return new Sheets.Copied(
                    copy.suggestion().toString(),
                    switch (copy.kind()) {
                        case REPOST -> "seems to be put online again from";
                        case QUOTATION -> "seems to quote";
                        case NEAR_COPY -> "seems to be an edited copy of";
                    },
                    state.line(copy.b()).title(),
                    "/account/" + copy.b(),
                    state.line(copy.a()).title(),
                    "/account/" + copy.a(),
                    Phrases.stage(copy.status()),
                    state.contents()
                            .decision(copy.suggestion(), new Verdict.Accept().aspect())
                            .map(decision -> decision.id().toString())
                            .orElse(""));
        }
    }
}
