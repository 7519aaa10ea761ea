package org.afterword.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Anchor;
import org.afterword.model.Balance;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.model.Warning;
import org.afterword.model.When;
import org.afterword.reading.Lines.Line;

/** The text that WhatsApp exports, from Android and iOS. */
final class WhatsAppReader implements WholeReader {
    private static final Pattern SUBJECT = Pattern.compile("\\bcreated group [\"“](?<name>[^\"”]+)[\"”]");
    private static final Pattern FILE = Pattern.compile(
            "(?:WhatsApp Chat (?:with|-)|WhatsApp-Chat mit|Chat de WhatsApp con|Conversa do WhatsApp com|Chat WhatsApp con|WhatsApp-chat met|Discussion WhatsApp avec|Чат WhatsApp с|WhatsApp Sohbeti -)\\s+(?<name>.+?)(?:\\.txt)?",
            Pattern.CASE_INSENSITIVE);
    /** Looser than a stamp that can be read, so that one that cannot is missed. */
    private static final Pattern STAMPED = Pattern.compile(
            "(?m)^[\\u200e\\u200f\\ufeff]*\\[?[\\u200e\\u200f]*\\p{Nd}{1,4}[\\u200e\\u200f]*[./-][\\u200e\\u200f]*\\p{Zs}?\\p{Nd}{1,2}[\\u200e\\u200f]*[./-]"
                    + "[\\u200e\\u200f]*\\p{Zs}?\\p{Nd}{1,4}[^\\n\\p{Nd}]{1,20}?\\p{Nd}{1,2}[:.h]\\p{Nd}{2}[^\\n\\]-]{0,16}(?:\\]|\\p{Zs}[-–]\\p{Zs})");

    private static final int SAMPLE = 100_000;
    private static final int LONGEST_NAME = 70;
    private static final double HALF = 0.5;

    /** A message with the lines that belong to it. */
    private record Message(WhatsAppStamp stamp, int line, int start, int bodyStart, int end) {}

    @Override
    public String name() {
        return "whatsapp";
    }

    @Override
    public double confidence(Source source) {
        int stamped = 0;
        int lines = 0;
        boolean first = false;
        String sample =
                source.text().substring(0, Math.min(SAMPLE, source.text().length()));
        for (Line line : Lines.of(sample)) {
            if (line.blank()) {
                continue;
            }
            boolean stamp = WhatsAppStamp.of(line.text()).isPresent();
            first |= lines == 0 && stamp;
            stamped += stamp ? 1 : 0;
            lines++;
        }
        if (stamped == 0) {
            return 0;
        }
        if (first) {
            return stamped > 1 ? 0.98 : 0.85;
        }
        return stamped > 1 && stamped >= HALF * lines ? 0.9 : 0;
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        Read read = read(source);
        into.all(read);
        if (!read.accounts().isEmpty()) {
            long expected = STAMPED.matcher(source.text()).results().count();
            long turns = read.accounts().getFirst().turns().size();
            into.balance(new Balance("messages", expected, turns, Map.of()));
        }
    }

    @Override
    public Read read(Source source) {
        String text = source.text().stripTrailing();
        var warnings = new ArrayList<Warning>();
        List<Message> messages = messages(text, warnings);
        if (messages.isEmpty()) {
            return new Read(List.of(), List.of(new Warning("", "no message of a WhatsApp chat found")));
        }
        WhatsAppDates dates =
                WhatsAppDates.of(messages.stream().map(Message::stamp).toList());
        dates.warning().ifPresent(warnings::add);
        Set<String> names = names(text, messages);
        Map<String, Integer> places = new LinkedHashMap<>();
        var speakers = new ArrayList<Speaker>();
        var turns = new ArrayList<Turn>();
        var asked = new Prompting();
        Draft draft = new Draft(source, name()).handles();
        for (Message message : messages) {
            Body body = body(text, message, names);
            boolean system = body.platform();
            Optional<String> name = body.author().filter(author -> !system);
            int speaker = places.computeIfAbsent(name.orElse(""), author -> {
                speakers.add(draft.speaker(name, system ? Speaker.Role.SYSTEM : Speaker.Role.TELLER));
                return speakers.size() - 1;
            });
            String said = body.span().of(text);
            boolean nothing = system || said.isEmpty() || WhatsAppWords.isNoMessage(said);
            Optional<When> when = dates.when(message.stamp());
            if (when.flatMap(When::earliest).isEmpty()) {
                warnings.add(new Warning("line " + message.line(), "the date cannot be read"));
            }
            turns.add(new Turn(
                    turns.size(),
                    body.span(),
                    speaker,
                    nothing ? Turn.Voice.SYSTEM : Turn.Voice.OWN,
                    !nothing && asked.prompted(speaker, said),
                    when));
            if (system) {
                Matcher subject = SUBJECT.matcher(said);
                draft.channel(subject.find() ? Optional.of(subject.group("name")) : body.author());
            }
        }
        Matcher file = FILE.matcher(source.fileName());
        draft.channel(file.matches() ? Optional.of(file.group("name")) : Optional.empty());
        draft.date(turns.getFirst().date());
        LineBytes.of(source).ifPresent(bytes -> draft.anchors(anchors(messages, bytes)));
        Account account = draft.account(text, speakers, turns);
        return new Read(List.of(account), warnings);
    }

