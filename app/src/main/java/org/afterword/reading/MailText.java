package org.afterword.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The bytes of a text part as a text. */
final class MailText {
    static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Pattern MARKED_FROM = Pattern.compile("(?m)^>(>*From )");

    private MailText() {}

    /** UTF-8 if it is that, else Windows' western charset. */
    static String either(byte[] bytes) {
        return utf8(bytes).orElseGet(() -> new String(bytes, WESTERN));
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** As declared; where that is wrong, missing or unknown, as {@link Decoded} finds. */
    static String decoded(byte[] bytes, Optional<String> declared) {
        Optional<Charset> charset = declared.flatMap(MailText::charset);
        boolean plain = charset.isEmpty()
                || charset.get().equals(StandardCharsets.US_ASCII)
                || charset.get().equals(StandardCharsets.UTF_8);
        if (!plain) {
            return clean(new String(bytes, charset.get()));
        }
        Optional<String> utf8 = utf8(bytes);
        if (utf8.isPresent()) {
            return clean(utf8.get());
        }
        Decoded found = Decoded.of(bytes);
        return clean(found.problem().isPresent() ? new String(bytes, WESTERN) : found.text());
    }

    private static Optional<Charset> charset(String name) {
        String known = name.strip().toLowerCase(Locale.ROOT);
        if (known.equals("iso-8859-1") || known.equals("latin1")) {
            // what most mean who say so
            return Optional.of(WESTERN);
        }
        try {
            return Charset.isSupported(known) ? Optional.of(Charset.forName(known)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String clean(String text) {
        String lines = text.startsWith("\uFEFF") ? text.substring(1) : text;
        lines = lines.replace("\r\n", "\n").replace('\r', '\n').replace('\u0000', '\uFFFD');
        return Json.wellFormed(lines).stripTrailing();
    }

    /** Lines that a mailbox marks, so that they do not look like the beginning of a message. */
    static String unmarked(String text) {
        return text.contains("From ") ? MARKED_FROM.matcher(text).replaceAll("$1") : text;
    }

    /** HTML as its reader sees it; what mail programs mark as quoted is. */
    static Rendered html(String html) {
        Element body = Jsoup.parse(html).body();
        for (Element quote :
                body.select("div.gmail_quote, div.yahoo_quoted, div.moz-cite-prefix + div, #divRplyFwdMsg ~ *")) {
            if (quote.select("blockquote").isEmpty()) {
                quote.tagName("blockquote");
            }
        }
        Rendered rendered = HtmlText.of(body);
        String text = Json.wellFormed(rendered.text());
        return new Rendered(text, rendered.quotes(), List.of());
    }
}
