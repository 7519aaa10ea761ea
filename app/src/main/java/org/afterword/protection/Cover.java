package org.afterword.protection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.afterword.language.Folding;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.people.Sifted;

/**
 * Which stretches of a text must not be seen. The one rule behind both protecting a text and scanning what is
 * finished; in doubt a stretch is covered.
 *
 * <ul>
 *   <li>A certain form (a full name, a handle, an address) is covered wherever it stands.
 *   <li>A form that names only perhaps (a first name alone) is covered where a mention is recorded for a hidden
 *       cluster, and else wherever any hidden cluster claims it, unless it is an ordinary word there ({@link
 *       NameOrWord}) or part of a longer name that is kept. Where nothing tells whether it is the name or the word, it
 *       is covered in a text that names one of those elsewhere, as its recorded mentions say.
 *   <li>Where a mention is recorded, it says whose name it is.
 *   <li>Stretches that overlap become one, which gets the substitute of the longest.
 * </ul>
 */
final class Cover {
    private final CaseNames names;
    private final Map<Id, Substitute> substitutes;
    private final List<String> keptPhrases;

    /**
     * @param substitutes of every cluster, in the order of the case
     * @param keptPhrases published as they are, whoever is named in them (the groups' own names)
     */
    Cover(CaseNames names, Map<Id, Substitute> substitutes, List<String> keptPhrases) {
        this.names = names;
        this.substitutes = substitutes;
        this.keptPhrases = keptPhrases.stream().map(Folding::fold).toList();
    }

    /** A mention that was recorded at this place of the text. */
    record Recorded(Span span, Id cluster) {}

    /**
     * @param span UTF-16 code units
     * @param clusters who may be meant, in the order of the case; at least one, all of them hidden
     * @param certain whether it is a certain form, or a recorded mention
     * @param shared whether the same form also is a kept name, or was found to be no name elsewhere
     */
    record Stretch(Span span, List<Id> clusters, boolean certain, boolean shared) {
        Stretch {
            clusters = List.copyOf(clusters);
        }
    }

    /** What has to be looked at. */
    Sifted sift(String text) {
        return names.sift(text);
    }

    /** In the order of the text, not overlapping. */
    List<Stretch> of(String text, List<Recorded> recorded) {
        return of(text, recorded, sift(text));
    }

    /** Of a text in which nothing is recorded. */
    List<Stretch> of(String text, Sifted sifted) {
        return of(text, List.of(), sifted);
    }

    private List<Stretch> of(String text, List<Recorded> recorded, Sifted sifted) {
        var hidden = new ArrayList<Stretch>();
        var kept = new ArrayList<Span>();
        for (Recorded mention : recorded) {
            if (mention.span().length() == 0) {
                continue; // of the account's metadata
            }
            Span span = withoutPossessive(text, mention.span());
            switch (substituteOf(mention.cluster())) {
                case Substitute.Kept() -> kept.add(span);
                case Substitute.NoName() -> {}
                case Substitute.Hidden h -> hidden.add(new Stretch(span, List.of(mention.cluster()), true, false));
                case Substitute.Undecided u -> hidden.add(new Stretch(span, List.of(mention.cluster()), true, false));
            }
        }
        for (Occurrence found : names.in(text, sifted)) {
            judge(text, found, recorded, hidden, kept);
        }
        return merged(unmasked(text, hidden, kept));
    }

    private void judge(String text, Occurrence found, List<Recorded> recorded, List<Stretch> hidden, List<Span> kept) {
        Span span = withoutPossessive(text, found.span());
        List<Recorded> here = recorded.stream()
                .filter(mention -> mention.span().contains(span))
                .toList();
        if (!found.certain() && (!here.isEmpty() || onlyWord(text, span, found, recorded))) {
            return;
        }
        List<Id> named = here.stream()
                .map(Recorded::cluster)
                .filter(found.clusters()::contains)
                .toList();
        List<Id> claimants = named.isEmpty() ? found.clusters() : named;
        List<Id> hiding = claimants.stream()
                .filter(id -> substituteOf(id).hides())
                .distinct()
                .toList();
        if (hiding.isEmpty()) {
            if (claimants.stream().anyMatch(id -> substituteOf(id) instanceof Substitute.Kept)) {
                kept.add(span);
            }
            return;
        }
        hidden.add(new Stretch(span, hiding, found.certain(), hiding.size() < claimants.size()));
    }

