package org.afterword.labelled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.afterword.model.Sha256;
import org.afterword.model.Span;

/**
 * A file as it would be received, and what is named where in it.
 *
 * @param kind "ex-member, political"
 * @param file the name under which it comes
 * @param text what was received, without marks
 */
record LabelledAccount(String source, String kind, String file, String text, List<Label> labels) {
    static final Path FOLDER = Path.of("src/test/resources/labelled");
    private static final Pattern MARK = Pattern.compile("\\[\\[([^\\]|]+)\\|([phlgx]\\d+|c(?::[pg]\\d+)?)\\]\\]");

    /** What kind of thing is named. */
    enum Kind {
        PERSON,
        PUBLIC_PERSON,
        PLACE,
        GROUP,
        CONTACT,
        PUBLIC_THING;

        /** Whether it must not be seen. */
        boolean hidden() {
            return this != PUBLIC_PERSON && this != PUBLIC_THING;
        }

        boolean person() {
            return this == PERSON || this == PUBLIC_PERSON;
        }
    }

    /**
     * @param span in the file's text (UTF-16 code units); empty if it stands in the file's name
     * @param entity the same for every mention of the same person in the file
     * @param owner whose contact it is
     */
    record Label(Span span, String words, Kind kind, String entity, Optional<String> owner) {}

    /** All of a part ("development", "held-out"), in the order of their names. */
    static List<LabelledAccount> of(String part) {
        List<String> heldOut;
        try {
            heldOut = Files.readAllLines(FOLDER.resolve("held-out.list"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all().stream()
                .filter(account -> heldOut.contains(account.source()) == part.equals("held-out"))
                .toList();
    }

    static List<LabelledAccount> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(LabelledAccount::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LabelledAccount read(Path file) {
        try {
            return parse(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LabelledAccount parse(String source, String marked) {
        int end = marked.indexOf("\n\n");
        List<String> head = List.of(marked.substring(0, end).split(" \\| "));
        String body = marked.substring(end + 2);
        var labels = new ArrayList<Label>();
        String text = unmarked(body, labels);
        var inName = new ArrayList<Label>();
        String name = unmarked(head.getLast(), inName);
        inName.forEach(label ->
                labels.add(new Label(new Span(0, 0), label.words(), label.kind(), label.entity(), label.owner())));
        if (text.contains("[[") || text.contains("]]")) {
            throw new IllegalArgumentException(source + " has a mark that is none");
        }
        return new LabelledAccount(source, head.getFirst(), name, text, List.copyOf(labels));
    }

    private static String unmarked(String marked, List<Label> labels) {
        var text = new StringBuilder();
        Matcher mark = MARK.matcher(marked);
        int from = 0;
        while (mark.find()) {
            text.append(marked, from, mark.start());
            int start = text.length();
            text.append(mark.group(1));
            labels.add(label(new Span(start, text.length()), mark.group(1), mark.group(2)));
            from = mark.end();
        }
        return text.append(marked, from, marked.length()).toString();
    }

    private static Label label(Span span, String words, String label) {
        Kind kind = switch (label.charAt(0)) {
            case 'p' -> Kind.PERSON;
            case 'h' -> Kind.PUBLIC_PERSON;
            case 'l' -> Kind.PLACE;
            case 'g' -> Kind.GROUP;
            case 'c' -> Kind.CONTACT;
            default -> Kind.PUBLIC_THING;
        };
        boolean owned = label.indexOf(':') > 0;
        return kind == Kind.CONTACT
                ? new Label(span, words, kind, words, owned ? Optional.of(label.substring(2)) : Optional.empty())
                : new Label(span, words, kind, label, Optional.empty());
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Sha256 hash() {
        return Sha256.of(text);
    }

    int words() {
        return (int) Placed.WORD.matcher(text).results().count();
    }
}
