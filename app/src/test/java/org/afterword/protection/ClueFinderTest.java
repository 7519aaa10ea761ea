package org.afterword.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ClueFinderTest {
    private static List<String> keys(String text) {
        return ClueFinder.english().find(new Id(1, 1), text, new Span(0, text.length())).stream()
                .map(Clue::key)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> whatTellersSayOfThemselves() {
        return Map.ofEntries(
                        Map.entry("For two winters I was the branch treasurer.", "office:treasurer"),
                        Map.entry("In the end they elected me vice president.", "office:vice president"),
                        Map.entry("My time as a recruiter was short.", "office:recruiter"),
                        Map.entry("I sat on the central committee for a while.", "committee:central committee"),
                        Map.entry("Things were different in our youth section.", "unit:our youth section"),
                        Map.entry("The Lowmere branch met in a cellar.", "unit:the lowmere branch"),
                        Map.entry("My sister was already a member.", "family:my sister was already a member"),
                        Map.entry("As a single mother I could not come on Fridays.", "family:single mother"),
                        Map.entry("I worked nights as a nurse.", "work:nurse"),
                        Map.entry("My degree in philosophy did not help.", "study:philosophy"),
                        Map.entry("I grew up in Harrowden.", "origin:i grew up in harrowden"),
                        Map.entry("I was the only foreigner there.", "origin:was the only foreigner"),
                        Map.entry("I spoke at the summer camp.", "event:summer camp"),
                        Map.entry("I lived with them for six years.", "duration:i lived with them for six years"),
                        Map.entry("It began in May 2020.", "date:2020-05"),
                        Map.entry("On 3 June 2019 I left.", "date:2019-06-03"),
                        Map.entry("On June 3rd, 2019 I left.", "date:2019-06-03"),
                        Map.entry("It was the fall of 2016.", "date:2016 autumn"),
                        Map.entry("We moved house in 2014.", "date:2014"),
                        Map.entry("I was nineteen when they asked.", "age:19"),
                        Map.entry("I was 19 when they asked.", "age:19"),
                        Map.entry("I joined at the age of 17.", "age:17"),
                        Map.entry("Aged 15, I believed all of it.", "age:15"),
                        Map.entry("I had just turned 30 then.", "age:30"),
                        Map.entry("I was only two years old.", "age:2"),
                        Map.entry("My sister was in and I joined at 16.", "age:16"),
                        Map.entry("I met them in my late teens.", "age:10s"),
                        Map.entry("I was there in my early 30s.", "age:30s"),
                        Map.entry("By spring I had panic attacks.", "health:i had panic attacks"),
                        Map.entry("They accused me of theft.", "accused:accused me"),
                        Map.entry("I pressured my friends as well.", "accused:i pressured my"),
                        Map.entry("He is a narcissist, they are parasites.", "insult:narcissist"))
                .entrySet()
                .stream()
                .map(one -> dynamicTest(
                        one.getKey(),
                        () -> assertTrue(
                                keys(one.getKey()).contains(one.getValue()),
                                () -> keys(one.getKey()).toString())));
    }

    @TestFactory
    Stream<DynamicTest> whatSaysNothingOfTheTeller() {
        return Stream.of(
                        "I was told by a treasurer that it was spent.",
                        "I was never the treasurer.",
                        "The nurse said that I was well.",
                        "There were 1950 people and 2000 euros.",
                        "We raised £2,019 and 2020% of it.",
                        "I was 20 minutes late.",
                        "I was 15% sure.",
                        "I'm fifteen years out.",
                        "I am twelve years away from it.",
                        "I was 20 years in.",
                        "She was 19 then.",
                        "Their leader turned 60.",
                        "He had a breakdown.",
                        "Their leader was elected.",
                        "She grew up in Harrowden.",
                        "The handbook has a chapter on money.")
                .map(text -> dynamicTest(text, () -> assertEquals(List.of(), keys(text))));
    }

    @Test
    void placesAreOfTheText() {
        String text = "🚣 Before. I was the treasurer in May 2020.";
        List<Clue> clues = ClueFinder.english().find(new Id(1, 1), text, new Span(11, text.length()));
        assertEquals(
                List.of("I was the treasurer", "May 2020"),
                clues.stream().map(clue -> clue.span().of(text)).toList());
    }

    @Test
    void everyKindSaysWhatToDoAndWhatIsLost() {
        keys("I was the treasurer. They accused me. They are scum.").forEach(key -> assertTrue(key.contains(":")));
        ClueFinder.english()
                .find(new Id(1, 1), "I was the treasurer in May 2020 when I was 19.", new Span(0, 45))
                .forEach(clue -> {
                    assertTrue(!clue.kind().ways().isEmpty(), clue.kind().name());
                    clue.kind()
                            .ways()
                            .forEach(way -> assertTrue(
                                    !way.how().isBlank() && !way.lost().isBlank(), way.toString()));
                });
    }
}
