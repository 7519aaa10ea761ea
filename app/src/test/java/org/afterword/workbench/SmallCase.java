package org.afterword.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Progress;
import org.afterword.casefile.CheapCase;
import org.afterword.casefile.Passphrase;

/** A case of two small accounts, made once for all tests. Its passphrase costs next to nothing to try. */
final class SmallCase {
    private static final String PASSPHRASE = "a test only";
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
        return Passphrase.of(PASSPHRASE.toCharArray());
    }

    private static final class Made {
        static final byte[] BYTES = make();
    }

    /** Such a case of one's own, opened. */
    static Case open(Path folder) throws IOException {
        Path copy = Files.write(folder.resolve("small.afterword"), Made.BYTES);
        return Case.open(copy, passphrase(), "tester");
    }

    /** One with nothing in it, opened. */
    static Case empty(Path file) throws IOException {
        CheapCase.create(file, PASSPHRASE);
        return Case.open(file, passphrase(), "tester");
    }

    private static byte[] make() {
        try {
            Path folder = Files.createTempDirectory("small-case");
            Path file = folder.resolve("small.afterword");
            Path letter = Files.writeString(folder.resolve("letter.md"), LETTER);
            Path note = Files.writeString(folder.resolve("note.txt"), NOTE);
            try (Case small = empty(file)) {
                small.add(List.of(letter, note), Optional.of("The Kestrel Table"), false, Progress.SILENT);
                small.suggest(Progress.SILENT);
            }
            byte[] made = Files.readAllBytes(file);
            for (Path one : List.of(file, letter, note, folder)) {
                Files.delete(one);
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
