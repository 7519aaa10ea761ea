package org.afterword.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Progress;
import org.afterword.casefile.Passphrase;

/** A case of two small accounts, made once and copied for every test. */
final class SmallCase {
    private static final String LETTER = """
            ---
            title: The boathouse years
            author: Wren Tarbuck
            ---
            I joined the Kestrel Table in spring. Every Friday they asked us for money, and I was told to pay forty
            pounds or leave.

            Orla Finch kept the list. We were not allowed to criticise the teacher, and nobody did.

            I learned to sit still, and I made friends there.
            """;
    private static final String NOTE = """
            I was at the Kestrel Table for a year. I was never asked for money, not once.

            Orla Finch was kind to me.
            """;

    private SmallCase() {}

    static Passphrase passphrase() {
        return Passphrase.of("a test only".toCharArray());
    }

    static void make(Path folder) throws IOException {
        Path files = Files.createDirectory(folder.resolve("files"));
        Files.writeString(files.resolve("letter.md"), LETTER);
        Files.writeString(files.resolve("note.txt"), NOTE);
        try (Case small = Case.create(folder.resolve("small.afterword"), passphrase(), "tester")
                .opened()) {
            small.add(List.of(files), Optional.of("The Kestrel Table"), false, Progress.SILENT);
            small.suggest(Progress.SILENT);
        }
    }

    static Case open(Path made, Path folder) throws IOException {
        Path copy = Files.copy(made.resolve("small.afterword"), folder.resolve("small.afterword"));
        return Case.open(copy, passphrase(), "tester");
    }
}
