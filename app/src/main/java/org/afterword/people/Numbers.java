package org.afterword.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;

/** Numbers that lead to somebody: of accounts and cards, of papers, plates, machines and places on the globe. */
final class Numbers {
    /** Up to so much may stand between a word and the number that it makes one. */
    private static final String NEAR = "(?:[^\\n.;!?]|(?i:nr|no)\\.){0,24}?";

    private static final String BEFORE = "(?=[0-9])(?<![\\w.,/+-])";
    private static final String AFTER = "(?![\\w-])";
    private static final Pattern CARD = Pattern.compile(
            "4\\d{12,18}|(?:5[1-5]|222[1-9]|22[3-9]\\d|2[3-6]\\d\\d|27[01]\\d|2720)\\d{12,14}|3[47]\\d{13}|3(?:0[0-5]|[689]\\d)\\d{11,16}"
                    + "|6(?:011|5\\d\\d|4[4-9]\\d|2\\d\\d)\\d{12,15}|35\\d{14,17}|(?:50|5[6-9]|6[0-9])\\d{10,17}");

    private static final Pattern ACCOUNT = Pattern.compile("(?i)\\b[A-Z]{2} ?[0-9]{2}(?=[ -]?[A-Z0-9])");

    private Numbers() {}

    private static Rule rule(String name, int digits, String pattern, double score) {
        return Rule.of(name, IdentityKind.NUMBER, marks -> marks.numbers(digits), pattern, score);
    }

    private static Rule rule(String name, int digits, String pattern, Predicate<String> holds, double score) {
        return Rule.of(name, IdentityKind.NUMBER, marks -> marks.numbers(digits), pattern, holds, score);
    }

