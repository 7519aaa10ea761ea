package org.afterword.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;
import org.afterword.people.Clusters;
import org.afterword.people.Sifted;
import org.junit.jupiter.api.Test;

/** What is skipped because no name can be there held none: the sieve finds what reading everything finds. */
class SiftingTest {
    private static final long SEED = 20261122;
    private static final int NAMES = 400;
    private static final int TEXTS = 1_200;
    /** Every fiftieth text is longer than what is read in one go. */
    private static final int LONG = 20_000;

    private static final List<String> WORDS = List.of(
            "then",
            "May",
            "in",
            "a",
            "A",
            "I",
            "s",
            "the",
            "Will",
            "since",
            "12",
            "2019",
            "été",
            "Straße",
            "…",
            "wait…",
            "für",
            "Ωμέγα",
            "слово",
            "שלום",
            "كتاب",
            "我们去了",
            "가게에",
            "あした",
            "ไปตลาด",
            "नमस्ते",
            "👍🏽",
            "👩‍👩‍👧",
            "ﬁne",
            "x²",
            "Ⅻ",
            "½",
            "don't",
            "o’clock",
            "co-op",
            "a_b",
            "\ud800",
            "\ufffd",
            "e\u0301",
            "\u0301",
            "\u0bcd",
            "၊",
            "aGVsbG8gd29ybGQ",
            "/usr/share/words",
            "https://a.example/b-c?d=e",
            "mail@b.example",
            "m a r k",
            "m.a.r.k",
            "ʼn",
            "…in",
            "ʻa");
    private static final List<String> PLAIN = List.of(("the kettle had boiled dry again and so two of them"
                    + " sat in that yard until it was dark; nobody asked why they’d left, or who’d be next")
            .split(" ", -1));
    private static final List<String> GAPS = List.of(
            " ",
            " ",
            " ",
            " ",
            "\n",
            ", ",
            ". ",
            "-",
            "_",
            ".",
            "",
            "'",
            " -- ",
            "\u00a0",
            "\u200b",
            "\u00ad",
            "\r\n",
            "<br>",
            "; ",
            "\t",
            "…",
            "·",
            "-\n",
            "++",
            " (+",
            "================ ",
            "“",
            "’s ",
            "*_#> ");

    @Test
    void nothingIsLost() {
        var random = new Random(SEED);
        var contents = ListContents.empty();
        var names = new ArrayList<String>();
        for (int i = 0; i < NAMES; i++) {
            names.add(RandomNames.next(random));
            contents.person(names.getLast());
        }
        sameAsTheWhole(contents, names, random);
        names.addAll(contacts(contents));
        for (String name : List.of("Will May", "A. Rose", "王 海", "Noor 91", "May", "I", "၊မြတ်", "İpek Ωmega", "M")) {
            names.add(name);
            contents.person(name);
        }
        sameAsTheWhole(contents, names, random);
    }

    private static void sameAsTheWhole(ListContents contents, List<String> names, Random random) {
        var all = new CaseNames(Clusters.of(contents));
        int found = 0;
        for (int run = 0; run < TEXTS; run++) {
            String text = text(random, names, run % 50 == 0 ? LONG : random.nextInt(300));
            List<Occurrence> whole = all.inWhole(text);
            int number = run;
            assertEquals(
                    sorted(whole), sorted(all.in(text)), () -> "text " + number + " of seed " + SEED + ": " + text);
            found += whole.size();
        }
        assertTrue(found > TEXTS / 2, "the texts have names");
    }

    /** Most of a text that names nobody is skipped. */
    @Test
    void littleIsLeftOfWhatHoldsNone() {
        var random = new Random(SEED);
        var contents = ListContents.empty();
        for (int i = 0; i < NAMES; i++) {
            contents.person(RandomNames.next(random));
        }
        var all = new CaseNames(Clusters.of(contents));
        String text = "The kettle had boiled dry again, and so the two of them sat in the yard until it was dark. "
                .repeat(200);
        assertTrue(all.sift(text).windows().stream().mapToInt(Span::length).sum() < text.length() / 100);
    }

    private static List<String> sorted(List<Occurrence> found) {
        return found.stream().map(Occurrence::toString).sorted().toList();
    }

