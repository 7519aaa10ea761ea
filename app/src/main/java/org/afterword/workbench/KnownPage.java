package org.afterword.workbench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.afterword.model.Account;
import org.afterword.protection.Clue;
import org.afterword.protection.Exposure;

/** By what the tellers of an account might be known. */
final class KnownPage {
    private KnownPage() {}

    static KnownSheet of(Desk desk, Account account) {
        List<Exposure> exposures = desk.exposures(Set.of(account.id()));
        Set<Clue.Kind> kinds = exposures.stream()
                .flatMap(exposure -> exposure.clues().stream())
                .map(seen -> seen.clue().kind())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new KnownSheet(
                desk.frame("Afterword: what gives away", ""),
                Heads.of(account, desk.state(), "/known"),
                exposures.stream()
                        .flatMap(exposure -> exposure.rare().stream()
                                .map(rare -> new KnownSheet.Said(
                                        rare.clues().stream()
                                                .map(Clue::words)
                                                .map(words -> "“" + words + "”")
                                                .collect(Collectors.joining(" and ")),
                                        of(rare.shared(), exposure))))
                        .toList(),
                kinds.stream().map(kind -> kind(kind, exposures)).toList());
    }

    private static KnownSheet.Kind kind(Clue.Kind kind, List<Exposure> exposures) {
        List<KnownSheet.Said> clues = exposures.stream()
                .flatMap(exposure -> exposure.clues().stream()
                        .filter(seen -> seen.clue().kind().equals(kind))
                        .map(seen -> new KnownSheet.Said(
                                "“" + seen.clue().words() + "”",
                                seen.readable() ? kind.points() ? of(seen.shared(), exposure) : "" : "covered")))
                .distinct()
                .toList();
        return new KnownSheet.Kind(kind.says(), clues, kind.ways());
    }

    private static String of(int shared, Exposure exposure) {
        return "fits " + shared + " of " + Phrases.count(exposure.witnesses(), "witness", "witnesses");
    }
}
