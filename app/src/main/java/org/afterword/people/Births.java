package org.afterword.people;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.afterword.language.Folding;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;

/** Dates of birth: a date, or a year, behind a word that says so. */
public final class Births {
    private static final Set<String> MONTHS = months();
    private static final String MONTH = "(?:"
            + MONTHS.stream()
                    .sorted((a, b) -> b.length() - a.length())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"))
            + ")(?!\\p{L})\\.?";
    private static final String DAY = "[0-3]?[0-9](?:st|nd|rd|th|er|\\.|º|ª)?";
    private static final String YEAR = "(?:1[89]|20)[0-9]{2}";

    /** On folded text. */
    private static final Pattern DATE =
            Pattern.compile("(?:" + DAY + "[ ./-]{0,2}(?:of |de |d')?" + MONTH + ",?(?: ?[/-]?(?:of |de |del |,)? ?(?:"
                    + YEAR + "|'[0-9]{2}\\b))?"
                    + "|" + MONTH + " " + DAY + "(?:,? (?:" + YEAR + "|'[0-9]{2}\\b))?"
                    + "|" + YEAR + " ?[./-] ?[01]?[0-9] ?[./-] ?[0-3]?[0-9]"
                    + "|[0-3]?[0-9] ?[./-] ?[0-3]?[0-9] ?[./-] ?(?:" + YEAR + "|[0-9]{2})"
                    + "|" + MONTH + ",? (?:of |de )?" + YEAR + "|" + YEAR + ")(?![0-9])");

    /** What stands before it, on folded text. */
    private static final Pattern CONTEXT = Pattern.compile(
            "(?:(?:re)?born(?!-? ?again)|birth(?:s?date|day)?s?(?! ?(?:rate|control|mother|father|right|order))|d\\. ?o\\. ?b|dob|b-?days?"
                    + "|geboren|geb\\.|geburtstag|geburtsdatum|geburtsjahr|jahrgang|nee?(?= (?:le|en|a) )|naissance|anniversaire"
                    + "|nacid[oa]s?|naci(?:mos|ste|o)?|nacimiento|cumple(?:anos)?|nat[oa](?= (?:il|nel|a|ad) | l')|nascita|compleanno"
                    + "|geboortedatum|geboortedag|geboortejaar|verjaardag|jarig(?= op)|urodz\\p{L}{1,7}|urodziny|ur\\.|nascid[oa]|nasci|nasceu|nascimento"
                    + "|aniversario|fodt|fodd|fodselsdag|fodelsedag|fodselsdato|syntyn\\p{L}{2,4}|syntymapaiva|narozen\\p{L}?|narozeniny|dogum|dogdu\\p{L}?"
                    + "|szuletett|szuletesnap\\p{L}?|" + Folding.fold("родил") + "\\p{L}{1,4}|"
                    + Folding.fold("рождения") + ")(?!\\p{L})");

    private static final int NEAR_DATE = 40;
    private static final int NEAR_YEAR = 18;

    private static final List<String> STEMS = List.of(
            "born",
            "birth",
            "dob",
            "d.o.b",
            "d. o. b",
            "bday",
            "b-day",
            "gebor",
            "geb.",
            "geb ",
            "geburt",
            "jahrgang",
            "ne ",
            "nee ",
            "naiss",
            "nac",
            "nato ",
            "nata ",
            "nasc",
            "cumple",
            "complean",
            "geboort",
            "verjaar",
            "jarig",
            "urodz",
            "ur. ",
            "anniv",
            "aniver",
            "fodt",
            "fodd",
            "fodse",
            "fodel",
            "syntyn",
            "narozen",
            "dogu",
            "szuletett",
            Folding.fold("роди"),
            Folding.fold("рожд"));

    private static final String BY = "rule:date-of-birth";

    private Births() {}

    /** Names of months and their short forms, in the languages of Europe and of some others, folded. */
    private static Set<String> months() {
        var months = new HashSet<String>();
        for (String language : List.of(
                "en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv", "da", "nb", "fi", "cs", "tr", "ru", "uk", "hu",
                "ro")) {
            var symbols = DateFormatSymbols.getInstance(new ULocale(language));
            for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                    for (String month : symbols.getMonths(context, width)) {
                        String folded = Folding.fold(month).replaceAll("\\.$", "");
                        if (folded.length() > 2 && folded.chars().allMatch(Character::isLetter)) {
                            months.add(folded);
                        }
                    }
                }
            }
        }
        months.add("sept");
        months.removeAll(List.of("sie", "out", "set", "dez", "ara", "mar"));
        return Set.copyOf(months);
    }

    static List<Find> find(String text, Folding folding, Marks marks) {
        if (marks.digits() == 0) {
            return List.of();
        }
        String folded = folding.text();
        var finds = new ArrayList<Find>();
        var starts = new TreeSet<Integer>();
        for (String stem : STEMS) {
            for (int at = folded.indexOf(stem); at >= 0; at = folded.indexOf(stem, at + stem.length())) {
                if (at == 0 || !Character.isLetter(folded.charAt(at - 1))) {
                    starts.add(at);
                }
            }
        }
        Matcher context = CONTEXT.matcher(folded);
        Matcher date = DATE.matcher(folded);
        int free = 0;
        for (int start : starts) {
            Optional<Span> found = start < free ? Optional.empty() : date(folded, start, context, date);
            if (found.isPresent()) {
                Span span = folding.origin(found.get());
                String written = span.of(text);
                boolean whole = Forms.words(written).size() > 2;
                String name = whole
                        ? written
                        : folding.origin(new Span(start, found.get().end())).of(text);
                finds.add(new Find(span, written, IdentityKind.BIRTH, BY, .9, Keys.bare(name)));
                free = found.get().end();
            }
        }
        return finds;
    }

    private static Optional<Span> date(String folded, int start, Matcher context, Matcher date) {
        context.region(start, Math.min(folded.length(), start + 48));
        context.useTransparentBounds(true);
        if (!context.lookingAt()) {
            return Optional.empty();
        }
        int most = Math.min(folded.length(), context.end() + NEAR_DATE);
        for (int at = context.end(); at < most; at++) {
            char c = folded.charAt(at);
            boolean ends = c == '.' && at > context.end() && at + 1 < most && folded.charAt(at + 1) == ' ';
            if (ends || "\n!?;".indexOf(c) >= 0) {
                return Optional.empty();
            }
            boolean begins = at == 0 || !Character.isLetterOrDigit(folded.charAt(at - 1));
            if (begins && Character.isLetterOrDigit(c)) {
                date.region(at, Math.min(folded.length(), at + 40));
                date.useTransparentBounds(true);
                boolean year = date.lookingAt() && date.end() - at == 4;
                if (date.lookingAt() && (!year || at - context.end() < NEAR_YEAR)) {
                    return Optional.of(new Span(at, trimmed(folded, at, date.end())));
                }
                if (c >= '0' && c <= '9') {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static int trimmed(String folded, int start, int end) {
        int last = end;
        while (last > start && " ,./-".indexOf(folded.charAt(last - 1)) >= 0) {
            last--;
        }
        return last;
    }

    /** How many words of the phrase stand before its date. */
    static int before(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (Character.isDigit(words.get(i).codePointAt(0)) || MONTHS.contains(words.get(i))) {
                return i;
            }
        }
        return 0;
    }

    /** The year, from 1800, if the phrase has one. */
    public static OptionalInt year(String phrase) {
        return Forms.words(phrase).stream()
                .filter(word -> word.matches(YEAR))
                .mapToInt(Integer::parseInt)
                .findFirst();
    }
}
