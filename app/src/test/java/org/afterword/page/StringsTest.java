package org.afterword.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.afterword.intake.InboxServer;
import org.afterword.witnesses.Range;
import org.junit.jupiter.api.Test;

class StringsTest {
    private static final Strings ENGLISH = Strings.of(Locale.ENGLISH);
    private static final Strings INBOX = Strings.of(InboxServer.class, Locale.ENGLISH);

    @Test
    void countsPeople() {
        assertEquals("nobody", ENGLISH.people(new Range(0, 0)));
        assertEquals("1 person", ENGLISH.people(new Range(1, 1)));
        assertEquals("3 to 5 people", ENGLISH.people(new Range(3, 5)));
        assertEquals("at most 2 people", ENGLISH.people(new Range(0, 2)));
        assertEquals("perhaps 1 person", ENGLISH.people(new Range(0, 1)));
        assertEquals("perhaps 1", ENGLISH.number(new Range(0, 1)));
        assertEquals("3 to 5", ENGLISH.number(new Range(3, 5)));
    }

    @Test
    void aLanguageWithoutStringsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Strings.of(Locale.of("tlh")));
    }

    @Test
    void everyMessageIsWellFormedAndNoneHasAStraightApostrophe() {
        for (String key : ENGLISH.keys()) {
            String text = ENGLISH.say(key, 1, 2, 3);
            assertFalse(text.contains("'"), key);
        }
        assertTrue(MessageFormat.format("{0}", 1).contains("1"));
    }

    /** A template that asks for what is not there would only fail when somebody publishes. */
    @Test
    void everyMessageThatATemplateNamesIsThere() throws IOException {
        var missing = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".jte")).toList()) {
                var named = Pattern.compile(
                                "say\\(\\s*(?:[^()\"]*\\?\\s*)?\"([a-z.-]+)\"(?:\\s*:\\s*\"([a-z.-]+)\")?[,)]")
                        .matcher(Files.readString(file));
                while (named.find()) {
                    boolean inbox = file.getParent().endsWith("intake");
                    for (int group = 1; group <= 2; group++) {
                        if (named.group(group) != null
                                && !(inbox ? INBOX : ENGLISH).keys().contains(named.group(group))) {
                            missing.add(file.getFileName() + ": " + named.group(group));
                        }
                    }
                }
            }
        }
        assertEquals(new TreeSet<>(), missing);
    }
}
