package org.afterword.posts.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.afterword.posts.read.Texts;

/**
 * By how many accounts each word, and each two that stand together, is used. A text that somebody else wrote before is
 * nobody's own words, and is left out.
 */
final class Vocabulary {
    private final Texts texts;
    private final int[] account;
    private final Map<Long, Set<Integer>> users = new HashMap<>();
    private final Map<String, Integer> first = new HashMap<>();
    private final Set<Integer> accounts = new HashSet<>();

    Vocabulary(Texts texts, int[] account) {
        this.texts = texts;
        this.account = account;
    }

    /** Posts come in the order of time. */
    void add(int post) {
        int from = texts.start()[post];
        int to = texts.start()[post + 1];
        String said = java.util.Arrays.toString(java.util.Arrays.copyOfRange(texts.words(), from, to));
        if (from == to || first.putIfAbsent(said, account[post]) != null) {
            return;
        }
        accounts.add(account[post]);
        for (int at = from; at < to; at++) {
            use(texts.words()[at], account[post]);
            if (at + 1 < to) {
                use((texts.words()[at] + 1L) << 32 | texts.words()[at + 1], account[post]);
            }
        }
    }

    private void use(long what, int by) {
        users.computeIfAbsent(what, _ -> new HashSet<>(4)).add(by);
    }

    private int used(long what) {
        return users.getOrDefault(what, Set.of()).size();
    }

    /** Each that enough accounts use, beside those of others. */
    List<LoadedWord> against(Vocabulary others) {
        var words = new ArrayList<LoadedWord>();
        if (others.accounts.isEmpty()) {
            return words;
        }
        users.forEach((what, by) -> {
            if (by.size() >= Group.LEAST && isWord(what)) {
                int of = accounts.size();
                int used = others.used(what);
                int ofOthers = others.accounts.size();
                words.add(new LoadedWord(
                        spelled(what),
                        by.size(),
                        of,
                        used,
                        ofOthers,
                        Contrast.z(by.size(), of, used, ofOthers),
                        Contrast.g2(by.size(), of, used, ofOthers)));
            }
        });
        return words;
    }

    /** No name of an account, and no number. */
    private boolean isWord(long what) {
        int last = (int) what;
        int before = (int) (what >>> 32) - 1;
        return isWord(last) && (before < 0 || isWord(before));
    }

    private boolean isWord(int word) {
        Texts.Spelling spelling = texts.spelling().orElseThrow();
        return !spelling.handle().get(word)
                && spelling.word()[word].codePoints().anyMatch(Character::isLetter);
    }

    private String spelled(long what) {
        String[] word = texts.spelling().orElseThrow().word();
        int before = (int) (what >>> 32) - 1;
        return (before < 0 ? "" : word[before] + " ") + word[(int) what];
    }
}
