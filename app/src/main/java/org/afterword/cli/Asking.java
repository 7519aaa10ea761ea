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
    private static final String IDENTITY = "AGE-SECRET-KEY-1";

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
        return twice("A passphrase for the new case (several words are best): ", "nothing was created");
    }

    /** One more, for a case that is there; asked for twice if it is typed. Not from the environment: that one opens it. */
    static Passphrase anotherPassphrase(Optional<Path> file) throws IOException {
        return file.isPresent()
                ? read(file.get())
                : twice("The new passphrase (several words are best): ", "nothing was changed");
    }

    /** What stands on paper: from a file, or typed. */
    static Passphrase recoveryCode(Optional<Path> file) throws IOException {
        return file.isPresent() ? read(file.get()) : Passphrase.of(ask("Recovery code, as it is printed: "));
    }

    /** Whether the person at the terminal goes on; somebody must sit there. */
    static boolean goesOn(String what) {
        Console console = Terminal.console()
                .orElseThrow(() -> new UsageException(what + " Give --yes if that is meant; nothing was changed"));
        String answer = console.readLine("%s Go on? (yes or no) ", what);
        return "yes".equalsIgnoreCase(answer == null ? "" : answer.strip());
    }

    /** The same, where nobody may sit there: then it was not said. */
    static boolean confirms(String what) {
        return Terminal.console().isPresent() && goesOn(what);
    }

    private static Passphrase twice(String prompt, String otherwise) {
        char[] first = ask(prompt);
        char[] second = ask("Once more: ");
        boolean same = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (!same) {
            Arrays.fill(first, '\0');
            throw new UsageException("the two passphrases are not the same; " + otherwise);
        }
        return Passphrase.of(first);
    }

    private static Passphrase read(Path file) throws IOException {
        char[] line = line(Files.readAllBytes(file));
        try {
            return Passphrase.of(line);
        } finally {
            Arrays.fill(line, '\0');
        }
    }

    private static Optional<Passphrase> given(Optional<Path> file) throws IOException {
        Hardened.close();
        if (file.isPresent()) {
            return Optional.of(read(file.get()));
        }
        return Optional.ofNullable(System.getenv(VARIABLE)).map(value -> Passphrase.of(value.toCharArray()));
    }

    /** The first line; or of an age identity file, which may begin with remarks, the identity. */
    private static char[] line(byte[] bytes) {
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        Arrays.fill(bytes, (byte) 0);
        int start = 0;
        for (int at = 0; at < text.length() && text.charAt(at) == '#'; ) {
            at = Math.min(text.length(), end(text, at) + 1);
            if (beginsWith(text, at)) {
                start = at;
            }
        }
        char[] line = new char[end(text, start) - start];
        text.position(start);
        text.get(line);
        if (text.hasArray()) {
            Arrays.fill(text.array(), '\0');
        }
        return line;
    }

    private static boolean beginsWith(CharBuffer text, int at) {
        boolean begins = text.length() - at > IDENTITY.length();
        for (int i = 0; begins && i < IDENTITY.length(); i++) {
            begins = text.charAt(at + i) == IDENTITY.charAt(i);
        }
        return begins;
    }

    private static int end(CharBuffer text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
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
