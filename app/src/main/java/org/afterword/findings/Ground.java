package org.afterword.findings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

/**
 * What findings rest on: which accounts tell of which group, whether a person has read them, and from where who speaks.
 *
 * @param told those that may be counted
 * @param read which a person has read
 */
record Ground(List<Told> told, Set<Id> read, Map<Id, Vantage> speaksAs) {
    /**
     * An account.
     *
     * @param source where it came from: {@link Sources}
     */
    record Told(Id account, Id group, List<Id> speakers, String source, Optional<When> date) {}

    static Ground of(Contents contents) {
        var read = new HashSet<Id>();
        var withheld = new HashSet<>(Restrictions.accounts(contents));
        var speaksAs = new HashMap<Id, Vantage>();
        contents.decisions().forEach(decision -> {
            if (decision.verdict() instanceof Verdict.Read) {
                read.add(decision.target());
            } else if (decision.verdict() instanceof Verdict.Allows allows && allows.consent() == Consent.NONE) {
                withheld.add(decision.target());
            } else if (decision.verdict() instanceof Verdict.SpeaksAs speaks) {
                speaksAs.put(decision.target(), speaks.vantage());
            }
        });
        var told = new ArrayList<Told>();
        var sources = new Sources(contents::places);
        try (Stream<Account> accounts = contents.accounts()) {
            accounts.filter(account -> !withheld.contains(account.id()))
                    .forEach(account -> account.group()
                            .ifPresent(group -> told.add(new Told(
                                    account.id(),
                                    group,
                                    account.speakers().stream().map(Speaker::id).toList(),
                                    sources.of(account),
                                    account.date()))));
        }
        return new Ground(told, read, speaksAs);
    }

    /** As if nobody had read what came from the source. */
    Ground without(String source) {
        Set<Id> its = told.stream()
                .filter(one -> one.source().equals(source))
                .map(Told::account)
                .collect(Collectors.toSet());
        var left = new HashSet<>(read);
        left.removeAll(its);
        return new Ground(told, left, speaksAs);
    }
}
