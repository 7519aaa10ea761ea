package org.afterword.publishing;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The name of a file as every system, every shell and every list of a bag takes it. */
final class SafeName {
    private static final int LONGEST = 120;
    private static final Pattern REFUSED =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"/\\\\|?*%]");
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("txt", "text/plain"),
            Map.entry("md", "text/markdown"),
            Map.entry("csv", "text/csv"),
            Map.entry("html", "text/html"),
            Map.entry("htm", "text/html"),
            Map.entry("mhtml", "multipart/related"),
            Map.entry("json", "application/json"),
            Map.entry("jsonl", "application/jsonl"),
            Map.entry("xml", "application/xml"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("eml", "message/rfc822"),
            Map.entry("mbox", "application/mbox"),
            Map.entry("warc", "application/warc"),
            Map.entry("gz", "application/gzip"),
            Map.entry("wacz", "application/wacz"),
            Map.entry("zip", "application/zip"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("opus", "audio/ogg"),
            Map.entry("mp4", "video/mp4"));

    private SafeName() {}

    /**
     * @param path as it was given, with whatever is in it
     */
    static String of(String path) {
        String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String name =
                REFUSED.matcher(Normalizer.normalize(last, Normalizer.Form.NFC)).replaceAll("_");
        name = shortened(name.strip().replaceAll("^[.~-]|[. ]+$", "_"));
        return name.isEmpty() || RESERVED.matcher(name).matches() ? "_" + name : name;
    }

    /** Cut before the ending, between characters. */
    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String end = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - end.length());
        while ((stem + end).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + end;
    }

    /** What kind of file it is, as far as its ending says. */
    static String mediaType(String name) {
        String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(end, "application/octet-stream");
    }
}
