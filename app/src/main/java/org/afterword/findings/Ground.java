package org.afterword.findings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Consent;
import org.afterword.model.Id;
import org.afterword.model.Speaker;
import org.afterword.model.Vantage;
import org.afterword.model.Verdict;
import org.afterword.model.When;
import org.afterword.people.Restrictions;
import org.afterword.witnesses.Ties;
import org.afterword.witnesses.Witnesses;

/**
 * What findings rest on, whatever is counted: which accounts tell of which group, whether a person has read them, who the
 * witnesses are and from where they speak. Gathered once, by a look at every account.
 */
public final class Ground {
    private final List<Told> told;
    private final Set<Id> read;
    private final Map<Id, Vantage> speaksAs;
    private final Witnesses witnesses;
    private final Ties ties;
    private final Lineages lineages;

    private Ground(
            List<Told> told,
            Set<Id> read,
            Map<Id, Vantage> speaksAs,
            Witnesses witnesses,
            Ties ties,
            Lineages lineages) {
        this.told = told;
        this.read = read;
        this.speaksAs = speaksAs;
        this.witnesses = witnesses;
        this.ties = ties;
        this.lineages = lineages;
    }

    /**
     * An account that may be counted.
     *
     * @param interviewer who asks in it, if they are named
     */
    record Told(
            Id account,
            Id group,
            List<Id> speakers,
            Id exhibit,
            Optional<String> url,
            Optional<String> interviewer,
            Optional<When> date) {
        static Told of(Account account, Id group) {
            return new Told(
                    account.id(),
                    group,
                    account.speakers().stream().map(Speaker::id).toList(),
                    account.exhibit(),
                    account.sourceUrl(),
                    account.speakers().stream()
                            .filter(speaker ->
                                    speaker.role() == Speaker.Role.INTERVIEWER && speaker.kind() == Speaker.Kind.NAMED)
                            .map(Speaker::name)
                            .findFirst(),
                    account.date());
        }
    }

    public static Ground of(Contents contents, Witnesses witnesses) {
        var read = new HashSet<Id>();
        var withheld = new HashSet<>(Restrictions.accounts(contents));
        var speaksAs = new HashMap<Id, Vantage>();
        contents.decisions(Set.of("read", "consent", "vantage")).forEach(decision -> {
            if (decision.verdict() instanceof Verdict.Read) {
                read.add(decision.target());
            } else if (decision.verdict() instanceof Verdict.Allows allows && allows.consent() == Consent.NONE) {
                withheld.add(decision.target());
            } else if (decision.verdict() instanceof Verdict.SpeaksAs speaks) {
                speaksAs.put(decision.target(), speaks.vantage());
            }
        });
        var told = new ArrayList<Told>();
        try (Stream<Account> accounts = contents.accounts()) {
            accounts.filter(account -> !withheld.contains(account.id()))
                    .forEach(account -> account.group().ifPresent(group -> told.add(Told.of(account, group))));
        }
        return new Ground(told, read, speaksAs, witnesses, Ties.of(contents), new Lineages(contents));
    }

    /** As if nobody had read these accounts. */
    Ground unread(Set<Id> accounts) {
        var left = new HashSet<>(read);
        left.removeAll(accounts);
        return new Ground(told, left, speaksAs, witnesses, ties, lineages);
    }

    /** With all ordinary groups taken as one, and all others as one. */
    Ground pooled() {
        return new Ground(told, read, speaksAs, witnesses, ties, lineages.pooled());
    }

    List<Told> told() {
        return told;
    }

    boolean isRead(Id account) {
        return read.contains(account);
    }

    /** From where the speaker was decided to speak. */
    Optional<Vantage> speaksAs(Id speaker) {
        return Optional.ofNullable(speaksAs.get(speaker));
    }

    Witnesses witnesses() {
        return witnesses;
    }

    Ties ties() {
        return ties;
    }

    Lineages lineages() {
        return lineages;
    }
}
