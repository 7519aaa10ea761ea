package org.afterword.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Anchor;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.model.When;

/**
 * An account of messages that the source gives one by one, oldest first: {@code Name: what is said}, with an empty line
 * between two.
 */
final class Chat {
    /** The most messages of one account; of a longer chat there are several. */
    static final int MOST = 10_000;

    private static final int LONGEST = 4 << 20;
    private static final int LONGEST_NAME = 200;

    /** One message while it is being told of; {@link #add} takes it into the chat. */
    static final class Message {
        private Optional<String> id = Optional.empty();
        private Optional<String> person = Optional.empty();
        private Optional<String> name = Optional.empty();
        private Speaker.Role role = Speaker.Role.TELLER;
        private Optional<When> date = Optional.empty();
        private Optional<String> answers = Optional.empty();
        private Optional<String> origin = Optional.empty();
        private final List<String> media = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private String text = "";
        private List<Span> quotes = List.of();
        private boolean system;
        private long from = -1;
        private long to = -1;

        Message id(Optional<String> given) {
            id = given.filter(one -> !one.isBlank());
            return this;
        }

        /**
         * @param key what tells people of one name apart; empty if the source has nothing but names
         */
        Message by(Optional<String> key, Optional<String> shown) {
            name = shown.map(Chat::line).filter(one -> !one.isEmpty());
            person = key.filter(one -> !one.isBlank()).or(() -> name);
            return this;
        }

        /** A program speaks, or the platform itself. */
        Message robot() {
            role = Speaker.Role.SYSTEM;
            system = true;
            return this;
        }

        Message at(Optional<When> when) {
            date = when;
            return this;
        }

        Message answers(Optional<String> message) {
            answers = message;
            return this;
        }

        /**
         * @param from who said it first; empty if the source does not tell
         */
        Message forwarded(Optional<String> from) {
            origin = from.map(Chat::line).filter(one -> !one.isEmpty()).or(() -> Optional.of("somebody"));
            return note("forwarded from " + origin.get());
        }

        /** Beside the name, outside of what is said: "edited 3 May". */
        Message note(String words) {
            notes.add(line(words));
            return this;
        }

        /** What stands in the place of a picture, a recording, a poll: "photo: lamp.jpg". */
        Message media(String what) {
            media.add("[" + line(what) + "]");
            return this;
        }

        /** Whether nothing is said in it so far. */
        boolean isEmpty() {
            return text.isBlank() && media.isEmpty();
        }

        Message said(String words) {
            return said(words, List.of());
        }

        /**
         * @param others within the words, what is quoted from others; in order, not overlapping
         */
        Message said(String words, List<Span> others) {
            text = words;
            quotes = others;
            return this;
        }

        /** Not the speaker's words: somebody joined, a message was deleted. */
        Message system() {
            system = true;
            return this;
        }

        Message bytes(long first, long last) {
            from = first;
            to = last;
            return this;
        }
    }

    private final Draft draft;
    private final StringBuilder out = new StringBuilder();
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Map<String, Integer> indices = new HashMap<>();
    private final List<Speaker> speakers = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private final List<Anchor> anchors = new ArrayList<>();
    private final Prompting asked = new Prompting();
    private int messages;

    Chat(Draft draft) {
        this.draft = draft;
    }

    Draft draft() {
        return draft;
    }

    boolean isEmpty() {
        return turns.isEmpty();
    }

    /** Whether the next message belongs into another account. */
    boolean isFull() {
        return messages >= MOST || out.length() >= LONGEST;
    }

    /** Whether there was anything to take: a text, or something in the place of one. */
    boolean add(Message message) {
        String words = sound(message.text);
        int shift = leading(words);
        String said = words.strip();
        if (said.isEmpty() && message.media.isEmpty()) {
            return false;
        }
        messages++;
        if (!out.isEmpty()) {
            out.append("\n\n");
        }
        int begins = out.length();
        label(message);
        if (!message.media.isEmpty()) {
            int start = out.length();
            out.append(String.join(" ", message.media));
            if (said.isEmpty()) {
                anchors(message, begins);
                turn(message, new Span(start, out.length()), Turn.Voice.SYSTEM, false);
                return true;
            }
            out.append('\n');
        }
        int start = out.length();
        out.append(said);
        anchors(message, begins);
        Span span = new Span(start, out.length());
        if (message.system) {
            turn(message, span, Turn.Voice.SYSTEM, false);
        } else if (message.origin.isPresent()) {
            turn(message, span, Turn.Voice.QUOTED, false);
        } else {
            turn(message, span, Turn.Voice.OWN, true);
            for (Span quote : message.quotes) {
                int from = Math.max(start, start + quote.start() - shift);
                int to = Math.min(span.end(), start + quote.end() - shift);
                if (from < to && words.length() == message.text.length()) {
                    turns.add(new Turn(
                            turns.size(),
                            new Span(from, to),
                            speaker(message),
                            Turn.Voice.QUOTED,
                            false,
                            Optional.empty()));
                }
            }
        }
        return true;
    }

    private void label(Message message) {
        String name = message.name.orElse("");
        if (!message.notes.isEmpty()) {
            name = (name + " (" + String.join("; ", message.notes) + ")").strip();
        }
        if (!name.isEmpty()) {
            out.append(name).append(": ");
        }
    }

    private void anchors(Message message, int at) {
        message.id.ifPresent(id -> anchors.add(Anchor.message(at, id)));
        if (message.from >= 0) {
            anchors.add(Anchor.bytes(at, message.from, message.to));
        }
    }

    private void turn(Message message, Span span, Turn.Voice voice, boolean own) {
        int speaker = speaker(message);
        boolean prompted = own && asked.prompted(speaker, out.substring(span.start(), span.end()));
        message.id.ifPresent(id -> indices.putIfAbsent(id, turns.size()));
        turns.add(new Turn(
                turns.size(), span, speaker, voice, prompted, message.date, message.answers.map(indices::get)));
    }

    private int speaker(Message message) {
        return places.computeIfAbsent(message.person.orElse(""), key -> {
            boolean platform = message.person.isEmpty() && message.system;
            speakers.add(draft.speaker(message.name, platform ? Speaker.Role.SYSTEM : message.role));
            return speakers.size() - 1;
        });
    }

    /** The account of all that was taken; there must be something. */
    Account account() {
        draft.date(turns.stream().flatMap(turn -> turn.date().stream()).findFirst());
        return draft.anchors(anchors).account(out.toString(), speakers, turns);
    }

    /** For an account that is one message. */
    static List<Anchor> anchors(Optional<String> id, long from, long to) {
        var anchors = new ArrayList<Anchor>();
        id.ifPresent(one -> anchors.add(Anchor.message(0, one)));
        if (from >= 0) {
            anchors.add(Anchor.bytes(0, from, to));
        }
        return anchors;
    }

    private static int leading(String text) {
        return text.length() - text.stripLeading().length();
    }

    /** Line ends are LF, and there are no lone surrogates. */
    static String sound(String text) {
        String lines =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        return Json.wellFormed(lines).replace('\u0000', '\uFFFD');
    }

    private static String line(String text) {
        String one = sound(text).replaceAll("\\s+", " ").strip();
        return one.length() <= LONGEST_NAME ? one : Json.wellFormed(one.substring(0, LONGEST_NAME));
    }
}
