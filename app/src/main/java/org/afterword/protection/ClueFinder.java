package org.afterword.protection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.language.Cue;
import org.afterword.language.Folding;
import org.afterword.language.Sentence;
import org.afterword.language.Sentences;
import org.afterword.language.Vocabulary;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.people.Ages;
import org.afterword.people.Find;

/**
 * Finds what tellers say of themselves: by phrases of English ({@code clues.yaml}), and by the form of dates and ages.
 * It looks for ways in which people speak, so it misses much; a person who reads the account knows more.
 */
final class ClueFinder {
    private static final ClueFinder SHIPPED = shipped();

    private static final String MONTH = "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
            + "|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String YEAR = "(?<year>(?:19|20)[0-9]{2})";
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    /** From the narrow to the wide; what a narrow one takes, a wide one leaves. */
    private static final List<Pattern> DATES = List.of(
            Pattern.compile("(?i)\\b" + MONTH + "\\.? (?<day>[0-3]?[0-9])(?:st|nd|rd|th)?,? " + YEAR + "\\b"),
            Pattern.compile("(?i)\\b(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?: of)? " + MONTH + "\\.?,? " + YEAR + "\\b"),
            Pattern.compile("(?i)\\b" + MONTH + "\\.?,?(?: of)? " + YEAR + "\\b"),
            Pattern.compile(
                    "(?i)\\b(?<season>spring|summer|autumn|fall|winter|christmas|easter)(?: of)?,? " + YEAR + "\\b"),
            Pattern.compile(
                    "(?<![\\w.,/#£$€-])" + YEAR + "(?![\\w%-]|[.,][0-9]| (?:people|members|euros?|pounds?|dollars?))"));

    /** How far before a year a month begins at most: "September 30th, ". */
    private static final int BEFORE_YEAR = 24;

    private static final Pattern PART_OF_YEAR =
            Pattern.compile("(?i)jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spr|sum|aut|fal|win|chr|eas");

