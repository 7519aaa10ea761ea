package org.afterword.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;

/**
 * How many of the names that people marked in a CoNLL file are touched by a find, and how many finds touch a marked name.
 * Handles (an "@" and what follows) are left out, as they have rules of their own.
 */
record NameFigures(
        int persons,
        int touched,
        int marked,
        int markedTouched,
        int finds,
        int right,
        int personFinds,
        int personRight,
        List<String> missed,
        List<String> wrong) {

    private record Gold(Span span, boolean person, boolean handle) {}

    static NameFigures of(Path conll) throws IOException {
        int persons = 0;
        int touched = 0;
        int marked = 0;
        int markedTouched = 0;
        int finds = 0;
        int right = 0;
        int personFinds = 0;
        int personRight = 0;
        var missed = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        String whole = Files.readString(conll, StandardCharsets.UTF_8).replace("\r", "");
        for (String block : List.of(whole.split("\n\\s*\n"))) {
            var text = new StringBuilder();
            var gold = new ArrayList<Gold>();
            read(block, text, gold);
            List<Find> found = NameFinder.find(text.toString());
            for (Gold name : gold) {
                if (name.handle()) {
                    continue;
                }
                boolean hit = found.stream().anyMatch(f -> f.span().overlaps(name.span()));
                marked++;
                markedTouched += hit ? 1 : 0;
                if (name.person()) {
                    persons++;
                    touched += hit ? 1 : 0;
                    if (!hit) {
                        missed.add(name.span().of(text.toString()) + " <- " + text);
                    }
                }
            }
            for (Find find : found) {
                if (find.kind() == IdentityKind.HANDLE || find.kind().contact()) {
                    continue;
                }
                boolean hit = gold.stream().anyMatch(g -> g.span().overlaps(find.span()));
                boolean personHit =
                        gold.stream().anyMatch(g -> g.person() && g.span().overlaps(find.span()));
                finds++;
                right += hit ? 1 : 0;
                if (!hit) {
                    wrong.add(find.text() + " " + find.kind() + " " + find.by() + " <- " + text);
                }
                if (find.kind() == IdentityKind.PERSON) {
                    personFinds++;
                    personRight += personHit ? 1 : 0;
                }
            }
        }
        return new NameFigures(
                persons, touched, marked, markedTouched, finds, right, personFinds, personRight, missed, wrong);
    }

    private static void read(String block, StringBuilder text, List<Gold> gold) {
        String before = "";
        int start = -1;
        boolean person = false;
        for (String line : block.lines().toList()) {
            List<String> parts = List.of(line.strip().split("\\s+"));
            if (parts.size() < 2) {
                continue;
            }
            String tag = parts.getLast();
            if (start >= 0 && !tag.startsWith("I-")) {
                add(gold, text, start, person);
                start = -1;
            }
            if (!text.isEmpty() && !before.equals("@") && !parts.getFirst().matches("[.,!?:;’'%)]|'s|’s|n't")) {
                text.append(' ');
            }
            if (tag.startsWith("B-") && !(before.equals("@") && start >= 0)) {
                start = text.length();
                person = tag.toLowerCase(Locale.ROOT).startsWith("b-per");
            }
            text.append(parts.getFirst());
            before = parts.getFirst();
        }
        if (start >= 0) {
            add(gold, text, start, person);
        }
    }

    private static void add(List<Gold> gold, StringBuilder text, int start, boolean person) {
        boolean handle = text.charAt(start) == '@' || (start > 0 && text.charAt(start - 1) == '@');
        gold.add(new Gold(new Span(start, text.length()), person, handle));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "persons touched %d of %d (%.3f); any name touched %d of %d (%.3f); finds on a name %d of %d (%.3f);"
                        + " person finds on a person %d of %d (%.3f)",
                touched,
                persons,
                share(touched, persons),
                markedTouched,
                marked,
                share(markedTouched, marked),
                right,
                finds,
                share(right, finds),
                personRight,
                personFinds,
                share(personRight, personFinds));
    }

    static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
