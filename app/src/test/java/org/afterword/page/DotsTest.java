package org.afterword.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.afterword.page.Dots.Cluster;
import org.afterword.page.Dots.Kind;
import org.afterword.page.Dots.Part;
import org.afterword.witnesses.Range;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class DotsTest {
    private static final Strings ENGLISH = Strings.of(Locale.ENGLISH);

    @Test
    void onePersonOneDot() {
        for (int low = 0; low < 13; low++) {
            for (int high = low; high < 26; high++) {
                var dots = new Dots(List.of(new Part(Kind.FIRST_HAND, new Range(low, high))));
                int sure = people(dots, false);
                assertEquals(low, sure);
                assertEquals(high, sure + people(dots, true));
                assertEquals(high, draw(dots).select(".dots circle").size());
            }
        }
    }

    @Test
    void ofVeryManyNotEveryDotIsDrawnAndItIsSaid() {
        var many = new Dots(List.of(new Part(Kind.FIRST_HAND, new Range(990, 1010))));
        assertEquals(40, clusters(many, 40).stream().mapToInt(Cluster::size).sum());
        assertTrue(clusters(many, 40).getLast().more());
        assertTrue(draw(many).text().contains("not every dot is drawn"));
        assertTrue(draw(many).text().contains("990 to 1,010"));
    }

    @Test
    void everyKindHasAShapeOfItsOwn() {
        long shapes = Arrays.stream(Kind.values())
                .map(kind -> draw(new Dots(List.of(new Part(kind, new Range(1, 1)))))
                        .select(".dots svg")
                        .html())
                .distinct()
                .count();
        assertEquals(Kind.values().length, shapes);
    }

    @Test
    void theTextSaysWhatTheDotsSay() {
        var dots = new Dots(List.of(
                new Part(Kind.FIRST_HAND, new Range(3, 5)),
                new Part(Kind.DENY, new Range(1, 1)),
                new Part(Kind.MIXED, new Range(0, 0))));
        assertEquals(
                "3 to 5 say so first-hand; 1 says that it was not so",
                draw(dots).select(".people li").eachText().stream().collect(Collectors.joining("; ")));
        assertTrue(dots.uncertain());
    }

    private static List<Cluster> clusters(Dots dots, int most) {
        return dots.parts().stream()
                .flatMap(part -> dots.clusters(part, most).stream())
                .toList();
    }

    private static int people(Dots dots, boolean uncertain) {
        return clusters(dots, 200).stream()
                .filter(cluster -> cluster.uncertain() == uncertain)
                .mapToInt(Cluster::size)
                .sum();
    }

    private static org.jsoup.nodes.Document draw(Dots dots) {
        return Jsoup.parse(Templates.render("part/dots.jte", Map.of("dots", dots, "strings", ENGLISH)));
    }
}
