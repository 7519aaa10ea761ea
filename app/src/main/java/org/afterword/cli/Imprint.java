package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.afterword.model.Correction;
import org.afterword.page.Strings;
import org.afterword.publishing.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who made what is published, of which month it is, in which language, and who helps. */
final class Imprint {
    @Option(
            names = "--run-by",
            paramLabel = "TEXT",
            description = "Who made it and runs it, in your own words; strangers see it.")
    private @Nullable String runBy;

    @Option(
            names = "--support",
            paramLabel = "FILE",
            description =
                    "Who helps people who are inside, doubt or left: a file with a line NAME | WHAT | WHERE for each.")
    private @Nullable Path support;

    @Option(
            names = "--as-of",
            paramLabel = "YYYY-MM",
            description = "The month that it says it is of (default: it says none).")
    private @Nullable YearMonth asOf;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            defaultValue = "en",
            description = "The language of what we say: en or de (default: ${DEFAULT-VALUE}). What people tell stays in"
                    + " theirs.")
    private String language = "en";

    Optional<YearMonth> asOf() {
        return Optional.ofNullable(asOf);
    }

    Settings settings(String leave, Optional<String> address, Optional<Correction> correction) throws IOException {
        return new Settings(
                Strings.of(Locale.forLanguageTag(language)),
                leave,
                Optional.ofNullable(runBy),
                support == null ? List.of() : Settings.Support.parse(Files.readAllLines(support)),
                asOf(),
                address,
                correction);
    }
}
