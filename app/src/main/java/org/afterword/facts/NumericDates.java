package org.afterword.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.facts.DatePoint.Needs;
import org.afterword.model.Precision;

/** Dates in digits: "2017-06-23", "3/4/19", "12.5.2013". */
final class NumericDates {
    private NumericDates() {}

    /** ISO, or with slashes, points or hyphens; day or month first where both can be. */
    static Optional<DatePoint> at(Line line, int at) {
        if (!line.shape(at, Line.Shape.DATE)) {
            return Optional.empty();
        }
        String[] parts = line.at(at).split("[/.-]", -1);
        boolean iso = parts[0].length() == 4;
        int year = Integer.parseInt(iso ? parts[0] : parts[2]);
        if (!iso && parts[2].length() == 2) {
            year += year < Line.THIS_CENTURY ? 2000 : 1900;
        }
        int one = Integer.parseInt(iso ? parts[2] : parts[0]);
        int two = Integer.parseInt(parts[1]);
        Optional<LocalDate> dayFirst = CalendarWords.day(year, two, one);
        Optional<LocalDate> monthFirst =
                iso || line.at(at).contains(".") ? Optional.empty() : CalendarWords.day(year, one, two);
        List<LocalDate> readings = Stream.of(dayFirst, monthFirst)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
        if (readings.isEmpty() || year < 1900 || year >= 2000 + Line.THIS_CENTURY) {
            return Optional.empty();
        }
        var bounds = Bounds.days(readings.getFirst(), readings.getLast());
        return Optional.of(new DatePoint(
                at + 1,
                Precision.DAY,
                Needs.NOTHING,
                any -> Optional.of(bounds),
                readings.size() > 1 ? readings : List.of(),
                List.of(),
                false));
    }
}
