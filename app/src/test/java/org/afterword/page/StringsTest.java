package org.afterword.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.afterword.coding.Step;
import org.afterword.findings.Pathway;
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

    /** English makes its sentences in the room of findings, so it has no words for them here. */
    @Test
    void everyLanguageSaysTheSame() {
        var german = Strings.of(Locale.GERMAN);
        var keys = new TreeSet<>(german.keys());
        keys.removeIf(key -> key.startsWith("sentence."));
        assertEquals(ENGLISH.keys(), keys);
        for (String key : keys) {
            assertEquals(placeholders(ENGLISH.pattern(key)), placeholders(german.pattern(key)), key);
        }
        for (String key : german.keys()) {
            String text = german.say(key, 1, 2, 3, 4, 5, 6);
            assertFalse(text.contains("'") || text.contains("{") || text.isBlank(), key);
        }
    }

    private static Set<String> placeholders(String pattern) {
        var found = new TreeSet<String>();
        Pattern.compile("\\{(\\d)").matcher(pattern).results().forEach(one -> found.add(one.group(1)));
        return found;
    }

    @Test
    void pagesAskOfEachStepWhatTheCommandLineAsks() {
        for (Step step : Step.values()) {
            assertEquals(Pathway.question(step), ENGLISH.say("step." + step));
        }
    }

    @Test
    void countsPeopleInGerman() {
        var german = Strings.of(Locale.GERMAN);
        assertEquals("3 bis 5 Personen", german.people(new Range(3, 5)));
        assertEquals("niemand", german.people(new Range(0, 0)));
        assertEquals("vielleicht 1", german.number(new Range(0, 1)));
        assertEquals("ltr", german.direction());
        assertEquals("rtl", Laid.rightToLeft().direction());
    }

    /** Else a page that runs from right to left has its margins on the wrong side. */
    @Test
    void theStylesheetSaysStartAndEndInPlaceOfLeftAndRight() {
        String css = new String(Assets.stylesheet(), StandardCharsets.UTF_8);
        var physical = Pattern.compile(
                        "(?m)[a-z-]*(?<![a-z])(left|right)\\s*[:;]|(margin|padding): [^\\s;]+ ([^\\s;]+) [^\\s;]+ (?!\\3;)[^\\s;]+;")
                .matcher(css);
        assertFalse(physical.find(), () -> physical.group());
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
