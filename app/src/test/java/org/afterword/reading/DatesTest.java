package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.afterword.model.When;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2022-11-03 | 2022-11-03T00:00 | 2022-11-03T23:59:59",
                "2016-10-19T14:30:56.529Z | 2016-10-19T14:30:56 | 2016-10-19T14:30:56",
                "2017-01-11 14:31:45+00:00 | 2017-01-11T14:31:45 | 2017-01-11T14:31:45",
                "November 14, 2017 00:57 | 2017-11-14T00:57 | 2017-11-14T00:57",
                "Posted on Friday, 3 May 2019 at 5:32 pm | 2019-05-03T17:32 | 2019-05-03T17:32",
                "[Updated 11/23/2011] | 2011-11-23T00:00 | 2011-11-23T23:59:59",
                "03/04/2020 | 2020-03-04T00:00 | 2020-04-03T23:59:59",
                "14. März 2018 | 2018-03-14T00:00 | 2018-03-14T23:59:59",
                "14 de noviembre de 2017 | 2017-11-14T00:00 | 2017-11-14T23:59:59",
                "le 1er août 2019 | |",
                "1er août 2019 | 2019-08-01T00:00 | 2019-08-01T23:59:59",
                "June 2018 | 2018-06-01T00:00 | 2018-06-30T23:59:59",
                "February 30, 2018 | |",
                "9999-99-99 | |",
                "I left in June 2018 | |",
                "2018 | |",
            })
    void lines(String line, String earliest, String latest) {
        Optional<When> when = Dates.line(line).map(Dates.Dated::when);
        assertEquals(Optional.ofNullable(earliest), when.flatMap(When::earliest).map(Object::toString));
        assertEquals(Optional.ofNullable(latest), when.flatMap(When::latest).map(Object::toString));
    }

    @ParameterizedTest
    @CsvSource({"Wed 5:32 PM", "Tuesday 17:05", "5:32 pm", "Yesterday at 5:32 PM", "Today 09:10", "Mi 17:05"})
    void stampsWithoutADayAreUndecided(String stamp) {
        assertEquals(Optional.of(When.undecided(stamp)), Dates.stamp(stamp));
    }

    @ParameterizedTest
    @CsvSource({"Wed evening", "We met at 5:32 PM", "17", "5:3", "Chapter 5:32 of it"})
    void sentencesAreNoStamps(String line) {
        assertEquals(Optional.empty(), Dates.stamp(line));
    }
}
