package org.afterword.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Cited;
import org.afterword.model.Span;

/** What a text says of itself: where it was blackened, and what it names as evidence. */
final class Noted {
    private static final int MOST = 500;

    /** Stars that are no emphasis, blocks, and words in brackets that say what was taken out. */
    private static final Pattern REDACTED = Pattern.compile(
            "(?<![*\\w])\\*{3,40}(?![*\\w])|\\w\\*{2,20}(?:\\w\\b)?|[█■▇]{2,200}|_{5,40}|\\bX{3,20}\\b"
                    + "|[\\[(](?:(?:first |last |full |real |their |his |her |my |the )?(?:name|names|surname|city|town|place|number|address|date|location|email)"
                    + "(?: (?:removed|redacted|omitted|withheld|changed|deleted|hidden))?|redacted|removed|censored|anonymi[sz]ed|geschwärzt|name geändert|caviardé|nombre)[\\])]",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern LINK =
            Pattern.compile("\\b(?:https?://|www\\.)[^\\s<>\"'\\])}]{3,500}[^\\s<>\"'\\])}.,;:!?]");
    private static final Pattern FILE = Pattern.compile(
            "<?\\b(?:attached|adjunto|angehängt|anhang|pièce jointe)\\s*:\\s*(?<a>[^<>\\n]{1,120}\\.\\w{2,5})>?"
                    + "|(?<![\\w-])(?<b>[\\w-]{1,80}+\\.(?:jpe?g|png|gif|webp|heic|mp4|mov|opus|ogg|mp3|m4a|pdf|docx?|xlsx?|zip))(?: \\((?:file attached|datei angehängt|archivo adjunto|fichier joint)\\))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NONE = Pattern.compile(
            "\\b(?:i|we) (?:have|had|kept|saved|took) no (?:proof|evidence|screenshots?|records?|recordings?|documents?)(?: (?:of|for|from) (?:this|that|it|them))?"
                    + "|\\b(?:i|we) (?:can(?:no|')t|could ?n(?:o|')t) prove (?:this|that|it|any of (?:this|it))"
                    + "|\\b(?:i|we) (?:did ?n(?:o|')t|never) (?:keep|save|take|make) (?:any |a )?(?:proof|evidence|screenshots?|records?|copy|copies)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DESCRIBED = Pattern.compile(
            "\\b(?:the |this |these |my |our |her |his |their )(?:(?:above|attached|following|linked|original|lost|deleted|missing|full|leaked|old) ){0,2}"
                    + "(?:screenshots?|screen shots?|recordings?|voice messages?|transcripts?|chat logs?|resignation letter|letter of resignation|e-?mails?|video|receipts?|contracts?|bank statements?|diary|diaries|journal)\\b"
                    + "(?: (?:above|below|attached))?",
            Pattern.CASE_INSENSITIVE);

    /** Looking for one of these is much quicker than for the patterns, and most texts have none. */
    private static final List<String> BLACK = List.of("**", "█", "■", "▇", "_____", "xxx", "[", "(");

    private static final List<String> EXTENSIONS = List.of(
            "attached",
            "adjunto",
            "angehängt",
            "anhang",
            "jointe",
            ".jp",
            ".png",
            ".gif",
            ".webp",
            ".heic",
            ".mp",
            ".mov",
            ".opus",
            ".ogg",
            ".m4a",
            ".pdf",
            ".doc",
            ".xls",
            ".zip");
    private static final List<String> PROOF =
            List.of("proof", "evidence", "prove", "screenshot", "record", "document", "cop");
    private static final List<String> THINGS = List.of(
            "screen",
            "recording",
            "message",
            "transcript",
            "log",
            "letter",
            "mail",
            "video",
            "receipt",
            "contract",
            "statement",
            "diar",
            "journal");

    private Noted() {}

    private static boolean any(String lower, List<String> words) {
        for (String word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    static List<Span> redactions(String text) {
        return redactions(text, text.toLowerCase(Locale.ROOT));
    }

    /**
     * @param lower the text in lower case
     */
    static List<Span> redactions(String text, String lower) {
        if (!any(lower, BLACK)) {
            return List.of();
        }
        return REDACTED.matcher(text)
                .results()
                .limit(MOST)
                .map(found -> new Span(found.start(), found.end()))
                .toList();
    }

    static List<Cited> cited(String text) {
        return cited(text, text.toLowerCase(Locale.ROOT));
    }

    /**
     * @param lower the text in lower case
     */
    static List<Cited> cited(String text, String lower) {
        var cited = new ArrayList<Cited>();
        if (lower.contains("http") || lower.contains("www.")) {
            take(LINK.matcher(text), Cited.Kind.LINK, cited);
        }
        if (any(lower, EXTENSIONS)) {
            take(FILE.matcher(text), Cited.Kind.FILE, cited);
        }
        if (any(lower, PROOF)) {
            take(NONE.matcher(text), Cited.Kind.NONE, cited);
        }
        if (any(lower, THINGS)) {
            take(DESCRIBED.matcher(text), Cited.Kind.DESCRIBED, cited);
        }
        if (cited.isEmpty()) {
            return List.of();
        }
        cited.sort(Comparator.comparingInt(one -> one.span().start()));
        return cited.size() > MOST ? cited.subList(0, MOST) : cited;
    }

    private static void take(Matcher matcher, Cited.Kind kind, List<Cited> cited) {
        matcher.results().limit(MOST).forEach(found -> {
            var span = new Span(found.start(), found.end());
            if (cited.stream().noneMatch(one -> one.span().overlaps(span))) {
                cited.add(new Cited(
                        span,
                        kind,
                        switch (kind) {
                            case LINK -> Optional.of(found.group());
                            case FILE ->
                                Optional.ofNullable(found.group("a")).or(() -> Optional.ofNullable(found.group("b")));
                            case DESCRIBED, NONE -> Optional.empty();
                        }));
            }
        });
    }
}
