package org.afterword.reading;

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
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.model.Warning;
import org.afterword.model.When;
import org.afterword.reading.Lines.Line;

/** The text that WhatsApp exports, from Android and iOS. */
final class WhatsAppReader implements WholeReader {
    private static final Pattern SYSTEM = Pattern.compile(
            "(?:messages (?:and calls|to this (?:chat|group)) are .*|.*end-to-end encrypted.*|.*\\bcreated (?:this )?group\\b.*"
                    + "|.* (?:added|removed) .*|.* (?:left|joined)(?: using this group's invite link| the group)?\\.?|.*security code.*changed.*"
                    + "|.* changed (?:the (?:subject|group|this)|this group's|to |their phone number).*|missed (?:voice|video|group).*call.*"
                    + "|(?:nachrichten|los mensajes|les messages) .*(?:verschlüsselt|cifrados?|chiffrés?).*|.* hat .* (?:hinzugefügt|entfernt|erstellt).*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NO_MESSAGE = Pattern.compile(
            "[\\u200e\\u200f\\s]*(?:"
                    + "<[^<>]{1,60}(?:omitted|ausgeschlossen|weggelassen|omitido|omitidos|omis|omessi|weggelaten|attached: [^<>]*)>"
                    + "|<(?:attached|adjunto|angehängt|anhang|pièce jointe|fichier joint)\\s*: [^<>]+>|null"
                    + "|(?:image|video|audio|GIF|sticker|document|contact card|bild|vídeo|imagen|imagem|photo|vidéo) (?:omitted|weggelassen|ausgeschlossen|omitido|omitida|omise?)"
                    + "|\\S+\\.\\w{2,4} (?:\\((?:file attached|datei angehängt|archivo adjunto|fichier joint)\\)|\\u2022 .*omitted)"
                    + "|(?:this message was deleted|you deleted this message|diese nachricht wurde gelöscht|du hast diese nachricht gelöscht"
                    + "|se eliminó este mensaje|eliminaste este mensaje|este mensaje fue eliminado|ce message a été supprimé|vous avez supprimé ce message)\\.?"
                    + "|waiting for this message\\..{0,40}|missed (?:voice|video|group voice|group video) call(?: at .{0,12})?)[\\u200e\\u200f\\s]*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    private static final Pattern EDITED =
            Pattern.compile("[\\s\\u200e]{0,3}<(?:This message was edited|Diese Nachricht wurde bearbeitet"
                    + "|Se editó este mensaje\\.?|Ce message a été modifié)>$");
    private static final Pattern SUBJECT = Pattern.compile("\\bcreated group [\"“](?<name>[^\"”]+)[\"”]");
    private static final Pattern FILE = Pattern.compile(
            "(?:WhatsApp Chat (?:with|-)|WhatsApp-Chat mit|Chat de WhatsApp con|Discussion WhatsApp avec)\\s+(?<name>.+?)(?:\\.txt)?",
            Pattern.CASE_INSENSITIVE);
    private static final int SAMPLE = 100_000;
    private static final int LONGEST_NAME = 70;
    private static final double HALF = 0.5;

    /** A message with the lines that belong to it. */
    private record Message(WhatsAppStamp stamp, int line, int bodyStart, int end) {}

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
        Draft draft = new Draft(source, name());
        for (Message message : messages) {
            Body body = body(text, message, names);
            boolean system = body.platform();
            Optional<String> name = body.author().filter(author -> !system);
            int speaker = places.computeIfAbsent(name.orElse(""), author -> {
                speakers.add(draft.speaker(name, system ? Speaker.Role.SYSTEM : Speaker.Role.TELLER));
                return speakers.size() - 1;
            });
            String said = body.span().of(text);
            boolean nothing =
                    system || body.platform() || NO_MESSAGE.matcher(said).matches();
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
        Account account = draft.account(text, speakers, turns);
        return new Read(List.of(account), warnings);
    }

    private static List<Message> messages(String text, List<Warning> warnings) {
        var messages = new ArrayList<Message>();
        for (Line line : Lines.of(text)) {
            Optional<WhatsAppStamp> stamp = WhatsAppStamp.of(line.text());
            if (stamp.isPresent()) {
                messages.add(new Message(
                        stamp.get(), line.number(), line.start() + stamp.get().length(), line.end()));
            } else if (!messages.isEmpty()) {
                Message last = messages.removeLast();
                messages.add(new Message(
                        last.stamp(), last.line(), last.bodyStart(), line.blank() ? last.end() : line.end()));
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
                boolean platform = mark && SYSTEM.matcher(span.of(text)).matches();
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
        Matcher edited = EDITED.matcher(text).region(start, end);
        return new Span(start, edited.find() ? edited.start() : end);
    }
}
