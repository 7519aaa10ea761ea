package org.afterword.facts;

import java.util.Set;

/** Whether a fact can begin with a piece: most words begin none. */
final class Starts {
    private static final Set<String> WORDS = Words.of(
            "in on at during around circa ca approximately for from into throughout back since until till til up"
                    + " by before prior after between of yesterday last this next the that my our early mid late beginning"
                    + " start middle end first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
                    + " year christmas xmas easter ' ’ ‘ a an one no not minimum maximum as well just more upwards over"
                    + " above less fewer under below close nearly almost something about roughly approx some maybe perhaps"
                    + " probably ~ only");

    private Starts() {}

    static boolean at(Line line, int at) {
        String text = line.at(at);
        return (!line.shape(at, Line.Shape.WORD) && !line.shape(at, Line.Shape.MARK))
                || WORDS.contains(text)
                || Numerals.begins(text)
                || Currencies.begins(text)
                || CalendarWords.begins(text)
                || RelativeWords.begins(text);
    }
}
