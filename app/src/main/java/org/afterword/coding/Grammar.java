package org.afterword.coding;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.language.Cue;
import org.afterword.language.Sentence;
import org.afterword.language.Vocabulary;
import org.afterword.model.Access;
import org.afterword.model.Actor;
import org.afterword.model.Claim;

/**
 * What the form of an English sentence tells: whether it is evidence at all, how its speaker came by it, and what kind
 * of statement it is. The phrases are in {@code grammar.yaml}; the order in which they are asked is here.
 */
public final class Grammar {
    private static final Grammar ENGLISH;
    /** How many words before a phrase a negation can stand. */
    private static final int REACH = 5;
    /** How many words from a phrase its frame can stand ("I was told that ..."). */
    private static final int NEAR = 9;
    /** The same for what frames a whole sentence ("according to the minutes", "every week"). */
    private static final int FAR = 30;

    static {
        try (InputStream file = Grammar.class.getResourceAsStream("grammar.yaml")) {
            if (file == null) {
                throw new IllegalStateException("the program is incomplete: grammar.yaml is missing");
            }
            JsonNode root = CodebookFile.tree(file);
            Map<String, List<String>> sets = CodebookFile.sets(root.path("sets"));
            ENGLISH = new Grammar(CodebookFile.sets(root.path("cues")), Vocabulary.of(sets));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final Map<String, List<Cue>> cues = new LinkedHashMap<>();
    private final Set<List<String>> negators;
    private final Set<List<String>> seeming;
    private final Set<List<String>> barriers;
    private final Set<List<String>> undoing;

    private Grammar(Map<String, List<String>> written, Vocabulary vocabulary) {
        written.forEach((name, phrases) -> cues.put(
                name, phrases.stream().map(cue -> Cue.parse(cue, vocabulary)).toList()));
        negators = vocabulary.set("negators");
        seeming = vocabulary.set("no-negation");
        barriers = vocabulary.set("barriers");
        undoing = vocabulary.set("undoing");
    }

    public static Grammar english() {
        return ENGLISH;
    }

    /** Whether it asserts something: not a question, no irony mark, nothing that is only imagined. */
    public boolean asserts(Sentence sentence) {
        return !sentence.question()
                && !ironic(sentence)
                && !(has("hypothetical", sentence) && !has("not-hypothetical", sentence));
    }

    private static boolean ironic(Sentence sentence) {
        String text = sentence.text().strip();
        return text.endsWith("/s") || text.contains("(!)") || text.contains("🙄");
    }

    /** Whether it speaks of another group than the account does, by a phrase ("my old church"). */
    public boolean aboutOthers(Sentence sentence) {
        return has("other-group", sentence);
    }

    /** The well-known group or kind of group that it names, by the phrase that does. */
    Optional<String> knownGroup(Sentence sentence) {
        return first("known-group", sentence)
                .map(match -> String.join(
                        " ",
                        sentence.words().subList(match.from(), match.to()).stream()
                                .map(Sentence.Word::text)
                                .toList()));
    }

    /** Whether the words stand under a negation: one before them in the same clause, or one within an early gap. */
    boolean negates(Sentence sentence, Cue cue, Cue.Match match) {
        int negations = 0;
        int close = Math.min(match.to(), match.from() + REACH + 2);
        for (int i = match.from(); i < close; i++) {
            negations += negatesAt(sentence, i) ? 1 : 0;
        }
        if (cue.negative() && negations > 0) {
            // "not allowed to read" is the practice itself
            return false;
        }
        for (int i = match.from() - 1; i >= 0 && i >= match.from() - REACH; i--) {
            if (startsAny(barriers, sentence, i)) {
                break;
            }
            if (negatesAt(sentence, i)) {
                negations++;
            }
            if (startsAny(undoing, sentence, i)) {
                negations--;
            }
            Sentence.Word word = sentence.words().get(i + 1);
            if (word.breakBefore() || word.commaBefore()) {
                // the clause begins after this word, unless the negation itself stands there ("Never, ever")
                break;
            }
        }
        return negations > 0;
    }

    private boolean negatesAt(Sentence sentence, int at) {
        return startsAny(negators, sentence, at) && !startsAny(seeming, sentence, at);
    }

    private static boolean startsAny(Set<List<String>> phrases, Sentence sentence, int at) {
        return phrases.stream().anyMatch(phrase -> {
            for (int i = 0; i < phrase.size(); i++) {
                if (at + i >= sentence.size() || !sentence.word(at + i).equals(phrase.get(i))) {
                    return false;
                }
            }
            return true;
        });
    }

    /** How the speaker came by what the words say. */
    Access access(Sentence sentence, Cue.Match words) {
        if (near("document", sentence, words, FAR)) {
            return Access.DOCUMENT;
        }
        if (!near("addressed", sentence, words, NEAR)) {
            if (near("told-by-named", sentence, words, NEAR)) {
                return Access.TOLD_BY_NAMED;
            }
            if (near("told-by-unnamed", sentence, words, NEAR)) {
                return Access.TOLD_BY_UNNAMED;
            }
        }
        if (near("saw", sentence, words, NEAR) && !has("done-to-me", sentence)) {
            return Access.SAW;
        }
        if (has("first-person", sentence)) {
            return Access.EXPERIENCED;
        }
        if (near("speculation", sentence, words, NEAR)) {
            return Access.NONE;
        }
        return has("third-person", sentence) ? Access.SAW : Access.EXPERIENCED;
    }

    /** Who does it, by the form of the sentence; empty if it names nobody, or more than one kind of people. */
    Optional<Actor> actor(Sentence sentence) {
        var named = EnumSet.noneOf(Actor.class);
        if (has("by-leadership", sentence)) {
            named.add(Actor.LEADERSHIP);
        }
        if (has("by-peers", sentence)) {
            named.add(Actor.PEERS);
        }
        if (has("by-author", sentence)) {
            named.add(Actor.AUTHOR);
        }
        return named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.empty();
    }

    /** What kind of statement the words make. */
    Claim claim(Sentence sentence, Cue.Match words) {
        if (near("speculation", sentence, words, NEAR)) {
            return Claim.SPECULATION;
        }
        if (near("inference", sentence, words, NEAR)) {
            return Claim.INFERENCE;
        }
        if (near("opinion", sentence, words, NEAR)) {
            return Claim.OPINION;
        }
        if (near("rule", sentence, words, NEAR)) {
            return Claim.RULE;
        }
        return near("habit", sentence, words, FAR) ? Claim.HABIT : Claim.EVENT;
    }

    /** Whether one of the cues stands no more than so many words before or after, with no clause mark between. */
    private boolean near(String name, Sentence sentence, Cue.Match words, int reach) {
        return cues.getOrDefault(name, List.of()).stream()
                .flatMap(cue -> cue.all(sentence).stream())
                .anyMatch(match -> {
                    int from = Math.min(match.to(), words.to());
                    int to = Math.max(match.from(), words.from());
                    return to - from <= reach
                            && sentence.words().subList(Math.min(from, to), to).stream()
                                    .noneMatch(Sentence.Word::breakBefore)
                            && (to == sentence.size()
                                    || from > to
                                    || !sentence.words().get(to).breakBefore());
                });
    }

    private boolean has(String name, Sentence sentence) {
        return first(name, sentence).isPresent();
    }

    private Optional<Cue.Match> first(String name, Sentence sentence) {
        return cues.getOrDefault(name, List.of()).stream()
                .flatMap(cue -> cue.find(sentence).stream())
                .findFirst();
    }
}
