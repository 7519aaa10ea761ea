package org.afterword.reading;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.When;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** What a PDF says of itself. */
final class PdfFacts {
    private static final Pattern DATE = Pattern.compile(
            "(?:D:)?(?<year>\\d{4})(?<month>\\d{2})?(?<day>\\d{2})?(?<hour>\\d{2})?(?<minute>\\d{2})?(?<second>\\d{2})?"
                    + "(?<zone>Z|[+-]\\d{2}'?\\d{2})?.*");
    /** What programs put there when nobody does. */
    private static final Pattern NO_TITLE = Pattern.compile(
            "(?i)(?:untitled.*|microsoft word - .*|document\\d*|.*\\.(?:docx?|odt|pdf|rtf|html?|indd|tmp|pages)|print|scan.*|about:blank)");

    private static final int LONGEST = 300;

    private PdfFacts() {}

    /** Its title and author; gives when it was made, which may be later than when it was written. */
    static Optional<When> into(Draft draft, COSDictionary information) {
        text(information, COSName.TITLE)
                .filter(title -> !NO_TITLE.matcher(title).matches())
                .ifPresent(draft::title);
        draft.author(text(information, COSName.AUTHOR));
        for (String name : List.of("Title", "Author", "Subject", "Keywords", "Company", "Manager", "SourceModified")) {
            draft.metadata("pdf-" + name.toLowerCase(Locale.ROOT), text(information, COSName.getPDFName(name)));
        }
        return text(information, COSName.CREATION_DATE).flatMap(PdfFacts::date);
    }

    private static Optional<String> text(COSDictionary information, COSName name) {
        return Optional.ofNullable(information.getString(name))
                .map(text -> Paper.clean(text).strip())
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST);
    }

    static Optional<When> date(String written) {
        Matcher found = DATE.matcher(written);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(found.group("year"));
            var first = LocalDateTime.of(
                    year,
                    number(found, "month", 1),
                    number(found, "day", 1),
                    number(found, "hour", 0),
                    number(found, "minute", 0),
                    number(found, "second", 0));
            if (found.group("minute") != null) {
                Optional<String> zone = Optional.ofNullable(found.group("zone"))
                        .map(text -> text.equals("Z")
                                ? text
                                : text.substring(0, 3) + ":" + text.substring(text.length() - 2));
                return Optional.of(When.exactly(written, first, zone));
            }
            LocalDateTime next = found.group("month") == null
                    ? first.plusYears(1)
                    : found.group("day") == null ? first.plusMonths(1) : first.plusDays(1);
            return Optional.of(When.between(written, first, next.minusSeconds(1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher found, String group, int otherwise) {
        return found.group(group) == null ? otherwise : Integer.parseInt(found.group(group));
    }
}
