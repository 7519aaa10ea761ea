package org.afterword.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.Transliterator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every way of writing a hidden name that we know, for 2,000 made-up names of many scripts and customs. */
class ScanMutationTest {
    private static final int NAMES = 2_000;
    private static final String LATIN = "aeopcyxi";
    private static final String CYRILLIC = "аеорсухі";
    /** As a reader sees it, with its marks. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private static final Transliterator FULL_WIDTH = Transliterator.getInstance("Halfwidth-Fullwidth");

    @Test
    void everyMutationIsFound() {
        var random = new Random(20);
        var names = new ArrayList<String>();
        ListContents contents = ListContents.empty();
        while (names.size() < NAMES) {
            String name = RandomNames.next(random);
            names.add(name);
            contents.decide(contents.person(name), "redact");
        }
        Scan scan = Scan.of(Fixture.protection(contents));
        assertEquals(List.of(), leaks(scan, "<p>Then it was 7 o’clock, and somebody sang.</p>"));
        Map<String, List<String>> missed = new TreeMap<>();
        for (String name : names) {
            mutations(name).forEach((how, written) -> {
                if (leaks(scan, "<p>Then " + written + " sang.</p>").isEmpty()) {
                    missed.computeIfAbsent(how, h -> new ArrayList<>()).add(name + " as " + written);
                }
            });
        }
        assertTrue(
                missed.isEmpty(),
                () -> missed.entrySet().stream()
                        .map(e -> e.getKey() + ": " + e.getValue().size() + ", such as "
                                + e.getValue().stream().limit(6).toList())
                        .collect(Collectors.joining("\n")));
    }

    private static List<Leak> leaks(Scan scan, String page) {
        return scan.scan("page.html", page.getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, String> mutations(String name) {
        var all = new LinkedHashMap<String, String>();
        String[] words = name.split(" ", -1);
        String first = words[0];
        String last = words[words.length - 1];
        all.put("as it is", name);
        all.put("upper case", name.toUpperCase(Locale.ROOT));
        all.put("lower case", name.toLowerCase(Locale.ROOT));
        all.put("decomposed", Normalizer.normalize(name, Normalizer.Form.NFD));
        all.put("composed", Normalizer.normalize(name, Normalizer.Form.NFC));
        all.put("possessive", name + "'s");
        all.put("typographic possessive", last + "’s");
        all.put("soft hyphens", between(name, "\u00ad"));
        all.put("zero width", between(name, "\u200b"));
        all.put("joiners", between(name, "\u2060"));
        all.put("full width", FULL_WIDTH.transliterate(name));
        all.put("decimal entities", encoded(name, c -> "&#" + c.codePointAt(0) + ";"));
        all.put("hexadecimal entities", encoded(name, c -> "&#x" + Integer.toHexString(c.codePointAt(0)) + ";"));
        all.put("entities twice", encoded(name, c -> "&amp;#" + c.codePointAt(0) + ";"));
        all.put("percent", "<a href='?n=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "'>x</a>");
        all.put(
                "percent twice",
                URLEncoder.encode(URLEncoder.encode(name, StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        all.put("base64", base64(name));
        all.put("base64 in a sentence", base64("Then " + name + " sang."));
        all.put("script", "<script>x='" + unicode(name) + "'</script>");
        all.put("tags between", "<b>" + between(name, "</b><b>") + "</b>");
        all.put("spaced", between(name, " "));
        all.put("dotted", between(first.replaceAll("[^\\p{L}\\p{M}]", ""), "."));
        if (words.length > 1) {
            for (String mark : List.of("-", "_", ".", "+", "\u00a0", "\n", "  ", "·")) {
                all.put("separator " + mark.codePointAt(0), first + mark + last);
            }
            all.put("joined", first + last);
            all.put("surname first", last + ", " + first);
            all.put("surname first without comma", last + " " + first);
            all.put("initial and surname", initial(first) + ". " + last);
            all.put("initial without a blank", initial(first) + "." + last);
            all.put("surname in capitals first", last.toUpperCase(Locale.ROOT) + ", " + first);
            all.put("surname and initial", last + ", " + initial(first) + ".");
            all.put("first name and initial", first + " " + initial(last) + ".");
            String initials = initial(first) + "." + initial(last) + ".";
            if (!initials.equals("M.D.")) { // alone it is a doctor
                all.put("initials", initials);
            }
            all.put("surname alone", last);
            all.put("first name alone", first);
        }
        if (Character.UnicodeScript.of(name.codePointAt(0)) == Character.UnicodeScript.LATIN) {
            all.put("plural", "the " + last + "s");
            all.put("hyphenated at a line's end", last.substring(0, 3) + "-\n" + last.substring(3));
            all.put("soft hyphen at a line's end", last.substring(0, 3) + "\u00ad\n" + last.substring(3));
            all.put(
                    "hyphen sign at a line's end",
                    first + " " + last.substring(0, 3) + "\u2010\r\n  " + last.substring(3));
            all.put("look-alikes", alike(name));
            all.put(
                    "accents left out",
                    Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{Mn}", ""));
        }
        return all;
    }

    private static String between(String name, String mark) {
        return CHARACTER.matcher(name).results().map(MatchResult::group).collect(Collectors.joining(mark));
    }

    private static String encoded(String name, UnaryOperator<String> encode) {
        return name.codePoints().mapToObj(Character::toString).map(encode).collect(Collectors.joining());
    }

    private static String unicode(String name) {
        return name.chars()
                .mapToObj(c -> String.format(Locale.ROOT, "\\u%04x", c))
                .collect(Collectors.joining());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String initial(String word) {
        return word.substring(0, 1);
    }

    private static String alike(String name) {
        var alike = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            int at = LATIN.indexOf(c);
            alike.append(at < 0 ? c : CYRILLIC.charAt(at));
        }
        return alike.toString();
    }
}
