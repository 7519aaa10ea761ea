package org.afterword.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Anchor;
import org.afterword.model.Balance;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.model.When;
import org.afterword.reading.Lines.Line;

/**
 * The text that imessage-exporter writes: a line with the stamp, one with the sender, the message. Replies stand
 * indented under what they answer, and most of them once more where they were sent.
 */
final class IMessageReader implements Reader {
    private static final String TIME = "(?<stamp>[A-Z][a-z]{2} \\d{2}, \\d{4} {1,2}\\d{1,2}:\\d{2}:\\d{2} [AP]M)";
    private static final Pattern STAMP = Pattern.compile("(?<indent> {4,8})?" + TIME + "(?: \\([^\\n]{0,100}\\))?\\s*");
    private static final Pattern NOTICE = Pattern.compile(TIME + " (?!\\()(?<what>\\S.*)");
    private static final Pattern ENDS = Pattern.compile(
            " {0,8}(?:Tapbacks:|Reactions:|Stickers:|This message responded to an earlier message\\.|Sent with [A-Z]\\w+(?: \\w+)?)\\s*");
    private static final Pattern GONE = Pattern.compile(
            "(?:This message was deleted from the conversation!|(?:You|They|.{1,80}) (?:deleted|unsent) (?:a|this) (?:message|message part).{0,40}|Attachment missing!)",
            Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("(?:/|~|attachments?/|[A-Za-z]:\\\\)?[^\\n]{1,300}\\.\\w{2,5}");
    private static final Pattern PATH = Pattern.compile("(?s)\\S*[/\\\\].*");

    private static final class Message {
        private final Line line;
        private final String stamp;
        private final boolean indented;
        private final int within;
        private Optional<Line> sender = Optional.empty();
        private int start = -1;
        private int end = -1;
        private boolean over;
        private boolean notice;

        Message(Line line, String stamp, boolean indented, int within) {
            this.line = line;
            this.stamp = stamp;
            this.indented = indented;
            this.within = within;
        }

        void take(Line next) {
            if (sender.isEmpty()) {
                sender = Optional.of(next);
                return;
            }
            over |= ENDS.matcher(next.text()).matches();
            if (!over && !next.blank()) {
                start = start < 0
                        ? next.start()
                                + next.text().length()
                                - next.text().stripLeading().length()
                        : start;
                end = next.start() + next.text().stripTrailing().length();
            }
        }

        String name() {
            return sender.map(Line::trimmed).orElse("");
        }
    }

    @Override
    public String name() {
        return "imessage";
    }

    @Override
    public double confidence(Source source) {
        String head = new String(source.head(), StandardCharsets.UTF_8);
        String first = head.startsWith("\ufeff") ? head.substring(1) : head;
        int end = first.indexOf('\n');
        String line = (end < 0 ? first : first.substring(0, end)).stripTrailing();
        return line.length() < 200
                        && (STAMP.matcher(line).matches()
                                || NOTICE.matcher(line).matches())
                ? 0.97
                : 0;
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        String text = source.text().stripTrailing();
        var messages = new ArrayList<Message>();
        int top = -1;
        boolean afterBlank = true;
        long expected = 0;
        for (Line line : Lines.of(text)) {
            Matcher stamp = STAMP.matcher(line.text());
            Matcher notice = NOTICE.matcher(line.text());
            boolean indented = stamp.matches() && stamp.group("indent") != null;
            if (stamp.matches() && (indented || afterBlank)) {
                expected++;
                top = indented ? top : messages.size();
                messages.add(new Message(line, stamp.group("stamp"), indented, indented ? top : -1));
            } else if (afterBlank && notice.matches()) {
                expected++;
                var said = new Message(line, notice.group("stamp"), false, -1);
                said.notice = true;
                said.start = line.start() + notice.start("what");
                said.end = line.start() + line.text().stripTrailing().length();
                messages.add(said);
            } else if (!messages.isEmpty() && !messages.getLast().notice) {
                // a reply's end is the end of what it stands under
                Message last = messages.getLast();
                last.take(line);
            }
            afterBlank = line.blank();
        }
        give(source, text, messages, expected, into);
    }

    private void give(Source source, String text, List<Message> messages, long expected, Findings into)
            throws IOException {
        Draft draft = new Draft(source, name());
        draft.channel(Optional.of(source.fileName().replaceFirst("(?i)\\.txt$", "")));
        var speakers = new ArrayList<Speaker>();
        Map<String, Integer> places = new HashMap<>();
        var turns = new ArrayList<Turn>();
        var anchors = new ArrayList<Anchor>();
        Map<Message, Integer> indices = new HashMap<>();
        Map<String, Integer> answered = new HashMap<>();
        Map<String, Long> skipped = new TreeMap<>();
        Map<String, Message> elsewhere = elsewhere(text, messages);
        Optional<LineBytes> bytes = LineBytes.of(source);
        var asked = new Prompting();
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            if (message.start < 0) {
                skipped.merge("nothing in it", 1L, Long::sum);
                continue;
            }
            var span = new Span(message.start, message.end);
            int next = i + 1 < messages.size() ? messages.get(i + 1).line.number() : Integer.MAX_VALUE;
            bytes.ifPresent(one ->
                    anchors.add(Anchor.bytes(message.line.start(), one.start(message.line.number()), one.start(next))));
            boolean twice = message.indented && elsewhere.containsKey(key(text, message));
            String name = message.notice ? "" : message.name();
            int speaker = places.computeIfAbsent(name, one -> {
                speakers.add(draft.speaker(
                        Optional.of(one).filter(known -> !known.isEmpty()),
                        message.notice ? Speaker.Role.SYSTEM : Speaker.Role.TELLER));
                return speakers.size() - 1;
            });
            Optional<Integer> answers = message.within < 0
                    ? Optional.ofNullable(answered.get(key(text, message)))
                    : Optional.ofNullable(indices.get(messages.get(message.within)));
            String said = span.of(text);
            Turn.Voice voice = voice(message, said, twice);
            indices.put(message, turns.size());
            if (message.indented) {
                answers.ifPresent(one -> answered.put(key(text, message), one));
            }
            if (twice) {
                skipped.merge("shown twice", 1L, Long::sum);
            }
            turns.add(new Turn(
                    turns.size(),
                    span,
                    speaker,
                    voice,
                    voice == Turn.Voice.OWN && asked.prompted(speaker, said),
                    when(message.stamp),
                    answers));
        }
        if (!turns.isEmpty()) {
            draft.date(turns.getFirst().date());
            into.account(draft.anchors(anchors).account(text, speakers, turns));
        }
        long repeated = skipped.getOrDefault("shown twice", 0L);
        into.balance(new Balance("messages", expected, turns.size() - repeated, skipped));
    }

    private static Turn.Voice voice(Message message, String said, boolean twice) {
        if (twice) {
            return Turn.Voice.QUOTED;
        }
        boolean file = FILE.matcher(said).matches() && PATH.matcher(said).matches();
        return message.notice || file || GONE.matcher(said).matches() ? Turn.Voice.SYSTEM : Turn.Voice.OWN;
    }

    /** Messages in their own place, to know their copies by. */
    private static Map<String, Message> elsewhere(String text, List<Message> messages) {
        Map<String, Message> own = new HashMap<>();
        for (Message message : messages) {
            if (!message.indented && message.start >= 0) {
                own.put(key(text, message), message);
            }
        }
        return own;
    }

    private static String key(String text, Message message) {
        return message.stamp + "\n" + message.name() + "\n"
                + text.substring(message.start, message.end).strip();
    }

    private static Optional<When> when(String stamp) {
        return Dates.date(stamp.replaceAll(" +", " "))
                .map(when -> new When(stamp, when.earliest(), when.latest(), when.zone()));
    }
}
