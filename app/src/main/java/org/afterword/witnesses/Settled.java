package org.afterword.witnesses;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Consent;
import org.afterword.model.Decision;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.model.Vantage;
import org.afterword.model.Verdict;
import org.afterword.people.Restrictions;

/** What people decided of speakers and accounts. */
final class Settled {
    private final Map<Id, Vantage> vantages = new HashMap<>();
    private final Set<Id> withheld = new HashSet<>();
    private final Set<Id> unseen = new HashSet<>();

    /** The later holds, from whichever side it was said. */
    private final Map<List<Id>, Boolean> same = new LinkedHashMap<>();

    Settled(Contents contents) {
        contents.decisions(Set.of("vantage", "same:", "consent")).forEach(this::take);
        withheld.addAll(Restrictions.accounts(contents));
        contents.exhibits().stream().filter(Exhibit::unseen).forEach(exhibit -> unseen.add(exhibit.id()));
    }

    /** Who speaks; without a name in what came by the inbox, since whoever handed it in may be anybody. */
    Speaker speaker(Account account, int index) {
        Speaker speaker = account.speakers().get(index);
        return unseen.contains(account.exhibit())
                ? new Speaker(speaker.id(), "", Speaker.Kind.UNNAMED, speaker.role())
                : speaker;
    }

    private void take(Decision decision) {
        Id target = decision.target();
        switch (decision.verdict()) {
            case Verdict.SpeaksAs speaks -> vantages.put(target, speaks.vantage());
            case Verdict.SameAs other -> pair(target, other.other(), true);
            case Verdict.DistinctFrom other -> pair(target, other.other(), false);
            case Verdict.Allows allows -> {
                if (allows.consent() == Consent.NONE) {
                    withheld.add(target);
                } else {
                    withheld.remove(target);
                }
            }
            case Verdict.Keep _,
                    Verdict.Is _,
                    Verdict.Agrees _,
                    Verdict.Withdraws _,
                    Verdict.Pseudonym _,
                    Verdict.Role _,
                    Verdict.Generalise _,
                    Verdict.Redact _,
                    Verdict.NotAName _,
                    Verdict.Accept _,
                    Verdict.Reject _,
                    Verdict.Change _,
                    Verdict.Reword _,
                    Verdict.Public _,
                    Verdict.Read _,
                    Verdict.Memo _,
                    Verdict.Warns _,
                    Verdict.Approve _,
                    Verdict.Baseline _,
                    Verdict.Also _,
                    Verdict.OfGroup _,
                    Verdict.OfIncident _,
                    Verdict.OfPublishing _,
                    Verdict.Tie _,
                    Verdict.Restrict _,
                    Verdict.Lift _,
                    Verdict.Show _,
                    Verdict.Withhold _,
                    Verdict.Describe _,
                    Verdict.RetainUntil _ -> {}
        }
    }

    private void pair(Id one, Id other, boolean joined) {
        if (!one.equals(other)) {
            same.put(one.compareTo(other) < 0 ? List.of(one, other) : List.of(other, one), joined);
        }
    }

    /** Whether the author, and all whom it names, let it be counted; so until somebody decides otherwise. */
    boolean allows(Account account) {
        return !withheld.contains(account.id());
    }

    Optional<Vantage> vantage(Id speaker) {
        return Optional.ofNullable(vantages.get(speaker));
    }

    List<List<Id>> joined() {
        return same.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    List<List<Id>> apart() {
        return same.entrySet().stream()
                .filter(pair -> !pair.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The positions of the speakers who tell of the group in words of their own. */
    List<Integer> tellers(Account account) {
        var telling = new ArrayList<Integer>();
        for (int i = 0; i < account.speakers().size(); i++) {
            int position = i;
            Speaker speaker = account.speakers().get(i);
            boolean tells = speaker.role() == Speaker.Role.TELLER
                    || vantage(speaker.id()).isPresent();
            if (tells
                    && account.turns().stream()
                            .anyMatch(turn -> turn.speaker() == position && turn.voice() == Turn.Voice.OWN)) {
                telling.add(i);
            }
        }
        return telling;
    }
}
