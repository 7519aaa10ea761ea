package org.afterword.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.afterword.language.Folding;
import org.afterword.language.NameTagger.Tagged;
import org.afterword.language.Token;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;

/** What rules found and what was learned, as one list of finds. */
final class Joined {
    /** What the learned finder's finds are said to be by. */
    static final String BY = "learned:sentence-model";

    private static final double SURE = .5;

    private Joined() {}

    static Optional<Find> learned(Tagged tagged, String text) {
        return Optional.of(new Find(tagged.span(), tagged.span().of(text), tagged.kind(), BY, tagged.score()));
    }

    static List<Find> of(List<Find> rules, List<Tagged> tagged, String text, boolean recall) {
        var learned = new ArrayList<Find>();
        for (Tagged one : tagged) {
            if (recall ? !ordinary(one, text) : true) {
                learned.add(new Find(one.span(), one.span().of(text), one.kind(), BY, one.score()));
            }
        }
        var all = new ArrayList<Find>(learned);
        for (Find find : rules) {
            if (learned.stream().noneMatch(one -> one.span().overlaps(find.span()))
                    && (recall || find.score() >= Double.parseDouble(System.getProperty("j.t", ".8")))) {
                all.add(find);
            }
        }
        all.sort(Comparator.comparing(Find::span));
        return all;
    }

    private static boolean ordinary(Tagged one, String text) {
        List<Token> words = Token.of(one.span().of(text));
        return words.stream()
                .allMatch(word -> word.shape() == Token.Shape.LOWER && OrdinaryWords.contain(Folding.fold(word.text())));
    }
}
