package org.afterword.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was taken out of a text and put into it, word by word: the shortest such list, after E. W. Myers, "An O(ND)
 * Difference Algorithm and Its Variations", 1986; first over lines, then over the words of lines that changed. Texts
 * that have very little in common are given as one change.
 */
public final class WordDiff {
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final int CONTEXT = 6;
    private static final int MOST = 2000;

    private WordDiff() {}

    /**
     * One place that is not as it was.
     *
     * @param removed words that stood there; "" if something was only added
     * @param added words that stand there now; "" if something was only removed
     * @param before the few words in front of it, and {@code after}: behind it, as the newer text has them
     */
    public record Change(String removed, String added, String before, String after) {}

    /** In the order of the texts. White space alone is no change. */
    public static List<Change> of(String old, String now) {
        List<String> from = lines(old);
        List<String> to = lines(now);
        List<String> a = new ArrayList<>();
        List<String> b = new ArrayList<>();
        List<Gap> words = new ArrayList<>();
        int i = 0;
        int j = 0;
        for (Gap gap : gaps(from, to)) {
            for (; i < gap.from(); i++, j++) {
                a.addAll(words(from.get(i)));
                b.addAll(words(to.get(j)));
            }
            List<String> was = words(String.join("\n", from.subList(gap.from(), gap.fromEnd())));
            List<String> is = words(String.join("\n", to.subList(gap.to(), gap.toEnd())));
            for (Gap one : gaps(was, is)) {
                words.add(one.moved(a.size(), b.size()));
            }
            a.addAll(was);
            b.addAll(is);
            i = gap.fromEnd();
            j = gap.toEnd();
        }
        for (; j < to.size(); j++) {
            b.addAll(words(to.get(j)));
        }
        return words.stream()
                .map(gap -> new Change(
                        String.join(" ", a.subList(gap.from(), gap.fromEnd())),
                        String.join(" ", b.subList(gap.to(), gap.toEnd())),
                        String.join(" ", b.subList(Math.max(0, gap.to() - CONTEXT), gap.to())),
                        String.join(" ", b.subList(gap.toEnd(), Math.min(b.size(), gap.toEnd() + CONTEXT)))))
                .toList();
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(line -> String.join(" ", words(line)))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    static List<String> words(String text) {
        return WORD.matcher(text).results().map(word -> word.group()).collect(Collectors.toList());
    }

    /** Where the lists differ: from-to of the first, from-to of the second. */
    record Gap(int from, int fromEnd, int to, int toEnd) {
        Gap moved(int a, int b) {
            return new Gap(from + a, fromEnd + a, to + b, toEnd + b);
        }
    }

    static List<Gap> gaps(List<String> a, List<String> b) {
        int start = 0;
        while (start < a.size() && start < b.size() && a.get(start).equals(b.get(start))) {
            start++;
        }
        int aEnd = a.size();
        int bEnd = b.size();
        while (aEnd > start && bEnd > start && a.get(aEnd - 1).equals(b.get(bEnd - 1))) {
            aEnd--;
            bEnd--;
        }
        int from = start;
        return middle(a.subList(start, aEnd), b.subList(start, bEnd)).stream()
                .map(gap -> gap.moved(from, from))
                .toList();
    }

    private static List<Gap> middle(List<String> a, List<String> b) {
        int n = a.size();
        int m = b.size();
        if (n == 0 && m == 0) {
            return List.of();
        }
        if (n == 0 || m == 0) {
            return List.of(new Gap(0, n, 0, m));
        }
        int most = Math.min(n + m, MOST);
        int[] reach = new int[2 * most + 3];
        List<int[]> trail = new ArrayList<>();
        for (int d = 0; d <= most; d++) {
            trail.add(Arrays.copyOfRange(reach, most - d, most + d + 3));
            for (int k = -d; k <= d; k += 2) {
                int at = most + 1 + k;
                int x = k == -d || (k != d && reach[at - 1] < reach[at + 1]) ? reach[at + 1] : reach[at - 1] + 1;
                while (x < n && x - k < m && a.get(x).equals(b.get(x - k))) {
                    x++;
                }
                reach[at] = x;
                if (x >= n && x - k >= m) {
                    return walked(trail, n, m);
                }
            }
        }
        return List.of(new Gap(0, n, 0, m));
    }

    /** Back along the trail; steps that touch are one gap. */
    private static List<Gap> walked(List<int[]> trail, int n, int m) {
        List<Gap> gaps = new ArrayList<>();
        int x = n;
        int y = m;
        for (int d = trail.size() - 1; d > 0; d--) {
            int[] reach = trail.get(d);
            int k = x - y;
            int at = d + 1 + k;
            boolean down = k == -d || (k != d && reach[at - 1] < reach[at + 1]);
            int fromX = down ? reach[at + 1] : reach[at - 1];
            int fromY = fromX - (down ? k + 1 : k - 1);
            var step = down ? new Gap(fromX, fromX, fromY, fromY + 1) : new Gap(fromX, fromX + 1, fromY, fromY);
            if (!gaps.isEmpty()
                    && gaps.getLast().from() == step.fromEnd()
                    && gaps.getLast().to() == step.toEnd()) {
                Gap later = gaps.removeLast();
                step = new Gap(step.from(), later.fromEnd(), step.to(), later.toEnd());
            }
            gaps.add(step);
            x = fromX;
            y = fromY;
        }
        return gaps.reversed();
    }
}
