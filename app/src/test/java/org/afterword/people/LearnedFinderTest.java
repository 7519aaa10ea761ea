package org.afterword.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.afterword.language.EncoderUnavailable;
import org.afterword.language.NameTagger.Tagged;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;
import org.junit.jupiter.api.Test;

class LearnedFinderTest {
    private static final String TEXT =
            "Dear Anna, zuleyma okonkwo and I met Krithi in Tallowfern; write to krithi@post.example or @krithi_9.";

    private static String found(List<Find> finds) {
        return finds.stream()
                .map(find -> find.kind().name() + " " + find.text())
                .toList()
                .toString();
    }

    @Test
    void rulesAndWhatWasLearnedAreOneList() throws EncoderUnavailable {
        List<Find> finds = LearnedFinder.shared().find(TEXT, true);
        String all = found(finds);
        assertTrue(all.contains("EMAIL krithi@post.example") && all.contains("HANDLE @krithi_9"), all);
        assertTrue(all.contains("PERSON Anna,") && all.contains("zuleyma") && all.contains("PERSON Krithi"), all);
        assertTrue(finds.stream().anyMatch(find -> find.by().equals(Joined.BY)), finds.toString());
        assertTrue(finds.stream().anyMatch(find -> !find.by().equals(Joined.BY)), finds.toString());
    }

    @Test
    void withRecallNothingThatTheRulesCoverIsUncovered() throws EncoderUnavailable {
        var random = new Random(11);
        List<String> words = List.of(
                "Anna", "marsh", "Mr", "Ford", "the", "Lantern", "Society", "of", "Leeds", "said", "Jo's", "@jo", ".",
                "and");
        for (int round = 0; round < 40; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 30; i++) {
                text.append(words.get(random.nextInt(words.size()))).append(' ');
            }
            List<Find> both = LearnedFinder.shared().find(text.toString(), true);
            for (Find rule : NameFinder.find(text.toString())) {
                assertTrue(both.stream().anyMatch(find -> find.span().overlaps(rule.span())), rule + " of " + text);
            }
            int last = 0;
            for (Find find : both) {
                assertTrue(find.span().start() >= last, both.toString());
                last = find.span().end();
                assertEquals(find.span().of(text.toString()), find.text());
            }
        }
    }

    @Test
    void whatOverlapsBecomesOneFind() {
        var rule = new Find(new Span(0, 9), "Dear Anna", IdentityKind.UNKNOWN, "rule:capitals", .5);
        var tagged = new Tagged(new Span(5, 14), IdentityKind.PERSON, .7);
        List<Find> joined = Joined.of(List.of(rule), List.of(tagged), "Dear Anna Vorl", true);
        assertEquals("[PERSON Dear Anna Vorl]", found(joined));
        assertEquals("[PERSON Anna Vorl]", found(Joined.of(List.of(rule), List.of(tagged), "Dear Anna Vorl", false)));
    }

    @Test
    void ordinaryWordsThatAreUnlikelyAreNoQuestion() {
        String text = "she told her mother";
        var mother = new Tagged(new Span(13, 19), IdentityKind.PERSON, .2);
        assertEquals("[]", found(Joined.of(List.of(), List.of(mother), text, true)));
    }
}
