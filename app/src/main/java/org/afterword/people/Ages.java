package org.afterword.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.language.Folding;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;

/**
 * Ages: a number, in digits or in words, that the words around it make somebody's age. What is covered is the number with
 * its unit; it is known by the whole phrase ("I was 19"), so that nobody searches for "19".
 */
public final class Ages {
    private static final String BY = "rule:age";
    private static final int OLDEST = 119;
    private static final int BEFORE = 48;

    /** Behind a number, and enough. */
    private static final Pattern UNIT = Pattern.compile(
            "(?:[ -]?(?:years?|yrs?)[ -]?olds?|[ -]?(?:years|yrs) of age|[ -]?(?:y/o|y\\.o\\.?|yo)|[ -]?months?[ -]old"
                    + "|[ -]?jahrig\\p{L}{0,2}| jahre alt|[ -]?jarige?n?| jaar oud|[ -]?letni\\p{L}{0,3}|[ -]latk\\p{L}{1,3}|[ -]arig\\p{L}{0,2}|[ -]aring\\p{L}{0,2}| ar gammel| ar gammal"
                    + "| anos de (?:edad|idade)| anni di eta)(?![\\p{L}\\p{N}])");

    /** Behind a number, where the words before it say the rest. */
    private static final String LOOSE = "(?: (?:years?|jahren?|ans|anos|anni|jaar|lat|roku|ar)(?![\\p{L}\\p{N}]))";

    /** Behind a number that counts something else. */
    private static final String COUNTS =
            "(?![\\p{L}\\p{N}'’′\"°%$€£]|[.,:/]\\p{N}|-\\p{L}|-[0-9](?![0-9])| ?[%€$£]| ?[-–] ?[0-9]{3}"
                    + "| (?:of|min|mins|minutes?|hours?|hrs?|days?|weeks?|months?|years? (?!old|of age|when|at)|miles?|km|kilo|met[er]{2}|feet|foot|ft|inch|cm|pounds?|lbs?|kg|stone|euros?|eur|dollars?|usd|gbp|quid|grand"
                    + "|pence|cents?|percent|per|people|persons?|members?|men|women|girls?|boys?|kids|children|times|points?|pages?|degrees?|others?|more|hundred|thousand|million|am|pm|a\\.m|p\\.m|o'clock|in (?:total|all|number)"
                    + "|uhr|stund|minut|tage|woche|monat|leute|personen|prozent|heures?|jours?|semaine|mois|personne|horas?|dias?|semanas?|meses|personas?|ore|giorn|settiman|mesi|persone|uur|dagen|weken|maand|mensen|dni|tygod|godzin|osob"
                    + "|januar|februar|marz|april|mai|juni|juli|august|septem|oktober|novem|dezem|march|may|june|july|octo|decem|janvier|fevrier|avril|juin|juillet|aout))";

    /**
     * What makes "I am four years" a length of time: of English all but the end of a clause and a few words, as people
     * rarely leave "old" out; of others the words that say for how long of what.
     */
    private static final Pattern LASTING = Pattern.compile(
            " years?+(?! ?(?:[,.;:!?)\"”\n]|$)| (?:young|of age|when|and (?!a half|counting|\\p{N})|but|then|now|already|so|because|while|at (?:that|the) (?:time|point|moment)|i|he|she|they)(?!\\p{L}))"
                    + "| (?:jahren?+|ans|anos|anni|jaar|lat|ar) (?:de (?!edad|idade|age)|di (?!eta)|d'(?!age)|(?:in|im|en|dans|bei) (?!\\p{N})|(?:dort|da|dabei|drin|raus|draussen|weg|lang|spater|danach|davor|clean|trocken|nuchtern|frei|ohne|mitglied|verheiratet|junger|alter"
                    + "|hors|dehors|dedans|plus|moins|apres|avant|sans|sobre|dentro|fuera|alli|ahi|mas|menos|despues|antes|sin|limpio|limpia|fora|depois|sem|mais|fuori|dopo|prima|senza|piu|erin|eruit|weg|later|daarna|geleden|zonder|jonger|ouder"
                    + "|pozniej|temu|bez|senare|senere|sedan|siden|uten|uden|utan|yngre|eldre|aldre)(?!\\p{L}))");

