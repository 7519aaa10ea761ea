package org.afterword.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines that say who wrote a text, and whether a name names anybody. */
final class Byline {
    private static final String PARTICLE = "de|del|della|der|den|van|von|la|le|du|da|dos|di|bin|ibn|al|el|of|the|y|e";
    private static final String WORD = "\\p{Lu}[\\p{L}\\p{M}\\p{N}_'’.-]*";
    private static final String NAME = "(?<name>" + WORD + "(?:\\s+(?:" + WORD + "|" + PARTICLE + ")){0,5}"
            + "|/?u/[\\w-]+|@[\\w.-]+|[\\p{L}\\d]+[_\\d][\\w-]*)";
    private static final Pattern LINE = Pattern.compile("^(?:(?:posted|written|published|story|text|words|guest post"
            + "|submitted|von|geschrieben von|por|escrito por|par|écrit par) )?"
            + "(?:(?:[Bb]y|BY):?|[Aa]uthor:|[Vv]on|[Pp]or|[Pp]ar)\\s+" + NAME + "\\s*"
            + "(?:[,|·•(–-]?\\s*(?:t|tw|twitter|x|ig|insta|instagram|mastodon|fb)\\s*:\\s*@?[\\w.@-]+\\)?)?"
            + "(?:[,|·•–-]?\\s*(?:on |am |el |le )?(?<date>[^@]*\\d{4}[^@]*))?\\.?$");
    private static final Pattern DATED =
            Pattern.compile("(?<date>.{6,60}?)\\s+(?:by|von|por|par)\\s+(?<name>\\S.{0,59})", Pattern.CASE_INSENSITIVE);
    private static final Set<String> LABELS = Set.of(
            "a",
            "admin",
            "anon",
            "anonym",
            "anónimo",
            "anonyme",
            "anonymous",
            "answer",
            "author",
            "blogger",
            "caller",
            "colleague",
            "comrade",
            "daughter",
            "editor",
            "employee",
            "ex",
            "ex-member",
            "father",
            "former",
            "friend",
            "guest",
            "guy",
            "host",
            "i",
            "ich",
            "interviewee",
            "interviewer",
            "journalist",
            "leader",
            "leaver",
            "man",
            "me",
            "member",
            "mod",
            "moderator",
            "mother",
            "op",
            "organiser",
            "organizer",
            "parent",
            "participant",
            "person",
            "poster",
            "q",
            "question",
            "reader",
            "recruit",
            "recruiter",
            "redacted",
            "reporter",
            "respondent",
            "sister",
            "son",
            "source",
            "speaker",
            "staff",
            "student",
            "survivor",
            "teller",
            "they",
            "unknown",
            "user",
            "visitor",
            "volunteer",
            "witness",
            "woman",
            "worker",
            "yo",
            "you",
            "moi",
            "mitglied",
            "frage",
            "antwort",
            "miembro",
            "membre",
            "the",
            "old",
            "new",
            "young",
            "local",
            "one",
            "deleted");

    /**
     * @param date words that may be a date
     */
    record Signed(String author, Optional<String> date) {}

    private Byline() {}

    /** "by Ada Quill, t: @adaq", "Posted by u/someone on 3 May 2019", "Posted on 3 May 2019 by someone". */
    static Optional<Signed> of(String line) {
        String text = line.strip().replaceAll("^[\\[(*_–—-]+|[\\])*_]+$", "").strip();
        if (text.length() > 120) {
            return Optional.empty();
        }
        Matcher dated = DATED.matcher(text);
        if (dated.matches() && Dates.line(dated.group("date")).isPresent()) {
            return Optional.of(new Signed(name(dated.group("name")), Optional.of(dated.group("date"))));
        }
        Matcher found = LINE.matcher(lowerLead(text));
        return found.matches()
                ? Optional.of(new Signed(name(found.group("name")), Optional.ofNullable(found.group("date"))))
                : Optional.empty();
    }

    private static String lowerLead(String text) {
        int space = text.indexOf(' ');
        return space > 0 && !text.startsWith("BY ")
                ? text.substring(0, space).toLowerCase(Locale.ROOT) + text.substring(space)
                : text;
    }

    /** A name without the platform's mark. */
    static String name(String written) {
        String name = written.strip().replaceAll("\\s+", " ");
        return name.matches("/?u/[\\w-]+") ? name.substring(name.lastIndexOf('/') + 1) : name.replaceAll("[,.]+$", "");
    }

    /** A word that anybody could bear: "Worker", "Former member 2", "Q". */
    static boolean isLabel(String name) {
        String[] words = name.toLowerCase(Locale.ROOT).split("[\\s#_.()-]+", -1);
        boolean any = false;
        for (String word : words) {
            String letters = word.replaceAll("\\d+$", "");
            if (letters.isEmpty()) {
                continue;
            }
            if (letters.length() > 1 && !LABELS.contains(letters)) {
                return LABELS.contains(name.toLowerCase(Locale.ROOT));
            }
            any = true;
        }
        return any;
    }
}
