package org.afterword.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines on pages to paragraphs: what was broken to fit a page is joined, what was a line of its own stays one. */
final class Layout {
    /**
     * A line as it stands on a page, in any unit, from the upper left corner.
     *
     * @param y of its base line
     * @param size of its letters
     * @param selector where it stands, if that is known for each line
     */
    record Line(String text, float left, float right, float y, float size, boolean bold, Optional<String> selector) {}

    private static final Pattern OPENS = Pattern.compile(
            "(?:[-*•◦▪‣–—·]|\\(?(?:\\d{1,3}|[a-zA-Z])[.)])\\s+.*|\\[?[\\p{Lu}@][^:.!?]{0,30}:\\s.*|\\[\\d.*|[>|].*");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern BROKEN = Pattern.compile("(\\p{L}+)([-\\u00ad\\u2010])\\z");
    private static final Pattern ENDS = Pattern.compile("[.!?…:][\"'”’»)\\]]?\\z");
    private static final Pattern COMPOUND = Pattern.compile("\\p{L}+(?:[-\\u2010]\\p{L}+)+");
    private static final Pattern WORD = Pattern.compile("\\p{Ll}\\p{L}*");
    private static final int RUNNING = 2;
    private static final int LEAST_PAGES = 3;
    private static final int ENOUGH = 8;

    private final Map<Integer, List<Line>> pages = new TreeMap<>();
    private int left;

    /**
     * @param number from 1
     */
    void page(int number, List<Line> lines) {
        pages.put(number, List.copyOf(lines));
    }

    /** How many lines at the head or the foot of pages were left out, since they stand on most of them. */
    int leftOut() {
        return left;
    }

    void write(Paper paper) {
        Set<String> running = running();
        Set<String> compounds = compounds();
        float body = body();
        float usual = leading(pages.values());
        Optional<Line> before = Optional.empty();
        for (var page : pages.entrySet()) {
            List<Line> lines = kept(page.getValue(), running);
            float leading = lines.size() < ENOUGH ? usual : leading(List.of(lines));
            paper.at("page=" + page.getKey());
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                line.selector().ifPresent(paper::at);
                boolean first = i == 0;
                boolean goesOn = before.isPresent()
                        && goesOn(
                                before.get(),
                                line,
                                first ? pages.getOrDefault(page.getKey() - 1, List.of()) : lines,
                                leading,
                                first);
                if (goesOn) {
                    join(paper, line.text(), compounds);
                } else if (before.isPresent()
                        && !first
                        && near(before.get(), line, leading)
                        && heading(line, body) == heading(before.get(), body)) {
                    paper.line(line.text());
                } else {
                    paper.block(line.text());
                }
                before = Optional.of(line);
            }
        }
    }

    /** Lines at the edges of pages that differ in numbers only. */
    private Set<String> running() {
        Map<String, Integer> counts = new HashMap<>();
        for (List<Line> lines : pages.values()) {
            var here = new HashSet<String>();
            for (int i = 0; i < lines.size(); i++) {
                if (atEdge(i, lines.size())) {
                    here.add(masked(lines.get(i)));
                }
            }
            here.forEach(line -> counts.merge(line, 1, Integer::sum));
        }
        var running = new HashSet<String>();
        counts.forEach((line, count) -> {
            if (count >= LEAST_PAGES && count * 2 > pages.size()) {
                running.add(line);
            }
        });
        return running;
    }

    private static boolean atEdge(int index, int lines) {
        return index < RUNNING || index >= lines - RUNNING;
    }

    private static String masked(Line line) {
        return DIGITS.matcher(line.text().strip()).replaceAll("#");
    }

    private List<Line> kept(List<Line> lines, Set<String> running) {
        var kept = new ArrayList<Line>();
        for (int i = 0; i < lines.size(); i++) {
            if (atEdge(i, lines.size()) && running.contains(masked(lines.get(i)))) {
                left++;
            } else {
                kept.add(lines.get(i));
            }
        }
        return kept;
    }

    private Set<String> compounds() {
        var compounds = new HashSet<String>();
        pages.values()
                .forEach(lines -> lines.forEach(line -> {
                    Matcher found = COMPOUND.matcher(line.text());
                    while (found.find()) {
                        compounds.add(found.group());
                    }
                }));
        return compounds;
    }

    /** The size of most letters. */
    private float body() {
        Map<Float, Integer> letters = new HashMap<>();
        pages.values()
                .forEach(lines -> lines.forEach(
                        line -> letters.merge(line.size(), line.text().length(), Integer::sum)));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0f);
    }

    private static boolean heading(Line line, float body) {
        return line.size() > body * 1.15f;
    }

    /** The usual way from one base line to the next. */
    private static float leading(Collection<List<Line>> pages) {
        var steps = new ArrayList<Float>();
        for (List<Line> lines : pages) {
            for (int i = 1; i < lines.size(); i++) {
                float step = lines.get(i).y() - lines.get(i - 1).y();
                if (step > 0) {
                    steps.add(step);
                }
            }
        }
        steps.sort(Comparator.naturalOrder());
        return steps.isEmpty() ? 0 : steps.get(steps.size() / 4);
    }

    private static boolean near(Line before, Line line, float leading) {
        float step = line.y() - before.y();
        return step >= 0 && step <= Math.max(leading * 1.45f, before.size() * 1.45f);
    }

    /** Whether the line before was broken because the page was too narrow, and this one carries on. */
    private static boolean goesOn(Line before, Line line, List<Line> column, float leading, boolean newPage) {
        boolean alike = Math.abs(before.size() - line.size()) <= 0.12f * before.size() && before.bold() == line.bold();
        if (!alike || OPENS.matcher(line.text()).matches() || line.text().isBlank()) {
            return false;
        }
        boolean moved = newPage || line.y() < before.y();
        boolean lower = Character.isLowerCase(line.text().codePointAt(0));
        if (moved ? !lower : !near(before, line, leading)) {
            return false;
        }
        float margin = before.right();
        float edge = line.left();
        for (Line other : column) {
            if (Math.abs(other.left() - before.left()) < 4 * before.size()) {
                margin = Math.max(margin, other.right());
                edge = moved ? edge : Math.min(edge, other.left());
            }
        }
        if (!moved && line.left() - edge > 0.8f * line.size() && line.left() - before.left() > 0.8f * line.size()) {
            return false;
        }
        if (lower && BROKEN.matcher(before.text()).find()) {
            return true;
        }
        float width =
                (before.right() - before.left()) / Math.max(1, before.text().length());
        boolean ends = ENDS.matcher(before.text()).find() && !lower;
        float room = ends ? 2 * width : (line.text().split(" ", 2)[0].length() + 1) * width;
        return before.right() + room > margin;
    }

    /** A hyphen that only stood at the end of the line goes; one that the word has elsewhere, too, stays. */
    private static void join(Paper paper, String text, Set<String> compounds) {
        Matcher broken = BROKEN.matcher(paper.tail(60));
        Matcher next = WORD.matcher(text);
        if (!broken.find() || !next.lookingAt()) {
            paper.more(text);
            return;
        }
        String mark = broken.group(2);
        if (mark.equals("\u00ad") || !compounds.contains(broken.group(1) + mark + next.group())) {
            paper.shorten(1);
        }
        paper.join(text);
    }
}
