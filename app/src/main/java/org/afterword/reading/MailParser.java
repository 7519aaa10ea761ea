package org.afterword.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** One message as it is parsed: its head, its texts, the messages of a digest; attachments go out as they come. */
final class MailParser {
    private static final MimeConfig LENIENT = new MimeConfig.Builder()
            .setMaxLineLen(1 << 20)
            .setMaxHeaderLen(1 << 20)
            .setMaxHeaderCount(10_000)
            .setMaxContentLen(-1)
            .build();
    /** The longest text that is read, in bytes. */
    private static final int LONGEST = 16 << 20;

    private static final int LONGEST_HTML = 4 << 20;
    private static final int DEEPEST = 20;

    /** Takes attachments. */
    interface Attachments {
        void part(String name, InputStream bytes) throws IOException;
    }

    /**
     * A text in a message.
     *
     * @param alternative the number of the parts of which it is one; -1 if it is the only one
     * @param location where it stood online
     */
    record Text(boolean html, String text, int alternative, Optional<String> location) {}

    private record Multipart(String type, int number) {}

    private final int longestHtml;
    private final Attachments attachments;
    private final MailHead head = new MailHead();
    private final List<Text> texts = new ArrayList<>();
    private final List<byte[]> digest = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Deque<Multipart> open = new ArrayDeque<>();
    private final List<String> problems = new ArrayList<>();
    private MailHead part = head;
    private int multiparts;

    private MailParser(int longestHtml, Attachments attachments) {
        this.longestHtml = longestHtml;
        this.attachments = attachments;
    }

    /**
     * @throws IOException if an attachment is not taken; broken mail is a problem of the result
     */
    static MailParser parse(InputStream in, Attachments attachments) throws IOException {
        return parse(in, LONGEST_HTML, attachments);
    }

    /**
     * @param longestHtml in bytes
     */
    static MailParser parse(InputStream in, int longestHtml, Attachments attachments) throws IOException {
        var parser = new MailParser(longestHtml, attachments);
        var stream = new MimeTokenStream(LENIENT);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(in);
        EntityState state = stream.getState();
        while (state != EntityState.T_END_OF_STREAM) {
            parser.take(state, stream);
            try {
                state = stream.next();
            } catch (MimeException | IOException | RuntimeException e) {
                parser.problems.add("its structure is broken; what came before is read");
                break;
            }
        }
        return parser;
    }

    private void take(EntityState state, MimeTokenStream stream) throws IOException {
        switch (state) {
            case T_START_BODYPART -> part = new MailHead();
            case T_FIELD -> field(stream.getField());
            case T_START_MULTIPART -> {
                String type = stream.getBodyDescriptor().getMimeType();
                open.push(new Multipart(type.toLowerCase(Locale.ROOT), multiparts++));
            }
            case T_END_MULTIPART -> open.poll();
            case T_BODY -> body(stream);
            default -> {}
        }
    }

    private void field(Field field) {
        var raw = field.getRaw();
        if (raw == null) {
            part.add(field.getName(), field.getBody());
        } else {
            part.add(raw.toByteArray());
        }
    }

    private void body(MimeTokenStream stream) throws IOException {
        BodyDescriptor body = stream.getBodyDescriptor();
        String type =
                body.getMimeType() == null ? "text/plain" : body.getMimeType().toLowerCase(Locale.ROOT);
        Optional<String> name =
                part.parameter("content-disposition", "filename").or(() -> part.parameter("content-type", "name"));
        boolean attached = name.isPresent()
                || part.raw("content-disposition")
                        .filter(text -> text.toLowerCase(Locale.ROOT).startsWith("attachment"))
                        .isPresent();
        boolean html = type.equals("text/html");
        InputStream bytes = new ZipMembers.Opening(stream::getDecodedInputStream);
        if (!attached && (html || type.equals("text/plain")) && open.size() < DEEPEST) {
            text(html, bytes, body.getCharset());
        } else if (type.equals("message/rfc822") && inDigest()) {
            digest.add(all(bytes, LONGEST));
        } else {
            String shown = name.orElseGet(() -> unnamed(type));
            names.add(shown);
            var guarded = new Guarded(bytes, Long.MAX_VALUE);
            attachments.part(shown, guarded);
            guarded.problem().ifPresent(problem -> problems.add("an attachment is broken: " + problem));
        }
    }

    private boolean inDigest() {
        return !open.isEmpty() && open.element().type().equals("multipart/digest");
    }

    private void text(boolean html, InputStream bytes, String charset) throws IOException {
        Optional<String> declared = part.parameter("content-type", "charset").or(() -> Optional.ofNullable(charset));
        String decoded = MailText.decoded(all(bytes, html ? longestHtml : LONGEST), declared);
        String text = !html && says("format", "flowed") ? Flowed.unwrapped(decoded, says("delsp", "yes")) : decoded;
        int alternative = open.stream()
                .filter(multipart -> multipart.type().equals("multipart/alternative"))
                .findFirst()
                .map(Multipart::number)
                .orElse(-1);
        texts.add(new Text(html, text, alternative, part.text("content-location")));
    }

    private boolean says(String parameter, String value) {
        return part.parameter("content-type", parameter)
                .filter(value::equalsIgnoreCase)
                .isPresent();
    }

    private byte[] all(InputStream bytes, int longest) throws IOException {
        var guarded = new Guarded(bytes, Long.MAX_VALUE);
        byte[] all = guarded.readNBytes(longest);
        if (guarded.read() >= 0) {
            problems.add("a text in it is longer than " + (longest >> 20) + " MiB; only so much is read");
        }
        guarded.problem().ifPresent(problem -> problems.add("a text in it is broken: " + problem));
        return all;
    }

    private String unnamed(String type) {
        String extension = switch (type) {
            case "message/rfc822" -> "eml";
            case "text/plain" -> "txt";
            case "text/html" -> "html";
            case "text/calendar" -> "ics";
            case "image/jpeg" -> "jpg";
            case "application/pgp-signature" -> "asc";
            default -> type.replaceFirst(".*[/+.](?:x-)?", "").replaceAll("[^a-z0-9]", "");
        };
        return "part-" + (names.size() + 1) + "." + (extension.isEmpty() ? "bin" : extension);
    }

    MailHead head() {
        return head;
    }

    /** The texts to read: plain ones where there is a choice. */
    List<Text> texts() {
        return texts.stream()
                .filter(text -> text.alternative() < 0
                        || !text.html()
                        || texts.stream()
                                .noneMatch(other -> !other.html()
                                        && other.alternative() == text.alternative()
                                        && !other.text().isBlank()))
                .filter(text -> !text.text().isBlank())
                .toList();
    }

    /** The messages of a digest. */
    List<byte[]> digest() {
        return digest;
    }

    /** Of attachments. */
    List<String> names() {
        return names;
    }

    List<String> problems() {
        return problems;
    }
}
