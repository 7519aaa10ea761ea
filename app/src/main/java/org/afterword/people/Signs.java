package org.afterword.people;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.model.PersonRole;

/** Words right beside a name that say who somebody is. What they seem to say is a suggestion, never more. */
final class Signs {
    /** How far from the name a sign is looked for, in UTF-16 code units. */
    static final int AROUND = 90;

    private static final String BEING =
            "(?:who|he|she|is|was|were|became|becomes|has|had|been|served|serving|acted|works"
                    + "|worked|elected|appointed|made|as|the|our|their|my|his|her|its|a|an|then|now|still|also|once|later|former"
                    + "|current)";
    private static final String STYLED = "(?:(?:Mr|Mrs|Ms|Miss|Dr|Comrade|Brother|Sister|Father|Mother)\\.?\\s+)?";
    private static final String OFFICE = office();
    private static final String PUBLIC = "prime minister|senator|congressman|congresswoman|member of parliament|home"
            + " secretary|foreign secretary|chancellor|mayor of [A-Z]\\w+|governor|pope|queen|archbishop|celebrity|film"
            + " star|movie star|pop star|actor|actress|footballer|television presenter|tv presenter|newsreader|comedian";
    private static final String BOOK = "(?:book|memoir|memoirs|novel|autobiography)";
    private static final String WRITING =
            "(?:wrote|published|has written|had written|has published)(?: \\w+){0,3} " + BOOK;
    private static final String NUMBER =
            "(?:[1-9]|1[0-7]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
                    + "|thirteen|fourteen|fifteen|sixteen|seventeen)";
    private static final String YEARS_OLD = NUMBER + "(?:[- ]years?[- ]old| years of age|yo\\b)";
    private static final String CHILD =
            "(?:my|our|her|his|their|whose)\\s+(?:(?:little|small|young|younger|youngest|baby"
                    + "|newborn|teenage|eldest|oldest|elder|older|own|then)\\s+){0,2}(?:son|daughter|child|kid|boy|girl|baby"
                    + "|toddler|stepson|stepdaughter|grandson|granddaughter|grandchild|niece|nephew|godson|goddaughter)";
    private static final String YOUNG =
            "a minor|a child|a schoolgirl|a schoolboy|a teenager|a toddler|a baby|a little girl"
                    + "|a little boy|under ?age|at school|in (?:primary|secondary|high|middle|elementary) school";