    static final List<Rule> RULES = List.of(
            rule("card", 13, "(?=[0-9])(?<![\\w+-])[0-9](?:[ -]?[0-9]){12,18}(?![\\w-])", Numbers::card, 1),
            rule(
                    "card",
                    13,
                    "(?i:card|karte|carte|tarjeta|carta|kaart|karta|credit|debit)" + NEAR
                            + "(?<core>(?<![\\w-])[0-9](?:[ -]?[0-9]){12,18}(?![\\w-]))",
                    Checks::luhn,
                    1),
            // papers
            rule("number-of-papers", 9, BEFORE + "(?!000|666|9)[0-9]{3}-(?!00)[0-9]{2}-(?!0000)[0-9]{4}(?![\\w-])", .9),
            rule(
                    "number-of-papers",
                    6,
                    "(?=[A-Z])\\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?: ?[0-9]{2}){3} ?[A-D]\\b",
                    .95),
            rule(
                    "number-of-papers",
                    7,
                    "(?=[0-9X-Z])\\b(?:[0-9]{8}|[XYZ]-?[0-9]{7})-?[A-HJ-NP-TV-Z]\\b",
                    Checks::spanish,
                    .9),
            rule(
                    "number-of-papers",
                    6,
                    BEFORE + "[12] ?[0-9]{2} ?[0-9]{2} ?(?:[0-9]{2}|2[AB]) ?[0-9]{3} ?[0-9]{3} ?[0-9]{2}" + AFTER,
                    Checks::french,
                    .95),
            rule(
                    "number-of-papers",
                    2,
                    "(?=[A-Z]{6})\\b[A-Z]{6}[0-9]{2}[ABCDEHLMPRST][0-9]{2}[A-Z][0-9]{3}[A-Z]\\b",
                    .95),
            rule(
                    "number-of-papers",
                    11,
                    BEFORE + "[0-9]{3}\\.[0-9]{3}\\.[0-9]{3}-[0-9]{2}" + AFTER,
                    Checks::brazilian,
                    .95),
            rule(
                    "number-of-papers",
                    13,
                    BEFORE + "756[. ]?[0-9]{4}[. ]?[0-9]{4}[. ]?[0-9]{2}" + AFTER,
                    text -> Checks.weighed(text, 10, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1),
                    .95),
            rule(
                    "number-of-papers",
                    11,
                    "(?i:steuer-? ?(?:id|identifikations?)|id-?nr|tax id|tin\\b)" + NEAR
                            + "(?<core>\\b[1-9][0-9](?: ?[0-9]{3}){3}\\b)",
                    Checks::mod1110,
                    1),
            rule(
                    "number-of-papers",
                    9,
                    "(?i:bsn|burgerservicenummer|sofi-?nummer)" + NEAR
                            + "(?<core>\\b[0-9]{4}[. ]?[0-9]{2}[. ]?[0-9]{3}\\b)",
                    text -> Checks.weighed(text, 11, 9, 8, 7, 6, 5, 4, 3, 2, -1),
                    1),
            rule(
                    "number-of-papers",
                    11,
                    "(?i:pesel)" + NEAR + "(?<core>\\b[0-9]{11}\\b)",
                    text -> Checks.weighed(text, 10, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1),
                    1),
            rule(
                    "number-of-papers",
                    10,
                    "(?i:nhs)" + NEAR + "(?<core>\\b[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}\\b)",
                    text -> Checks.weighed(text, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1),
                    1),
            rule(
                    "number-of-papers",
                    15,
                    "(?i:imei)" + NEAR + "(?<core>\\b[0-9]{2}(?:[ -]?[0-9]){13}\\b)",
                    Checks::luhn,
                    1),
            rule(
                    "number-of-papers",
                    2,
                    "(?i:passport|reisepass|passeport|pasaporte|passaporto|paspoort|paszport|personalausweis|ausweisnummer"
                            + "|carte d['’]identité|carta d['’]identità|identity card|id card|driving licen[cs]e|driver['’]?s licen[cs]e"
                            + "|führerschein|permis de conduire|social security|sozialversicherung|national insurance|membership"
                            + "|mitgliedsnummer|account n(?:umber|o\\.?)|kontonummer|sort code|case n(?:umber|o\\.?)|aktenzeichen)"
                            + NEAR
                            + "(?<core>\\b(?=(?:[A-Z -]{0,9}[0-9]){4})[A-Z0-9]{1,9}(?:[ -]?[A-Z0-9]{2,6}){0,4}\\b)",
                    text -> Checks.digits(text).length >= 5 && !text.matches("[12][0-9]{3}(?:[ -].*)?"),
                    .8),
            // machines
            rule(
                    "network-address",
                    4,
                    "(?=[0-9])(?<![\\w.+])(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?![\\w]|\\.[0-9])",
                    .9),
            Rule.of(
                    "network-address",
                    IdentityKind.NUMBER,
                    Marks::colons,
                    "(?i)(?=[0-9a-f])(?<![\\w:])(?:[0-9a-f]{1,4}:){1,7}(?::?[0-9a-f]{1,4}){1,6}(?![\\w:])",
                    Numbers::network,
                    .9),
            Rule.of(
                    "machine",
                    IdentityKind.NUMBER,
                    marks -> marks.numbers(1),
                    "(?i)(?=[0-9a-f]{2}[:-])(?<![\\w:-])[0-9a-f]{2}(?:(?::[0-9a-f]{2}){5}|(?:-[0-9a-f]{2}){5})(?![\\w:-])",
                    text -> text.chars().anyMatch(Character::isDigit),
                    .95),
            rule("wallet", 1, "\\b[13][1-9A-HJ-NP-Za-km-z]{25,34}\\b", Checks::base58, 1),
            rule(
                    "wallet",
                    1,
                    "\\b(?:(?:bc|tb|ltc)1[02-9ac-hj-np-z]{11,71}|(?:BC|TB|LTC)1[02-9AC-HJ-NP-Z]{11,71})\\b",
                    Checks::bech32,
                    1),
            rule("wallet", 1, "\\b0x[0-9a-fA-F]{40}\\b", .95),
            rule("wallet", 1, "\\b[48][0-9AB][1-9A-HJ-NP-Za-km-z]{93}\\b", .95));

