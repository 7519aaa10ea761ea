package org.afterword.findings;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.afterword.model.Actor;
import org.afterword.model.Id;
import org.afterword.model.Proposal;
import org.afterword.model.Standing;
import org.afterword.witnesses.Telling;

/** What the accepted codings of one code say by one witness. */
final class Evidence {
    /** In what way something is said. */
    enum Word {
        REPORTS,
        DENIES,
        REPORTS_TOLD,
        DENIES_TOLD
    }

    /** Where a witness belongs for one practice; exactly one of these. */
    enum Part {
        FIRST_HAND,
        HEARSAY,
        DENIES,
        DENIES_TOLD,
        MIXED,
        NOT_MENTIONED,
        NOT_IN_POSITION
    }

    static final Evidence NONE = new Evidence();

    /** Something said, of somebody's doing if that was coded. */
    private record Said(Word word, Optional<Actor> actor) {}

    private final Set<Said> words = new HashSet<>();
    private final Set<Said> certain = new HashSet<>();
    private final Set<Id> perhapsOf = new HashSet<>();

    void add(Proposal.Coding coding, Telling telling) {
        boolean firstHand = coding.standing() == Standing.FIRST_HAND;
        Word word = switch (coding.polarity()) {
            case REPORTS -> firstHand ? Word.REPORTS : Word.REPORTS_TOLD;
            case DENIES -> firstHand ? Word.DENIES : Word.DENIES_TOLD;
        };
        var said = new Said(word, coding.actor());
        words.add(said);
        if (telling.certain()) {
            certain.add(said);
        }
        perhapsOf.addAll(telling.perhapsOf());
    }

    Part part(Position position) {
        return part(words, position);
    }

    /** Whether it is told first-hand that they did it. */
    boolean reports(Actor actor) {
        return words.contains(new Said(Word.REPORTS, Optional.of(actor)));
    }

    /** The same, in words that are certainly the witness's own. */
    boolean certainlyReports(Actor actor) {
        return certain.contains(new Said(Word.REPORTS, Optional.of(actor)));
    }

    /** Whether nothing of it may be another's word. */
    boolean isCertain() {
        return certain.size() == words.size();
    }

    /** Whether the witness is in one of the parts whichever of the words that may be another's are. */
    boolean isIn(Set<Part> parts, Position position) {
        return possible().allMatch(said -> parts.contains(part(said, position)));
    }

    /** The same of a witness who says at least one thing. */
    boolean isInIfAnything(Set<Part> parts, Position position) {
        return possible().filter(said -> !said.isEmpty()).allMatch(said -> parts.contains(part(said, position)));
    }

    /** What the witness may say: what certainly is its own, and any of the other words. */
    private Stream<Set<Said>> possible() {
        List<Said> doubtful =
                words.stream().filter(word -> !certain.contains(word)).toList();
        return IntStream.range(0, 1 << doubtful.size()).mapToObj(which -> {
            var said = new HashSet<>(certain);
            for (int i = 0; i < doubtful.size(); i++) {
                if ((which >> i & 1) == 1) {
                    said.add(doubtful.get(i));
                }
            }
            return said;
        });
    }

    /** Whose words those that are not certain may be; also speakers who do not count. */
    Set<Id> perhapsOf() {
        return perhapsOf;
    }

    private static Part part(Set<Said> words, Position position) {
        boolean firstHand = has(words, Word.REPORTS) || has(words, Word.DENIES);
        if (firstHand && position != Position.NO) {
            return either(words, Word.REPORTS, Part.FIRST_HAND, Word.DENIES, Part.DENIES);
        }
        if (has(words, Word.REPORTS_TOLD) || has(words, Word.DENIES_TOLD)) {
            return either(words, Word.REPORTS_TOLD, Part.HEARSAY, Word.DENIES_TOLD, Part.DENIES_TOLD);
        }
        return position == Position.YES ? Part.NOT_MENTIONED : Part.NOT_IN_POSITION;
    }

    private static boolean has(Set<Said> words, Word word) {
        return words.stream().anyMatch(said -> said.word() == word);
    }

    private static Part either(Set<Said> words, Word one, Part onlyOne, Word other, Part onlyOther) {
        if (has(words, one)) {
            return has(words, other) && !ofOthers(words, one, other) ? Part.MIXED : onlyOne;
        }
        return onlyOther;
    }

    /** Leaders who did not, and members who did: two whose doings are told apart do not contradict each other. */
    private static boolean ofOthers(Set<Said> words, Word one, Word other) {
        Set<Optional<Actor>> reported = actors(words, one);
        Set<Optional<Actor>> denied = actors(words, other);
        return !reported.contains(Optional.<Actor>empty())
                && !denied.contains(Optional.<Actor>empty())
                && Collections.disjoint(reported, denied);
    }

    private static Set<Optional<Actor>> actors(Set<Said> words, Word word) {
        return words.stream()
                .filter(said -> said.word() == word)
                .map(Said::actor)
                .collect(Collectors.toSet());
    }
}
