package org.afterword.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * In which languages text in pictures is read.
 *
 * @param codes Tesseract's: "eng", "deu", "chi_sim"
 * @param chosen by a person: then what is missing is said
 */
public record OcrLanguages(List<String> codes, boolean chosen) {
    private static final Pattern LIST =
            Pattern.compile("[A-Za-z]{3}[A-Za-z_]{0,20}(?:\\+[A-Za-z]{3}[A-Za-z_]{0,20}){0,19}");
    private static final String ENGLISH = "eng";

    public OcrLanguages {
        codes = List.copyOf(codes);
    }

    /**
     * @param list "eng+deu"
     * @throws IllegalArgumentException if it is no such list
     */
    public static OcrLanguages chosen(String list) {
        if (!LIST.matcher(list).matches()) {
            throw new IllegalArgumentException("'" + list + "' is no list of languages: write Tesseract's codes with"
                    + " + between them, such as eng+deu");
        }
        return new OcrLanguages(List.of(list.split("\\+", -1)), true);
    }

    /**
     * English, and the languages of what is in the case.
     *
     * @param known ISO 639-1
     */
    public static OcrLanguages usual(Set<String> known) {
        var codes = new ArrayList<String>(List.of(ENGLISH));
        for (String code : new TreeSet<>(known)) {
            try {
                String three = Locale.of(code).getISO3Language();
                if (three.length() == 3 && !codes.contains(three)) {
                    codes.add(three);
                }
            } catch (MissingResourceException e) {
                // a language without such a code: Tesseract has no data for it under one
            }
        }
        return new OcrLanguages(codes, false);
    }
}
