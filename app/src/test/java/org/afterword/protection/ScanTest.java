package org.afterword.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ScanTest {
    private final ListContents contents = ListContents.empty();
    private final Identity hidden = contents.person("Zoë Marlowe");

    ScanTest() {
        contents.decide(hidden, "pseudonym=Robin");
    }

    private List<Leak> scan(String text) {
        return scan("page.html", text);
    }

    private List<Leak> scan(String path, String text) {
        return Scan.of(Fixture.protection(contents)).scan(path, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatADigestOrAGuidSpellsIsNobody() {
        contents.decide(contents.person("Ada Bede"), "redact");
        String digest = "7ada3".repeat(13).substring(0, 64);
        for (String spelt : List.of(
                digest, "A3ADA83D-74A9-D58A-7348-D985ACB54BEF", "urn:uuid:a3ada83d-74a9-d58a-7348-d985acb54bef")) {
            assertEquals(List.of(), scan("<p>It is " + spelt + ".</p>"), spelt);
            assertEquals(
                    List.of(), scan("<details><summary>Proof</summary><code>" + spelt + "</code></details>"), spelt);
            assertEquals(List.of(), scan("a.txt", spelt + "\n" + spelt), spelt);
            assertFalse(scan("<p>It is " + spelt + ", said Ada.</p>").isEmpty(), spelt);
        }
        assertFalse(scan("<p>" + digest + "7ada3</p>").isEmpty(), "longer than a digest");
        assertFalse(scan("<p>ada3ada8-74a9-d58a-7348</p>").isEmpty(), "shorter than a GUID");
    }

    @Test
    void theWordsOfHtmlNameNobodyAndEveryOtherInATagMay() {
        for (String name : List.of("Fritz Lang", "Aria Nav", "Wei Li", "Ida Body")) {
            contents.decide(contents.person(name), "redact");
        }
        assertEquals(
                List.of(),
                scan(
                        "<html lang=\"en\"><meta charset=\"utf-8\"><body><nav aria-label=\"Ways\"><ul><li class=\"row\">A\n"
                                + "</li></ul></nav><svg role=\"img\" viewBox=\"0 0 1 1\"></svg></body></html>"));
        for (String page : List.of(
                "<p>Lang</p>",
                "<p class=\"lang\">a</p>",
                "<p lang=\"fritz lang\">a</p>",
                "<p data-lang=\"a\">a</p>",
                "<lang>a</lang>",
                "<p lang-fritz>a</p>",
                "<p lang=Fritz>a</p>",
                "<!-- lang --><p>a</p>",
                "<p>&lt;p lang=\"en\"&gt;</p>",
                "<p title='Aria Nav'>a</p>")) {
            assertFalse(scan(page).isEmpty(), page);
        }
    }

    @TestFactory
    List<DynamicTest> everyTransformationIsFound() {
        String name = "Zoë Marlowe";
        return List.of(
                        "as it is: " + name,
                        "ZOË MARLOWE",
                        "zoe marlowe",
                        "Zoe\u0308 Marlowe",
                        "Zoë Marlowe's",
                        "Marlowe’s",
                        "Zoë-Marlowe",
                        "zoe_marlowe",
                        "zoe.marlowe",
                        "ZoeMarlowe",
                        "Marlowe, Zoë",
                        "Zo\u200bë Mar\u00adlowe",
                        "Zoë Mаrlоwe", // Cyrillic а and о
                        "<p>Zo&euml; Marlowe</p>",
                        "<p>&#90;o&#xeb; M&#97;rlowe</p>",
                        "<p>Zoë <b>Mar</b><i>lowe</i></p>",
                        "<td>Zoë</td><td>Marlowe</td>",
                        "<a href=\"/who/zoe-marlowe\">x</a>",
                        "<img alt='Zo&euml; Marlowe'>",
                        "<a href='?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "'>x</a>",
                        "<a href='?q=Zo%25C3%25AB%2520Marlowe'>x</a>",
                        "<!-- Zoë Marlowe -->",
                        "<script>var x = \"Zo\\u00eb\\nMarlowe\"</script>",
                        "{\"n\":\"Zo\\u00EB Marlowe\"}",
                        "<style>a::after{content:'Zo\\eb  Marlowe'}</style>",
                        "<svg><text><tspan>Zo</tspan><tspan>ë Marlowe</tspan></text></svg>",
                        "data: " + base64(name),
                        "<img src=\"data:image/svg+xml;base64," + base64("<svg><title>" + name + "</title></svg>")
                                + "\">",
                        base64(base64("by Zoë Marlowe")),
                        "We met Marlowe.",
                        "we met marlowe")
                .stream()
                .map(text -> DynamicTest.dynamicTest(
                        text, () -> assertFalse(scan(text).isEmpty(), text)))
                .toList();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsClean() {
        assertEquals(List.of(), scan("<p>Robin met Marlow in Marlowesque weather; the Zoetrope turned.</p>"));
        assertEquals(List.of(), scan("index.html", ""));
        assertEquals(List.of(), scan("bytes", "\u0000\u0001\ufffd"));
    }

    @Test
    void hardLookAlikesAreNotRefused() {
        for (String name : List.of(
                "Will Ashby", "Rose Tandy", "Grant Ely", "May Orme", "Paris Hyatt", "Ilse Marx", "Mark Stone")) {
            contents.decide(contents.person(name), "redact");
        }
        String page = """
                <title>What it will ask of you</title><h1>Will it ask for money?</h1>
                <p>You may leave. May you disagree? A rose is a rose. Members rose early. A grant was given. Grant \
                applications. In May 2020 and since May, until 3 May, they met in Paris. A Marxist reads marxism.</p>
                <h2>What May Happen When Members Will Leave</h2><ul><li>May you read?</li><li>Rose early</li></ul>
                <p>"Will you?" they asked. Mark the stone. Early in May they will mark a stone.</p>
                <a title="Rose garden">on to Paris</a>
                """;
        assertEquals(List.of(), scan(page));
        for (String leak :
                List.of("then Will came", "we asked Rose about it", "with Grant and others", "a talk by Marx")) {
            assertFalse(scan(leak).isEmpty(), leak);
        }
    }

    @Test
    void keptNamesAndSharedOnesAreLetThrough() {
        contents.keep(contents.person("Ida Marlowe"), "historical-figure");
        assertEquals(List.of(), scan("Ida Marlowe spoke; then Marlowe left"));
        assertEquals(1, scan("Zoë Marlowe").size());
    }

    @Test
    void openNamesAndAddressesAreLeaks() {
        contents.person("Tam Orvis");
        contents.name(IdentityKind.EMAIL, "tam@mail.example");
        assertEquals(1, scan("Tam Orvis").size());
        assertEquals(1, scan("tam@mail.example").size());
    }

    @Test
    void aLeakNamesNobody() {
        List<Leak> leaks = scan("people/zoe-marlowe.html", "<p id='zoe-marlowe'>x</p>\nZoë Marlowe");
        assertTrue(leaks.stream().anyMatch(leak -> leak.view().equals("path")));
        assertTrue(leaks.stream().anyMatch(leak -> leak.where().equals("line 2")));
        assertTrue(leaks.stream().allMatch(leak -> leak.cluster().equals(hidden.id())));
        String said = leaks.stream().map(Leak::toString).collect(Collectors.joining());
        assertFalse(said.toLowerCase(Locale.ROOT).contains("marlowe"));
    }

    @Test
    void otherEncodingsAreRead() {
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.ISO_8859_1)) {
            assertFalse(
                    Scan.of(Fixture.protection(contents))
                            .scan("x", "by Zoë Marlowe".getBytes(charset))
                            .isEmpty(),
                    charset.name());
        }
    }
}