    /** After what has words of its own, before what is only digits. */
    static final List<Rule> PLACES = List.of(
            rule(
                    "coordinates",
                    8,
                    "(?=[0-9+-])(?<![\\w.,-])[+-]?[0-9]{1,2}\\.[0-9]{4,14}°? ?[NS]?[,;/ ]{1,3}[+-]?[0-9]{1,3}\\.[0-9]{4,14}°?(?: ?[EWO])?(?![\\w.]?[0-9])",
                    Numbers::globe,
                    .95),
            rule(
                    "coordinates",
                    4,
                    "(?i:coordinates?|coords?|gps|lat(?:itude)?|location|position|koordinaten|standort|coordonnées|coordenadas|coordinate)"
                            + NEAR
                            + "(?<core>(?<![\\w.,-])[+-]?[0-9]{1,2}\\.[0-9]{2,14}°? ?[NS]?[,;/ ]{1,3}(?:(?:lon|long|longitude|lng)[:= ]{1,2})?[+-]?[0-9]{1,3}\\.[0-9]{2,14}°?(?: ?[EWO])?)(?![\\w.]?[0-9])",
                    Numbers::globe,
                    .95),
            Rule.of(
                    "coordinates",
                    IdentityKind.NUMBER,
                    Marks::degrees,
                    "(?=[0-9])(?<![\\w.,-])[0-9]{1,2}(?:\\.[0-9]{1,10})? ?[°º] ?(?:[0-9]{1,2}(?:\\.[0-9]{1,8})? ?['′’] ?)?(?:[0-9]{1,2}(?:\\.[0-9]{1,8})? ?(?:[\"″”]|'') ?)?[NS]"
                            + "[,;/ ]{0,3}[0-9]{1,3}(?:\\.[0-9]{1,10})? ?[°º] ?(?:[0-9]{1,2}(?:\\.[0-9]{1,8})? ?['′’] ?)?(?:[0-9]{1,2}(?:\\.[0-9]{1,8})? ?(?:[\"″”]|'') ?)?[EWO]\\b",
                    text -> true,
                    1),
            Rule.of(
                    "coordinates",
                    IdentityKind.NUMBER,
                    Marks::plusAndDigit,
                    "(?<![\\w+])(?:[23456789CFGHJMPQRVWX]{8}|[23456789CFGHJMPQRVWX]{4}|[23456789CFGHJMPQRVWX]{6})\\+[23456789CFGHJMPQRVWX]{2,3}(?![\\w+])",
                    text -> text.chars().anyMatch(Character::isDigit)
                            && text.chars().anyMatch(Character::isLetter),
                    .9),
            rule(
                    "coordinates",
                    6,
                    "(?=[0-9])\\b(?:[1-9]|[1-5][0-9]|60)[C-HJ-NP-X] ?[A-HJ-NP-Z][A-HJ-NP-V](?: [0-9]{3} [0-9]{3}| ?[0-9]{6}| [0-9]{4} [0-9]{4}| ?[0-9]{8}| [0-9]{5} [0-9]{5}| ?[0-9]{10})\\b",
                    .9),
            Rule.of(
                    "coordinates",
                    IdentityKind.NUMBER,
                    Marks::slash,
                    "(?U)(?=//)(?<![\\w/:])///?\\p{Ll}{3,20}\\.\\p{Ll}{3,20}\\.\\p{Ll}{3,20}\\b",
                    text -> text.startsWith("///"),
                    .9));

    private static final String CAR =
            "(?i:plates?|registration|reg\\b|licen[cs]e|kennzeichen|nummernschild|matr[ií]cula|immatriculation|plaque|targa|kenteken"
                    + "|tablic\\p{L}*|rejestracyjn\\p{L}*|registreringsnummer|plaka)";
    private static final String VEHICLE =
            "(?i:\\b(?:car|van|minibus|bus|truck|lorry|motorbike|vehicle|auto|wagen|transporter|voiture|camionnette|coche|furgoneta"
                    + "|macchina|furgone|busje|samoch\\p{L}*|carro|bil)\\b)";