    private static boolean onlyWord(String text, Span span, Occurrence found, List<Recorded> recorded) {
        if (found.place()) {
            return false;
        }
        return switch (NameOrWord.at(text, span)) {
            case NAME -> false;
            case WORD -> true;
            case EITHER ->
                recorded.stream().noneMatch(mention -> found.clusters().contains(mention.cluster()));
        };
    }

    private Substitute substituteOf(Id cluster) {
        return substitutes.getOrDefault(cluster, new Substitute.NoName());
    }

    private List<Stretch> unmasked(String text, List<Stretch> hidden, List<Span> kept) {
        if (hidden.stream().allMatch(Stretch::certain)) {
            return hidden;
        }
        List<Span> phrases = keptPhrasesIn(text);
        return hidden.stream()
                .filter(stretch -> stretch.certain()
                        || !(kept.stream()
                                        .anyMatch(name -> name.contains(stretch.span()) && !name.equals(stretch.span()))
                                || phrases.stream().anyMatch(phrase -> phrase.contains(stretch.span()))))
                .toList();
    }

    private List<Span> keptPhrasesIn(String text) {
        var spans = new ArrayList<Span>();
        Folding folding = Folding.of(text);
        String folded = folding.text();
        for (String phrase : keptPhrases) {
            for (int at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + 1)) {
                int end = at + phrase.length();
                if ((at == 0 || !Character.isLetterOrDigit(folded.charAt(at - 1)))
                        && (end == folded.length() || !Character.isLetterOrDigit(folded.charAt(end)))) {
                    spans.add(folding.origin(new Span(at, end)));
                }
            }
        }
        return spans;
    }

    private static List<Stretch> merged(List<Stretch> stretches) {
        var sorted = new ArrayList<>(stretches);
        sorted.sort(Comparator.comparing(Stretch::span)
                .thenComparing(stretch -> stretch.clusters().getFirst()));
        var merged = new ArrayList<Stretch>();
        int from = 0;
        while (from < sorted.size()) {
            int end = sorted.get(from).span().end();
            int to = from + 1;
            while (to < sorted.size() && sorted.get(to).span().start() < end) {
                end = Math.max(end, sorted.get(to).span().end());
                to++;
            }
            merged.add(winner(
                    sorted.subList(from, to), new Span(sorted.get(from).span().start(), end)));
            from = to;
        }
        return merged;
    }

    /** Longest first, then recorded or certain before uncertain, then the earlier, then the cluster's id. */
    private static Stretch winner(List<Stretch> overlapping, Span whole) {
        Stretch best = overlapping.stream()
                .min(Comparator.<Stretch>comparingInt(s -> -s.span().length())
                        .thenComparing(s -> !s.certain())
                        .thenComparingInt(s -> s.clusters().size())
                        .thenComparing(Stretch::span)
                        .thenComparing(s -> s.clusters().getFirst()))
                .orElseThrow();
        boolean shared = overlapping.stream().allMatch(Stretch::shared);
        return new Stretch(whole, best.clusters(), best.certain(), shared);
    }

    private static Span withoutPossessive(String text, Span span) {
        int end = span.end();
        boolean possessive = span.length() > 2
                && (text.charAt(end - 1) == 's' || text.charAt(end - 1) == 'S')
                && "'’ʼ＇".indexOf(text.charAt(end - 2)) >= 0;
        return possessive ? new Span(span.start(), end - 2) : span;
    }
}
