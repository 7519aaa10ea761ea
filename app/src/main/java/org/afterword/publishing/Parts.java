package org.afterword.publishing;

import java.util.ArrayList;
import java.util.List;

/** Divides what is too long for one page. */
final class Parts {
    /** In bytes of a page; the rest of a page stays well under what is left of 100 KB. */
    static final int ROOM = 60_000;

    /** What the frame of a passage takes. */
    private static final int FRAME = 1_200;

    private Parts() {}

    /** What stands on one page: of those who say that it happened, and of those who say that it did not. */
    record Part(List<Shown.Passage> saying, List<Shown.Passage> opposing) {}

    /** At least one page. */
    static List<Part> of(List<Shown.Passage> saying, List<Shown.Passage> opposing) {
        var pages = new ArrayList<List<Shown.Passage>>();
        pages.add(new ArrayList<>());
        var cuts = new Cuts(ROOM);
        var all = new ArrayList<>(saying);
        all.addAll(opposing);
        for (Shown.Passage passage : all) {
            int size = FRAME + size(passage.words().text());
            if (cuts.before(passage.commitment().hex(), size)) {
                pages.add(new ArrayList<>());
            }
            pages.getLast().add(passage);
        }
        var parts = new ArrayList<Part>();
        int from = 0;
        for (List<Shown.Passage> page : pages) {
            int said = Math.clamp(saying.size() - from, 0, page.size());
            parts.add(new Part(List.copyOf(page.subList(0, said)), List.copyOf(page.subList(said, page.size()))));
            from += page.size();
        }
        return List.copyOf(parts);
    }

    /** At most so many bytes of HTML. */
    static int size(String text) {
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            size += c >= 128 ? 3 : c == '&' || c == '<' || c == '>' || c == '"' || c == '\'' ? 6 : 1;
        }
        return size;
    }
}
