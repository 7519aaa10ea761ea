package org.afterword.posts.group;

import com.github.luben.zstd.Zstd;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.afterword.posts.read.Texts;

/** As many words of one group as of every other: whole posts, spread evenly over the order of time. */
final class Budget {
    private static final int RUN = 4;
    private static final int LEVEL = 19;
    private static final int SEVERAL = -1;

    private final Texts texts;
    private final Texts.Spelling spelling;
    private final int[] account;
    private final List<Integer> posts;
    private final int words;

    /**
     * @param ordered the group's posts in the order of time
     * @param words how many are wanted; a post that would go beyond is left out
     */
    Budget(Texts texts, int[] account, List<Integer> ordered, int words) {
        this.texts = texts;
        this.spelling = texts.spelling().orElseThrow();
        this.account = account;
        this.words = words;
        posts = chosen(ordered);
    }

    private int length(int post) {
        return texts.start()[post + 1] - texts.start()[post];
    }

    private List<Integer> chosen(List<Integer> ordered) {
        long all = ordered.stream().mapToLong(this::length).sum();
        double step = Math.max(1, all / (double) Math.max(1, words));
        var chosen = new java.util.ArrayList<Integer>();
        int taken = 0;
        for (double at = 0; at < ordered.size(); at += step) {
            int post = ordered.get((int) at);
            if (taken + length(post) <= words) {
                taken += length(post);
                chosen.add(post);
            }
        }
        return chosen;
    }

    /** Which part of runs of four words others of the group have, too; an account that is left out is neither. */
    double repeated(int[] part, int without) {
        Map<String, Integer> by = new HashMap<>();
        long runs = 0;
        for (int post : posts) {
            if (part[account[post]] != without) {
                for (int at = texts.start()[post]; at + RUN <= texts.start()[post + 1]; at++) {
                    by.merge(run(at), account[post], (a, b) -> a.equals(b) ? a : SEVERAL);
                    runs++;
                }
            }
        }
        long shared = 0;
        for (int post : posts) {
            if (part[account[post]] != without) {
                for (int at = texts.start()[post]; at + RUN <= texts.start()[post + 1]; at++) {
                    shared += by.getOrDefault(run(at), 0) == SEVERAL ? 1 : 0;
                }
            }
        }
        return runs == 0 ? 0 : shared / (double) runs;
    }

    private String run(int at) {
        return Arrays.toString(Arrays.copyOfRange(texts.words(), at, at + RUN));
    }

    /** How many times smaller the words are when they are packed. */
    double packed(int[] part, int without) {
        var text = new StringBuilder();
        for (int post : posts) {
            if (part[account[post]] != without) {
                for (int at = texts.start()[post]; at < texts.start()[post + 1]; at++) {
                    text.append(spelling.word()[texts.words()[at]]).append(' ');
                }
                text.append('\n');
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return bytes.length == 0 ? 1 : bytes.length / (double) Zstd.compress(bytes, LEVEL).length;
    }
}
