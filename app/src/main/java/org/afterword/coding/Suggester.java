package org.afterword.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.afterword.coding.Evidence.Found;
import org.afterword.language.Cue;
import org.afterword.language.Sentence;
import org.afterword.language.Sentences;
import org.afterword.language.Vocabulary;
import org.afterword.model.Account;
import org.afterword.model.Circumstances;
import org.afterword.model.Id;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Suggestion;
import org.afterword.model.Turn;

/**
 * Suggests practices by the cues of the codebook and, where the sentence model runs, by what was learned of the meaning
 * of sentences. Most sentences carry none.
 *
 * <p>A passage is one to three sentences of one paragraph in one turn. Its score is how likely its meaning makes it right;
 * without the model, the weight of its phrases, 1 − ∏(1 − w) with w = {@value #STRONG} for a strong phrase and
 * {@value #WEAK} for a weak one, each counted once.
 */
public final class Suggester {
    /** What made the suggestions: the method and its version. What it used stands after it. */
    public static final String BY = "practices/4";

    /** By phrases alone. */
    public static final String PHRASES = BY + " phrases";

    private static final double STRONG = 0.6;
    private static final double WEAK = 0.3;
    private static final String ENGLISH = "en";
    /** Fewer characters may be said again on another day. */
    private static final int LEAST_PASSAGE = 100;

    /** A well-known group named more often than this is what the account is about. */
    private static final int PASSING_MENTIONS = 2;

    private static final Suggester PRACTICES = new Suggester(Codebook.practices());

    private final Grammar grammar = Grammar.english();
    private final Map<Code, Phrases> codes = new LinkedHashMap<>();

    private record Phrases(List<Cue> strong, List<Cue> weak, List<Cue> denies, List<Cue> without) {}

    private Suggester(Codebook codebook) {
        var vocabulary = Vocabulary.of(codebook.sets());
        for (Code code : codebook.codes()) {
            codes.put(
                    code,
                    new Phrases(
                            parse(code.cues().strong(), vocabulary),
                            parse(code.cues().weak(), vocabulary),
                            parse(code.cues().denies(), vocabulary),
                            parse(code.cues().without(), vocabulary)));
        }
    }

    private static List<Cue> parse(List<String> cues, Vocabulary vocabulary) {
        return cues.stream().map(cue -> Cue.parse(cue, vocabulary)).toList();
    }

    /**
     * The practices that the account's tellers seem to speak of in their own words, by position and then in the
     * codebook's order. The phrases are English: an account that is said to be in another language has none. The same account gives the same suggestions, apart from their ids.
     *
     * @param meaning empty for cues alone
     */
    public static List<Suggestion> suggest(Account account, Optional<Meaning> meaning) {
        return suggest(account, meaning, Learned.NOTHING);
    }

    /**
     * The same, with what people decided on suggestions before.
     */
    public static List<Suggestion> suggest(Account account, Optional<Meaning> meaning, Learned learned) {
        boolean english = account.language().map(ENGLISH::equals).orElse(true);
        return english ? PRACTICES.in(account, meaning, learned) : List.of();
    }

    /** By phrases, and by meaning with the weights that came with the program. */
    public static String withMeaning() {
        return PracticeWeights.shippedHash()
                .map(hash -> BY + " " + hash.toString().substring(0, 8))
                .orElse(PHRASES);
    }

