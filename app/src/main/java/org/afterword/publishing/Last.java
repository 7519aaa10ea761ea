package org.afterword.publishing;

import java.io.IOException;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.afterword.casefile.Contents;
import org.afterword.coding.Coded;
import org.afterword.findings.Finding;
import org.afterword.findings.Findings;
import org.afterword.findings.Ground;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.protection.Quoted;
import org.afterword.witnesses.Witnesses;

/**
 * What a publication made and found, for the one that follows it; all of it follows from the case, and is only not made
 * again.
 */
final class Last {
    private final Quoted quoted;
    private final Map<String, Finished> pages = new ConcurrentHashMap<>();
    /** All that each page is made of. */
    private final Map<String, Object> made = new ConcurrentHashMap<>();

    private final Map<String, Sha256> clean = new ConcurrentHashMap<>();
    /** Runs of words of clean files that did not count only because a sentence of ours had them. */
    private final Map<String, BitSet> leant = new ConcurrentHashMap<>();

    private final Map<Id, Sha256> seen = new ConcurrentHashMap<>();
    private final Map<Id, Said> said = new ConcurrentHashMap<>();
    private final Map<Answered, Heard> heard = new ConcurrentHashMap<>();
    private final Map<Address, Shown.Finding> findings = new HashMap<>();
    private Set<Id> read = Set.of();
    private Map<Id, List<Coded>> coded = new HashMap<>();
    private Optional<Witnesses> witnesses = Optional.empty();
    private Optional<Findings> counted = Optional.empty();
    private Optional<WordIndex> index = Optional.empty();
    private Optional<ShownPictures> pictures = Optional.empty();
    private Optional<WholeAccounts> accounts = Optional.empty();

    private record Said(Coded coded, Shown.Passage passage) {}

    private record Answered(Id group, String code) {}

    private record Heard(List<Id> passages, Voices.Heard of) {}

    /**
     * @param quoted what may not be quoted, without our own sentences
     */
    Last(Quoted quoted) {
        this.quoted = quoted;
    }

    Quoted quoted() {
        return quoted;
    }

    /** As {@link Material#with} takes it. */
    Map<Id, Sha256> seen() {
        return seen;
    }

    /**
     * The page, made anew unless it would be made of the same.
     *
     * @param of all that it is made of
     */
    Finished page(String name, Object of, Supplier<byte[]> make) {
        Finished known = pages.get(name);
        if (known == null || !of.equals(made.get(name))) {
            known = new Finished(make);
            pages.put(name, known);
            made.put(name, of);
        }
        return known;
    }

    /**
     * Whether the file was looked at and nothing found.
     *
     * @param now of {@link #quoted}, with the sentences that are ours now
     */
    boolean clean(String name, Finished file, Quoted now) {
        return file.sha256().equals(clean.get(name))
                && Objects.requireNonNull(leant.get(name)).stream().allMatch(now::allows);
    }

    void found(String name, Finished file, BitSet leantOn) {
        leant.put(name, leantOn);
        clean.put(name, file.sha256());
    }

    /** What was written lies on the disk and need not be in memory, too. */
    void written() {
        pages.values().forEach(Finished::letGo);
    }

    /** The passage, labelled as it was, made anew unless the coding is the same. */
    Shown.Passage passage(Coded coded, Supplier<Shown.Passage> make) {
        Said known = said.get(coded.suggestion());
        if (known == null || !known.coded().equals(coded)) {
            known = new Said(coded, make.get());
            said.put(coded.suggestion(), known);
        }
        return known.passage();
    }

    /**
     * The same passage with the label of its witness.
     *
     * @param witness from 1
     */
    Shown.Passage labelled(Coded coded, int witness) {
        Said known = Objects.requireNonNull(said.get(coded.suggestion()));
        if (known.passage().witness() != witness) {
            known = new Said(coded, labelled(known.passage(), witness));
            said.put(coded.suggestion(), known);
        }
        return known.passage();
    }

    private static Shown.Passage labelled(Shown.Passage one, int witness) {
        return new Shown.Passage(
                witness,
                one.vantage(),
                one.standing(),
                one.reworded(),
                one.prompted(),
                one.when(),
                one.words(),
                one.notes(),
                one.author(),
                one.source(),
                one.account(),
                one.commitment());
    }

    /** Who speaks of it, made anew unless it rests on the same codings. */
    Voices.Heard heard(Finding finding, Supplier<Voices.Heard> make) {
        var answered = new Answered(finding.group().id(), finding.code());
        Heard known = heard.get(answered);
        if (known == null || !known.passages().equals(finding.passages())) {
            known = new Heard(finding.passages(), make.get());
            heard.put(answered, known);
        }
        return known.of();
    }

    /** The same page of a finding as the last time, if it is equal: so it is seen at once that nothing changed. */
    Shown.Finding same(Shown.Finding now) {
        Shown.Finding known = findings.get(now.address());
        if (now.equals(known)) {
            return known;
        }
        findings.put(now.address(), now);
        return now;
    }

    /** Who speaks: it follows from nothing that coders judge. */
    Witnesses witnesses(Contents contents) {
        Witnesses now = witnesses.orElseGet(() -> Witnesses.of(contents));
        witnesses = Optional.of(now);
        return now;
    }

    /** The counts, made anew of those accounts alone whose codings are others, unless other accounts were read. */
    Findings counted(Material material) {
        Set<Id> readNow =
                material.all().stream().filter(material::read).map(Account::id).collect(Collectors.toSet());
        Map<Id, List<Coded>> now = material.coded().stream()
                .collect(Collectors.groupingBy(one -> one.passage().account(), HashMap::new, Collectors.toList()));
        if (counted.isEmpty() || !read.equals(readNow)) {
            var ground = Ground.of(material.contents(), witnesses(material.contents()));
            counted = Optional.of(Findings.counted(ground, material.coded()));
            heard.clear();
            coded = now;
        } else {
            var changed = new HashSet<>(coded.keySet());
            changed.addAll(now.keySet());
            changed.removeIf(account -> Objects.equals(now.get(account), coded.get(account)));
            for (Id account : changed) {
                counted.get().anew(account, now.getOrDefault(account, List.of()));
            }
            heard.values().removeIf(one -> !Collections.disjoint(one.of().accounts(), changed));
            // what did not change stays the object that it was, and is in memory once
            coded.keySet().retainAll(now.keySet());
            changed.stream().filter(now::containsKey).forEach(account -> coded.put(account, now.get(account)));
        }
        read = readNow;
        return counted.get();
    }

    WholeAccounts accounts(Supplier<WholeAccounts> make) {
        WholeAccounts now = accounts.orElseGet(make);
        accounts = Optional.of(now);
        return now;
    }

    /** The pictures, once nothing stands in their way. */
    ShownPictures pictures(Material material, Pictures from) throws IOException {
        if (pictures.isPresent()) {
            return pictures.get();
        }
        ShownPictures now = ShownPictures.of(material, from);
        pictures = Optional.of(now).filter(one -> one.obstacles().isEmpty());
        return now;
    }

    /**
     * @param nameless as {@link WordIndex#WordIndex} takes it
     */
    WordIndex index(Site site, Predicate<String> nameless) {
        WordIndex now = index.orElseGet(() -> new WordIndex(nameless));
        index = Optional.of(now);
        now.read(site);
        return now;
    }

    /** Forgets what is on no page any more. */
    void only(Set<String> files) {
        Set<String> all = Set.copyOf(files);
        List.of(pages, made, clean, leant).forEach(map -> map.keySet().retainAll(all));
    }
}
