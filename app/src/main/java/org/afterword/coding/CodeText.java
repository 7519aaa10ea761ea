package org.afterword.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a code means, as one text under headings: other programs have one field for it. Read back, it is the same code;
 * a text that is not of this form is a definition as a whole.
 */
final class CodeText {
    private static final List<String> LISTS =
            List.of("Counts:", "Does not count:", "Near misses:", "Examples:", "May be mapped from:");
    private static final List<String> LINES =
            List.of("Source: ", "Question: ", "Reported: ", "Denied: ", "Step: ", "Id: ");

    /** In characters; what is longer was written by nobody who defines a code. */
    private static final int LONGEST = 100_000;

    private final String definition;
    private final List<List<String>> lists;
    private final List<Optional<String>> lines;

    private CodeText(String definition, List<List<String>> lists, List<Optional<String>> lines) {
        this.definition = definition;
        this.lists = lists;
        this.lines = lines;
    }

    static String of(Code code) {
        return new CodeText(
                        plain(code.definition()),
                        List.of(code.counts(), code.doesNotCount(), code.nearMisses(), code.examples(), code.from()),
                        List.of(
                                Optional.of(code.source()),
                                code.question(),
                                code.statement().map(Code.Statement::reports),
                                code.statement().map(Code.Statement::denies),
                                code.step().map(Step::toString),
                                Optional.of(code.id())))
                .text();
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private String text() {
        var text = new StringBuilder(definition);
        for (int i = 0; i < LISTS.size(); i++) {
            if (!lists.get(i).isEmpty()) {
                text.append("\n\n").append(LISTS.get(i));
                lists.get(i).forEach(item -> text.append("\n- ").append(line(item)));
            }
        }
        for (int i = 0; i < LINES.size(); i++) {
            Optional<String> value = lines.get(i);
            if (value.isPresent()) {
                text.append("\n\n").append(LINES.get(i)).append(line(value.get()));
            }
        }
        return text.toString();
    }

    /** Empty if it was not written by {@link #of}. */
    static Optional<CodeText> parse(String text) {
        String plain = plain(text);
        int last = plain.lastIndexOf("\n\n");
        if (plain.length() > LONGEST || last < 0 || !plain.startsWith(LINES.getLast(), last + 2)) {
            return Optional.empty();
        }
        for (int at = plain.indexOf("\n\n"); at > 0; at = plain.indexOf("\n\n", at + 1)) {
            Optional<CodeText> parsed = parse(plain.substring(0, at), plain.substring(at + 2));
            if (parsed.isPresent() && parsed.get().text().equals(plain)) {
                return parsed;
            }
        }
        return Optional.empty();
    }

    private static Optional<CodeText> parse(String definition, String rest) {
        var lists = new ArrayList<List<String>>();
        LISTS.forEach(one -> lists.add(new ArrayList<>()));
        var lines = new ArrayList<Optional<String>>();
        LINES.forEach(one -> lines.add(Optional.empty()));
        for (String block : rest.split("\n\n", -1)) {
            int end = block.indexOf('\n');
            int list = LISTS.indexOf(end < 0 ? block : block.substring(0, end));
            int line = list >= 0 ? -1 : heading(block);
            if (list < 0 && line < 0) {
                return Optional.empty();
            }
            if (list >= 0) {
                for (String item : block.substring(Math.max(end, 0)).strip().split("\n", -1)) {
                    lists.get(list).add(item.startsWith("- ") ? item.substring(2) : item);
                }
            } else {
                lines.set(line, Optional.of(block.substring(LINES.get(line).length())));
            }
        }
        return Optional.of(new CodeText(definition, lists, lines));
    }

    private static int heading(String block) {
        for (int i = 0; i < LINES.size(); i++) {
            if (block.startsWith(LINES.get(i))) {
                return i;
            }
        }
        return -1;
    }

    Optional<String> id() {
        return lines.get(5);
    }

    /**
     * @param source where it does not say one
     */
    Code code(String id, Optional<String> parent, String name, String source, Code.Elsewhere elsewhere) {
        return new Code(
                id,
                parent,
                name,
                definition,
                lists.get(0),
                lists.get(1),
                lists.get(2),
                lists.get(3),
                lines.get(0).orElse(source),
                lines.get(4).flatMap(Step::named),
                lines.get(1),
                lines.get(2).flatMap(reports -> lines.get(3).map(denies -> new Code.Statement(reports, denies))),
                lists.get(4),
                Code.Cues.NONE,
                elsewhere);
    }
}
