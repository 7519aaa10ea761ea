package org.afterword.people;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;

/**
 * Telephone numbers. What looks like one is one in certain forms and after certain words; else the numbering plans
 * decide (libphonenumber): those of the countries that the text's other numbers and its language speak for.
 *
 * <p>A number that a plan knows has its international form for a name, so that "+44 20 7946 0958" and "020 7946 0958"
 * are one.
 */
final class Phones {
    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    private static final String BY = "rule:telephone";
    private static final int SHORTEST = 7;

    /** Where a language is spoken, the likeliest first. */
    private static final Map<String, List<String>> REGIONS = regions(
            "en US GB IE AU NZ CA ZA IN; de DE AT CH LI; fr FR BE CH CA; es ES MX AR CO CL PE; it IT CH; nl NL BE; pl PL; pt PT BR;"
                    + " da DK; sv SE FI; no NO; nb NO; nn NO; fi FI; is IS; cs CZ; sk SK; hu HU; ro RO MD; bg BG; el GR CY; tr TR;"
                    + " ru RU KZ BY; uk UA; be BY; he IL; ar EG SA AE JO LB MA; fa IR; hi IN; bn BD IN; ur PK; id ID; ms MY; vi VN;"
                    + " th TH; ja JP; ko KR; zh CN TW HK SG; et EE; lv LV; lt LT; hr HR; sr RS; sl SI; sq AL; sw KE TZ; tl PH");

    private static final List<String> ANYWHERE = List.of("US", "GB", "DE", "FR", "AU", "IE", "NL", "IT", "ES");

    private static final String END = "(?![\\w-])";

    private static final Pattern INTERNATIONAL = Pattern.compile(
            "(?=[+(0])(?<![\\w/.,-])(?:\\+ ?|\\(\\+|00)[1-9](?:[ \u00a0()./‐‑–-]{0,2}[0-9]){6,14}" + END);

    private static final Pattern AFTER_WORDS = Pattern.compile(
            "(?iU:phone|tel|telephone|telefon\\w*|mobile|mobil|cell|call|ring|text|whatsapp|signal|number|handy|handynummer|nummer|móvil|movil"
                    + "|tel[eé]fono|celular|telefone|t[eé]l|t[eé]l[eé]phone|portable|numéro|numero|cellulare|komórka|fax|sms|rufnummer|telefoon)[:. ]{1,3}"
                    + "(?:(?:me|us|him|her|them|is|was|at|on|to|ist|est|es|è|unter|au|al|number|nummer|no\\.?|nr\\.?) ){0,2}"
                    + "(?<core>\\(?[0-9](?:[ \u00a0()./-]{0,2}[0-9]){6,13})" + END);

    /** With a zero at its beginning, grouped. */
    private static final Pattern GROUPED = Pattern.compile(
            "(?=[(0])(?<![\\w/.,:-])\\(?0[0-9]{1,5}\\)?(?:[ \u00a0/.-]{1,2}[0-9]{2,8}){1,5}(?![\\w-]|[.:/][0-9])");

    private static final Pattern UNGROUPED = Pattern.compile("(?=0)(?<![\\w/.,:-])0[1-9][0-9]{7,10}" + END);

    private static final Pattern AMERICAN = Pattern.compile(
            "(?=[(1-9])(?<![\\w/.,:-])(?:1[ .-]?)?(?:\\([2-9][0-9]{2}\\) ?|[2-9][0-9]{2}[ .-])[0-9]{3}[ .-][0-9]{4}"
                    + END);

    /** In groups, of which only the plans say whether they are a number; not one of a row of numbers. */
    private static final Pattern OTHER = Pattern.compile(
            "(?=[(0-9])(?<![\\w/.,:+-])(?<![0-9][ \u00a0])\\(?[0-9]{1,5}\\)?(?:[ \u00a0.-][0-9]{2,6}){1,4}(?![\\w-]|[ \u00a0.,:/][0-9]|[ \u00a0]?[%€$£])");

    private static final Pattern DATE = Pattern.compile(
            "(?:[0-3]?[0-9]([./-])[0-3]?[0-9]\\1(?:(?:1[89]|20)[0-9]{2}|[0-9]{2})"
                    + "|(?:1[89]|20)[0-9]{2}([./-])[01]?[0-9]\\2[0-3]?[0-9])(?:[ T,].*)?|[0-3]?[0-9] [01]?[0-9] (?:1[89]|20)[0-9]{2}");
    private static final Pattern BOOK = Pattern.compile("(?i)(?:isbn|issn|ean|doi)[\\w ():.-]{0,12}$");

    private final String text;
    private final Optional<String> language;
    private final List<Span> places;
    private final List<Find> finds = new ArrayList<>();
    private final Map<String, Optional<String>> known = new HashMap<>();
    private final Set<String> regions = new LinkedHashSet<>();

    private Phones(String text, Optional<String> language, Marks marks) {
        this.text = text;
        this.places = marks.numbers(SHORTEST);
        this.language = language;
    }

