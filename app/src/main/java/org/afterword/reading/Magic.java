package org.afterword.reading;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that are plainly something else, known by their first bytes, so that a warning can say what they are. */
final class Magic {
    private static final Map<String, String> KINDS = kinds();
    private static final Pattern MAIL = Pattern.compile(
            "(?:From [^\\n]*\\n)?(?:(?:From|To|Subject|Date|MIME-Version|Received|Return-Path|Message-I[Dd]|Delivered-To"
                    + "|Content-Type|X-[\\w-]+|Reply-To|Cc): ?[^\\n]*\\r?\\n(?:[ \\t][^\\n]*\\n)*+){3}");
    /** What only a mail program writes: a letter with "From:" and "Subject:" copied above it is still a text. */
    private static final Pattern TRANSPORT = Pattern.compile(
            "(?m)\\AFrom |^(?:MIME-Version|Received|Return-Path|Message-I[Dd]|Delivered-To|Content-Type|X-[\\w-]+):");

    private static final int HEAD = 4096;

    private Magic() {}

    private static Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("%PDF-", "a PDF document");
        kinds.put("PK\u0003\u0004", "a ZIP archive (or an Office document, an e-book)");
        kinds.put("PK\u0005\u0006", "an empty ZIP archive");
        kinds.put("\u001f\u008b", "a gzip file");
        kinds.put("(\u00b5/\u00fd", "a zstd file");
        kinds.put("7z\u00bc\u00af", "a 7z archive");
        kinds.put("\u0089PNG", "a PNG image");
        kinds.put("\u00ff\u00d8\u00ff", "a JPEG image");
        kinds.put("GIF8", "a GIF image");
        kinds.put("\u00d0\u00cf\u0011\u00e0", "an old Office document");
        kinds.put("SQLite format 3", "an SQLite database");
        kinds.put("OggS", "an Ogg recording");
        kinds.put("ID3", "an MP3 recording");
        kinds.put("RIFF", "a RIFF recording or image");
        kinds.put("{\\rtf", "a Rich Text document");
        kinds.put("WARC/", "a web archive (WARC)");
        kinds.put("filedesc://", "a web archive (ARC)");
        kinds.put("window.YTD.", "a part of an X (Twitter) archive");
        return kinds;
    }

    static Optional<String> of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        for (var kind : KINDS.entrySet()) {
            if (head.startsWith(kind.getKey())) {
                return Optional.of(kind.getValue());
            }
        }
        Matcher mail = MAIL.matcher(head);
        return mail.lookingAt() && TRANSPORT.matcher(mail.group()).find() ? Optional.of("mail") : Optional.empty();
    }
}
