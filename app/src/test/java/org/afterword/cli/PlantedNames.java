package org.afterword.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.Speaker;
import org.afterword.protection.RandomNames;

/**
 * Files of every text format that is read, in which invented names stand wherever the format has room for one: what the
 * readers give as title, author, poster, speaker, channel and words is put in place of by names, in the file's own
 * writing.
 */
final class PlantedNames {
    private static final Path FIXTURES = Path.of("src", "test", "resources", "reading");
    private static final Pattern LARGE = Pattern.compile("\\b\\p{Lu}\\p{Ll}{4,}\\b");
    /** How many are told of in one letter. */
    private static final int IN_A_LETTER = 60;

    private final Set<String> names = new LinkedHashSet<>();
    private final Iterator<String> next;

    PlantedNames(int count, Random random) {
        while (names.size() < count) {
            names.add(RandomNames.next(random));
        }
        next = names.iterator();
    }

    Set<String> all() {
        return names;
    }

    /** Every fixture that is text, by its path among them. */
    static List<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith("statistics.csv"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * The fixture, with names in it.
     *
     * @param accounts as it was read
     */
    void plant(Path fixture, List<Account> accounts, Path folder) throws IOException {
        var values = new TreeSet<String>(
                Comparator.comparingInt(String::length).reversed().thenComparing(value -> value));
        for (Account account : accounts) {
            account.speakers().stream().map(Speaker::name).forEach(values::add);
            Stream.of(account.author(), account.poster(), account.channel())
                    .forEach(value -> value.ifPresent(values::add));
            account.metadata().forEach(datum -> values.addAll(words(datum.value())));
            values.addAll(words(account.title()));
            account.turns().forEach(turn -> values.addAll(words(turn.span().of(account.text()))));
        }
        values.removeIf(value -> value.strip().length() < 5);
        boolean json = fixture.toString().matches(".*\\.(json|jsonl|js)");
        String text = Files.readString(fixture, StandardCharsets.ISO_8859_1);
        for (String value : values) {
            String written = written(value, json);
            if (text.contains(written) && next.hasNext()) {
                text = text.replace(written, written(next.next(), json));
            }
        }
        String name = fixture.getFileName().toString();
        boolean known = name.matches("(message_1|account|tweets|direct-messages|slack-users|my-comments).*");
        String named = known || !next.hasNext() ? name : next.next().replace('\'', '’') + " " + name;
        Path own = Files.createDirectories(folder.resolve(name.replace('.', '-')));
        Files.writeString(own.resolve(named), text, StandardCharsets.ISO_8859_1);
    }

    private static List<String> words(String text) {
        return LARGE.matcher(text).results().map(MatchResult::group).limit(3).toList();
    }

    /** As bytes, each a character. */
    private static String written(String value, boolean json) {
        String escaped = json ? value.replace("\\", "\\\\").replace("\"", "\\\"") : value;
        return new String(escaped.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** The rest of the names, in letters and mails that write each in several ways. */
    void letters(Path folder) throws IOException {
        int letter = 0;
        while (next.hasNext()) {
            letter++;
            var some = new ArrayList<String>();
            while (next.hasNext() && some.size() < IN_A_LETTER) {
                some.add(next.next());
            }
            String name = some.getFirst();
            var text = new StringBuilder();
            for (String one : some) {
                List<String> forms = RandomNames.forms(one);
                text.append("On that evening ").append(one).append(" asked us for money. ");
                text.append("The list said “").append(forms.get(3)).append("”. ");
                text.append("Online it was @")
                        .append(forms.get(4))
                        .append(", and later ")
                        .append(forms.get(2));
                text.append(" wrote: “stay.” It was all ").append(forms.get(1)).append("’s idea.\n\n");
            }
            if (letter % 2 == 0) {
                Files.writeString(folder.resolve("letter to " + name + ".txt"), "About " + name + "\n\n" + text);
            } else {
                Files.writeString(
                        folder.resolve(letter + ".html"),
                        "<!doctype html><html><head><title>What " + name + " said</title><meta name=author content=\""
                                + name
                                + "\"><link rel=canonical href=\"https://example.org/~"
                                + RandomNames.forms(name).get(4)
                                + "\"></head><body><article><h1>What " + name + " said</h1><img alt=\"" + name
                                + "\" src=x.png><p>" + text.toString().replace("\n\n", "</p><p>")
                                + "</p></article></body></html>\n");
            }
        }
    }
}
