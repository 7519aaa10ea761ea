package org.afterword;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Anchor;
import org.afterword.model.Cited;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.model.When;

/**
 * What a later export of a conversation, or a second download of a message, adds to what the case has.
 *
 * @param account what is new of it; empty if nothing is
 * @param known how many turns the case had already
 * @param changed the number of the first turn, from 1, that is not what the earlier export has there; then all of the
 *     later is kept beside it, because who edits a conversation may have a reason
 */
record Continued(Optional<Account> account, int known, Optional<Integer> changed) {
    /**
     * @param earlier accounts that began the same
     */
    static Continued of(Account account, List<Account> earlier) {
        Optional<Account> longest = Optional.empty();
        int most = 0;
        int differs = 0;
        for (Account other : earlier) {
            int same = same(other, account);
            if (same == account.turns().size()) {
                return new Continued(Optional.empty(), same, Optional.empty());
            }
            if (same == other.turns().size()) {
                longest = same > most ? Optional.of(other) : longest;
                most = Math.max(same, most);
            } else {
                differs = Math.max(differs, same + 1);
            }
        }
        if (longest.isPresent() && endsAt(account, most)) {
            return new Continued(Optional.of(rest(account, most, longest.get())), most, Optional.empty());
        }
        return new Continued(Optional.of(account), 0, differs > 0 ? Optional.of(differs) : Optional.empty());
    }

    /** How many turns from the first on are the same in both. */
    private static int same(Account one, Account other) {
        int most = Math.min(one.turns().size(), other.turns().size());
        int same = 0;
        while (same < most
                && same(one, one.turns().get(same), other, other.turns().get(same))) {
            same++;
        }
        return same;
    }

    private static boolean same(Account one, Turn a, Account other, Turn b) {
        return a.voice() == b.voice()
                && one.speakerOf(a).name().equals(other.speakerOf(b).name())
                && a.date().map(When::written).equals(b.date().map(When::written))
                && a.span().of(one.text()).equals(b.span().of(other.text()));
    }

    /** Whether no turn lies on both sides of the cut: a quotation lies in the turn that it is quoted in. */
    private static boolean endsAt(Account account, int known) {
        int end = end(account, known);
        return account.turns().stream().skip(known).allMatch(turn -> turn.span().start() >= end);
    }

    private static int end(Account account, int known) {
        return account.turns().stream()
                .limit(known)
                .mapToInt(turn -> turn.span().end())
                .max()
                .orElse(0);
    }

    /** The turns that are new; whoever spoke before is the same speaker, as within one export. */
    private static Account rest(Account account, int known, Account earlier) {
        int end = end(account, known);
        while (end < account.text().length()
                && Character.isWhitespace(account.text().charAt(end))) {
            end++;
        }
        int cut = end;
        Map<String, Speaker> before = new HashMap<>();
        earlier.speakers().forEach(speaker -> before.putIfAbsent(speaker.name() + "\0" + speaker.role(), speaker));
        List<Speaker> speakers = account.speakers().stream()
                .map(speaker -> before.getOrDefault(speaker.name() + "\0" + speaker.role(), speaker))
                .toList();
        var turns = new ArrayList<Turn>();
        for (Turn turn : account.turns().subList(known, account.turns().size())) {
            turns.add(new Turn(
                    turn.index() - known,
                    moved(turn.span(), cut),
                    turn.speaker(),
                    turn.voice(),
                    turn.prompted(),
                    turn.date(),
                    turn.answers().filter(to -> to >= known).map(to -> to - known)));
        }
        return account.copy()
                .date(turns.getFirst().date().or(account::date))
                .text(account.text().substring(cut))
                .speakers(speakers)
                .turns(turns)
                .anchors(anchors(account.anchors(), cut))
                .redactions(account.redactions().stream()
                        .filter(span -> span.start() >= cut)
                        .map(span -> moved(span, cut))
                        .toList())
                .cited(account.cited().stream()
                        .filter(cited -> cited.span().start() >= cut)
                        .map(cited -> new Cited(moved(cited.span(), cut), cited.kind(), cited.target()))
                        .toList())
                .account();
    }

    private static Span moved(Span span, int cut) {
        return new Span(span.start() - cut, span.end() - cut);
    }

    /** The one in which the cut lies holds on. */
    private static List<Anchor> anchors(List<Anchor> anchors, int cut) {
        var left = new ArrayList<Anchor>();
        for (Anchor anchor : anchors) {
            if (anchor.at() <= cut) {
                left.clear();
            }
            left.add(new Anchor(Math.max(0, anchor.at() - cut), anchor.selector()));
        }
        return left;
    }
}
