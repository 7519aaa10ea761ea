package org.afterword.page;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.afterword.witnesses.Range;

/**
 * What the pages say in one language: {@code strings_LANGUAGE.properties} beside this class, in UTF-8, as messages
 * of ICU (so that plurals are right in every language). Another language is another file.
 */
public final class Strings {
    private static final Map<Read, Strings> READ = new ConcurrentHashMap<>();

    private record Read(Class<?> room, Locale locale) {}

    private final Locale locale;
    private final Properties messages = new Properties();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Strings(Locale locale) {
        this.locale = locale;
    }

    /**
     * @throws IllegalArgumentException if there are no strings in that language
     */
    public static Strings of(Locale locale) {
        return of(Strings.class, locale);
    }

    /**
     * Those of another room, which lie beside a class of it.
     *
     * @throws IllegalArgumentException if there are no strings in that language
     */
    public static Strings of(Class<?> room, Locale locale) {
        return READ.computeIfAbsent(new Read(room, locale), Strings::read);
    }

    private static Strings read(Read from) {
        Locale locale = from.locale();
        var strings = new Strings(locale);
        String file = "strings_" + locale.getLanguage() + ".properties";
        try (InputStream in = from.room().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("there are no strings in the language '" + locale + "'");
            }
            strings.messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return strings;
    }

    /** The same words, set as in another language: so that a layout can be looked at before it is translated. */
    Strings setAs(Locale other) {
        var strings = new Strings(other);
        strings.messages.putAll(messages);
        return strings;
    }

    /** An ISO 639 code, as HTML's {@code lang} wants it. */
    public String language() {
        return locale.toLanguageTag();
    }

    public Locale locale() {
        return locale;
    }

    /** Which way the language runs: {@code ltr} or {@code rtl}. */
    public String direction() {
        return ULocale.forLocale(locale).isRightToLeft() ? "rtl" : "ltr";
    }

    public Set<String> keys() {
        return new TreeSet<>(messages.stringPropertyNames());
    }

    /**
     * The message, with {@code {0}}, {@code {1}} … filled in. The result is plain text; templates escape it.
     *
     * @throws IllegalArgumentException if there is no such message
     */
    public String say(String key, Object... values) {
        String pattern = pattern(key);
        if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        MessageFormat format = formats.computeIfAbsent(key, _ -> new MessageFormat(pattern, locale));
        synchronized (format) { // ICU's are not made for two threads
            return format.format(values);
        }
    }

    /**
     * The message as it stands in the file.
     *
     * @throws IllegalArgumentException if there is no such message
     */
    public String pattern(String key) {
        String pattern = messages.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("there is no string '" + key + "'");
        }
        return pattern;
    }

    /** "nobody", "1 person", "5 people", "3 to 5 people", "at most 2 people". */
    public String people(Range range) {
        return range.low() == range.high()
                ? say("people", range.low())
                : say(range.low() == 0 ? "people.most" : "people.between", range.low(), range.high());
    }

    /** "5", "3 to 5", "at most 2". */
    public String number(Range range) {
        return range.low() == range.high()
                ? say("number", range.low())
                : say(range.low() == 0 ? "number.most" : "number.between", range.low(), range.high());
    }
}
