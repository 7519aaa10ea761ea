package org.afterword.coding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.afterword.model.Access;
import org.afterword.model.Account;
import org.afterword.model.Claim;
import org.afterword.model.Id;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;

/**
 * An account with the passages that its writer coded; see {@code coding/README.md} beside them.
 *
 * @param ordinary whether it tells of an ordinary group
 */
record CodedPassages(String name, boolean ordinary, Account account, List<Gold> gold) {
    private static final Pattern PASSAGE = Pattern.compile("\\{\\{([^|]*)\\|([^}]*)}}");

    record Gold(Span span, Proposal.Coding coding) {}

    /** All accounts of a part ("development", "held-out"), by name. */
    static List<CodedPassages> of(String part) {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/coding", part))) {
            return files.sorted().map(CodedPassages::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CodedPassages read(Path file) {
        try {
            return parse(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CodedPassages parse(String name, String source) {
        int firstLine = source.indexOf('\n');
        String body = source.substring(firstLine + 1);
        var text = new StringBuilder();
        var gold = new ArrayList<Gold>();
        Matcher matcher = PASSAGE.matcher(body);
        int last = 0;
        while (matcher.find()) {
            text.append(body, last, matcher.start());
            int start = text.length();
            text.append(matcher.group(2));
            var span = new Span(start, text.length());
            for (String coding : matcher.group(1).split(";", -1)) {
                gold.add(new Gold(span, coding(coding.strip())));
            }
            last = matcher.end();
        }
        text.append(body, last, body.length());
        return new CodedPassages(
                name, source.substring(0, firstLine).contains("ordinary"), essay(text.toString()), List.copyOf(gold));
    }

    private static Proposal.Coding coding(String written) {
        String[] parts = written.split(" +", -1);
        if (parts.length != 4
                || Codebook.practices().code("practice/" + parts[0]).isEmpty()) {
            throw new IllegalArgumentException("not a coding: " + written);
        }
        return new Proposal.Coding(
                "practice/" + parts[0],
                parts[1].equals("-") ? Polarity.DENIES : Polarity.REPORTS,
                Access.parse(parts[2]),
                Claim.parse(parts[3]),
                Optional.empty());
    }

    /** An account of one turn by one teller. */
    static Account essay(String text) {
        var teller = new Speaker(new Id(7, 1), "", Speaker.Kind.UNNAMED, Speaker.Role.TELLER);
        var turn = new Turn(0, new Span(0, text.length()), 0, Turn.Voice.OWN, false, Optional.empty());
        return account(text, List.of(teller), List.of(turn));
    }

    static Account account(String text, List<Speaker> speakers, List<Turn> turns) {
        return new Account(
                new Id(7, 7),
                new Id(7, 8),
                Optional.empty(),
                "text",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("en"),
                Optional.empty(),
                Optional.empty(),
                text,
                speakers,
                turns);
    }
}
