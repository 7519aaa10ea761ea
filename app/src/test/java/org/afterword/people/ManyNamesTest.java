package org.afterword.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Mention;
import org.afterword.model.Span;
import org.afterword.model.Suggestion;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many names of which many are alike, as a case may have them or as somebody may make them up; with
 * {@code -Dafterword.names=50000} as many as that.
 */
class ManyNamesTest {
    private static final int MANY = Integer.getInteger("afterword.names", 8_000);
    private static final List<String> FIRST = List.of(
            "Anna",
            "Tobias",
            "Joanna",
            "Elizabeth",
            "Maarten",
            "Will",
            "Grace",
            "May",
            "Vendrala",
            "Анна",
            "Сергей",
            "安娜",
            "محمد",
            "J.",
            "Lizzy",
            "Mrs",
            "Mr",
            "Dr",
            "Peter Paul",
            "Zoë");
    private static final List<String> SYLLABLES =
            List.of("ker", "ri", "gan", "os", "kwi", "th", "bran", "nock", "vel", "lu", "mi", "na", "tor", "as", "ek");

    enum Kind {
        /** First names of a few and surnames of many syllables. */
        MIXED,
        /** All bear one first name and one surname, with a middle name of their own. */
        ONE_SURNAME,
        /** Each differs from many others in one letter. */
        NEIGHBOURS,
        HANDLES,
        OTHER_SCRIPTS,
        LONE
    }

    private static String surname(Random random, int syllables) {
        var name = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String letters(int number, int size, char from, int of) {
        var name = new StringBuilder();
        for (int i = 0, rest = number; i < size; i++, rest /= of) {
            name.append((char) (from + rest % of));
        }
        return name.toString();
    }

    private static IntFunction<String> names(Kind kind) {
        var random = new Random(50_000);
        return switch (kind) {
            case MIXED ->
                i -> (i % 5 == 0 ? "" : FIRST.get(random.nextInt(FIRST.size())) + " ")
                        + surname(random, 2 + random.nextInt(3));
            case ONE_SURNAME -> i -> "Anna V" + letters(i, 5, 'a', 26) + " Kerrigan";
            case NEIGHBOURS -> i -> "Ker" + letters(i, 10, 'a', 3) + " Oskwith";
            case HANDLES -> i -> "@anna_" + surname(random, 3).toLowerCase(java.util.Locale.ROOT) + i % 100;
            case OTHER_SCRIPTS -> i -> "Анна К" + letters(i, 5, 'а', 26);
            case LONE -> i -> "V" + letters(i, 4, 'a', 26);
        };
    }

    private static Case contents(Kind kind) {
        IntFunction<String> names = names(kind);
        var contents = new Case();
        var identities = new ArrayList<Identity>();
        var mentions = new ArrayList<Mention>();
        Id account = Id.random();
        for (int i = 0; i < MANY; i++) {
            String name = names.apply(i);
            var identity = new Identity(
                    Id.random(), name.startsWith("@") ? IdentityKind.HANDLE : IdentityKind.PERSON, name, "test");
            account = i % 20 == 0 ? Id.random() : account;
            identities.add(identity);
            mentions.add(new Mention(identity.id(), account, new Span(i, i + name.length()), name, "test", 1));
        }
        for (String name : List.of("Anna Kerrigan", "Anna", "Kerrigan", "Mrs Kerrigan", "Kerrrigan")) {
            identities.add(new Identity(Id.random(), IdentityKind.PERSON, name, "test"));
        }
        contents.add(new org.afterword.casefile.Names(List.of(), identities, mentions));
        return contents;
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void proposalsAreMadeInSeconds(Kind kind, TestReporter reporter) {
        Case contents = contents(kind);
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        List<Suggestion> aliases = Clusters.aliases(contents);
        long millis = (threads.getCurrentThreadCpuTime() - before) / 1_000_000;
        reporter.publishEntry(kind + " " + MANY, aliases.size() + " proposals in " + millis + " ms");
        assertTrue(millis < 30_000, kind + " took " + millis + " ms");
        assertTrue(aliases.size() <= 3 * MANY, aliases.size() + " proposals");
        assertEquals(
                aliases.size(), aliases.stream().map(Suggestion::id).distinct().count());
    }
}
