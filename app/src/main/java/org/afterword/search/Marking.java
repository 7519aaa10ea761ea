package org.afterword.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Span;
import org.jspecify.annotations.Nullable;

/** Where passages have what was asked. What a word's stem is, is found out once for all of them. For one thread. */
final class Marking {
    private final List<Asked.Part> parts;
    private final Map<String, Optional<Stemmed>> languages = new HashMap<>();

    Marking(Asked asked) {
        this.parts = asked.parts();
    }

    /** The stems of one language, as far as they were asked for. */
    private record Stemmed(Stems stems, Map<String, String> known) {
        String stem(String form) {
            return known.computeIfAbsent(form, stems::stem);
        }
    }

    /**
     * @param language the passage's; empty if it is not known
     * @return in order, not overlapping, in code units of the passage
     */
    List<Span> marks(String passage, String language) {
        List<Words.Word> words = Words.of(passage);
        var marked = new boolean[words.size()];
        Optional<Stemmed> stemmed = languages.computeIfAbsent(
                language.toLowerCase(Locale.ROOT),
                one -> Stems.of(one).map(stems -> new Stemmed(stems, new HashMap<>())));
        for (Asked.Part part : parts) {
            if (!mark(part, words, marked, stemmed)) {
                part.loose().forEach(one -> mark(one, words, marked, stemmed));
            }
        }
        return joined(words, marked, passage);
    }

    /** Whether there was anything to mark. */
    private static boolean mark(Asked.Part part, List<Words.Word> words, boolean[] marked, Optional<Stemmed> stemmed) {
        int size = part.forms().size();
        @Nullable Stemmed stems = size == 1 && !part.exact() ? stemmed.orElse(null) : null;
        String alike = stems == null ? "" : stems.stem(part.forms().getFirst());
        boolean any = false;
        for (int i = 0; i + size <= words.size(); i++) {
            boolean here = true;
            for (int j = 0; here && j < size; j++) {
                String form = words.get(i + j).form();
                here = form.equals(part.forms().get(j))
                        || (stems != null && stems.stem(form).equals(alike));
            }
            for (int j = 0; here && j < size; j++) {
                marked[i + j] = true;
            }
            any |= here;
        }
        return any;
    }

    /** Marked words with blanks or one sign between them ("didn't") are one mark. */
    private static List<Span> joined(List<Words.Word> words, boolean[] marked, String passage) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < marked.length; i++) {
            if (!marked[i]) {
                continue;
            }
            Span span = words.get(i).span();
            if (i > 0 && marked[i - 1] && near(spans.getLast(), span, passage)) {
                span = new Span(spans.removeLast().start(), span.end());
            }
            spans.add(span);
        }
        return spans;
    }

    private static boolean near(Span one, Span next, String passage) {
        return next.start() - one.end() <= 1
                || passage.substring(one.end(), next.start()).isBlank();
    }
}
