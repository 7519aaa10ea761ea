package org.afterword.coding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a new version of a codebook changes.
 *
 * @param added codes that were not there before
 * @param removed codes that are no longer there
 * @param redefined codes with another meaning, and what of them is another ("definition", "counts")
 * @param touched codings with a removed or redefined code, which keep the version by which they were made
 */
public record CodebookChange(
        List<String> added, List<String> removed, Map<String, List<String>> redefined, List<Coded> touched) {

    public static CodebookChange of(Codebook before, Codebook after, Collection<Coded> codings) {
        var added = new ArrayList<String>();
        var redefined = new LinkedHashMap<String, List<String>>();
        for (Code code : after.codes()) {
            Optional<Code> old = before.code(code.id());
            if (old.isEmpty()) {
                added.add(code.id());
            } else if (!differences(old.get(), code).isEmpty()) {
                redefined.put(code.id(), differences(old.get(), code));
            }
        }
        List<String> removed = before.codes().stream()
                .map(Code::id)
                .filter(id -> after.code(id).isEmpty())
                .toList();
        List<Coded> touched = codings.stream()
                .filter(coded -> coded.status() != Coded.Status.REJECTED)
                .filter(coded -> removed.contains(coded.coding().code())
                        || redefined.containsKey(coded.coding().code()))
                .toList();
        return new CodebookChange(List.copyOf(added), removed, redefined, touched);
    }

    public boolean nothing() {
        return added.isEmpty() && removed.isEmpty() && redefined.isEmpty();
    }

    /** By what a coder could decide otherwise; how a code is shown, or suggested, is not among it. */
    private static List<String> differences(Code old, Code now) {
        var differences = new ArrayList<String>();
        compare("name", old.name(), now.name(), differences);
        compare("parent", old.parent(), now.parent(), differences);
        compare("definition", old.definition(), now.definition(), differences);
        compare("counts", old.counts(), now.counts(), differences);
        compare("does-not-count", old.doesNotCount(), now.doesNotCount(), differences);
        compare("near-misses", old.nearMisses(), now.nearMisses(), differences);
        compare("examples", old.examples(), now.examples(), differences);
        compare("statement", old.statement(), now.statement(), differences);
        compare("codable", old.elsewhere().codable(), now.elsewhere().codable(), differences);
        return List.copyOf(differences);
    }

    private static void compare(String field, Object old, Object now, List<String> differences) {
        if (!old.equals(now)) {
            differences.add(field);
        }
    }
}
