package org.afterword.facts;

import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Currencies as people write them: signs, codes, names. What several share is left open, or assumed and said so. */
final class Currencies {
    /**
     * @param code ISO 4217; empty if the words leave it open
     * @param written as in the text, in lower case
     * @param assumed whether others are written so too
     * @param next the piece after it
     * @param hundredths whether it is cents
     */
    record Named(Optional<String> code, String written, boolean assumed, int next, boolean hundredths) {}

    private record Meaning(Optional<String> code, boolean assumed) {}

    private static final Map<String, Meaning> SIGNS = new HashMap<>();
    private static final Map<String, Meaning> NAMES = new HashMap<>();
    /** "Canadian dollars", by the first word. */
    private static final Map<String, List<Map.Entry<List<String>, String>>> FULL = new HashMap<>();

    private static final Set<String> CODES = Words.of(
            "eur gbp usd chf sek nok dkk isk pln czk huf ron bgn rub uah try ils inr pkr lkr npr bdt cny rmb jpy"
                    + " krw hkd sgd twd thb vnd idr myr php aud nzd cad mxn brl ars clp cop pen zar ngn ghs kes ugx tzs egp"
                    + " mad aed sar dem frf itl ats nis");
    private static final Map<String, String> OTHER_CODES = Map.of("rmb", "CNY", "nis", "ILS");

    static {
        put(SIGNS, false, "EUR", "€");
        put(SIGNS, false, "GBP", "£");
        put(SIGNS, true, "USD", "$");
        put(SIGNS, true, "JPY", "¥");
        put(SIGNS, false, "INR", "₹");
        put(SIGNS, false, "RUB", "₽");
        put(SIGNS, false, "TRY", "₺");
        put(SIGNS, false, "UAH", "₴");
        put(SIGNS, false, "KRW", "₩");
        put(SIGNS, false, "NGN", "₦");
        put(SIGNS, false, "PHP", "₱");
        put(SIGNS, false, "THB", "฿");
        put(SIGNS, false, "VND", "₫");
        put(SIGNS, false, "ILS", "₪");
        put(SIGNS, false, "GHS", "₵");
        put(SIGNS, false, "KZT", "₸");
        put(SIGNS, false, "GEL", "₾");
        put(NAMES, false, "EUR", "euro", "euros");
        put(NAMES, false, "GBP", "pound", "pounds", "quid", "sterling");
        put(NAMES, true, "USD", "dollar", "dollars", "buck", "bucks");
        put(NAMES, false, "PLN", "zł", "zloty", "zlotys", "zloties", "złoty", "złotych");
        put(NAMES, false, "CZK", "kč", "koruna", "korunas");
        put(NAMES, true, "CZK", "crown", "crowns");
        put(NAMES, false, "HUF", "ft", "forint", "forints");
        put(NAMES, false, "RUB", "ruble", "rubles", "rouble", "roubles");
        put(NAMES, false, "UAH", "hryvnia", "hryvnias", "hryvnya");
        put(NAMES, false, "ILS", "shekel", "shekels");
        put(NAMES, false, "JPY", "yen");
        put(NAMES, false, "CNY", "yuan", "renminbi");
        put(NAMES, false, "ZAR", "rand", "rands");
        put(NAMES, false, "NGN", "naira");
        put(NAMES, false, "GHS", "cedi", "cedis");
        put(NAMES, false, "BRL", "reais");
        put(NAMES, false, "THB", "baht");
        put(NAMES, false, "MYR", "ringgit");
        put(NAMES, false, "IDR", "rupiah");
        put(NAMES, false, "VND", "dong");
        put(NAMES, false, "RON", "lei");
        put(NAMES, false, "BGN", "leva");
        put(NAMES, false, "SEK", "kronor");
        put(NAMES, false, "DEM", "deutschmarks", "deutschmark", "d-mark", "dm");
        put(NAMES, false, "ATS", "schillings");
        put(NAMES, true, "INR", "rupee", "rupees", "rs");
        put(NAMES, true, "TRY", "lira");
        for (String open : List.of(
                "kr",
                "kroner",
                "krone",
                "krona",
                "franc",
                "francs",
                "peso",
                "pesos",
                "dinar",
                "dinars",
                "dirham",
                "dirhams",
                "shilling",
                "shillings",
                "marks",
                "lire",
                "riyal",
                "riyals",
                "taka",
                "soles")) {
            NAMES.put(open, new Meaning(Optional.empty(), false));
        }
        for (String code : CODES) {
            String iso = OTHER_CODES.getOrDefault(code, code.toUpperCase(Locale.ROOT));
            full(iso);
        }
    }

    /** Signs of letters before "$", and letters that stand before a number. */
    private static final Map<String, String> DOLLARS = Map.ofEntries(
            Map.entry("us", "USD"),
            Map.entry("a", "AUD"),
            Map.entry("au", "AUD"),
            Map.entry("c", "CAD"),
            Map.entry("ca", "CAD"),
            Map.entry("can", "CAD"),
            Map.entry("nz", "NZD"),
            Map.entry("hk", "HKD"),
            Map.entry("s", "SGD"),
            Map.entry("sg", "SGD"),
            Map.entry("r", "BRL"),
            Map.entry("mx", "MXN"),
            Map.entry("nt", "TWD"));

