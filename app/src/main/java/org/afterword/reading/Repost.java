package org.afterword.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words by which a poster says that the text is somebody else's.
 *
 * @param words the line
 * @param author who wrote the original, where the line says so
 * @param address where it is, where the line gives an address
 * @param own whether the poster wrote the original too ("originally posted by me")
 */
record Repost(String words, Optional<String> author, Optional<String> address, boolean own) {
    private static final int LONGEST = 240;
    private static final List<Pattern> WORDS = List.of(
            words("^the original (?:\\w+ )?(?:post|article|text|thread|version|story|piece|source)?\\s*"
                    + "(?:can be (?:found|read|seen)|is (?:here|at|on|by|from)|was (?:posted|published|written))\\b"),
            words(
                    "^original (?:post|article|text|thread|source|story|author|version)\\s*(?::|can be|here\\b|by\\b|is\\b)"),
            words("\\boriginally (?:posted|published|written|appeared|shared)\\b(?! in \\d)"),
            words("^(?:this (?:is a|post is a) )?re-?post(?:ed|ing)?(?: from| of| with| here|:|\\b.{0,40}\\bby\\b)"),
            words("\\b(?:x|cross)-?post(?:ed)?(?::| from| of| r/)"),
            words("^[\\[(]?(?:x|cross)-?post[\\])]?$"),
            words("\\bcop(?:ied|y)(?:(?: and |-| |/)pasted?)? from\\b"),
            words("^(?:this (?:is|was) )?not my (?:own )?(?:story|post|text|words|account)\\b"),
            words("^(?:reblogged|re-?blogged|republished|shared with permission|posted on behalf|on behalf of)\\b"),
            words("^(?:found|taken|reprinted|reproduced) (?:this )?(?:here|from|on|at|with)\\b.{0,60}$"),
            words("^(?:der |das )?original(?:beitrag|text|post)?\\b.{0,30}\\b(?:hier|findet|steht|erschien)\\b"),
            words("\\b(?:ursprünglich|zuerst) (?:veröffentlicht|erschienen|gepostet)\\b"),
            words("\\b(?:publicado|escrito) originalmente\\b|^la publicación original\\b"),
            words("\\b(?:publié|posté) (?:à l[’']origine|initialement)\\b|^(?:le post|l[’']article) original\\b"));
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"')\\]]+[^\\s<>\"')\\].,;:!?]");
    private static final Pattern BY = Pattern.compile(
            "\\b(?:by|von|por|par)[:\\s]+(?<name>/?u/[\\w-]+|@[\\w.-]+|[\\p{Lu}][\\p{L}'’.-]*(?:\\s+(?:[\\p{Lu}][\\p{L}'’.-]*|de|van|von|la))*"
                    + "|[\\w-]*\\d[\\w-]*|[\\p{L}\\d]+_[\\w-]+)");
    private static final Pattern OWN =
            words("\\bby (?:me|myself)\\b|\\bI (?:originally )?(?:posted|wrote|published)\\b");

    private static Pattern words(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Reads a line, or a title. */
    static Optional<Repost> of(String line) {
        if (line.isBlank()) {
            return Optional.empty();
        }
        String text = line.strip().replaceAll("^[\\[(*_]+|[\\])*_]+$", "").strip();
        if (text.isEmpty()
                || text.length() > LONGEST
                || WORDS.stream().noneMatch(words -> words.matcher(text).find())) {
            return Optional.empty();
        }
        Matcher address = ADDRESS.matcher(text);
        Matcher by = BY.matcher(text);
        Optional<String> author =
                by.find() ? Optional.of(by.group("name").replaceAll("^/?u/|^@|[.]+$", "")) : Optional.empty();
        return Optional.of(new Repost(
                text,
                author,
                address.find() ? Optional.of(address.group()) : Optional.empty(),
                OWN.matcher(text).find()));
    }

    /** The address if there is one, else the words. */
    String source() {
        return address.orElse(words);
    }
}
