package org.afterword.people;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.afterword.language.Folding;
import org.afterword.model.IdentityKind;

/** Postal addresses: a house in a street, with what belongs to it before and behind; boxes; codes with their towns. */
final class Postal {
    private static final String NUMBER = "[0-9]{1,5}(?: ?[a-zA-Z](?![\\p{L}\\p{N}]))?(?: ?[/–-] ?[0-9]{1,4}[a-z]?)?";
    /** A word of a name, written with a capital. */
    private static final String CAPITAL = "\\p{Lu}[\\p{L}\\p{M}'’.-]{0,30}";

    private static final String ENGLISH =
            "(?:street|str|st|road|rd|avenue|ave|av|lane|ln|drive|dr|close|court|ct|crescent|cres|boulevard|blvd|terrace|row|square"
                    + "|sq|place|pl|way|gardens|gdns|grove|mews|hill|parade|walk|rise|green|view|highway|hwy|parkway|pkwy|circle|cir|trail"
                    + "|alley|yard|quay|wharf|path|broadway|heights|loop|esplanade|embankment)";
    /** Of those the ones that are streets also where nothing has a capital. */
    private static final String PLAIN =
            "(?:street|road|avenue|lane|drive|close|crescent|boulevard|terrace|gardens|grove|mews|parade|highway|parkway)";

    private static final String ROOM =
            "(?:(?i:flat|apartment|apt\\.?|unit|suite|ste\\.?|room|rm\\.?|floor|studio|whg\\.?|wohnung|appartement|appt?\\.?|piso|int\\.?|interno|lok\\.?|m\\.) ?#?[0-9a-zA-Z-]{1,6}|#[0-9]{1,5}[a-zA-Z]?)";

    private static final String UK = "[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][ABD-HJLNP-UW-Z]{2}";
    private static final String CANADA = "[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] ?[0-9][ABCEGHJ-NPRSTV-Z][0-9]";
    private static final String STATE =
            "(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])";

    private static final String TOWN = CAPITAL
            + "(?:[ -](?:(?:de|la|le|les|sur|am|an|der|im|upon|of|the|on|in|aan|den) ?){0,2}" + CAPITAL + "){0,3}";

    /** What may follow a street and its number: a room, a part of a town, a town, a code, in up to four pieces. */
    private static final String REST = "(?:[ \\t]{0,2}[,·|]?[ \\t]{0,2}\\n?[ \\t]{0,2}(?:" + ROOM + "|\\b" + UK
            + "\\b|\\b" + CANADA
            + "\\b|(?:[A-Z]{1,3}-)?[0-9]{2}-[0-9]{3} " + TOWN + "|(?:[A-Z]{1,3}-)?[0-9]{3} [0-9]{2} " + TOWN
            + "|[0-9]{4} ?[A-Z]{2}(?: " + TOWN + ")?|(?:[A-Z]{1,3}-)?[0-9]{4,5}(?![0-9]) " + TOWN + "|" + STATE
            + " [0-9]{5}(?:-[0-9]{4})?\\b)"
            + "|[ \\t]{0,2},[ \\t]{0,2}\\n?[ \\t]{0,2}" + TOWN + "(?=,? {1,2}(?:" + UK + "|" + CANADA + "|" + STATE
            + " [0-9]{5}|[0-9]{5}\\b)|[ \\t]*(?:[,.;)]|\\n|$))){0,4}";

    /** "de la", "of the". */
    private static final String SMALL =
            "(?:(?:de|del|della|delle|dei|degli|di|da|das|do|dos|du|des|la|las|los|le|les|al|alla|et|e|y|i|van|der|den|het|de l['’]|d['’]|l['’]|dell['’]) ?){0,3}";

    private static final Set<String> NO_STREET = Folded.words(
            "miles mile km kilometres metres meters yards people minutes hours days weeks months years times steps houses cars"
                    + " down up along across on off the a an of in at to from and or by our their my his her this that every each"
                    + " other different main side one two same more away long per cent percent pages members");

    private Postal() {}

    private static Rule rule(String name, String pattern, double score) {
        return Rule.of(name, IdentityKind.ADDRESS, marks -> marks.numbers(1, 120, 220), pattern, score);
    }