    /** Words before a number that say as well how long something has been. */
    private static final Pattern BEING = Pattern.compile(
            "(?:was|were|am|is|are|be|been|being|i'm|he's|she's|they're|you're|we're|im|ur|hes|shes|only|just|about|around|almost|nearly|barely|maybe|like|still|then|now|already|probably|roughly|approximately|erst|gerade|noch|damals|knapp|fast|etwa|pas|net|nog|toen|war|bin|ist|waren|ich|er|sie|ik|ben|var|ar"
                    + "|ai|avait|avais|avions|avaient|ayant|tenia|tengo|tiene|tenian|tuve|tener|teniendo|avevo|aveva|avevano|ho|ha|avendo|mialam|mialem|mial|mam|ma|majac|tinha|tenho|tem|solo|unos|casi|circa|quasi|que|environ|presque)");

    private static final Pattern LOOSELY = Pattern.compile(LOOSE + "?+" + COUNTS);
    private static final Pattern IN_YEARS = Pattern.compile(LOOSE + COUNTS);

    private static final String ONLY =
            "(?: (?:only|just|about|around|almost|nearly|barely|maybe|like|still|then|now|already|probably|roughly|approximately|erst|gerade|noch|damals|knapp|fast|etwa|pas|net|nog|toen))*+";
    private static final String WHO =
            "(?:i|you|he|she|they|we|who|sister|brother|daughter|son|mother|father|mum|mom|dad|wife|husband|partner|friend|girl|boy|child|kid|baby|youngest|oldest|eldest)";

