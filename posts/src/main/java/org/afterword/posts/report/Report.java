package org.afterword.posts.report;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.afterword.posts.Measured;

/** Writes what was measured into a folder. The same input and settings give the same bytes. */
public final class Report {
    private Report() {}

    /** The files that are written, and overwritten if they are there. */
    public static final List<String> FILES =
            List.of("summary.json", "edges.csv", "clusters.csv", "groups.csv", "bursts.csv", "report.html");

    public static void write(Measured measured, Map<String, Object> summary, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(FILES.get(0)), json(summary));
        Files.writeString(folder.resolve(FILES.get(1)), Tables.edges(measured.sharing(), measured.alike()));
        Files.writeString(
                folder.resolve(FILES.get(2)),
                Tables.clusters(
                        measured.sharing(), measured.alike(), measured.posts().accounts()));
        Files.writeString(
                folder.resolve(FILES.get(3)),
                Tables.groups(measured.groups(), measured.insularity(), measured.dissent()));
        Files.writeString(folder.resolve(FILES.get(4)), Tables.bursts(measured.campaign()));
        Files.writeString(folder.resolve(FILES.get(5)), ReportPage.of(measured));
    }

    /** As it stands in {@code summary.json}. */
    public static String json(Map<String, Object> summary) throws IOException {
        var indent = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indent);
        printer.indentArraysWith(indent);
        return new ObjectMapper().writer(printer).writeValueAsString(summary) + "\n";
    }
}
