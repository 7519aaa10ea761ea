package org.afterword.labelled;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.afterword.casefile.ListCase;
import org.afterword.casefile.Names;
import org.afterword.labelled.LabelledAccount.Kind;
import org.afterword.language.EncoderUnavailable;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.IdTable;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.afterword.people.Clusters;
import org.afterword.people.LearnedFinder;
import org.afterword.people.NameFinder;
import org.afterword.protection.Protection;
import org.afterword.reading.Found;
import org.afterword.reading.Readers;
import org.afterword.reading.Source;

/**
 * What is found in accounts, each a case of its own, and what is covered when everything that was found is hidden.
 *
 * @param wrong names that would have to be decided and are none, with the account they stand in
 * @param missed mentions that would be seen, with the account they stand in
 */
record Finding(int words, int questions, List<String> wrong, List<String> missed, Map<Kind, Share> shares) {

    /**
     * @param entities how many different ones are named
     * @param found how many of them are touched by a find somewhere
     * @param covered of the mentions, those of which no letter is seen
     */
    record Share(int entities, int found, int mentions, int covered) {
        Share and(Share other) {
            return new Share(
                    entities + other.entities, found + other.found, mentions + other.mentions, covered + other.covered);
        }
    }

    private static final class Memory extends ListCase {
        void look(List<Account> read, boolean learned) throws IOException, EncoderUnavailable {
            accounts.addAll(read);
            var fresh = new IdTable();
            read.forEach(account -> fresh.add(account.id()));
            if (learned) {
                Clusters.assign(this, fresh, LearnedFinder.shared()::find, this::take);
            } else {
                Clusters.assign(this, fresh, NameFinder::find, this::take);
            }
        }

        private void take(Names part) {
            identities.addAll(part.identities());
            mentions.addAll(part.mentions());
        }

        void hideAll() {
            identities.forEach(identity -> decided(identity.id(), new Verdict.Redact()));
        }
    }

    static Finding of(List<LabelledAccount> files, boolean learned) throws IOException, EncoderUnavailable {
        Finding all = new Finding(0, 0, List.of(), List.of(), Map.of());
        for (LabelledAccount file : files) {
            all = all.and(of(file, learned));
        }
        return all;
    }

    private static Finding of(LabelledAccount file, boolean learned) throws IOException, EncoderUnavailable {
        var source = new Source(file.file(), Id.random(), Optional.empty(), file.bytes());
        List<Account> read = Found.of(into -> Readers.read(source, into)).accounts();
        var memory = new Memory();
        memory.look(read, learned);
        var truth = new Truth();
        truth.add(file, read);

        List<Cluster> clusters = Clusters.of(memory);
        Map<Id, Map<String, Integer>> meanings = truth.meanings(memory, clusters);
        List<Cluster> questions =
                clusters.stream().filter(cluster -> !cluster.kind().contact()).toList();
        List<String> wrong = questions.stream()
                .filter(cluster -> meanings.getOrDefault(cluster.id(), Map.of()).isEmpty())
                .map(cluster -> file.source().substring(0, 2) + " " + cluster.kind() + " " + cluster.name())
                .toList();

        memory.hideAll();
        var exposed = new HashSet<>(truth.exposed(Protection.of(memory, new byte[32])));
        Set<String> found = memory.mentions().stream()
                .flatMap(mention -> truth.at(mention).stream())
                .map(Placed.Mention::entity)
                .collect(Collectors.toSet());
        truth.mentions().stream()
                .filter(mention -> !mention.inText() && !exposed.contains(mention))
                .map(Placed.Mention::entity)
                .forEach(found::add);

        var shares = new EnumMap<Kind, Share>(Kind.class);
        var counted = new HashMap<String, Kind>();
        for (Placed.Mention mention : truth.mentions()) {
            boolean first = counted.put(mention.entity(), mention.kind()) == null;
            var one = new Share(
                    first ? 1 : 0,
                    first && found.contains(mention.entity()) ? 1 : 0,
                    1,
                    exposed.contains(mention) ? 0 : 1);
            shares.merge(mention.kind(), one, Share::and);
        }
        List<String> missed = exposed.stream()
                .map(mention -> file.source().substring(0, 2) + " " + mention.kind() + " " + mention.words()
                        + (mention.inText() ? "" : " (beside)"))
                .sorted()
                .toList();
        return new Finding(file.words(), questions.size(), wrong, missed, shares);
    }

    private Finding and(Finding other) {
        var both = new EnumMap<Kind, Share>(Kind.class);
        shares.forEach(both::put);
        other.shares.forEach((kind, share) -> both.merge(kind, share, Share::and));
        var allWrong = new ArrayList<>(wrong);
        allWrong.addAll(other.wrong);
        var allMissed = new ArrayList<>(missed);
        allMissed.addAll(other.missed);
        return new Finding(words + other.words, questions + other.questions, allWrong, allMissed, both);
    }

    Share share(Kind kind) {
        return shares.getOrDefault(kind, new Share(0, 0, 0, 0));
    }
}
