package org.afterword.findings;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.afterword.model.Id;
import org.afterword.model.Polarity;
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

    private final Set<Word> words = EnumSet.noneOf(Word.class);
    private final Set<Word> certain = EnumSet.noneOf(Word.class);
    private final Set<Id> perhapsOf = new HashSet<>();

    void add(Polarity polarity, boolean firstHand, Telling telling) {
        Word word = switch (polarity) {
            case REPORTS -> firstHand ? Word.REPORTS : Word.REPORTS_TOLD;
            case DENIES -> firstHand ? Word.DENIES : Word.DENIES_TOLD;
        };
        words.add(word);
        if (telling.certain()) {
            certain.add(word);
        }
        perhapsOf.addAll(telling.perhapsOf());
    }

    Part part(Position position) {
        return part(words, position);
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
    private Stream<Set<Word>> possible() {
        List<Word> doubtful =
                words.stream().filter(word -> !certain.contains(word)).toList();
        return IntStream.range(0, 1 << doubtful.size()).mapToObj(which -> {
            var said = EnumSet.noneOf(Word.class);
            said.addAll(certain);
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

    private static Part part(Set<Word> words, Position position) {
        boolean firstHand = words.contains(Word.REPORTS) || words.contains(Word.DENIES);
        if (firstHand && position != Position.NO) {
            return either(words, Word.REPORTS, Part.FIRST_HAND, Word.DENIES, Part.DENIES);
        }
        if (words.contains(Word.REPORTS_TOLD) || words.contains(Word.DENIES_TOLD)) {
            return either(words, Word.REPORTS_TOLD, Part.HEARSAY, Word.DENIES_TOLD, Part.DENIES_TOLD);
        }
        return position == Position.YES ? Part.NOT_MENTIONED : Part.NOT_IN_POSITION;
    }

    private static Part either(Set<Word> words, Word one, Part onlyOne, Word other, Part onlyOther) {
        if (words.contains(one)) {
            return words.contains(other) ? Part.MIXED : onlyOne;
        }
        return onlyOther;
    }
}