    /** Before a number, and enough, unless it counts something. */
    private static final Pattern TOLD = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:aged?:?|ages|age (?:of|was|is)|at the ages? of|" + WHO
                    + "(?: was| were| am| is| are| be| had been|'m|'s|'re)" + ONLY + "|(?:im|ur|hes|shes) (?=\\p{N})|"
                    + "(?:being|been)" + ONLY
                    + "|turn(?:ed|ing|s)?" + ONLY
                    + "|im alter von|alter:?|(?:ich|er|sie|wir) (?:war|bin|ist|waren)" + ONLY
                    + "|(?:war|bin|wurde) (?:ich|er|sie)" + ONLY
                    + "|agee? de|l'age de|a l'age de|edad(?: de|:)|a los|all'eta di|eta(?: di|:)|leeftijd(?: van|:)?|(?:ik|hij|zij|ze) (?:was|ben|is|werd)"
                    + ONLY
                    + "|was ik" + ONLY + "|w wieku|wiek:?|idade(?: de|:)|aos"
                    + "|jag (?:var|ar)|hon (?:var|ar)|han (?:var|ar|er)|jeg (?:var|er)|hun (?:var|er)|fyllde|fylte|alderen|alder:?) ?$");

    /** The words before a number that are enough only with a unit behind it. */
    private static final Set<String> WEAK = Set.of(
            ("a à de des ai avait avais avions avaient ayant con tenia tengo tiene tenian tenía tuve tener teniendo cumpli cumplio avevo aveva"
                            + " avevano ho ha avendo di miala mialam mialem mial mam ma majac tinha tenho tem com aos los mit was ben is war bin ist waren var er ar ved bei nach"
                            + " solo unos casi circa quasi que environ presque")
                    .split(" "));

    /** Words that may stand right before a number in {@link #TOLD}. */
    private static final Pattern LAST = Pattern.compile(
            "(?:aged?|ages|of|was|were|am|is|are|be|been|being|i'm|he's|she's|they're|you're|we're|im|ur|hes|shes|turn(?:ed|ing|s)?|only|just|about|around|almost|nearly|barely|maybe|like|still|then|now|already|probably"
                    + "|roughly|approximately|erst|gerade|noch|damals|knapp|fast|etwa|pas|net|nog|toen|von|alter|war|bin|ist|waren|ich|er|sie|ik|de|edad|los|di|eta|leeftijd|van|ben|werd|wieku|wiek|idade|aos|var|ar|fyllde|fylte|alderen|alder)");

    /** "I joined at 16", "in my first year at 18". */
    private static final Pattern AT = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:joined|recruited|left|married|started|began|year|school|home|university|uni|college|pregnant|bapti[sz]ed|converted|graduated|died|alone|someone|me|him|her|them|girl|boy|kid|child|in|out|i) (?:up )?at ?$");

    private static final Pattern BEHIND_AT = Pattern.compile(
            "(?= ?[,.;!?)\\n](?!\\p{N})| (?:and|but|when|because|after|before|years old|with|to|i|my|he|she|they|it|so|as|having|without)(?!\\p{L})|$)");
    private static final Pattern BEHIND_MIT = Pattern.compile(
            "(?= ?[,.;!?)\\n](?!\\p{N})| (?:jahren|ich|bin|war|ging|kam|zog|habe|hatte|hat|wurde|trat|begann|verliess|und|schon|noch|er|sie)(?!\\p{L})|$)");

    /** "In my late teens", "my early thirties", "in his mid-20s"; "in the twenties" are years of a century. */
    private static final Pattern DECADE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:in )?(?:my|your|his|her|their|our) (?<age>(?:(?:very )?(?:early|mid|middle|late|later)[ -])?(?:(?<word>teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)|(?<number>[1-9]0) ?'?s))(?![\\p{L}\\p{N}])");

    private static final Set<String> PART_OF_DECADE = Set.of("very", "early", "mid", "middle", "late", "later");

    private static final List<String> DECADES = List.of(
            "teens", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties");

    private Ages() {}

    private record Numeral(int start, int end, int value) {}

    /** In the order of the text, but decades last. */
    public static List<Find> find(String text) {
        return find(text, Folding.of(text));
    }

    /** @param folding of the text */
    static List<Find> find(String text, Folding folding) {
        String folded = folding.text();
        var finds = new ArrayList<Find>();
        int at = 0;
        while (at < folded.length()) {
            int end = endOfWord(folded, at);
            Optional<Numeral> number = end == at ? Optional.empty() : number(folded, at, end);
            if (number.isPresent()) {
                end = Math.max(end, number.get().end());
                Optional<Phrase> phrase = phrase(folded, number.get());
                if (phrase.isPresent()) {
                    Span span = folding.origin(
                            new Span(number.get().start(), phrase.get().end()));
                    String whole = folding.origin(
                                    new Span(phrase.get().start(), phrase.get().end()))
                            .of(text);
                    finds.add(new Find(span, span.of(text), IdentityKind.AGE, BY, .8, Keys.bare(whole)));
                    end = Math.max(end, phrase.get().end());
                }
            }
            at = Math.max(end, at + 1);
        }
        DECADE.matcher(folded).results().forEach(decade -> {
            Span span = folding.origin(new Span(decade.start("age"), decade.end("age")));
            String whole =
                    folding.origin(new Span(decade.start(), decade.end())).of(text);
            finds.add(new Find(span, span.of(text), IdentityKind.AGE, BY, .8, Keys.bare(whole)));
        });
        return finds;
    }

    /** A run of letters or one of digits. */
    private static int endOfWord(String folded, int start) {
        int end = start;
        boolean digits = digit(folded.charAt(start));
        while (end < folded.length() && (digits ? digit(folded.charAt(end)) : Character.isLetter(folded.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static Optional<Numeral> number(String folded, int start, int end) {
        if (digit(folded.charAt(start))) {
            boolean part = start > 0 && "+-.,:/€$£#".indexOf(folded.charAt(start - 1)) >= 0;
            int value = end - start > 3 || part ? 0 : Integer.parseInt(folded.substring(start, end));
            return value > 0 && value <= OLDEST ? Optional.of(new Numeral(start, end, value)) : Optional.empty();
        }
        if (end - start < 2 || end - start > 20) {
            return Optional.empty();
        }
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + folded.charAt(i);
        }
        if (!NumberWords.mayBe(hash)) {
            return Optional.empty();
        }
        OptionalInt value = NumberWords.of(folded.substring(start, end));
        if (value.isEmpty() || value.getAsInt() < 2) {
            return Optional.empty();
        }
        if (end + 1 < folded.length()
                && " -".indexOf(folded.charAt(end)) >= 0
                && Character.isLetter(folded.charAt(end + 1))) {
            int last = endOfWord(folded, end + 1);
            OptionalInt second = NumberWords.of(folded.substring(end + 1, last));
            OptionalInt both = second.isEmpty() ? second : NumberWords.of(value.getAsInt(), second.getAsInt());
            if (both.isPresent()) {
                return Optional.of(new Numeral(start, last, both.getAsInt()));
            }
        }
        return Optional.of(new Numeral(start, end, value.getAsInt()));
    }

    /** In the folded text, from the words that make the number an age to the end of its unit. */
    private record Phrase(int start, int end) {}

    private static Optional<Phrase> phrase(String folded, Numeral number) {
        Matcher unit =
                UNIT.matcher(folded).region(number.end(), folded.length()).useTransparentBounds(true);
        if (unit.lookingAt()) {
            return Optional.of(new Phrase(number.start(), unit.end()));
        }
        if (reddit(folded, number)) {
            return Optional.of(new Phrase(number.start() - 1, number.end() + 1));
        }
        int lastEnd = number.start();
        while (lastEnd > 0 && number.start() - lastEnd < 2 && " :".indexOf(folded.charAt(lastEnd - 1)) >= 0) {
            lastEnd--;
        }
        int lastStart = lastEnd;
        while (lastStart > 0
                && lastEnd - lastStart < 20
                && (Character.isLetter(folded.charAt(lastStart - 1)) || folded.charAt(lastStart - 1) == '\'')) {
            lastStart--;
        }
        if (lastStart == lastEnd || lastEnd == number.start()) {
            return Optional.empty();
        }
        String last = folded.substring(lastStart, lastEnd);
        if (BEING.matcher(last.substring(last.startsWith("j'") ? 2 : 0)).matches()
                && behind(LASTING, folded, number.end()).isPresent()) {
            return Optional.empty();
        }
        String before = folded.substring(Math.max(0, number.start() - BEFORE), number.start());
        int shift = number.start() - before.length();
        if (LAST.matcher(last).matches()) {
            Matcher told = TOLD.matcher(before);
            Optional<Integer> end = behind(LOOSELY, folded, number.end());
            if (end.isPresent() && told.find()) {
                return Optional.of(new Phrase(shift + told.start(), end.get()));
            }
        }
        boolean ago = last.equals("a") && before.endsWith("il y a ");
        if (!ago && WEAK.contains(last.substring(last.indexOf('\'') + 1))) {
            Optional<Integer> end = behind(IN_YEARS, folded, number.end());
            if (end.isPresent()) {
                return Optional.of(new Phrase(lastStart, end.get()));
            }
        }
        if (last.equals("at") && number.value() > 4) {
            Matcher told = AT.matcher(before);
            if (told.find() && behind(BEHIND_AT, folded, number.end()).isPresent()) {
                return Optional.of(new Phrase(shift + told.start(), number.end()));
            }
        }
        return last.equals("mit")
                        && number.value() > 4
                        && behind(BEHIND_MIT, folded, number.end()).isPresent()
                ? Optional.of(new Phrase(lastStart, number.end()))
                : Optional.empty();
    }

    private static Optional<Integer> behind(Pattern pattern, String folded, int at) {
        Matcher matcher = pattern.matcher(folded).region(at, folded.length()).useTransparentBounds(true);
        return matcher.lookingAt() ? Optional.of(matcher.end()) : Optional.empty();
    }

    /** "I (24F)". */
    private static boolean reddit(String folded, Numeral number) {
        int end = number.end();
        return number.value() > 9
                && number.start() > 0
                && "([".indexOf(folded.charAt(number.start() - 1)) >= 0
                && end + 1 < folded.length()
                && "fmx".indexOf(folded.charAt(end)) >= 0
                && ")]".indexOf(folded.charAt(end + 1)) >= 0;
    }

    /** How many words of the phrase stand before its number. */
    static int before(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (Character.isDigit(words.get(i).codePointAt(0))
                    || NumberWords.of(words.get(i)).isPresent()
                    || DECADES.contains(words.get(i))
                    || PART_OF_DECADE.contains(words.get(i))) {
                return i;
            }
        }
        return 0;
    }

    /** Whether the phrase tells a decade of life and no year of it. */
    public static boolean decade(String phrase) {
        return DECADE.matcher(Folding.fold(phrase)).find();
    }

    /** The age that the phrase tells, in years, or where its decade begins; empty if it tells none. */
    public static OptionalInt of(String phrase) {
        String folded = Folding.fold(phrase);
        for (int at = 0; at < folded.length(); at = Math.max(at + 1, endOfWord(folded, at))) {
            int end = endOfWord(folded, at);
            Optional<Numeral> number = end == at ? Optional.empty() : number(folded, at, end);
            if (number.isPresent()) {
                return OptionalInt.of(number.get().value());
            }
        }
        return Forms.words(phrase).stream()
                .mapToInt(DECADES::indexOf)
                .filter(decade -> decade >= 0)
                .map(decade -> 10 * (decade + 1))
                .findFirst();
    }
}
