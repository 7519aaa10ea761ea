package org.afterword.workbench;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.afterword.coding.Coded;
import org.afterword.model.Id;
import org.afterword.model.KeptSearch;

/**
 * What to look for.
 *
 * @param group an id, or empty; so are the others, where nothing is asked
 * @param reviewed "read", "unread", "accepted" or "waiting"
 * @param from and {@code to}: days, ISO 8601
 */
record Wanted(String typed, String group, String code, String standing, String reviewed, String from, String to) {
    static final Wanted NOTHING = new Wanted("", "", "", "", "", "", "");
    /** In UTF-16 code units. */
    private static final int LONGEST = 1000;

    static Wanted of(Context request) {
        return new Wanted(
                field(request, "words"),
                field(request, "group"),
                field(request, "code"),
                field(request, "standing"),
                field(request, "reviewed"),
                day(field(request, "from")),
                day(field(request, "to")));
    }

    KeptSearch kept(Id id, String name, String by) {
        return new KeptSearch(id, name, typed, group, code, standing, reviewed, from, to, by);
    }

    /** Whether it asks how passages are coded. */
    boolean ofCodings() {
        return !code.isEmpty()
                || !standing.isEmpty()
                || List.of("accepted", "waiting").contains(reviewed);
    }

    /** Whether the coding is as it asks. */
    boolean takes(Coded one) {
        return (code.isEmpty() || one.coding().code().equals(code))
                && (standing.isEmpty() || one.coding().standing().toString().equals(standing))
                && switch (reviewed) {
                    case "accepted" -> one.status() == Coded.Status.ACCEPTED;
                    case "waiting" -> one.status() == Coded.Status.SUGGESTED;
                    default -> true;
                };
    }

    private static String field(Context request, String name) {
        String text = Optional.ofNullable(request.formParam(name)).orElse("");
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static String day(String text) {
        try {
            return text.isBlank() ? "" : LocalDate.parse(text.strip()).toString();
        } catch (DateTimeException e) {
            return "";
        }
    }
}
