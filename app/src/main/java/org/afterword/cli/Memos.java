package org.afterword.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.afterword.Case;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Verdict;

/** What people noted about accounts and codings. */
final class Memos {
    private final Map<Id, List<String>> byTarget = new HashMap<>();

    private Memos() {}

    /**
     * @param all also others', where coders work blind
     */
    static Memos of(Case opened, boolean all) {
        var memos = new Memos();
        String coder = opened.coding().coder();
        boolean others = all || !opened.contents().blind();
        for (Decision decision : opened.contents().decisions()) {
            if (decision.verdict() instanceof Verdict.Memo(String words)
                    && (others || decision.coder().equals(coder))) {
                memos.byTarget
                        .computeIfAbsent(decision.target(), target -> new ArrayList<>())
                        .add(words + " (" + decision.coder() + ")");
            }
        }
        return memos;
    }

    List<String> about(Id target) {
        return byTarget.getOrDefault(target, List.of());
    }
}
