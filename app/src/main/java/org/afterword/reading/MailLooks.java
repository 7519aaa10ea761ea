package org.afterword.reading;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a file begins as a mail does. */
final class MailLooks {
    private static final Pattern FIELD = Pattern.compile("(?<name>[!-9;-~]{1,70}):(?:[ \\t].*)?");
    private static final Set<String> LETTER = Set.of("from", "to", "cc", "subject", "date", "reply-to", "sender");
    /** What only a mail program writes: a letter with "From:" and "Subject:" copied above it is still a text. */
    private static final Pattern TRANSPORT = Pattern.compile(
            "mime-version|received|return-path|message-id|delivered-to|content-type|in-reply-to|references|list-id|x-[\\w-]+");

    private static final Pattern MAILDIR = Pattern.compile("\\d{6,}\\.[^/]+|[^/]+[:;!]2,[A-Za-z]*");

    private MailLooks() {}

    /** By the name that mail programs give to files of mail. */
    static boolean named(Source source) {
        String[] parts = source.name().split("[/\\\\]", -1);
        String folder = parts.length > 1 ? parts[parts.length - 2] : "";
        return source.hasExtension("eml", "emlx")
                || (MAILDIR.matcher(source.fileName()).matches()
                        && (folder.matches("cur|new|tmp") || source.fileName().contains("2,")));
    }

    /**
     * @param from where in the bytes it begins
     * @param named whether the file's name says that it is mail: then less is asked for
     */
    static boolean isMessage(byte[] head, int from, boolean named) {
        String[] lines =
                new String(head, from, Math.max(0, head.length - from), StandardCharsets.ISO_8859_1).split("\r?\n", -1);
        int letter = 0;
        int transport = 0;
        for (int i = 0; i < lines.length && !lines[i].isEmpty(); i++) {
            boolean folded = i > 0 && (lines[i].startsWith(" ") || lines[i].startsWith("\t"));
            if (folded || (i == 0 && lines[i].matches(">?From .*"))) {
                continue;
            }
            var field = FIELD.matcher(lines[i]);
            if (!field.matches()) {
                // the last line may be cut
                if (i < lines.length - 1 || i == 0) {
                    return false;
                }
                break;
            }
            String name = field.group("name").toLowerCase(Locale.ROOT);
            letter += LETTER.contains(name) ? 1 : 0;
            transport += TRANSPORT.matcher(name).matches() ? 1 : 0;
        }
        return named ? letter + transport > 1 : letter > 0 && transport > 0 && letter + transport > 2;
    }
}
