package org.afterword.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The named sets of words that cues use, and the forms of English verbs. */
public final class Vocabulary {
    private static final String VOWELS = "aeiou";
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("be", "am is are was were been being"),
            Map.entry("become", "becomes became becoming"),
            Map.entry("break", "breaks broke broken breaking"),
            Map.entry("bring", "brings brought bringing"),
            Map.entry("buy", "buys bought buying"),
            Map.entry("catch", "catches caught catching"),
            Map.entry("choose", "chooses chose chosen choosing"),
            Map.entry("come", "comes came coming"),
            Map.entry("cut", "cuts cutting"),
            Map.entry("do", "does did done doing"),
            Map.entry("drive", "drives drove driven driving"),
            Map.entry("eat", "eats ate eaten eating"),
            Map.entry("fall", "falls fell fallen falling"),
            Map.entry("feel", "feels felt feeling"),
            Map.entry("find", "finds found finding"),
            Map.entry("forbid", "forbids forbade forbidden forbidding"),
            Map.entry("get", "gets got gotten getting"),
            Map.entry("give", "gives gave given giving"),
            Map.entry("go", "goes went gone going"),
            Map.entry("hand", "hands handed handing"),
            Map.entry("have", "has had having"),
            Map.entry("hear", "hears heard hearing"),
            Map.entry("hide", "hides hid hidden hiding"),
            Map.entry("hold", "holds held holding"),
            Map.entry("keep", "keeps kept keeping"),
            Map.entry("know", "knows knew known knowing"),
            Map.entry("lead", "leads led leading"),
            Map.entry("learn", "learns learned learnt learning"),
            Map.entry("leave", "leaves left leaving"),
            Map.entry("let", "lets letting"),
            Map.entry("lose", "loses lost losing"),
            Map.entry("make", "makes made making"),
            Map.entry("meet", "meets met meeting"),
            Map.entry("pay", "pays paid payed paying"),
            Map.entry("put", "puts putting"),
            Map.entry("quit", "quits quitted quitting"),
            Map.entry("read", "reads reading"),
            Map.entry("ring", "rings rang rung ringing"),
            Map.entry("run", "runs ran running"),
            Map.entry("say", "says said saying"),
            Map.entry("see", "sees saw seen seeing"),
            Map.entry("sell", "sells sold selling"),
            Map.entry("send", "sends sent sending"),
            Map.entry("shake", "shakes shook shaken shaking"),
            Map.entry("show", "shows showed shown showing"),
            Map.entry("shut", "shuts shutting"),
            Map.entry("sleep", "sleeps slept sleeping"),
            Map.entry("speak", "speaks spoke spoken speaking"),
            Map.entry("spend", "spends spent spending"),
            Map.entry("spread", "spreads spreading"),
            Map.entry("stand", "stands stood standing"),
            Map.entry("take", "takes took taken taking"),
            Map.entry("teach", "teaches taught teaching"),
            Map.entry("tell", "tells told telling"),
            Map.entry("think", "thinks thought thinking"),
            Map.entry("throw", "throws threw thrown throwing"),
            Map.entry("wear", "wears wore worn wearing"),
            Map.entry("win", "wins won winning"),
            Map.entry("withdraw", "withdraws withdrew withdrawn withdrawing"),
            Map.entry("write", "writes wrote written writing"));
    /** Verbs of more than one syllable whose last consonant is not doubled. */
    private static final Set<String> NOT_DOUBLED = Set.of(
            "visit",
            "question",
            "open",
            "offer",
            "answer",
            "enter",
            "monitor",
            "discover",
            "threaten",
            "listen",
            "cover",
            "wonder",
            "remember",
            "benefit",
            "follow",
            "harass",
            "silence",
            "discredit",
            "deliver",
            "rumour");

    private final Map<String, List<String>> sets;

    private Vocabulary(Map<String, List<String>> sets) {
        this.sets = sets;
    }

    public static Vocabulary of(Map<String, List<String>> sets) {
        return new Vocabulary(sets);
    }

    /**
     * The phrases of a set.
     *
     * @throws IllegalArgumentException if there is no such set
     */
    public Set<List<String>> set(String name) {
        List<String> entries = sets.get(name);
        if (entries == null) {
            throw new IllegalArgumentException("there is no set '" + name + "'");
        }
        var phrases = new LinkedHashSet<List<String>>();
        for (String entry : entries) {
            phrases.addAll(phrases(entry));
        }
        return phrases;
    }

    /** A phrase in all forms of those of its words that end in a plus sign. */
    static Set<List<String>> phrases(String written) {
        Set<List<String>> phrases = new LinkedHashSet<>();
        phrases.add(List.of());
        for (String word : written.strip().split("[\\s_]+", -1)) {
            if (word.isEmpty()) {
                throw new IllegalArgumentException("a word is missing");
            }
            List<List<String>> forms = word.length() > 1 && word.endsWith("+")
                    ? forms(word.substring(0, word.length() - 1))
                    : word.endsWith("*") ? List.of(List.of(word)) : List.of(Sentence.split(word));
            var longer = new LinkedHashSet<List<String>>();
            for (List<String> phrase : phrases) {
                for (List<String> form : forms) {
                    var joined = new ArrayList<>(phrase);
                    joined.addAll(form);
                    longer.add(List.copyOf(joined));
                }
            }
            phrases = longer;
        }
        return phrases;
    }

    private static List<List<String>> forms(String verb) {
        var forms = new LinkedHashSet<String>();
        forms.add(verb);
        String irregular = IRREGULAR.get(verb);
        if (irregular != null) {
            forms.addAll(List.of(irregular.split(" ", -1)));
        } else {
            forms.addAll(regular(verb));
        }
        return forms.stream().map(List::of).toList();
    }

    private static List<String> regular(String verb) {
        int end = verb.length() - 1;
        char last = verb.charAt(end);
        char before = end > 0 ? verb.charAt(end - 1) : ' ';
        boolean vowelBefore = VOWELS.indexOf(before) >= 0;
        if (last == 'e') {
            String stem = verb.substring(0, end);
            return List.of(verb + "s", verb + "d", stem + "ing");
        }
        if (last == 'y' && !vowelBefore) {
            String stem = verb.substring(0, end);
            return List.of(stem + "ies", stem + "ied", verb + "ing");
        }
        String third = verb.endsWith("s") || verb.endsWith("sh") || verb.endsWith("ch") || last == 'x' ? "es" : "s";
        boolean doubled = vowelBefore
                && "bdglmnpt".indexOf(last) >= 0
                && end > 1
                && VOWELS.indexOf(verb.charAt(end - 2)) < 0
                && !NOT_DOUBLED.contains(verb);
        String stem = doubled ? verb + last : verb;
        return List.of(verb + third, stem + "ed", stem + "ing");
    }
}
