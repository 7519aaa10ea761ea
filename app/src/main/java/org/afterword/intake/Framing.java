package org.afterword.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.model.Consent;
import org.afterword.page.Link;
import org.afterword.page.Page;
import org.afterword.page.Strings;

/** What stands around every page, and the pages that need no receipt. */
final class Framing {
    static final List<String> LANGUAGES = Stream.of("en", "es", "ar")
            .filter(language -> Framing.class.getResource("strings_" + language + ".properties") != null)
            .toList();

    /** Pages that anybody can ask for. */
    private static final List<String> WAYS = List.of("tell", "return", "encrypt");

    private static final List<Consent> CONSENTS = List.of(Consent.COUNTS, Consent.REWORDED, Consent.VERBATIM);
    private final Inbox inbox;
    private final Tokens tokens;
    private final Tokens admissions;
    private final Map<String, Strings> strings = new HashMap<>();

    Framing(Inbox inbox, Tokens tokens, Tokens admissions) {
        this.inbox = inbox;
        this.tokens = tokens;
        this.admissions = admissions;
        LANGUAGES.forEach(language -> strings.put(language, Strings.of(Framing.class, Locale.of(language))));
    }

    private Strings strings(String language) {
        return Optional.ofNullable(strings.get(language)).orElseThrow();
    }

    /**
     * @param path behind the language; empty for the first page
     */
    Sheets.Frame frame(String language, String path) {
        return frame(language, path, tokens);
    }

    private Sheets.Frame frame(String language, String path, Tokens ours) {
        Strings words = strings(language);
        String base = "/" + language;
        List<Link> ways = new ArrayList<>();
        ways.add(new Link(words.say("way.start"), base, path.isEmpty()));
        for (String way : WAYS) {
            ways.add(new Link(words.say("way." + way), base + "/" + way, path.equals(way)));
        }
        var page = new Page(
                words,
                words.say("start.title"),
                words.say("name"),
                base,
                Optional.empty(),
                Optional.empty(),
                "/style.css",
                "/icon.png",
                ways,
                words.say("colophon"),
                List.of(),
                Optional.empty(),
                Optional.empty());
        return new Sheets.Frame(
                page,
                base,
                LANGUAGES.stream()
                        .map(other -> new Link(
                                strings(other).say("language"),
                                "/" + other + (WAYS.contains(path) ? "/" + path : ""),
                                other.equals(language)))
                        .toList(),
                ours.token());
    }

    Sheets.Start start(String language, String path) {
        Settings settings = inbox.settings();
        return new Sheets.Start(
                frame(language, path),
                paragraphs(settings.operator()),
                settings.channel(),
                settings.recipient(),
                settings.terms());
    }

    /**
     * @throws Shut if the token is not ours, or was used
     */
    void use(String token) {
        if (!tokens.use(token)) {
            throw new Shut("error.form");
        }
    }

    static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /**
     * @param session of who has a mailbox; empty for somebody new
     */
    Sheets.Tell tell(String language, String session) {
        Settings settings = inbox.settings();
        return new Sheets.Tell(
                frame(language, "tell", session.isEmpty() && settings.puzzle().isPresent() ? admissions : tokens),
                session,
                session.isEmpty() ? settings.questions() : List.of(),
                settings.limits().files(),
                settings.limits().file() >> 20,
                CONSENTS);
    }

    /**
     * The question that somebody new has to answer first.
     *
     * @param wrong whether they just did, and it was wrong
     */
    Sheets.Ask ask(String language, boolean wrong) {
        return new Sheets.Ask(
                frame(language, "tell"),
                inbox.settings().puzzle().map(Puzzle::question).orElse(""),
                wrong);
    }

    /** A title and sentences, with a way back to the mailbox or to the first page. */
    Sheets.Note note(String language, Optional<String> session, String title, String... keys) {
        Sheets.Frame frame = frame(language, "note");
        return new Sheets.Note(
                frame, frame.say(title), Stream.of(keys).map(frame::say).toList(), session);
    }
}