    private List<Suggestion> in(Account account, Optional<Meaning> meaning, Learned learned) {
        List<List<Sentence>> paragraphs = account.turns().stream()
                .filter(turn -> turn.voice() == Turn.Voice.OWN
                        && account.speakerOf(turn).role() == Speaker.Role.TELLER)
                .flatMap(turn -> paragraphs(account, turn).stream())
                .toList();
        Map<String, Long> named = paragraphs.stream()
                .flatMap(List::stream)
                .flatMap(sentence -> grammar.knownGroup(sentence).stream())
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        List<Span> sentences =
                paragraphs.stream().flatMap(List::stream).map(Sentence::span).toList();
        Map<Span, Meaning.Scores> meant =
                meaning.map(one -> one.of(account.text(), sentences)).orElse(Map.of());
        var surroundings = Surroundings.of(
                account.text(), meant, codes.keySet().stream().map(Code::id).toList());
        String by = meaning.isPresent() ? withMeaning() : PHRASES;
        var suggestions = new ArrayList<Suggestion>();
        Set<String> said = new HashSet<>();
        for (List<Sentence> paragraph : paragraphs) {
            List<Boolean> counts =
                    paragraph.stream().map(s -> isEvidence(s, account, named)).toList();
            codes.forEach((code, phrases) -> {
                var evidence = new ArrayList<Evidence>();
                for (int i = 0; i < paragraph.size(); i++) {
                    if (counts.get(i)) {
                        Sentence sentence = paragraph.get(i);
                        evidence(
                                        i,
                                        sentence,
                                        code,
                                        phrases,
                                        Optional.ofNullable(meant.get(sentence.span())),
                                        surroundings,
                                        learned)
                                .ifPresent(evidence::add);
                    }
                }
                for (List<Evidence> unit : Evidence.units(evidence)) {
                    suggestion(account, paragraph, code, unit, learned, by)
                            .filter(one -> said.add(code.id() + passage(one, account)))
                            .ifPresent(suggestions::add);
                }
            });
        }
        suggestions.sort(Comparator.comparing(s -> s.span().orElseThrow()));
        return List.copyOf(suggestions);
    }

    /** By whom, and the words: said twice in one account it counts once. A few words may be said again on another day. */
    private static String passage(Suggestion suggestion, Account account) {
        Span span = suggestion.span().orElseThrow();
        String words = span.of(account.text()).replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        int speaker = account.turns().stream()
                .filter(turn -> turn.voice() == Turn.Voice.OWN && turn.span().contains(span))
                .mapToInt(Turn::speaker)
                .findFirst()
                .orElse(0);
        return words.length() < LEAST_PASSAGE ? span.toString() : speaker + words;
    }

    private boolean isEvidence(Sentence sentence, Account account, Map<String, Long> named) {
        String title = account.title().toLowerCase(Locale.ROOT);
        boolean elsewhere = grammar.knownGroup(sentence)
                .filter(name -> named.getOrDefault(name, 0L) <= PASSING_MENTIONS && !title.contains(name))
                .isPresent();
        return grammar.asserts(sentence) && !grammar.aboutOthers(sentence) && !elsewhere;
    }

    /** The turn's own sentences; what it quotes as a turn of its own is left out. */
    private static List<List<Sentence>> paragraphs(Account account, Turn turn) {
        String text = turn.span().of(account.text());
        var paragraphs = new ArrayList<List<Sentence>>();
        var paragraph = new ArrayList<Sentence>();
        int last = turn.span().start();
        for (Span inTurn : Sentences.of(text, Locale.ENGLISH)) {
            var span =
                    new Span(turn.span().start() + inTurn.start(), turn.span().start() + inTurn.end());
            boolean foreign = account.turns().stream()
                    .anyMatch(other -> other.index() != turn.index()
                            && turn.span().contains(other.span())
                            && other.span().overlaps(span));
            if (foreign || account.text().substring(last, span.start()).contains("\n\n")) {
                paragraphs.add(List.copyOf(paragraph));
                paragraph.clear();
            }
            if (!foreign) {
                paragraph.add(Sentence.of(account.text(), span));
            }
            last = span.end();
        }
        paragraphs.add(List.copyOf(paragraph));
        return paragraphs;
    }