    static final List<Rule> RULES = List.of(
            rule(
                    "street",
                    "(?U)(?=[0-9FAUSRWf#auswr])(?<![\\w.,/£$€:+-])(?<!(?i:chapter|page|article|section|verse|part|volume|step|number|lesson|level|stage|grade) )(?:"
                            + ROOM + ",? {0,2})?" + NUMBER + ",? (?:(?:(?:" + CAPITAL
                            + "|of|the|[0-9]{1,3}(?:st|nd|rd|th)) ){1,4}(?i:" + ENGLISH
                            + ")|Broadway)\\b\\.?(?<=\\p{Lu}[\\p{L}.]{1,14})(?: [NSEW]{1,2}\\b)?" + REST,
                    Postal::named,
                    .9),
            rule(
                    "street",
                    "(?U)(?=[0-9FAUSRWf#auswr])(?<![\\w.,/£$€:+-])(?:" + ROOM
                            + ",? {0,2})?[0-9]{1,4}[a-z]? (?:\\p{Ll}{2,20} ){1,2}" + PLAIN + "\\b" + REST,
                    Postal::plain,
                    .6),
            // German, Dutch, the North: one word, and the number behind it
            rule(
                    "street",
                    "(?U)(?<![\\w])(?:(?:\\p{Lu}[\\p{L}.'’-]{0,24} |(?:Am|An der|Auf dem|Auf der|Im|In der|In den|Zum|Zur|Unter den|Alte[rn]?|Neue[rn]?|Große[rn]?|Kleine[rn]?) ){0,3})"
                            + "(?:\\p{Lu}[\\p{L}-]{0,30}(?:straße|strasse|str\\.|weg|allee|platz|gasse|ufer|damm|chaussee|steig|stieg|pfad|ring|promenade|zeile"
                            + "|straat|laan|plein|gracht|kade|singel|dijk|steeg|dreef|hof|markt|gatan|vägen|gata|veien|vegen|gade|gaden|vej|vejen|katu|tie|utca)"
                            + "|(?:Straße|Strasse|Str\\.|Weg|Allee|Platz|Gasse|Ufer|Damm|Markt|Ring|Hof|Laan|Plein|Gracht|Kade|Singel|Dijk|Allé|[Uu]tca|[úÚ]t))"
                            + " (?:Nr\\.? ?)?" + NUMBER + "\\b(?! ?(?:Uhr|Jahre|Euro|€|%))" + REST,
                    .9),
            // French: number, kind, name
            rule(
                    "street",
                    "(?U)(?=[0-9FAUSRWf#auswr])(?<![\\w.,/£$€:+-])[0-9]{1,4}(?: ?(?:bis|ter|quater|[A-Da-d](?=[ ,])))?,? (?:rue|avenue|av\\.|boulevard|bd|bld|place|chemin|impasse|allée|allee|quai|cours|square|route"
                            + "|passage|villa|cité|faubourg|sentier|ruelle|montée|esplanade|rond-point) "
                            + SMALL + "\\p{Lu}[\\p{L}'’.-]{0,30}(?: " + SMALL + "\\p{Lu}[\\p{L}'’.-]{0,30}){0,4}"
                            + REST,
                    .95),
            // Spanish, Italian, Portuguese, Polish: kind, name, number
            rule(
                    "street",
                    "(?U)(?<![\\w])(?:[Cc]/ ?|[Cc]alle|[Aa]vda\\.?|[Aa]v\\.|[Aa]venida|[Pp]laza|[Pp]za\\.?|[Pp]aseo|[Cc]amino|[Cc]arretera|[Rr]onda|[Tt]ravesía|[Vv]ia|[Vv]iale|[Pp]iazza|[Pp]iazzale|[Cc]orso|[Vv]icolo"
                            + "|[Ll]argo|[Ss]trada|[Cc]ontrada|[Bb]orgo|[Rr]ua|[Tt]ravessa|[Pp]raça|[Ee]strada|[Cc]arrer|[Uu]l\\.|[Uu]lica|[Uu]licy|[Aa]l\\.|[Aa]leja|[Aa]leje|[Pp]l\\.|[Pp]lac|[Oo]s\\.|[Oo]siedle|[Ss]tr\\.|[Ss]trada|[Bb]ulevardul)"
                            + " ?" + SMALL + "(?:[0-9]{1,2} )?\\p{Lu}[\\p{L}'’.-]{0,30}(?: " + SMALL
                            + "\\p{Lu}[\\p{L}'’.-]{0,30}){0,4},? ?(?:n\\.?[º°]?\\.? ?|nr\\.? ?|núm\\.? ?)?" + NUMBER
                            + "\\b(?:,? ?[0-9]{1,2}[º°ª])?" + REST,
                    .9),
            rule(
                    "street",
                    "(?U)\\b\\p{Lu}[\\p{L}]{0,24}(?: \\p{Lu}[\\p{L}]{0,24}){0,3} (?:Sokak|Sokağı|Sok\\.|Sk\\.|Caddesi|Cad\\.|Cd\\.|Bulvarı|Mahallesi|Mah\\.),? ?(?:No\\.?:? ?)?[0-9]{1,4}(?:/[0-9]{1,3})?"
                            + REST,
                    .9),
            rule(
                    "street",
                    "(?U)\\b(?:ул\\.|улица|пр\\.|проспект|вул\\.|переулок|бульвар|площадь) ?\\p{Lu}[\\p{L}-]{1,30}(?: \\p{Lu}?[\\p{L}-]{1,30})?,? ?(?:д\\.|дом|буд\\.)? ?[0-9]{1,4}[а-я]?(?:,? ?(?:кв\\.|корп\\.) ?[0-9]{1,4}){0,2}",
                    .9),
            rule(
                    "post-box",
                    "(?U)\\b(?i:p\\.? ?o\\.? ?box|gpo box|private bag|postfach|boîte postale|b\\.?p\\.?(?= [0-9])|apartado(?: de correos)?|apdo\\.?|casella postale|caixa postal|postbus|postboks|skr(?:\\.|ytka) ?poczt(?:\\.|owa)) ?(?:n[r.º°]{0,2} ?)?[0-9]{1,3}(?: ?[0-9]{2,3}){0,2}\\b"
                            + REST,
                    .95),
            rule(
                    "post-code",
                    "(?U)(?<![\\w-])(?:" + TOWN
                            + ",? )?(?:GIR ?0AA|(?:[A-PR-UWYZ][0-9]{1,2}|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}|[A-PR-UWYZ][0-9][A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY]) ?[0-9][ABD-HJLNP-UW-Z]{2})(?![\\w-])",
                    .9),
            rule("post-code", "(?U)(?<![\\w-])(?:" + TOWN + ",? )?(?:[A-Z]{2} )?" + CANADA + "(?![\\w-])", .8),
            rule("post-code", "(?U)(?<![\\w-])" + TOWN + ",? " + STATE + ",? [0-9]{5}(?:-[0-9]{4})?(?![\\w-])", .9),
            rule("post-code", "(?U)(?<![\\w.,/-])[1-9][0-9]{3} ?(?!S[ADS] )[A-Z]{2} " + TOWN, Postal::dutch, .7),
            rule("post-code", "(?U)(?<![\\w.,/-])[0-9]{2}-[0-9]{3} " + TOWN, .9),
            rule("post-code", "(?U)(?<![\\w.,/-])(?:A|B|CH|D|DK|F|FI|FL|I|L|NL|PL|S|SE|N)-[0-9]{4,5} " + TOWN, .95),
            rule("post-code", "(?U)(?<![\\w.,/-])[0-9]{5} " + TOWN, Postal::town, .85));

