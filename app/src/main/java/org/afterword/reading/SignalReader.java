package org.afterword.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Anchor;
import org.afterword.model.Balance;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.model.Warning;
import org.afterword.reading.Lines.Line;

/** The Markdown that signal-export writes: {@code [2019-05-29, 15:04] Name: text}. */
final class SignalReader implements Reader {
    private static final Pattern STAMP = Pattern.compile(
            "\\[(?<stamp>\\d{4}-\\d{2}-\\d{2},? \\d{2}:\\d{2}(?::\\d{2})?)\\] (?<name>[^:\\n]{1,100}(?::(?! |$)[^:\\n]{1,100}){0,3}):(?= |$)");
    private static final Pattern LOOSE = Pattern.compile("(?m)^\\[\\d{4}-\\d{2}-\\d{2},? \\d{1,2}:\\d{2}");
    private static final Pattern REACTIONS = Pattern.compile("\\s*\\(- .{1,2000} -\\)\\s*$");
    private static final Pattern QUOTE = Pattern.compile("> ?(?<who>[^:\\n]{1,100}): (?<what>.*)");
    private static final Pattern MEDIA = Pattern.compile("(?:!?\\[[^\\]\\n]{0,300}\\]\\([^)\\n]{0,1000}\\)\\s*)+");
    private static final int LONGEST_REACTIONS = 2100;
    private static final int KEPT = 200;

    /** A message with the lines that belong to it. */
    private record Message(Line line, String stamp, String name, int start, List<Line> more) {}

    @Override
    public String name() {
        return "signal";
    }

    @Override
    public double confidence(Source source) {
        String text = source.text();
        String head = text.substring(0, Math.min(text.length(), 20_000));
        Matcher stamp = STAMP.matcher(head.stripLeading());
        if (!stamp.lookingAt()) {
            return 0;
        }
        boolean marked = head.contains(" -)\n") || head.contains("](media/") || head.contains("](./media/");
        return source.hasExtension("md") || marked ? 0.99 : 0;
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        var warnings = new ArrayList<Warning>();
        List<Message> messages = messages(source.text(), warnings);
        Draft draft = new Draft(source, name());
        String chat = source.fileName().replaceFirst("(?i)\\.md$", "");
        if (chat.equals("chat") || chat.equals("index")) {
            String[] path = source.name().replace('\\', '/').split("/", -1);
            chat = path.length > 1 ? path[path.length - 2] : "";
        }
        draft.channel(Optional.of(chat));
        Map<String, Integer> places = new HashMap<>();
        var speakers = new ArrayList<Speaker>();
        var turns = new ArrayList<Turn>();
        var anchors = new ArrayList<Anchor>();
        Map<String, Integer> before = new HashMap<>();
        var asked = new Prompting();
        Optional<LineBytes> bytes = LineBytes.of(source);
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            int next = i + 1 < messages.size() ? messages.get(i + 1).line().number() : Integer.MAX_VALUE;
            bytes.ifPresent(one -> anchors.add(Anchor.bytes(
                    message.line().start(), one.start(message.line().number()), one.start(next))));
            int speaker = places.computeIfAbsent(message.name(), name -> {
                speakers.add(draft.speaker(Optional.of(name), Speaker.Role.TELLER));
                return speakers.size() - 1;
            });
            turn(source.text(), message, speaker, turns, before, asked);
        }
        into.balance(
                new Balance("messages", LOOSE.matcher(source.text()).results().count(), messages.size(), Map.of()));
        for (Warning warning : warnings) {
            into.warning(warning);
        }
        if (!turns.isEmpty()) {
            draft.date(turns.getFirst().date());
            into.account(draft.anchors(anchors).account(source.text().stripTrailing(), speakers, turns));
        }
    }

    private static List<Message> messages(String text, List<Warning> warnings) {
        var messages = new ArrayList<Message>();
        for (Line line : Lines.of(text.stripTrailing())) {
            Matcher stamp = STAMP.matcher(line.text());
            if (stamp.lookingAt()) {
                messages.add(new Message(
                        line,
                        stamp.group("stamp"),
                        stamp.group("name").strip(),
                        line.start() + stamp.end(),
                        new ArrayList<>(List.of(line))));
            } else if (!messages.isEmpty()) {
                messages.getLast().more().add(line);
            } else if (!line.blank() && warnings.isEmpty()) {
                warnings.add(new Warning("line " + line.number(), "text before the first message; it has no speaker"));
            }
        }
        return messages;
    }

    private static void turn(
            String text, Message message, int speaker, List<Turn> turns, Map<String, Integer> before, Prompting asked) {
        int end = message.start();
        var quotes = new ArrayList<Span>();
        Optional<Integer> answers = Optional.empty();
        for (Line line : message.more()) {
            if (line.blank() || REACTIONS.matcher(line.text()).lookingAt()) {
                continue;
            }
            Matcher reactions = REACTIONS
                    .matcher(line.text())
                    .region(
                            Math.max(0, line.text().length() - LONGEST_REACTIONS),
                            line.text().length());
            int stop = line.text().endsWith("-)") && reactions.find() ? line.start() + reactions.start() : line.end();
            end = Math.max(end, stop);
            Matcher quote = QUOTE.matcher(line.text());
            if (line.number() != message.line().number() && quote.lookingAt()) {
                quotes.add(new Span(line.start(), line.end()));
                answers = Optional.ofNullable(before.get(key(quote.group("who"), quote.group("what"))));
            }
        }
        int start = message.start();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        var span = new Span(start, end);
        String said = span.of(text);
        boolean nothing = said.isBlank() || MEDIA.matcher(said).matches();
        int index = turns.size();
        turns.add(new Turn(
                index,
                span,
                speaker,
                nothing ? Turn.Voice.SYSTEM : Turn.Voice.OWN,
                !nothing && asked.prompted(speaker, said),
                Stamps.minutes(message.stamp()),
                answers));
        for (Span quote : quotes) {
            if (span.contains(quote)) {
                turns.add(new Turn(turns.size(), quote, speaker, Turn.Voice.QUOTED, false, Optional.empty()));
            }
        }
        before.put(key(message.name(), said.lines().findFirst().orElse("")), index);
    }

    private static String key(String who, String what) {
        String words = what.strip();
        return who.strip() + ": " + words.substring(0, Math.min(words.length(), KEPT));
    }
}
