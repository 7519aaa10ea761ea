package org.afterword.people;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Mention;
import org.afterword.model.Verdict;

/**
 * Accounts that are neither counted nor published, because somebody in them asked for it: those that name a restricted
 * person, and those in which a restricted witness speaks.
 */
public final class Restrictions {
    private Restrictions() {}

    /** The ids of the accounts; empty where nobody is restricted. */
    public static Set<Id> accounts(Contents contents) {
        var restricted = new HashSet<Id>();
        for (Decision decision : contents.decisions(Set.of("restriction"))) {
            if (decision.verdict() instanceof Verdict.Restrict) {
                restricted.addAll(joined(decision.target(), contents));
            }
        }
        var accounts = new HashSet<Id>();
        if (!restricted.isEmpty()) {
            contents.mentions().stream()
                    .filter(mention -> restricted.contains(mention.identity()))
                    .map(Mention::account)
                    .forEach(accounts::add);
            try (Stream<Account> all = contents.accounts()) {
                all.filter(account -> account.speakers().stream().anyMatch(one -> restricted.contains(one.id())))
                        .map(Account::id)
                        .forEach(accounts::add);
            }
        }
        return accounts;
    }

    /** All who were decided to be one with an identity or a witness, itself among them, in the order of their ids. */
    public static Set<Id> joined(Id one, Contents contents) {
        var all = new TreeSet<>(Set.of(one));
        List<Decision> bonds = contents.decisions(Set.of("same:"));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Decision decision : bonds) {
                if (decision.verdict() instanceof Verdict.SameAs(Id other)
                        && (all.contains(decision.target()) || all.contains(other))) {
                    grown |= all.addAll(List.of(decision.target(), other));
                }
            }
        }
        return all;
    }
}
