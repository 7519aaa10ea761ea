package org.afterword.coding;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.model.Id;

/**
 * How far coders agree, to be asked again after decisions: of a decision only the figures are worked out anew that rest on
 * what it touches. It does not change; after a decision there is another.
 */
public final class Compared {
    private final Agreement.Level level;
    private final Optional<String> only;
    /** In the order of the case. */
    private final Map<Id, Shared> shared;

    private final SequencedSet<String> codes;
    private final List<String> coders;
    private final Map<Optional<String>, List<Agreement.Figure>> figures = new HashMap<>();
    private final Map<Id, List<Agreement.Disagreement>> disagreements = new LinkedHashMap<>();

    private Compared(Agreement.Level level, Optional<String> only, Map<Id, Shared> shared) {
        this.level = level;
        this.only = only;
        this.shared = shared;
        this.codes = codes(shared.values(), only);
        this.coders = shared.values().stream()
                .flatMap(one -> one.coders().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * @param coded every coding of the case
     */
    public static Compared of(Contents contents, Agreement.Level level, List<Coded> coded) {
        return of(contents, level, coded, Optional.empty());
    }

    /**
     * @param only of one code alone; of all of them if empty
     */
    static Compared of(Contents contents, Agreement.Level level, List<Coded> coded, Optional<String> only) {
        var shared = new LinkedHashMap<Id, Shared>();
        Shared.of(contents, coded).forEach(one -> shared.put(one.account(), one));
        return new Compared(level, only, shared).worked(Optional.empty(), Set.of());
    }

    /**
     * What it is once something was decided about these accounts, or about codings in them.
     */
    public Compared after(Contents contents, Collection<Id> accounts) {
        var now = new HashMap<Id, Optional<Shared>>();
        accounts.forEach(account -> now.put(account, Shared.of(contents, account)));
        now.entrySet().removeIf(one -> one.getValue().equals(Optional.ofNullable(shared.get(one.getKey()))));
        if (now.isEmpty()) {
            return this;
        }
        var all = new LinkedHashMap<>(shared);
        now.forEach((id, one) -> one.ifPresentOrElse(is -> all.put(id, is), () -> all.remove(id)));
        if (all.size() > shared.size()) {
            Map<Id, Shared> anyhow = Map.copyOf(all);
            all.clear();
            contents.accountIds().stream().filter(anyhow::containsKey).forEach(id -> all.put(id, anyhow.get(id)));
        }
        return new Compared(level, only, all).worked(Optional.of(this), now.keySet());
    }

    /** What could be found: the plain practices, and whatever else somebody used. */
    private static SequencedSet<String> codes(Collection<Shared> shared, Optional<String> only) {
        var codes = new LinkedHashSet<String>();
        if (only.isPresent()) {
            codes.add(only.get());
            return codes;
        }
        Codebook.practices().codes().forEach(code -> codes.add(code.id()));
        var others = new TreeSet<String>();
        shared.forEach(one -> one.marks().forEach(mark -> others.add(mark.code())));
        codes.addAll(others);
        return codes;
    }

    /** The codes of all together first, if all are asked for. */
    private List<Optional<String>> asked() {
        return Stream.concat(
                        only.isPresent() ? Stream.of() : Stream.of(Optional.<String>empty()),
                        codes.stream().map(Optional::of))
                .toList();
    }

    private Compared worked(Optional<Compared> before, Set<Id> changed) {
        List<Shared> all = List.copyOf(shared.values());
        Measures measures = switch (level) {
            case ACCOUNT -> new AccountLevel(all, coders, codes);
            case PASSAGE -> new PassageLevel(all, coders, codes, only.isEmpty());
        };
        Optional<Compared> alike = before.filter(one -> isLike(one, changed));
        Set<String> touched = alike.map(one -> touched(one, changed)).orElse(Set.of());
        // one code's figures are nothing to another's, and each takes thousands of draws
        figures.putAll(asked().parallelStream()
                .collect(Collectors.toMap(
                        code -> code,
                        code -> alike.filter(_ -> measures.eachAlone()
                                        && code.filter(one -> !touched.contains(one))
                                                .isPresent())
                                .map(one -> one.figures.getOrDefault(code, List.of()))
                                .orElseGet(() -> measures.figures(code)))));
        for (Shared one : all) {
            disagreements.put(
                    one.account(),
                    alike.filter(_ -> !changed.contains(one.account()))
                            .map(known -> known.disagreements.getOrDefault(one.account(), List.of()))
                            .orElseGet(() -> measures.disagreements(one)));
        }
        return this;
    }

    /** Whether the same coders have read the same accounts, and could find the same. */
    private boolean isLike(Compared before, Set<Id> changed) {
        return shared.size() == before.shared.size()
                && codes.equals(before.codes)
                && changed.stream()
                        .allMatch(id -> shared.containsKey(id)
                                && before.shared.containsKey(id)
                                && shared.get(id)
                                        .coders()
                                        .equals(before.shared.get(id).coders()));
    }

    /** The codes of which something else was found. */
    private Set<String> touched(Compared before, Set<Id> changed) {
        var touched = new HashSet<String>();
        for (Id id : changed) {
            var now = new HashSet<>(shared.get(id).marks());
            var then = new HashSet<>(before.shared.get(id).marks());
            Stream.concat(
                            now.stream().filter(mark -> !then.contains(mark)),
                            then.stream().filter(mark -> !now.contains(mark)))
                    .forEach(mark -> touched.add(mark.code()));
        }
        return touched;
    }

    public Agreement agreement() {
        return new Agreement(
                shared.size(),
                coders,
                asked().stream()
                        .flatMap(code -> figures.getOrDefault(code, List.of()).stream())
                        .toList(),
                disagreements.values().stream().flatMap(List::stream).toList());
    }
}
