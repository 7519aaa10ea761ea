package org.afterword.witnesses;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.afterword.model.Account;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.model.When;

/** Writes an account turn by turn, for tests. */
public final class Draft {
    private final StringBuilder text = new StringBuilder();
    private final List<Speaker> speakers = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private Optional<Id> group = Optional.empty();
    private Optional<When> date = Optional.empty();
    private Optional<String> sourceUrl = Optional.empty();
    private Optional<String> channel = Optional.empty();
    private Optional<String> repostOf = Optional.empty();

    private final Random ids;

    public Draft() {
        this(new Random());
    }

    /**
     * @param ids where the ids come from, so that a seed makes the same case again
     */
    public Draft(Random ids) {
        this.ids = ids;
    }

    private Id id() {
        return new Id(ids.nextLong(), ids.nextLong());
    }

    /** One who tells; without a name if it is empty. */
    public static Account essay(Group group, String name, String text) {
        return new Draft().of(group).teller(name).says(text).done();
    }

    public Draft of(Group of) {
        group = Optional.of(of.id());
        return this;
    }

    public Draft on(String day) {
        date = Optional.of(When.day(day, LocalDate.parse(day)));
        return this;
    }

    public Draft at(String url) {
        sourceUrl = Optional.of(url);
        return this;
    }

    public Draft in(String place) {
        channel = Optional.of(place);
        return this;
    }

    public Draft repostOf(String original) {
        repostOf = Optional.of(original);
        return this;
    }

    /** The speaker of what is said next. */
    public Draft teller(String name) {
        return speaker(name, name.isEmpty() ? Speaker.Kind.UNNAMED : Speaker.Kind.NAMED, Speaker.Role.TELLER);
    }

    public Draft label(String name) {
        return speaker(name, Speaker.Kind.LABEL, Speaker.Role.TELLER);
    }

    public Draft interviewer(String name) {
        return speaker(name, Speaker.Kind.NAMED, Speaker.Role.INTERVIEWER);
    }

    private Draft speaker(String name, Speaker.Kind kind, Speaker.Role role) {
        speakers.add(new Speaker(id(), name, kind, role));
        return this;
    }

    public Draft says(String words) {
        return turn(words, Turn.Voice.OWN);
    }

    public Draft quotes(String words) {
        return turn(words, Turn.Voice.QUOTED);
    }

    private Draft turn(String words, Turn.Voice voice) {
        if (!text.isEmpty()) {
            text.append("\n\n");
        }
        int start = text.length();
        text.append(words);
        turns.add(new Turn(
                turns.size(),
                new Span(start, text.length()),
                speakers.size() - 1,
                voice,
                !turns.isEmpty(),
                Optional.empty()));
        return this;
    }

    public Account done() {
        return new Account(
                id(),
                id(),
                group,
                "text",
                "",
                Optional.empty(),
                Optional.empty(),
                channel,
                date,
                Optional.empty(),
                sourceUrl,
                repostOf,
                text.toString(),
                speakers,
                turns);
    }
}
