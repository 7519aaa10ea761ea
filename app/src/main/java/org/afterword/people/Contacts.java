package org.afterword.people;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;

/** What leads to somebody and has a shape of its own: addresses, numbers, links, handles. */
final class Contacts {
    private static final String TLD =
            "(?:com|org|net|edu|gov|info|biz|io|co|me|tv|app|dev|blog|news|club|online|site|xyz"
                    + "|social|page|link|live|shop|example|test|invalid|onion|eu|uk|de|at|ch|fr|es|it|pl|nl|be|se|no|dk|fi|ie|pt|gr"
                    + "|cz|sk|hu|ro|bg|hr|rs|si|tr|ru|ua|us|ca|au|nz|in|pk|bd|lk|za|ng|ke|gh|eg|ma|il|ir|iq|sa|ae|cn|jp|kr|tw|hk|sg|my"
                    + "|th|vn|ph|id|br|mx|ar|cl|pe|ve|ly|gg|fm|to|cc|ai|im|is)";

    /**
     * @param needs what must be in a text that the pattern can match; looking for it is much quicker
     */
    private record Rule(
            String name,
            IdentityKind kind,
            Predicate<Marks> needs,
            Pattern pattern,
            Predicate<String> holds,
            double score) {}

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "rule:e-mail",
                    IdentityKind.EMAIL,
                    Marks::at,
                    Pattern.compile("(?U)[\\w.+%-]{1,64}@(?:[\\w-]{1,63}\\.){1,6}\\p{L}{2,24}\\b"),
                    text -> true,
                    1),
            new Rule(
                    "rule:e-mail",
                    IdentityKind.EMAIL,
                    Marks::bracket,
                    Pattern.compile(
                            "(?iU)\\b[\\w.+-]{1,64} ?[(\\[{] ?(?:at|@) ?[)\\]}] ?[\\w-]{1,63}(?: ?(?:\\.|[(\\[{] ?dot ?[)\\]}]) ?[\\w-]{2,24}){1,4}"),
                    text -> true,
                    .9),
            new Rule(
                    "rule:link",
                    IdentityKind.LINK,
                    Marks::address,
                    Pattern.compile(
                            "(?i)\\b(?:(?:https?|ftps?|hxxps?|gemini|mailto|tel|tg|whatsapp)://?|www\\.)[^\\s<>\"“”«»{}|\\\\^`]{2,2048}"),
                    text -> true,
                    1),
            new Rule(
                    "rule:link",
                    IdentityKind.LINK,
                    Marks::dotInside,
                    Pattern.compile("(?i)(?<![\\w@.-])(?:[a-z0-9][a-z0-9-]{0,62}\\.){1,5}" + TLD
                            + "(?:(?:/|\\?)[^\\s<>\"“”«»{}|\\\\^`]{0,2048}|(?![\\w.-]*\\w))"),
                    Contacts::bareLink,
                    .9),
            new Rule(
                    "rule:account",
                    IdentityKind.NUMBER,
                    marks -> marks.digits() > 1,
                    Pattern.compile("\\b[A-Z]{2}[0-9]{2}(?:[ -]?[A-Z0-9]){11,30}\\b"),
                    Contacts::iban,
                    1),
            new Rule(
                    "rule:card",
                    IdentityKind.NUMBER,
                    marks -> marks.digits() > 12,
                    Pattern.compile("(?<![\\w-])[0-9](?:[ -]?[0-9]){12,18}(?![\\w-])"),
                    Contacts::card,
                    1),
            new Rule(
                    "rule:network-address",
                    IdentityKind.NUMBER,
                    marks -> marks.digits() > 3 && marks.dots() > 2,
                    Pattern.compile(
                            "(?<![\\w.])(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?![\\w]|\\.[0-9])"),
                    text -> true,
                    .9),
            new Rule(
                    "rule:network-address",
                    IdentityKind.NUMBER,
                    marks -> marks.colons() > 2,
                    Pattern.compile("(?i)(?<![\\w:])(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4}){1,4}(?![\\w:])"),
                    text -> text.chars().filter(c -> c == ':').count() >= 4,
                    .9),
            new Rule(
                    "rule:plate",
                    IdentityKind.NUMBER,
                    marks -> marks.digits() > 0,
                    Pattern.compile(
                            "(?i:plates?|registration|number plate|licen[cs]e|kennzeichen|matr[ií]cula|immatriculation|targa)"
                                    + "[^\\n.]{0,24}?\\b(?<core>(?=[A-Z0-9 -]*[0-9])(?=[A-Z0-9 -]*[A-Z])[A-Z0-9]{1,4}(?:[ -][A-Z0-9]{1,4}){0,2})\\b"),
                    text -> text.length() >= 4,
                    .8),
            new Rule(
                    "rule:telephone",
                    IdentityKind.PHONE,
                    marks -> marks.digits() > 6,
                    Pattern.compile("(?<![\\w/.,-])(?:\\+|00)[1-9](?:[ ()./-]{0,2}[0-9]){6,14}(?![\\w-])"),
                    text -> true,
                    1),
            new Rule(
                    "rule:telephone",
                    IdentityKind.PHONE,
                    marks -> marks.digits() > 7,
                    Pattern.compile(
                            "(?<![\\w/.,:-])\\(?0[0-9]{1,5}\\)?(?:[ /.-]{1,2}[0-9]{2,8}){1,5}(?![\\w-]|[.:/][0-9])"),
                    text -> digits(text) >= 8 && digits(text) <= 13 && !date(text),
                    .9),
            new Rule(
                    "rule:telephone",
                    IdentityKind.PHONE,
                    marks -> marks.digits() > 8,
                    Pattern.compile("(?<![\\w/.,:-])0[1-9][0-9]{7,10}(?![\\w-])"),
                    text -> true,
                    .8),
            new Rule(
                    "rule:telephone",
                    IdentityKind.PHONE,
                    marks -> marks.digits() > 9,
                    Pattern.compile(
                            "(?<![\\w/.,:-])(?:1[ .-]?)?(?:\\([2-9][0-9]{2}\\) ?|[2-9][0-9]{2}[ .-])[0-9]{3}[ .-][0-9]{4}(?![\\w-])"),
                    text -> true,
                    .9),
            new Rule(
                    "rule:telephone",
                    IdentityKind.PHONE,
                    marks -> marks.digits() > 6,
                    Pattern.compile(
                            "(?i:phone|tel|telephone|mobile|cell|call|text|whatsapp|number|handy|movil|tel[eé]fono|t[eé]l)[:. ]{1,3}(?:(?:me|us|him|her|is|at|on) )?(?<core>[0-9](?:[ ()./-]{0,2}[0-9]){6,13})(?![\\w-])"),
                    text -> !date(text),
                    .8),
            new Rule(
                    "rule:handle",
                    IdentityKind.HANDLE,
                    Marks::at,
                    Pattern.compile(
                            "(?U)(?<![\\w@./])@ ?(?<core>(?=\\w*\\p{L})\\w(?:[\\w.-]{0,38}\\w)?)(?:@(?:[\\w-]+\\.)+\\p{L}{2,24})?"),
                    text -> true,
                    .95),
            new Rule(
                    "rule:handle",
                    IdentityKind.HANDLE,
                    Marks::slash,
                    Pattern.compile("(?i)(?<![\\w/])/?u(?:ser)?/(?<core>[a-z0-9_-]{2,30})(?![\\w-])"),
                    text -> true,
                    .95));

    private static final Pattern NUMBERED = Pattern.compile("(?U)[\\w.-]*(?:[0-9_][\\w.-]*)");
    private static final Pattern DATE = Pattern.compile("[0-9]{1,4}([./-])[0-9]{1,2}\\1[0-9]{1,4}.*");

    private Contacts() {}

    /** In the order of the text, not overlapping. */
    static List<Find> find(String text) {
        var finds = new ArrayList<Find>();
        var taken = new TreeMap<Integer, Integer>();
        Marks marks = Marks.of(text);
        for (Rule rule : RULES) {
            if (!rule.needs().test(marks)) {
                continue;
            }
            Matcher matcher = rule.pattern().matcher(text);
            boolean hasCore = rule.pattern().namedGroups().containsKey("core");
            int from = 0;
            while (from <= text.length() && matcher.find(from)) {
                from = Math.max(matcher.end(), matcher.start() + 1);
                int start = hasCore ? matcher.start("core") : matcher.start();
                int end = trimmed(text, start, hasCore ? matcher.end("core") : matcher.end(), rule.kind());
                if (rule.kind() == IdentityKind.HANDLE) {
                    start = matcher.start();
                }
                String found = text.substring(start, end);
                var span = new Span(start, end);
                if (rule.holds().test(found) && free(taken, span)) {
                    taken.put(start, end);
                    finds.add(new Find(span, found, rule.kind(), rule.name(), rule.score()));
                }
            }
        }
        finds.sort((a, b) -> a.span().compareTo(b.span()));
        return finds;
    }

    private static boolean free(NavigableMap<Integer, Integer> taken, Span span) {
        var before = taken.lowerEntry(span.end());
        return before == null || before.getValue() <= span.start();
    }

    /** Whether a name as a platform shows it is a handle rather than a person's name. */
    static boolean handle(String name) {
        return name.startsWith("@")
                || name.startsWith("u/")
                || name.startsWith("/u/")
                || (name.indexOf(' ') < 0 && NUMBERED.matcher(name).matches())
                || (name.indexOf(' ') < 0
                        && name.equals(name.toLowerCase(Locale.ROOT))
                        && !name.isEmpty()
                        && Character.isLowerCase(name.codePointAt(0)))
                || (name.indexOf(' ') < 0
                        && name.chars().skip(1).filter(Character::isUpperCase).count() > 0
                        && !name.startsWith("Mc")
                        && !name.startsWith("Mac")
                        && name.indexOf('-') < 0
                        && name.indexOf('\'') < 0
                        && name.indexOf('’') < 0
                        && !name.equals(name.toUpperCase(Locale.ROOT)));
    }

    private static int trimmed(String text, int start, int end, IdentityKind kind) {
        int last = end;
        String closing = kind == IdentityKind.LINK ? ".,;:!?'\"’*_)]>" : " .,;:!?-";
        while (last > start + 1 && closing.indexOf(text.charAt(last - 1)) >= 0) {
            char c = text.charAt(last - 1);
            if (c == ')' && text.substring(start, last - 1).indexOf('(') >= 0) {
                break;
            }
            last--;
        }
        if (kind == IdentityKind.LINK) {
            int markdown = text.indexOf("](", start);
            if (markdown >= 0 && markdown < last) {
                return markdown;
            }
        }
        return last;
    }

    /** "end.It" and "e.g." are no addresses. */
    private static boolean bareLink(String text) {
        String host = text.replaceFirst("[/?].*", "");
        String last = host.substring(host.lastIndexOf('.') + 1);
        String first = host.substring(0, host.indexOf('.'));
        boolean path = host.length() < text.length();
        boolean oneDot = host.indexOf('.') == host.lastIndexOf('.');
        boolean sentence = Character.isUpperCase(last.charAt(0)) && !host.equals(host.toUpperCase(Locale.ROOT));
        boolean word = oneDot
                && !path
                && OrdinaryWords.contain(last.toLowerCase(Locale.ROOT))
                && OrdinaryWords.contain(first.toLowerCase(Locale.ROOT));
        return !sentence && !word && host.chars().anyMatch(Character::isLetter) && first.length() > 1;
    }

    private static int digits(String text) {
        return (int) text.chars().filter(c -> c >= '0' && c <= '9').count();
    }

    private static boolean date(String text) {
        return DATE.matcher(text).matches();
    }

    /** ISO 13616: the digits, with the country moved to the end and letters as numbers, leave 1 modulo 97. */
    private static boolean iban(String text) {
        String bare = text.replaceAll("[ -]", "");
        var number = new StringBuilder();
        for (char c : (bare.substring(4) + bare.substring(0, 4)).toCharArray()) {
            number.append(Character.digit(c, 36));
        }
        return new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    /** ISO/IEC 7812, annex B (Luhn). */
    private static boolean card(String text) {
        String bare = text.replaceAll("[ -]", "");
        int sum = 0;
        for (int i = 0; i < bare.length(); i++) {
            int digit = bare.charAt(bare.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0 && bare.chars().distinct().count() > 1;
    }
}
