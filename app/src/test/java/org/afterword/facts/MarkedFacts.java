package org.afterword.facts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.model.When;

/** A short account with its facts; see {@code facts/README.md} beside the marked ones. */
record MarkedFacts(Account account, List<Gold> gold) {
    private static final Pattern FACT = Pattern.compile("\\[\\[([^|]*)\\|([^]]*)]]");

    /** @param reading as it is written */
    record Gold(Span span, String reading) {
        String type() {
            return reading.substring(0, reading.indexOf(' '));
        }
    }

    /** All accounts of a part ("development", "held-out"). */
    static List<MarkedFacts> of(String part) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/facts", part + ".txt")).stream()
                    .filter(line -> !line.isBlank())
                    .map(MarkedFacts::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MarkedFacts parse(String line) {
        boolean dated = line.startsWith("@");
        Optional<When> date =
                dated ? Optional.of(When.day("", LocalDate.parse(line.substring(1, 11)))) : Optional.empty();
        String body = dated ? line.substring(12) : line;
        var text = new StringBuilder();
        var gold = new ArrayList<Gold>();
        Matcher matcher = FACT.matcher(body);
        int last = 0;
        while (matcher.find()) {
            text.append(body, last, matcher.start());
            int start = text.length();
            text.append(matcher.group(1));
            gold.add(new Gold(new Span(start, text.length()), matcher.group(2)));
            last = matcher.end();
        }
        text.append(body, last, body.length());
        return new MarkedFacts(essay(text.toString(), date), List.copyOf(gold));
    }

    /** An account of one turn by one teller. */
    static Account essay(String text, Optional<When> date) {
        var teller = new Speaker(new Id(7, 1), "", Speaker.Kind.UNNAMED, Speaker.Role.TELLER);
        var turn = new Turn(0, new Span(0, text.length()), 0, Turn.Voice.OWN, false, Optional.empty());
        return account(text, date, List.of(teller), List.of(turn));
    }

    static Account account(String text, Optional<When> date, List<Speaker> speakers, List<Turn> turns) {
        return new Account(
                new Id(7, 7),
                new Id(7, 8),
                Optional.empty(),
                "text",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                date,
                Optional.of("en"),
                Optional.empty(),
                Optional.empty(),
                text,
                speakers,
                turns);
    }
}
