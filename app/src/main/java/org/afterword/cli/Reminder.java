package org.afterword.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.Retention;
import org.afterword.casefile.Contents;
import org.afterword.model.Id;

/** Says what was to be erased by now. */
final class Reminder {
    private Reminder() {}

    static Retention past(Contents contents) {
        return Retention.past(contents, LocalDate.now(ZoneId.systemDefault()));
    }

    static void say(Retention past, Terminal terminal) {
        if (!past.isEmpty()) {
            String ids = Stream.concat(past.exhibits().stream(), past.accounts().stream())
                    .limit(3)
                    .map(Id::toString)
                    .collect(Collectors.joining(", "));
            int more = past.exhibits().size() + past.accounts().size() - 3;
            String line = Words.count(past.exhibits().size(), "exhibit") + " and "
                    + Words.count(past.accounts().size(), "account")
                    + " are past the day until which they were to be kept (" + ids
                    + (more > 0 ? " and " + more + " more" : "") + "): 'afterword erase CASE ID' erases, 'afterword"
                    + " decide CASE ID retain-until=DAY' sets another day.";
            if (terminal.json()) {
                terminal.remark(Terminal.line(Row.of("pastRetention", past)));
            } else {
                terminal.remark(line);
            }
        }
    }
}