    private static final Map<String, String> LETTERS =
            Map.of("r", "ZAR", "rp", "IDR", "rm", "MYR", "fr", "", "kr", "", "rs", "INR", "sfr", "CHF");
    private static final Set<String> CENTS = Words.of("cent cents pence penny pennies paise öre øre");

    private Currencies() {}

    private static void put(Map<String, Meaning> into, boolean assumed, String code, String... words) {
        for (String word : words) {
            into.put(word, new Meaning(Optional.of(code), assumed));
        }
    }

    private static void full(String iso) {
        Currency currency = Currency.getInstance(iso);
        for (String form : List.of("one", "other")) {
            String name = currency.getName(ULocale.ENGLISH, Currency.PLURAL_LONG_NAME, form, null);
            List<String> words = List.of(name.toLowerCase(Locale.ROOT).split(" "));
            if (words.size() > 1) {
                FULL.computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
                        .add(Map.entry(words, iso));
            }
        }
        FULL.values()
                .forEach(names -> names.sort(
                        Comparator.comparingInt(name -> -name.getKey().size())));
    }

    /** Whether it may stand before a number. */
    static boolean begins(String text) {
        return SIGNS.containsKey(text)
                || CODES.contains(text)
                || LETTERS.containsKey(text)
                || DOLLARS.containsKey(text);
    }

    /** @param word in lower case, written with a capital */
    static boolean mayStandBefore(String word) {
        return CODES.contains(word) || LETTERS.containsKey(word);
    }

    /** Before a number. */
    static Optional<Named> before(Line line, int at) {
        String text = line.at(at);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Meaning sign = SIGNS.get(text);
        if (sign != null) {
            return Optional.of(new Named(sign.code(), text, sign.assumed(), at + 1, false));
        }
        if ((!line.capital(at) && !text.equals("kr")) || (line.glued(at) && line.shape(at - 1, Line.Shape.NUMBER))) {
            return Optional.empty();
        }
        String dollars = DOLLARS.get(text);
        if (dollars != null && line.is(at + 1, "$") && line.glued(at + 1)) {
            return Optional.of(new Named(Optional.of(dollars), text + "$", false, at + 2, false));
        }
        int dot = line.is(at + 1, ".") ? at + 2 : at + 1;
        if (CODES.contains(text) && line.shape(dot, Line.Shape.NUMBER)) {
            return Optional.of(code(text, dot));
        }
        String letters = LETTERS.get(text);
        if (letters != null && line.shape(dot, Line.Shape.NUMBER)) {
            boolean assumed = text.equals("rs");
            return Optional.of(
                    new Named(letters.isEmpty() ? Optional.empty() : Optional.of(letters), text, assumed, dot, false));
        }
        return Optional.empty();
    }

    private static Named code(String text, int next) {
        String iso = OTHER_CODES.getOrDefault(text, text.toUpperCase(Locale.ROOT));
        return new Named(Optional.of(iso), text, false, next, false);
    }

    /** "Hundreds of euros". */
    private static boolean many(Line line, int at) {
        return Numerals.isMany(line.at(at));
    }

    /** Behind a number. */
    static Optional<Named> behind(Line line, int from) {
        int at = line.is(from, "-") && line.glued(from) ? from + 1 : from;
        String text = line.at(at);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.equals("of") && many(line, at - 1)) {
            return behind(line, at + 1);
        }
        for (var name : FULL.getOrDefault(text, List.of())) {
            if (line.stands(at, name.getKey().toArray(String[]::new))) {
                return Optional.of(new Named(
                        Optional.of(name.getValue()),
                        String.join(" ", name.getKey()),
                        false,
                        at + name.getKey().size(),
                        false));
            }
        }
        Meaning sign = SIGNS.get(text);
        if (sign != null && !line.shape(at + 1, Line.Shape.NUMBER)) {
            return Optional.of(new Named(sign.code(), text, sign.assumed(), at + 1, false));
        }
        Meaning name = NAMES.get(text);
        if (name != null) {
            boolean sterling = line.is(at + 1, "sterling");
            return Optional.of(new Named(name.code(), text, name.assumed(), sterling ? at + 2 : at + 1, false));
        }
        if (CENTS.contains(text) || (text.equals("p") && line.glued(at) && !line.capital(at) && !line.goesOn(at))) {
            boolean british = text.startsWith("p") && !text.equals("paise");
            return Optional.of(new Named(british ? Optional.of("GBP") : Optional.empty(), text, false, at + 1, true));
        }
        boolean upper = line.capital(at) && CODES.contains(text);
        return upper ? Optional.of(code(text, at + 1)) : Optional.empty();
    }
}
