package org.afterword.labelled;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.casefile.Contents;
import org.afterword.labelled.LabelledAccount.Kind;
import org.afterword.language.Folding;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Mention;
import org.afterword.people.Cluster;
import org.afterword.protection.Protection;
import org.afterword.protection.Redacted;

/** What is named in the accounts of a case, and what the case shows of it. */
final class Truth {
    private final Map<Id, Account> accounts = new LinkedHashMap<>();
    private final List<Placed.Mention> mentions = new ArrayList<>();
    private final Map<Id, List<Placed.Mention>> byAccount = new HashMap<>();

    void add(LabelledAccount file, List<Account> read) {
        read.forEach(account -> accounts.put(account.id(), account));
        for (Placed.Mention mention : Placed.of(file, read)) {
            mentions.add(mention);
            byAccount.computeIfAbsent(mention.account(), a -> new ArrayList<>()).add(mention);
        }
    }

    List<Placed.Mention> mentions() {
        return mentions;
    }

    long entities(Set<Kind> kinds) {
        return mentions.stream()
                .filter(mention -> kinds.contains(mention.kind()))
                .map(Placed.Mention::entity)
                .distinct()
                .count();
    }

    /** What is named where this was found. */
    List<Placed.Mention> at(Mention found) {
        List<Placed.Mention> here = byAccount.getOrDefault(found.account(), List.of());
        if (found.span().length() > 0) {
            return here.stream()
                    .filter(mention -> mention.inText() && mention.span().overlaps(found.span()))
                    .toList();
        }
        String words = Folding.fold(found.text());
        return here.stream()
                .filter(mention -> words.contains(Folding.fold(mention.words())))
                .toList();
    }

    /** For each cluster how often it stands on what; a contact is its owner's. */
    Map<Id, Map<String, Integer>> meanings(Contents contents, List<Cluster> clusters) {
        var of = new HashMap<Id, Id>();
        clusters.forEach(cluster -> cluster.members().forEach(member -> of.put(member, cluster.id())));
        var meanings = new HashMap<Id, Map<String, Integer>>();
        contents.mentions().forEach(found -> {
            Map<String, Integer> counts =
                    meanings.computeIfAbsent(of.get(found.identity()), c -> new LinkedHashMap<>());
            at(found).forEach(mention -> counts.merge(mention.owner().orElse(mention.entity()), 1, Integer::sum));
        });
        return meanings;
    }

    /** What it mostly stands on; empty if it is no name. */
    static Optional<String> meaning(Map<String, Integer> counts) {
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** Of those that must not be seen, the ones that a stranger would see at least a letter of. */
    List<Placed.Mention> exposed(Protection protection) {
        var covered = new HashMap<Id, BitSet>();
        accounts.forEach((id, account) -> covered.put(id, covered(protection.protect(account))));
        return mentions.stream()
                .filter(mention -> mention.kind().hidden())
                .filter(mention -> mention.inText()
                        ? seen(
                                accounts.get(mention.account()).text(),
                                covered.get(mention.account()),
                                mention.span().start(),
                                mention.span().end())
                        : seenBeside(protection, mention))
                .toList();
    }

    private static boolean seenBeside(Protection protection, Placed.Mention mention) {
        String line = mention.beside();
        int start = line.toLowerCase(Locale.ROOT).indexOf(mention.words().toLowerCase(Locale.ROOT));
        return start < 0
                || seen(
                        line,
                        covered(protection.line(line)),
                        start,
                        start + mention.words().length());
    }

    private static BitSet covered(Redacted redacted) {
        var covered = new BitSet();
        redacted.replacements()
                .forEach(replacement -> covered.set(
                        replacement.original().start(), replacement.original().end()));
        return covered;
    }

    private static boolean seen(String text, BitSet covered, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLetterOrDigit(text.charAt(i)) && !covered.get(i)) {
                return true;
            }
        }
        return false;
    }

    /** Words that are covered and no names. */
    List<String> coveredWords(Protection protection) {
        var words = new ArrayList<String>();
        for (Account account : accounts.values()) {
            List<Placed.Mention> here = byAccount.getOrDefault(account.id(), List.of());
            for (Redacted.Replacement replacement : protection.protect(account).replacements()) {
                if (here.stream().noneMatch(m -> m.span().overlaps(replacement.original()))) {
                    words.add(replacement.original().of(account.text()));
                }
            }
        }
        return words;
    }
}
