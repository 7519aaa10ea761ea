package org.afterword.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.afterword.casefile.Passphrase;

/** Where the passphrase comes from: a file, the environment, or the person. */
final class Asking {
    static final String VARIABLE = "AFTERWORD_PASSPHRASE";

    private Asking() {}

    static Passphrase passphrase(Optional<Path> file, Path forCase) throws IOException {
        Optional<Passphrase> given = given(file);
        if (given.isPresent()) {
            return given.get();
        }
        return Passphrase.of(ask("Passphrase for " + forCase.getFileName() + ": "));
    }

    /** A new passphrase; asked for twice if it is typed. */
    static Passphrase newPassphrase(Optional<Path> file) throws IOException {
        Optional<Passphrase> given = given(file);
        if (given.isPresent()) {
            return given.get();
        }
        char[] first = ask("A passphrase for the new case (several words are best): ");
        char[] second = ask("Once more: ");
        boolean same = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (!same) {
            Arrays.fill(first, '\0');
            throw new UsageException("the two passphrases are not the same; nothing was created");
        }
        return Passphrase.of(first);
    }

    private static Optional<Passphrase> given(Optional<Path> file) throws IOException {
        Hardened.close();
        if (file.isPresent()) {
            return Optional.of(Passphrase.of(firstLine(Files.readAllBytes(file.get()))));
        }
        return Optional.ofNullable(System.getenv(VARIABLE)).map(value -> Passphrase.of(value.toCharArray()));
    }

    private static char[] firstLine(byte[] bytes) {
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        Arrays.fill(bytes, (byte) 0);
        int end = 0;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        char[] line = new char[end];
        text.get(line);
        if (text.hasArray()) {
            Arrays.fill(text.array(), '\0');
        }
        return line;
    }

    private static char[] ask(String prompt) {
        Console console = Terminal.console()
                .orElseThrow(() -> new UsageException("no passphrase: give --passphrase-file FILE, or set " + VARIABLE
                        + ", or run this in a terminal to be asked"));
        char[] answer = console.readPassword("%s", prompt);
        if (answer == null) {
            throw new UsageException("no passphrase was typed");
        }
        return answer;
    }
}
