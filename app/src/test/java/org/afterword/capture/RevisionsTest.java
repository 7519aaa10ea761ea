package org.afterword.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The history of a page that a fictional encyclopaedia has about a fictional society. */
class RevisionsTest {
    public static final String EXPORT = """
            <mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">
              <siteinfo><sitename>Encyclopaedia of Rivers</sitename></siteinfo>
              <page><title>Lantern Rowing Society</title><ns>0</ns><id>7</id>
                <revision><id>101</id><timestamp>2024-01-02T10:00:00Z</timestamp>
                  <contributor><username>Wren Alder</username><id>5</id></contributor><comment>new</comment>
                  <text xml:space="preserve">The society rows.

            == Criticism ==
            Former members say that they were asked for money &amp; not let go.</text></revision>
                <revision><id>102</id><parentid>101</parentid><timestamp>2024-02-03T10:00:00Z</timestamp>
                  <contributor><ip>198.51.100.7</ip></contributor><comment>tidy</comment>
                  <text xml:space="preserve">The society rows on the river.</text></revision>
                <revision><id>103</id><timestamp>2024-02-04T10:00:00Z</timestamp>
                  <contributor deleted="deleted" /><text deleted="deleted" /></revision>
                <revision><id>104</id><timestamp>2024-02-05T10:00:00Z</timestamp>
                  <contributor><username>Wren Alder</username></contributor><text>The society rows on the river.</text></revision>
                <revision><id>105</id><timestamp>2024-02-06T10:00:00Z</timestamp>
                  <contributor><username>Sedge</username></contributor><comment>blank</comment><text /></revision>
              </page>
            </mediawiki>
            """;

    private static Revisions.Read read(String text) throws IOException {
        return Revisions.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void criticismThatWasEditedOutIsSeen() throws IOException {
        Revisions.Read read = read(EXPORT);
        assertEquals(5, read.revisions());
        assertEquals(1, read.pages());
        assertEquals(List.of("102", "105"), read.removals().stream().map(Revisions.Removal::revision).toList());
        Revisions.Removal first = read.removals().getFirst();
        assertEquals("198.51.100.7", first.editor());
        assertTrue(first.anonymous());
        assertEquals("tidy", first.comment());
        assertEquals("2024-02-03T10:00:00Z", first.at());
        assertTrue(first.changes().toString().contains("asked for money & not let go."), first.changes()::toString);
        assertFalse(first.emptied());
        assertTrue(read.removals().getLast().emptied());
        assertEquals(6, read.removals().getLast().words());
    }

    @Test
    void packed() throws IOException {
        byte[] packed = Site.gzip(EXPORT.getBytes(StandardCharsets.UTF_8));
        assertEquals(5, Revisions.read(new ByteArrayInputStream(packed)).revisions());
    }

    @Test
    void noEntityReadsAFileOrGrows() throws IOException {
        String secret = "<!DOCTYPE mediawiki [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";
        assertThrows(IllegalArgumentException.class, () -> read(secret + EXPORT.replace("rows.", "rows &x;.")));
        String bomb = "<!DOCTYPE mediawiki [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>";
        assertThrows(IllegalArgumentException.class, () -> read(bomb + EXPORT.replace("rows.", "rows &b;.")));
    }

    @Test
    void whatIsNoExportIsSaid() {
        assertThrows(IllegalArgumentException.class, () -> read("<html></html>"));
        assertThrows(IllegalArgumentException.class, () -> read("no xml"));
        for (int cut : List.of(0, 50, 400, 900)) {
            assertThrows(IllegalArgumentException.class, () -> read(EXPORT.substring(0, cut)), () -> "cut at " + cut);
        }
    }
}
