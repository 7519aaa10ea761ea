package org.afterword.reading;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.afterword.model.Threaded;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.address.Group;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.MimeParameterMapping;

/** The header fields of a message or of a part of one. */
final class MailHead {
    private static final Pattern ID = Pattern.compile("<([^<>\\s]{1,500})>");
    private static final Pattern LIST = Pattern.compile("(?<name>[^<]*)<(?<id>[^<>]+)>.*", Pattern.DOTALL);
    private static final Pattern FROM = Pattern.compile("(?i)^\\s*from\\s+(.{1,300}?)(?:\\s+by\\s|;|$)");
    private static final int MOST_NAMES = 5;
    /** What most mean who say ISO 8859-1. */
    private static final Map<Charset, Charset> MEANT = Map.of(StandardCharsets.ISO_8859_1, MailText.WESTERN);

    private final Map<String, List<String>> fields = new HashMap<>();

    /** A field as it stands there, with its name; folded or not. */
    void add(byte[] raw) {
        String text = MailText.either(raw);
        int colon = text.indexOf(':');
        if (colon > 0) {
            add(text.substring(0, colon), text.substring(colon + 1));
        }
    }

    void add(String name, String body) {
        fields.computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                .add(body.replaceAll("\\r?\\n(?=[ \\t])", "")
                        .replaceAll("[\\r\\n]+", " ")
                        .strip());
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The first of this name (in lower case), as it is written. */
    Optional<String> raw(String name) {
        return Optional.ofNullable(fields.get(name)).map(List::getFirst).filter(text -> !text.isBlank());
    }

    /** With encoded words (RFC 2047) in clear. */
    Optional<String> text(String name) {
        return raw(name).map(MailHead::decoded).filter(text -> !text.isBlank());
    }

    private static String decoded(String text) {
        if (!text.contains("=?")) {
            return Json.wellFormed(text);
        }
        try {
            return Json.wellFormed(DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT, MailText.WESTERN, MEANT));
        } catch (IllegalArgumentException e) {
            return Json.wellFormed(text);
        }
    }

    /** Those named in an address field: by name, else by address. */
    List<String> people(String name) {
        Optional<String> field = raw(name);
        if (field.isEmpty()) {
            return List.of();
        }
        var people = new ArrayList<String>();
        try {
            for (var address : LenientAddressParser.DEFAULT.parseAddressList(field.get())) {
                switch (address) {
                    case Mailbox mailbox -> people.add(shown(mailbox));
                    case Group group when group.getMailboxes().isEmpty() -> people.add(decoded(group.getName()));
                    case Group group -> group.getMailboxes().forEach(mailbox -> people.add(shown(mailbox)));
                    default -> {}
                }
            }
        } catch (RuntimeException e) {
            // the parser's answer to some broken addresses: they stay as they are written
            people.clear();
        }
        people.removeIf(String::isBlank);
        return people.isEmpty() ? List.of(decoded(field.get())) : people;
    }

    private static String shown(Mailbox mailbox) {
        String name = mailbox.getName() == null
                ? ""
                : decoded(mailbox.getName()).strip().replaceAll("^['\"]+|['\"]+$", "");
        return name.isBlank() ? Json.wellFormed(mailbox.getAddress()) : name;
    }

    /** Who else is named in the fields, and what leads to the machine that it was sent from. */
    void besides(Draft draft) {
        for (String name : List.of(
                "from",
                "sender",
                "to",
                "cc",
                "bcc",
                "reply-to",
                "return-path",
                "delivered-to",
                "organization",
                "x-originating-ip",
                "x-originating-email",
                "x-sender-ip",
                "x-apparently-to",
                "x-authenticated-user")) {
            draft.metadata(name, text(name));
        }
        // each server puts its own line above those of before; the last is of the sender's machine
        Optional.ofNullable(fields.get("received"))
                .map(List::getLast)
                .map(FROM::matcher)
                .filter(Matcher::find)
                .ifPresent(from -> draft.metadata("received-from", Optional.of(from.group(1))));
        messageId()
                .filter(id -> id.indexOf('@') >= 0)
                .ifPresent(id -> draft.metadata("message-id-host", Optional.of(id.substring(id.indexOf('@') + 1))));
    }

    Optional<String> author() {
        return first("from").or(() -> first("sender"));
    }

    private Optional<String> first(String name) {
        return people(name).stream().findFirst();
    }

    /** The mailing list, else those it was sent to. */
    Optional<String> channel() {
        Optional<String> list = text("list-id").map(field -> {
            Matcher found = LIST.matcher(field);
            if (!found.matches()) {
                return field;
            }
            String name = found.group("name").strip().replaceAll("^\"|\"$", "");
            return name.isBlank() ? found.group("id") : name;
        });
        return list.or(() -> Optional.of(people("to").stream().limit(MOST_NAMES).collect(Collectors.joining(", ")))
                .filter(names -> !names.isBlank()));
    }

    private List<String> ids(String name) {
        return raw(name).stream()
                .flatMap(field -> ID.matcher(field).results())
                .map(found -> Json.wellFormed(found.group(1)))
                .toList();
    }

    Optional<String> messageId() {
        return ids("message-id").stream().findFirst();
    }

    Optional<Threaded> threaded() {
        Optional<String> own = messageId();
        List<String> references = ids("references");
        Optional<String> parent = ids("in-reply-to").stream()
                .findFirst()
                .or(() -> references.isEmpty() ? Optional.empty() : Optional.of(references.getLast()));
        Optional<String> thread =
                references.stream().findFirst().or(() -> parent).or(() -> own);
        return own.isEmpty() && parent.isEmpty() ? Optional.empty() : Optional.of(new Threaded(own, thread, parent));
    }

    /** A parameter of a field, also one in pieces or with a charset (RFC 2231): the "filename" of Content-Disposition. */
    Optional<String> parameter(String field, String parameter) {
        Optional<String> raw = raw(field);
        if (raw.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = ("x: " + raw.get()).getBytes(StandardCharsets.UTF_8);
            var sequence = new org.apache.james.mime4j.util.ByteArrayBuffer(bytes, true);
            var mapping = new MimeParameterMapping();
            RawFieldParser.DEFAULT
                    .parseRawBody(RawFieldParser.DEFAULT.parseField(sequence))
                    .getParams()
                    .forEach(pair ->
                            mapping.addParameter(pair.getName(), pair.getValue() == null ? "" : pair.getValue()));
            return Optional.ofNullable(mapping.get(parameter))
                    .map(MailHead::decoded)
                    .filter(text -> !text.isBlank());
        } catch (org.apache.james.mime4j.MimeException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