    /**
     * @param language the text's, ISO 639-1, if it is known
     * @return perhaps overlapping, the surest first
     */
    static List<Find> find(String text, Optional<String> language, Marks marks) {
        var phones = new Phones(text, language, marks);
        if (!phones.places.isEmpty()) {
            phones.international(marks);
            phones.national();
        }
        return phones.finds;
    }

    private static Map<String, List<String>> regions(String list) {
        var regions = new HashMap<String, List<String>>();
        for (String line : list.split("; ", -1)) {
            List<String> words = List.of(line.split(" ", -1));
            regions.put(words.getFirst(), words.subList(1, words.size()));
        }
        return Map.copyOf(regions);
    }

    private void international(Marks marks) {
        if (!marks.plus() && !text.contains("00")) {
            return;
        }
        each(INTERNATIONAL, matcher -> {
            String written = matcher.group();
            Optional<PhoneNumber> number = parsed(plain(written), "ZZ");
            number.map(PLANS::getRegionCodeForNumber).ifPresent(regions::add);
            add(matcher.start(), matcher.end(), number.map(Phones::name).orElse(written), number.isPresent() ? 1 : .9);
        });
    }

    private void national() {
        regions.addAll(REGIONS.getOrDefault(language.orElse(""), List.of()));
        each(AFTER_WORDS, written -> !date(written), .8);
        each(GROUPED, written -> digits(written) >= 8 && digits(written) <= 13 && !date(written), .9);
        each(UNGROUPED, written -> true, .8);
        each(AMERICAN, written -> true, .9);
        each(OTHER, matcher -> {
            String written = matcher.group();
            if (digits(written) >= SHORTEST && digits(written) <= 12 && !date(written) && !book(matcher.start())) {
                grouped(written).ifPresent(name -> add(matcher.start(), matcher.end(), name, .7));
            }
        });
    }

    private void each(Pattern pattern, Consumer<Matcher> take) {
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        for (Span place : places) {
            matcher.region(place.start(), place.end());
            while (matcher.find()) {
                take.accept(matcher);
            }
        }
    }

    private interface Holds {
        boolean test(String written);
    }

    private void each(Pattern pattern, Holds holds, double score) {
        boolean core = pattern.equals(AFTER_WORDS);
        each(pattern, matcher -> {
            int start = core ? matcher.start("core") : matcher.start();
            String written = text.substring(start, matcher.end());
            if (holds.test(written) && !book(start)) {
                add(
                        start,
                        matcher.end(),
                        known.computeIfAbsent(written, this::named).orElse(written),
                        score);
            }
        });
    }

    /** The international form, if a plan has the number: that of a country the text speaks for, else of a few others. */
    private Optional<String> named(String written) {
        for (String region : regions.isEmpty() ? ANYWHERE : regions) {
            Optional<PhoneNumber> number = parsed(written, region);
            if (number.isPresent()) {
                return number.map(Phones::name);
            }
        }
        return Optional.empty();
    }

    /** The same for what must be grouped as its country groups its numbers. */
    private Optional<String> grouped(String written) {
        return known.computeIfAbsent("=" + written, key -> {
            for (String region : regions) {
                if (parsed(written, region).isPresent()) {
                    for (PhoneNumberMatch match : PLANS.findNumbers(written, region, Leniency.STRICT_GROUPING, 1)) {
                        if (match.end() - match.start() >= written.length() - 1) {
                            return Optional.of(name(match.number()));
                        }
                    }
                }
            }
            return Optional.empty();
        });
    }

    private static String plain(String written) {
        String bare = written.replace("(0)", "");
        return bare.startsWith("00") ? "+" + bare.substring(2) : bare;
    }

    /** If a plan has it. */
    private static Optional<PhoneNumber> parsed(String written, String region) {
        try {
            return Optional.of(PLANS.parse(written, region)).filter(PLANS::isValidNumber);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static String name(PhoneNumber number) {
        return PLANS.format(number, PhoneNumberFormat.INTERNATIONAL);
    }

    /** A number with its country's code as it is written within the country, with and without the digit before it. */
    static List<String> national(String international) {
        if (!international.startsWith("+")) {
            return List.of();
        }
        return parsed(international, "ZZ").stream()
                .flatMap(number -> List.of(
                        PLANS.getNationalSignificantNumber(number), PLANS.format(number, PhoneNumberFormat.NATIONAL))
                        .stream())
                .filter(form -> digits(form) >= SHORTEST)
                .toList();
    }

    private void add(int start, int end, String name, double score) {
        var span = new Span(start, end);
        finds.add(new Find(span, span.of(text), IdentityKind.PHONE, BY, score, name));
    }

    private boolean book(int start) {
        return BOOK.matcher(text).region(Math.max(0, start - 20), start).find();
    }

    private static int digits(String written) {
        return (int) written.chars().filter(c -> c >= '0' && c <= '9').count();
    }

    private static boolean date(String written) {
        return DATE.matcher(written).matches();
    }
}
