package org.afterword.people;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class AliasQualityTest {
    private static final Path NOVELS = Path.of("../../../shared/ner/litbank");

    @Test
    void look() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(NOVELS));
        List<LitBank> all = LitBank.all(NOVELS);
        for (boolean dev : new boolean[] {true, false}) {
            List<LitBank> part = all.stream().filter(d -> d.development() == dev).toList();
            AliasFigures marked = AliasFigures.of(part, AliasFigures::marked);
            AliasFigures rules = AliasFigures.of(part, d -> NameFinder.find(d.account().text()));
            System.out.println((dev ? "dev " : "held ") + part.size() + " marked: " + marked);
            System.out.println((dev ? "dev " : "held ") + part.size() + " rules:  " + rules);
            if (dev && Boolean.getBoolean("look")) {
                rules.wrong().forEach(w -> System.out.println("RULES " + w));
                marked.wrong().forEach(w -> System.out.println("WRONG " + w));
                marked.apart().forEach(w -> System.out.println("APART " + w));
            }
        }
    }
}
