package org.afterword.publishing;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Date;
import org.afterword.page.Strings;

/** How pages write months. */
public final class Months {
    private Months() {}

    /** "May 2019". */
    public static String month(Strings strings, YearMonth month) {
        return strings.say("months", middle(month));
    }

    /** "May 2019", or "May 2019 to June 2021". */
    public static String say(Strings strings, Shown.Period period) {
        return period.from().equals(period.to())
                ? month(strings, period.from())
                : strings.say("months.between", middle(period.from()), middle(period.to()));
    }

    /** "Written in May 2019." */
    public static String written(Strings strings, Shown.Period period) {
        return period.from().equals(period.to())
                ? strings.say("group.told.once", month(strings, period.from()))
                : strings.say("group.told", month(strings, period.from()), month(strings, period.to()));
    }

    /** The same month in every time zone. */
    private static Date middle(YearMonth month) {
        return Date.from(month.atDay(15).atTime(12, 0).toInstant(ZoneOffset.UTC));
    }
}
