package org.afterword.protection;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.PersonRole;
import org.afterword.model.Speaker;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.afterword.people.Restrictions;

/** In which accounts a minor tells, speaks, or put them online. */
final class Minors {
    private final Set<Id> said;
    private final CaseNames names;

    private Minors(Set<Id> said, CaseNames names) {
        this.said = said;
        this.names = names;
    }

    static Minors of(Contents contents, List<Cluster> clusters) {
        var said = new HashSet<Id>();
        for (Decision decision : contents.decisions(Set.of("age"))) {
            if (decision.verdict().equals(new Verdict.Is(PersonRole.MINOR))) {
                said.addAll(Restrictions.joined(decision.target(), contents));
            }
        }
        return new Minors(
                said,
                new CaseNames(clusters.stream()
                        .filter(cluster -> cluster.facts().minor())
                        .toList()));
    }

    /** By what was said of the account, of one who speaks in it, or of whose name it bears. */
    boolean in(Account account) {
        return said.contains(account.id())
                || account.speakers().stream().anyMatch(speaker -> said.contains(speaker.id()))
                || Stream.of(
                                account.author().stream(),
                                account.poster().stream(),
                                account.speakers().stream().map(Speaker::name))
                        .flatMap(bearers -> bearers)
                        .anyMatch(name -> !names.in(name).isEmpty());
    }
}
