package org.afterword.custody;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.afterword.casefile.Frames;

/** What came out and what did not, for people and for programs. */
final class SalvageReport {
    private SalvageReport() {}

    static void write(Salvaged salvaged, Path folder) throws IOException {
        Files.writeString(folder.resolve("REPORT.md"), text(salvaged), StandardCharsets.UTF_8);
        Files.write(
                folder.resolve("report.json"),
                Frames.json().writerWithDefaultPrettyPrinter().writeValueAsBytes(salvaged));
    }

    private static String text(Salvaged salvaged) {
        return """
                # Salvaged from a damaged case

                Everything in this folder is in the clear: whoever has the folder can read it.

                - `exhibits/`: %d, byte for byte. Each was opened with the case's own keys and has the SHA-256 hash that
                  the log gives it; those called `item-…` have lost their log entry, so only the keys vouch for them.
                - `accounts.jsonl`: %d texts, one a line.
                - `decisions.jsonl`: %d decisions, one a line, as `afterword decide CASE --from decisions.jsonl` reads
                  them. They are about ids of this case: they fit a backup of it, not a new case.
                - Names and suggestions were left out: the machine finds them again.

                ## What is missing

                %s
                Keep the damaged file: whether something was changed on purpose can be told from it alone.

                ## The exhibits

                %s""".formatted(
                        salvaged.exhibits().size(),
                        salvaged.accounts(),
                        salvaged.decisions(),
                        missing(salvaged),
                        salvaged.exhibits().stream().map(SalvageReport::came).collect(Collectors.joining()));
    }

    private static String missing(Salvaged salvaged) {
        var lines = new StringBuilder();
        for (var piece : salvaged.lost()) {
            lines.append("- exhibit ")
                    .append(piece.id())
                    .append(" (")
                    .append(plain(piece.name()))
                    .append("): its bytes are damaged: ")
                    .append(piece.where())
                    .append('\n');
        }
        line(lines, salvaged.lostWithoutName(), "exhibits whose log entry is lost as well");
        line(lines, salvaged.damagedTexts(), "exhibits of which not every text came out");
        numbers(lines, "log entries that cannot be read", salvaged.unreadable());
        numbers(lines, "log entries that can be read, but are not what the log's tree has", salvaged.misfits());
        if (lines.isEmpty()) {
            lines.append("Nothing that is known of. What was added last and lost its log entry cannot be known of.\n");
        }
        return lines.toString();
    }

    private static void line(StringBuilder to, int count, String what) {
        if (count > 0) {
            to.append("- ").append(count).append(' ').append(what).append('\n');
        }
    }

    private static void numbers(StringBuilder to, String what, List<Long> numbers) {
        if (!numbers.isEmpty()) {
            to.append("- ")
                    .append(what)
                    .append(": ")
                    .append(numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")))
                    .append('\n');
        }
    }

    private static String came(Salvaged.Piece piece) {
        return "- `%s`: %s, %d bytes, SHA-256 %s%n"
                .formatted(
                        piece.file().orElse(""),
                        piece.logged() ? plain(piece.name()) : "its log entry is lost",
                        piece.size(),
                        piece.sha256());
    }

    /** Names are what somebody typed: no line of the report may come from them. */
    private static String plain(String name) {
        return name.replaceAll("\\p{Cntrl}", " ");
    }
}