    private Optional<Evidence> evidence(
            int number,
            Sentence sentence,
            Code code,
            Phrases phrases,
            Optional<Meaning.Scores> meant,
            Surroundings surroundings,
            Learned learned) {
        if (phrases.without().stream().anyMatch(cue -> cue.in(sentence))) {
            return Optional.empty();
        }
        var denied = new ArrayList<Found>();
        var reported = new ArrayList<Found>();
        for (Cue cue : phrases.denies()) {
            cue.find(sentence).ifPresent(match -> denied.add(new Found(cue, match, STRONG)));
        }
        if (denied.isEmpty()) {
            find(sentence, code, phrases.strong(), STRONG, reported, denied);
            find(sentence, code, phrases.weak(), WEAK, reported, denied);
        }
        // what is said and taken back in one sentence ("they never asked, they demanded") is said
        List<Found> found = widest(reported.isEmpty() ? denied : reported);
        Optional<Surroundings.Meant> said =
                meant.map(one -> surroundings.of(one, sentence.span().start(), code.id(), learned));
        boolean says = said.filter(Surroundings.Meant::says).isPresent();
        if (!says && said.filter(one -> !one.bearsPhrases()).isPresent()) {
            found = List.of(); // the words are there, and mean something else
        }
        Polarity polarity = said.filter(_ -> says)
                .map(Surroundings.Meant::polarity)
                .orElse(reported.isEmpty() ? Polarity.DENIES : Polarity.REPORTS);
        if (found.isEmpty() && !says) {
            return Optional.empty();
        }
        Cue.Match main = found.stream()
                .max(Comparator.comparingDouble(Found::weight))
                .map(Found::match)
                .orElseGet(() -> new Cue.Match(0, sentence.size()));
        return Optional.of(new Evidence(
                number,
                polarity,
                meant.flatMap(Meaning.Scores::access).orElseGet(() -> grammar.access(sentence, main)),
                meant.flatMap(Meaning.Scores::claim).orElseGet(() -> grammar.claim(sentence, main)),
                found,
                said.map(Surroundings.Meant::likely).orElse(0.0),
                says));
    }

    private void find(
            Sentence sentence, Code code, List<Cue> cues, double weight, List<Found> reported, List<Found> denied) {
        for (Cue cue : cues) {
            cue.find(sentence).ifPresent(match -> {
                boolean negated = grammar.negates(sentence, cue, match);
                if (!negated || code.cues().negatable()) {
                    (negated ? denied : reported).add(new Found(cue, match, weight));
                }
            });
        }
    }

    /** Without the phrases that lie inside another: the same words count once. */
    private static List<Found> widest(List<Found> found) {
        var widest = new ArrayList<Found>();
        for (Found next : found) {
            if (widest.stream().noneMatch(kept -> kept.match().contains(next.match()))) {
                widest.removeIf(kept -> next.match().contains(kept.match()) && next.weight() >= kept.weight());
                widest.add(next);
            }
        }
        return List.copyOf(widest);
    }

    private static String words(Sentence sentence, Cue.Match match) {
        int from = sentence.words().get(match.from()).span().start();
        int to = sentence.words().get(match.to() - 1).span().end();
        return sentence.text()
                .substring(from - sentence.span().start(), to - sentence.span().start());
    }

    private Optional<Suggestion> suggestion(
            Account account, List<Sentence> paragraph, Code code, List<Evidence> unit, Learned learned, String by) {
        double phrased = learned.adjusted(code.id(), Evidence.score(unit));
        if (phrased < Evidence.LEAST && unit.stream().noneMatch(Evidence::says)) {
            return Optional.empty();
        }
        double likely = unit.stream().mapToDouble(Evidence::likely).max().orElse(0);
        double score = likely > 0 ? likely : Evidence.score(unit);
        Evidence main = unit.stream()
                .max(Comparator.comparingDouble(Evidence::weight)
                        .thenComparingDouble(Evidence::likely)
                        .thenComparing(Evidence::sentence, Comparator.reverseOrder()))
                .orElseThrow();
        var span = new Span(
                paragraph.get(unit.getFirst().sentence()).span().start(),
                paragraph.get(unit.getLast().sentence()).span().end());
        String words = unit.stream()
                .flatMap(evidence -> evidence.found().stream()
                        .map(found -> words(paragraph.get(evidence.sentence()), found.match())))
                .distinct()
                .map(phrase -> "“" + phrase.replaceAll("\\s+", " ") + "”")
                .collect(Collectors.joining(", "));
        var coding = new Proposal.Coding(
                code.id(),
                main.polarity(),
                main.access(),
                main.claim(),
                Optional.empty(),
                Optional.of(Codebook.practices().version()),
                grammar.actor(paragraph.get(main.sentence())).map(actor -> Circumstances.UNKNOWN.by(actor)));
        return Optional.of(new Suggestion(
                Id.random(),
                account.id(),
                Optional.of(span),
                coding,
                Math.round(score * 100) / 100.0,
                words.isEmpty()
                        ? "Its meaning is like that of passages that were coded so."
                        : "The words " + words + ".",
                by));
    }
}