    private static final Set<String> TELLER = Set.of("i", "me", "my", "im", "we", "us", "our", "myself");
    private static final Set<String> OTHERS = Set.of(
            ("he she they him her them his their you your who whose it its hes shes someone somebody sister brother mother"
                            + " father mum mom dad husband wife partner friend son daughter girl boy child kid baby cousin uncle aunt"
                            + " girlfriend boyfriend leader woman man teacher")
                    .split(" "));
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?;\n]");

    /** A phrase, and the kind that it is of. */
    private record Phrase(Clue.Kind kind, Cue cue) {}

    /** Kind by kind. */
    private final List<Phrase> phrases = new ArrayList<>();
    /** By the words with which they begin, which. */
    private final Map<String, BitSet> starting = new HashMap<>();

    private final BitSet anyhow = new BitSet();
    private final Map<Clue.Kind, Set<List<String>>> keys = new LinkedHashMap<>();
    private final Map<Clue.Kind, Set<String>> without = new LinkedHashMap<>();

    static final Clue.Kind DATE = new Clue.Kind(
            "date",
            true,
            "When it was.",
            List.of(
                    new Clue.Way("write the year, or \"some years ago\"", "readers see less well what came after what"),
                    new Clue.Way("leave it out", "readers no longer see how recent this is")));
    static final Clue.Kind AGE_THEN = new Clue.Kind(
            "age",
            true,
            "How old the teller was.",
            List.of(new Clue.Way(
                    "write the decade (\"in my twenties\")", "readers see less well how young people are asked")));
    static final Clue.Kind PLACE = new Clue.Kind(
            "place",
            true,
            "A place that stays readable.",
            List.of(
                    new Clue.Way("decide on the place: generalise=REGION", "readers no longer see where"),
                    new Clue.Way("decide on the place: redact", "nothing of it is left")));

    static ClueFinder shipped() {
        try (InputStream file = ClueFinder.class.getResourceAsStream("clues.yaml")) {
            if (file == null) {
                throw new IllegalStateException("the program is incomplete: clues.yaml is missing");
            }
            return new ClueFinder(new YAMLMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ClueFinder english() {
        return SHIPPED;
    }

    private ClueFinder(JsonNode root) {
        var sets = new LinkedHashMap<String, List<String>>();
        root.path("sets").properties().forEach(set -> sets.put(set.getKey(), texts(set.getValue())));
        var vocabulary = Vocabulary.of(sets);
        root.path("kinds").properties().forEach(entry -> {
            JsonNode node = entry.getValue();
            var kind = new Clue.Kind(
                    entry.getKey(),
                    node.path("points").asBoolean(),
                    node.path("says").asText(),
                    ways(node.path("ways")));
            texts(node.path("phrases")).forEach(phrase -> add(new Phrase(kind, Cue.parse(phrase, vocabulary))));
            keys.put(kind, node.has("key") ? vocabulary.set(node.path("key").asText()) : Set.of());
            without.put(kind, Set.copyOf(sets.getOrDefault(node.path("without").asText(), List.of())));
        });
    }

    private void add(Phrase phrase) {
        int number = phrases.size();
        phrases.add(phrase);
        phrase.cue()
                .starts()
                .forEach(word ->
                        starting.computeIfAbsent(word, _ -> new BitSet()).set(number));
        anyhow.set(number, phrase.cue().starts().isEmpty());
    }

    /** Which of them may stand in a sentence. */
    private BitSet perhaps(Sentence sentence) {
        var perhaps = (BitSet) anyhow.clone();
        sentence.vocabulary()
                .forEach(word -> Optional.ofNullable(starting.get(word)).ifPresent(perhaps::or));
        return perhaps;
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    /** Written as "how: what is lost", which YAML reads as a field. */
    private static List<Clue.Way> ways(JsonNode list) {
        var ways = new ArrayList<Clue.Way>();
        list.forEach(node -> node.properties()
                .forEach(way ->
                        ways.add(new Clue.Way(way.getKey(), way.getValue().asText()))));
        return List.copyOf(ways);
    }

    /**
     * The clues in one stretch of a teller's own words, in the order of the text.
     *
     * @param stretch in the text (UTF-16 code units)
     */
    List<Clue> find(Id account, String text, Span stretch) {
        var clues = new ArrayList<Clue>();
        for (Span one : Sentences.of(stretch.of(text), Locale.ENGLISH)) {
            var span = new Span(stretch.start() + one.start(), stretch.start() + one.end());
            Sentence sentence = Sentence.of(text, span);
            perhaps(sentence).stream().mapToObj(phrases::get).forEach(phrase -> {
                Clue.Kind kind = phrase.kind();
                phrase.cue().all(sentence).stream()
                        .filter(match ->
                                Collections.disjoint(without.getOrDefault(kind, Set.of()), words(sentence, match)))
                        .map(match -> clue(kind, account, text, sentence, match))
                        .filter(clue -> clues.stream()
                                .noneMatch(other -> other.kind().equals(kind)
                                        && other.span().overlaps(clue.span())))
                        .forEach(clues::add);
            });
        }
        dates(account, text, stretch, clues);
        ages(account, text, stretch, clues);
        clues.sort((a, b) -> a.span().compareTo(b.span()));
        return clues;
    }

    private Clue clue(Clue.Kind kind, Id account, String text, Sentence sentence, Cue.Match match) {
        var span = new Span(
                sentence.words().get(match.from()).span().start(),
                sentence.words().get(match.to() - 1).span().end());
        List<String> words = words(sentence, match);
        String key = keys.getOrDefault(kind, Set.of()).stream()
                .filter(phrase -> Collections.indexOfSubList(words, phrase) >= 0)
                .map(phrase -> String.join(" ", phrase))
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .orElseGet(() -> String.join(" ", words));
        return new Clue(kind, account, span, span.of(text), kind.name() + ":" + key);
    }

    private static List<String> words(Sentence sentence, Cue.Match match) {
        return sentence.words().subList(match.from(), match.to()).stream()
                .map(Sentence.Word::text)
                .toList();
    }

    private static void dates(Id account, String text, Span stretch, List<Clue> clues) {
        List<Pattern> patterns = patterns(text, stretch);
        var taken = new ArrayList<Span>();
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(text).region(stretch.start(), stretch.end());
            Set<String> parts = pattern.namedGroups().keySet();
            while (matcher.find()) {
                var span = new Span(matcher.start(), matcher.end());
                if (taken.stream().noneMatch(span::overlaps)) {
                    taken.add(span);
                    clues.add(new Clue(DATE, account, span, matcher.group(), "date:" + dateKey(matcher, parts)));
                }
            }
        }
    }

    /** Most texts have no year, and most years no month beside them: then there is little to look for. */
    private static List<Pattern> patterns(String text, Span stretch) {
        boolean year = false;
        for (int at = stretch.start(); at + 4 <= stretch.end(); at++) {
            if (text.startsWith("19", at) || text.startsWith("20", at)) {
                year = true;
                String before = text.substring(Math.max(stretch.start(), at - BEFORE_YEAR), at);
                if (PART_OF_YEAR.matcher(before).find()) {
                    return DATES;
                }
            }
        }
        return year ? List.of(DATES.getLast()) : List.of();
    }

    private static String dateKey(Matcher matcher, Set<String> parts) {
        String year = matcher.group("year");
        if (parts.contains("season")) {
            return year + " " + matcher.group("season").toLowerCase(Locale.ROOT).replace("fall", "autumn");
        }
        if (!parts.contains("month")) {
            return year;
        }
        int month = MONTHS.indexOf(matcher.group("month").substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
        return parts.contains("day")
                ? String.format(Locale.ROOT, "%s-%02d-%02d", year, month, Integer.parseInt(matcher.group("day")))
                : String.format(Locale.ROOT, "%s-%02d", year, month);
    }

    private static void ages(Id account, String text, Span stretch, List<Clue> clues) {
        String told = stretch.of(text);
        for (Find age : Ages.find(told)) {
            if (ofTeller(told.substring(0, age.span().start()))) {
                var span = new Span(
                        stretch.start() + age.span().start(),
                        stretch.start() + age.span().end());
                String years = Ages.of(age.name()).isPresent()
                        ? Ages.of(age.name()).getAsInt() + (Ages.decade(age.name()) ? "s" : "")
                        : Folding.fold(age.text());
                clues.add(new Clue(AGE_THEN, account, span, age.name(), "age:" + years));
            }
        }
    }

    /** Whether nobody else was spoken of last in the sentence that the age ends. */
    private static boolean ofTeller(String before) {
        String[] sentences = SENTENCE_END.split(before.substring(Math.max(0, before.length() - 120)), -1);
        List<String> words = List.of(WORDS.split(Folding.fold(sentences[sentences.length - 1]), -1));
        return words.reversed().stream()
                .filter(word -> TELLER.contains(word) || OTHERS.contains(word))
                .findFirst()
                .map(TELLER::contains)
                .orElse(true);
    }
}
