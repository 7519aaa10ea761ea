package org.afterword.custody;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A checkpoint as people keep it: mailed, quoted, saved by another system. What travelling does to its lines is undone.
 * Nothing can be made valid by that: the signature is over the exact text.
 */
final class KeptCheckpoint {
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final Pattern ROOT = Pattern.compile("[A-Za-z0-9+/]{43}=");
    private static final Pattern QUOTE = Pattern.compile("^[>\\s]*+");
    private static final Pattern DASH = Pattern.compile("^(?:\u2014|\u2013|-{1,3})\\s+");
    private static final int SIGNATURE = 92;

    private KeptCheckpoint() {}

    /** The signed note in the text; the text itself, with plain line ends, if there is none. */
    static String restore(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<String> lines = unquoted(plain)
                .lines()
                .map(line -> QUOTE.matcher(line).replaceFirst("").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        for (int i = 0; i + 3 < lines.size(); i++) {
            if (SIZE.matcher(lines.get(i + 1)).matches()
                    && ROOT.matcher(lines.get(i + 2)).matches()
                    && DASH.matcher(lines.get(i + 3)).find()) {
                return String.join("\n", lines.subList(i, i + 3)) + "\n\n"
                        + signature(lines.subList(i + 3, lines.size()));
            }
        }
        return plain.replace("\r\n", "\n");
    }

    /** The em dash makes mail programs write quoted-printable. */
    private static String unquoted(String text) {
        return text.contains("=E2=80=94")
                ? text.replaceAll("=\\r?\\n", "").replace("=E2=80=94", "\u2014").replace("=3D", "=")
                : text;
    }

    /** A long line may have been broken at its blank, and anywhere in its base64. */
    private static String signature(List<String> lines) {
        String[] words = DASH.matcher(lines.getFirst()).replaceFirst("").split("\\s+", 2);
        var base64 = new StringBuilder(words.length > 1 ? words[1] : "");
        for (String line : lines.subList(1, lines.size())) {
            if (base64.length() >= SIGNATURE) {
                break;
            }
            base64.append(line);
        }
        return "\u2014 " + words[0] + " " + base64.toString().replaceAll("\\s", "") + "\n";
    }
}