    static final List<Rule> PLATES = List.of(
            rule(
                    "plate",
                    1,
                    CAR
                            + "[^\\n.]{0,24}?\\b(?<core>(?=[A-ZÄÖÜ0-9 -]*[0-9])(?=[A-ZÄÖÜ0-9 -]*[A-ZÄÖÜ])[A-ZÄÖÜ0-9]{1,4}(?:[ -][A-Z0-9]{1,4}){0,3})\\b",
                    text -> text.length() >= 4,
                    .8),
            rule(
                    "plate",
                    1,
                    VEHICLE + NEAR
                            + "\\b(?<core>[A-Z]{2}[0-9]{2} ?[A-Z]{3}|[A-Z][0-9]{1,3} ?[A-Z]{3}|[A-ZÄÖÜ]{1,3}[ -][A-Z]{1,2} ?[0-9]{1,4}[EH]?"
                            + "|[A-Z]{2}[ -]?[0-9]{3}[ -]?[A-Z]{2}|[0-9]{4} ?[BCDFGHJKLMNPRSTVWXYZ]{3}|[A-Z]{3}[ -]?[0-9]{3,4}|[0-9]{1,2}-[A-Z]{2,3}-[0-9]{1,2}"
                            + "|[A-Z]{1,2}-[0-9]{2,3}-[A-Z]{1,2}|[A-Z]{2,3} [A-Z0-9]{4,5})\\b",
                    text -> Checks.digits(text).length > 0,
                    .7),
            rule(
                    "plate",
                    2,
                    "(?=[A-Z]{2})(?<![\\w-])[A-HJ-PR-Y][A-HJ-PR-Y](?:0[1-9]|[1-7][0-9]) [A-HJ-PR-Z]{3}(?![\\w-])",
                    .8),
            rule("plate", 3, "(?=[A-Z]{2})(?<![\\w-])[A-HJ-NP-TV-Z]{2}-[0-9]{3}-[A-HJ-NP-TV-Z]{2}(?![\\w-])", .8));

    /** IBANs, which may have a word behind them that looks like more of them. */
    static List<Span> accounts(String text) {
        var spans = new ArrayList<Span>();
        Matcher head = ACCOUNT.matcher(text);
        int from = 0;
        while (head.find(from)) {
            int left = Checks.ibanLength(head.group().toUpperCase(Locale.ROOT)) - 4;
            int at = head.end();
            for (; left > 0 && at < text.length(); at++) {
                char c = text.charAt(at);
                boolean parts = (c == ' ' || c == '-') && at + 1 < text.length() && alphanumeric(text.charAt(at + 1));
                if (alphanumeric(c)) {
                    left--;
                } else if (!parts) {
                    break;
                }
            }
            boolean whole = left == 0
                    && at > head.end()
                    && (at == text.length() || !alphanumeric(text.charAt(at)))
                    && Checks.iban(text.substring(head.start(), at));
            if (whole) {
                spans.add(new Span(head.start(), at));
            }
            from = whole ? at : head.end();
        }
        return spans;
    }

    private static boolean alphanumeric(char c) {
        return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    }

    private static boolean card(String text) {
        return Checks.luhn(text) && CARD.matcher(text.replaceAll("[ -]", "")).matches();
    }

    /** Two numbers, of which the first is no more than 90 and the other no more than 180. */
    private static boolean globe(String text) {
        double[] numbers = Pattern.compile("[0-9]{1,3}\\.[0-9]+")
                .matcher(text)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group()))
                .toArray();
        return numbers.length == 2 && numbers[0] <= 90 && numbers[1] <= 180;
    }

    /** Eight groups, or fewer and one gap; "12:30:45" is a time. */
    private static boolean network(String text) {
        int colons = (int) text.chars().filter(c -> c == ':').count();
        int gap = text.indexOf("::");
        boolean one = gap == text.lastIndexOf("::");
        return gap < 0
                ? colons == 7
                : one && colons >= 2 && colons <= 7 && text.length() > 4 && (colons > 2 || text.indexOf(':') >= 3);
    }
}
