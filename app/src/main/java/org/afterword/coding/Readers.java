package org.afterword.coding;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Verdict;

/** Who has read which account whole, as they say. */
final class Readers {
    private final Map<Id, Set<String>> byAccount = new HashMap<>();

    private Readers() {}

    static Readers of(List<Decision> decisions) {
        var readers = new Readers();
        for (Decision decision : decisions) {
            if (decision.verdict() instanceof Verdict.Read) {
                readers.byAccount
                        .computeIfAbsent(decision.target(), account -> new LinkedHashSet<>())
                        .add(decision.coder());
            }
        }
        return readers;
    }

    Set<String> of(Id account) {
        return byAccount.getOrDefault(account, Set.of());
    }
}