    /** The street and the number, without what follows; the whole if that is not to be told. */
    static String street(String address) {
        String line = address.split("[,\\n]", 2)[0];
        boolean number = line.chars().anyMatch(Character::isDigit);
        return number && Forms.words(line).size() > 2 ? line : address;
    }

    private static Rule rule(String name, String pattern, java.util.function.Predicate<String> holds, double score) {
        return Rule.of(name, IdentityKind.ADDRESS, marks -> marks.numbers(1, 120, 220), pattern, holds, score);
    }

    private static final Pattern YEARS = Pattern.compile("^(?:19|20)[0-9]{2} .*", Pattern.DOTALL);
    private static final Pattern WORD_BEFORE_STREET = Pattern.compile("(?U)[0-9]\\p{L}?,? (?:\\p{Lu}|[0-9])");

    /** "5 Street" and "2019 Drive" are none; nor is "20 Miles Road" without a name. */
    private static boolean named(String text) {
        return (WORD_BEFORE_STREET.matcher(text).find() && !YEARS.matcher(text).matches()) || text.indexOf(',') > 4;
    }

    private static boolean plain(String text) {
        return !YEARS.matcher(text).matches()
                && Forms.words(text.lines().findFirst().orElse("")).stream().noneMatch(NO_STREET::contains);
    }

    /** "2019 BC" and "1000 EU Bürger" are none. */
    private static boolean dutch(String text) {
        return Gazetteer.place(Folding.fold(text.replaceFirst("^[0-9]{4} ?[A-Z]{2} ", "")))
                || text.matches("[0-9]{4}[A-Z]{2} .*");
    }

    private static boolean town(String text) {
        String town = Folding.fold(text.substring(6));
        String first = town.split("[ -]", 2)[0];
        return Gazetteer.place(town) || Gazetteer.place(first);
    }

    /** Sets of folded words. */
    private static final class Folded {
        static Set<String> words(String list) {
            return Set.of(list.toLowerCase(Locale.ROOT).split(" "));
        }
    }
}