    private static List<Anchor> anchors(List<Message> messages, LineBytes bytes) {
        var anchors = new ArrayList<Anchor>();
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            int next = i + 1 < messages.size() ? messages.get(i + 1).line() : Integer.MAX_VALUE;
            anchors.add(Anchor.bytes(message.start(), bytes.start(message.line()), bytes.start(next)));
        }
        return anchors;
    }

    private static List<Message> messages(String text, List<Warning> warnings) {
        var messages = new ArrayList<Message>();
        for (Line line : Lines.of(text)) {
            Optional<WhatsAppStamp> stamp = WhatsAppStamp.of(line.text());
            if (stamp.isPresent()) {
                messages.add(new Message(
                        stamp.get(),
                        line.number(),
                        line.start(),
                        line.start() + stamp.get().length(),
                        line.end()));
            } else if (!messages.isEmpty()) {
                Message last = messages.removeLast();
                messages.add(new Message(
                        last.stamp(),
                        last.line(),
                        last.start(),
                        last.bodyStart(),
                        line.blank() ? last.end() : line.end()));
            } else if (!line.blank() && warnings.isEmpty()) {
                warnings.add(new Warning("line " + line.number(), "text before the first message; it has no speaker"));
            }
        }
        return messages;
    }

    /** Everybody who is seen to write: what stands before ": " in a message that is not the platform's. */
    private static Set<String> names(String text, List<Message> messages) {
        var names = new LinkedHashSet<String>();
        for (Message message : messages) {
            String first = firstLine(text, message);
            int colon = first.indexOf(": ");
            if (colon > 0 && isName(first.substring(0, colon))) {
                names.add(clean(first.substring(0, colon)));
            }
        }
        return names;
    }

    private static String firstLine(String text, Message message) {
        int end = text.indexOf('\n', message.bodyStart());
        return text.substring(message.bodyStart(), end < 0 || end > message.end() ? message.end() : end);
    }

    private static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && !text.isBlank() && !text.matches(".*[\"“”„«»].*");
    }

    private static String clean(String name) {
        return name.replaceAll("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "")
                .strip();
    }

    /**
     * @param author before the colon
     * @param platform whether the platform speaks; on iOS it does so under the chat's name
     */
    private record Body(Optional<String> author, Span span, boolean platform) {}

    private static Body body(String text, Message message, Set<String> names) {
        String first = firstLine(text, message);
        for (int colon = first.indexOf(':'); colon > 0; colon = first.indexOf(':', colon + 1)) {
            String before = first.substring(0, colon);
            boolean spaced = colon + 1 < first.length() && first.charAt(colon + 1) == ' ';
            if (!isName(before)) {
                break;
            }
            if (spaced || names.contains(clean(before)) || colon + 1 == first.length()) {
                int start = message.bodyStart() + colon + 1;
                boolean mark = text.startsWith("\u200e", start + 1);
                Span span = trimmed(text, start, message.end());
                boolean platform = mark && WhatsAppWords.isSystem(span.of(text));
                return new Body(Optional.of(clean(before)), span, platform);
            }
        }
        return new Body(Optional.empty(), trimmed(text, message.bodyStart(), message.end()), true);
    }

    private static Span trimmed(String text, int from, int to) {
        int start = Math.min(from, to);
        int end = to;
        while (start < end && (Character.isWhitespace(text.charAt(start)) || text.charAt(start) == '\u200e')) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return WhatsAppWords.own(text, new Span(start, end));
    }
}
