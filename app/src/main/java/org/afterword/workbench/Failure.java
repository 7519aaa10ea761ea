package org.afterword.workbench;

import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import org.afterword.Refused;
import org.afterword.casefile.CaseException;
import org.afterword.page.Multipart;

/**
 * What people are told when something did not work: what happened, what is safe, and what to do.
 *
 * @param sentences one after the other
 */
record Failure(HttpStatus status, String title, List<String> sentences) {
    static Failure of(Exception e) {
        return switch (e) {
            case Refused refused ->
                new Failure(HttpStatus.BAD_REQUEST, "That cannot be decided so", refused.problems());
            case IllegalArgumentException wrong ->
                new Failure(
                        HttpStatus.BAD_REQUEST,
                        "That cannot be decided so",
                        List.of(said(wrong).orElse("It is not among what can be chosen.")));
            case Busy busy ->
                new Failure(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "This has to wait a moment",
                        List.of(
                                said(busy).orElse(""),
                                "What you sent was not recorded yet, and nothing was changed. Send it again in a moment."));
            case CaseException failed ->
                new Failure(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "That did not work",
                        List.of(said(failed).orElse("")));
            case UncheckedIOException unchecked -> of(unchecked.getCause());
            case Multipart.Malformed _, Multipart.TooLarge _ ->
                new Failure(
                        HttpStatus.BAD_REQUEST,
                        "This form did not arrive whole",
                        List.of("Nothing was changed. Open the page anew and send it again."));
            case IOException failed ->
                new Failure(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Something could not be read or written",
                        List.of(
                                failed instanceof FileSystemException file && file.getReason() != null
                                        ? "The computer says: " + file.getReason() + "."
                                        : "The computer did not let us.",
                                "The case is safe, and what was there before is untouched. If a folder was asked for, choose another one."));
            default ->
                new Failure(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Something went wrong that should not",
                        List.of(
                                "Everything decided before is safe; this step may not have been recorded.",
                                "Please report it: " + where(e)));
        };
    }

    private static Optional<String> said(Exception e) {
        return Optional.ofNullable(e.getMessage());
    }

    /** Where it happened, without messages: those might hold what a case says. */
    private static String where(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