    private static List<String> contacts(ListContents contents) {
        var names = new ArrayList<String>();
        contacts(contents, names, IdentityKind.HANDLE, "@quiet_heron", "u/marrow91", "@it");
        contacts(contents, names, IdentityKind.EMAIL, "tam.orvis@mail.example", "o@q.example");
        contacts(contents, names, IdentityKind.PHONE, "+44 20 7946 0958", "020 7946 0011");
        contacts(contents, names, IdentityKind.NUMBER, "GB29 NWBK 6016 1331 9268 19", "192.0.2.44", "AB12 XYZ");
        contacts(
                contents,
                names,
                IdentityKind.LINK,
                "https://people.example/who/tam-orvis?id=9",
                "https://a.example/b-c");
        contacts(contents, names, IdentityKind.ADDRESS, "14 Ferry Lane, Marrowby, MB3 9QZ");
        contacts(contents, names, IdentityKind.BIRTH, "born on 3 May 1988");
        contacts(contents, names, IdentityKind.AGE, "aged 43");
        contacts(contents, names, IdentityKind.DETAIL, "the only harpist of the northern house");
        contacts(contents, names, IdentityKind.PLACE, "Paris", "Port Quill");
        contacts(contents, names, IdentityKind.GROUP, "The May", "League of Quiet Friends");
        contacts(contents, names, IdentityKind.UNKNOWN, "Medicare-For-All", "Quillon");
        return names;
    }

    private static void contacts(ListContents contents, List<String> all, IdentityKind kind, String... names) {
        for (String name : names) {
            contents.name(kind, name);
            all.add(name);
        }
    }

    /** Odd words or none, and seldom a name, so that what is around it does not bring it in. */
    private static String text(Random random, List<String> names, int length) {
        List<String> words = random.nextBoolean() ? WORDS : PLAIN;
        int seldom = length > 1000 ? 300 : 20;
        var text = new StringBuilder();
        while (text.length() < length) {
            switch (random.nextInt(seldom)) {
                case 0 -> {
                    String name = names.get(random.nextInt(NAMES));
                    var forms = new ArrayList<>(ScanMutationTest.mutations(name).values());
                    text.append(forms.get(random.nextInt(forms.size())));
                }
                case 1 -> text.append(names.get(random.nextInt(names.size())));
                case 2 -> text.append("qwerty".repeat(random.nextInt(4))).append(random.nextInt(100));
                case 3 -> joined(random, names.get(random.nextInt(NAMES)), text);
                default -> text.append(words.get(random.nextInt(words.size())));
            }
            text.append(random.nextInt(4) == 0 ? GAPS.get(random.nextInt(GAPS.size())) : " ");
            if (random.nextInt(5000) == 0) {
                text.append("q7".repeat(random.nextInt(10_000)));
            }
        }
        return text.toString();
    }

    /** Inside of a longer word. */
    private static void joined(Random random, String name, StringBuilder text) {
        String one = name.replace(" ", "");
        text.append(random.nextBoolean() ? "the" + one : one + "fan");
    }

    private static final Pattern SPACED = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])\\p{L}\\p{M}*+"
            + "(?<mark>[^\\p{L}\\p{N}\\p{M}])\\p{L}\\p{M}*+\\k<mark>\\p{L}\\p{M}*+(?![\\p{L}\\p{N}])");

    /** What looks quickly for spaced letters and for base64 misses neither. */
    @Test
    void otherReadingsAreNotMissed() {
        var random = new Random(SEED);
        var none = new CaseNames(List.of());
        List<String> some = List.of(
                "a",
                "…",
                "²",
                "ʼ",
                "-\n",
                "\u2010\r\n",
                "\u00ad\n",
                "ß",
                "wait",
                "B",
                "é",
                "e\u0301",
                ".",
                " ",
                "-",
                "zz",
                "7",
                "\n",
                "Ω",
                "aGVsbG8g",
                "MSAyIDMg",
                "+",
                "=");
        for (int run = 0; run < 20_000; run++) {
            var made = new StringBuilder();
            for (int i = random.nextInt(14); i >= 0; i--) {
                made.append(some.get(random.nextInt(some.size())));
            }
            String text = made.toString();
            Sifted sifted = none.sift(text);
            if (SPACED.matcher(text).find()) {
                assertTrue(sifted.spaced(), () -> "spaced: " + text.replace("\n", "|"));
                assertTrue(Typeset.closed(text).isPresent(), text);
            }
            assertTrue(sifted.parted() || Typeset.unhyphenated(text).isEmpty(), () -> text.replace("\n", "|"));
            assertEquals(
                    Pattern.compile("[A-Za-z0-9+/_-]{8,}")
                            .matcher(text)
                            .results()
                            .filter(run64 -> readable(run64.group()))
                            .count(),
                    Base64Runs.of(text, sifted.encoded()).stream()
                            .filter(bytes -> plain(new String(bytes, StandardCharsets.ISO_8859_1)))
                            .count(),
                    text);
        }
    }

    private static boolean readable(String run) {
        String whole = run.substring(0, run.length() % 4 == 1 ? run.length() - 1 : run.length());
        byte[] bytes = Base64.getDecoder().decode(whole.replace('-', '+').replace('_', '/'));
        return plain(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static boolean plain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }
}