    private static final List<Sign> SIGNS = List.of(
            before(PersonRole.MINOR, "(" + YEARS_OLD + ")(?:\\s+\\w+){0,2},?"),
            before(PersonRole.MINOR, "(" + CHILD + ")(?:,|\\s+called|\\s+named)?"),
            before(PersonRole.MINOR, "(schoolgirl|schoolboy|pupil|toddler|infant|teenager|a minor),?"),
            after(
                    PersonRole.MINOR,
                    "[,(]?\\s*(?:" + BEING + "\\s+|only\\s+|just\\s+|barely\\s+){0,4}(" + YEARS_OLD + "|aged?\\s+"
                            + NUMBER + "\\b)"),
            after(
                    PersonRole.MINOR,
                    "(?:\\s*\\(|,\\s*|\\s+(?:who\\s+)?(?:was|is)\\s+(?:only\\s+|just\\s+|barely\\s+)?)(" + NUMBER
                            + ")(?=\\s*(?:[,.;)]|when\\b|at the time|and\\b|$))"),
            after(PersonRole.MINOR, "[,(]?\\s*(?:" + BEING + "\\s+|only\\s+|just\\s+){0,3}?(" + YOUNG + ")\\b"),
            after(PersonRole.MINOR, ",\\s+(" + CHILD + ")\\b"),
            before(PersonRole.AUTHOR, "((?:author|novelist|biographer)(?: of [^.!?\\n]{1,60})?),?"),
            before(PersonRole.AUTHOR, "(" + BOOK + "(?: [“\"‘'«][^”\"’'»\\n]{1,60}[”\"’'»])?,? by)"),
            after(PersonRole.AUTHOR, ",?\\s+(?:who\\s+)?(" + WRITING + ")\\b"),
            after(PersonRole.AUTHOR, ",?\\s*(?:" + BEING + "\\s+){0,3}(author of)\\b"),
            after(PersonRole.AUTHOR, "['’]s\\s+(?:(?:\\w+\\s+)?(" + BOOK + "))\\b"),
            before(PersonRole.PUBLIC_FIGURE, "(" + PUBLIC + "),?"),
            after(
                    PersonRole.PUBLIC_FIGURE,
                    "(?:,|\\s+is|\\s+was)\\s+(?:(?:the|a|an|then|former)\\s+){0,2}(" + PUBLIC + "|MP)\\b"),
            before(PersonRole.OFFICE_HOLDER, "(" + OFFICE + ")(?:,|:|\\s+called|\\s+named|\\s+was|\\s+is)?"),
            after(
                    PersonRole.OFFICE_HOLDER,
                    "(?:,|\\s+–|\\s+—|\\s*\\(|)\\s*(?:" + BEING + "\\s+){0,6}(" + OFFICE + ")\\b"),
            after(
                    PersonRole.OFFICE_HOLDER,
                    "(?:,\\s+who)?\\s+(chaired|chairs|founded|co-founded|(?:led|leads|heads|headed|ran|runs)"
                            + " (?:the|our|their) (?:\\w+ )?(?:group|branch|party|church|movement|section|committee|community"
                            + "|organisation|organization|fellowship|order|congregation|house))\\b"));

    private Signs() {}

    /** A sign of a role, with the words that are one. */
    record Seen(PersonRole role, String words) {}

    private record Sign(PersonRole role, boolean before, Pattern pattern) {}

    /** Where a sign stands before a name. */
    private static Sign before(PersonRole role, String words) {
        return new Sign(
                role, true, Pattern.compile("\\b" + words + "\\s+" + STYLED + "$", CASE_INSENSITIVE | UNICODE_CASE));
    }

    private static Sign after(PersonRole role, String words) {
        return new Sign(role, false, Pattern.compile(words, CASE_INSENSITIVE | UNICODE_CASE));
    }

    private static String office() {
        List<String> lines = Gazetteer.lines("offices.txt");
        String offices = alternatives(lines.subList(0, lines.size() - 1).stream());
        String kinds = alternatives(Stream.of(lines.getLast()));
        return "(?:(?:" + kinds + ")[- ]){0,3}(?:" + offices + ")";
    }

    /** Longer ones first, so that "shop steward" is not read as "shop". */
    private static String alternatives(Stream<String> lines) {
        return lines.flatMap(line -> Stream.of(line.split(" \\| ")))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(word -> word.replace(" ", "\\s+"))
                .collect(Collectors.joining("|"));
    }

    /**
     * @param text an account's
     * @param start of the name in it (UTF-16 code units)
     * @param end of the name, exclusive
     */
    static List<Seen> beside(String text, int start, int end) {
        String before = text.substring(Math.max(0, start - AROUND), start);
        String after = text.substring(end, Math.min(text.length(), end + AROUND));
        int paragraph = before.lastIndexOf("\n\n");
        int next = after.indexOf("\n\n");
        String left = paragraph < 0 ? before : before.substring(paragraph + 2);
        String right = next < 0 ? after : after.substring(0, next);
        var seen = new ArrayList<Seen>();
        for (Sign sign : SIGNS) {
            Matcher found = sign.pattern().matcher(sign.before() ? left : right);
            if (sign.before() ? found.find() : found.lookingAt()) {
                seen.add(new Seen(sign.role(), found.group(1).replaceAll("\\s+", " ")));
            }
        }
        return seen;
    }
}
