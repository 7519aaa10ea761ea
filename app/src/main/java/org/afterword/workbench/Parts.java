package org.afterword.workbench;

import java.util.Optional;
import org.afterword.coding.Coded;
import org.afterword.model.Account;
import org.afterword.model.Passage;
import org.afterword.model.Span;

/**
 * A long account is read in parts, each a page: so many characters, and on to the end of a paragraph, or of a word where it
 * is far.
 *
 * @param number from 0
 * @param count how many there are, at least 1
 * @param span of this one, in UTF-16 code units of the text
 */
record Parts(int number, int count, Span span) {
    /** In UTF-16 code units. */
    static final int LENGTH = 20_000;

    /** @param at a place in the text that the part is to have; the nearest there is stands for one that is not there */
    static Parts of(Account account, int at) {
        String text = account.text();
        int most = Math.max(1, (text.length() + LENGTH - 1) / LENGTH);
        // what is left over may all be needed to end the part before
        int count = most > 1 && begin(text, most - 1) == text.length() ? most - 1 : most;
        int number = 0;
        while (number + 1 < count && begin(text, number + 1) <= at) {
            number++;
        }
        int end = number + 1 == count ? text.length() : begin(text, number + 1);
        return new Parts(number, count, new Span(begin(text, number), end));
    }

    /** Where a part begins: with the first line at or after its place that follows a blank one, else any line, else word. */
    private static int begin(String text, int number) {
        int place = number * LENGTH;
        if (number == 0 || place >= text.length()) {
            return Math.min(place, text.length());
        }
        int end = Math.min(text.length(), place + LENGTH / 2);
        for (String mark : new String[] {"\n\n", "\n", " "}) {
            int found = text.indexOf(mark, place);
            if (found >= 0 && found < end) {
                return found + mark.length();
            }
        }
        return Character.isLowSurrogate(text.charAt(place)) ? place + 1 : place;
    }

    /** @param suffix of the page's address */
    Sheets.Part sheet(Account account, String suffix) {
        return new Sheets.Part(
                number == 0 ? "" : "?at=" + span.start(), beside(account, -1, suffix), beside(account, 1, suffix));
    }

    private Optional<Sheets.Way> beside(Account account, int by, String suffix) {
        int other = number + by;
        return other < 0 || other >= count
                ? Optional.empty()
                : Optional.of(new Sheets.Way(
                        "/account/" + account.id() + suffix + "?at=" + begin(account.text(), other),
                        "Part " + (other + 1) + " of " + count));
    }

    /** Where the note on a coding stands. */
    static String address(Coded coded) {
        return page(coded.passage()) + "#note-" + coded.suggestion();
    }

    /** The page that has a passage; without an address of its own where it is on the first page however it is divided. */
    private static String page(Passage passage) {
        int at = passage.span().start();
        return "/account/" + passage.account() + (at < LENGTH ? "" : "?at=" + at);
    }

    /** Where some words stand, on the page that has them. */
    static String words(Passage passage) {
        return "/account/" + passage.account() + "?at=" + passage.span().start() + "#here";
    }
}
