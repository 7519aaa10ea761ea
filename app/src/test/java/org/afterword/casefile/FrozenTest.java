package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.afterword.custody.Verification;
import org.afterword.model.Id;
import org.afterword.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kept file of every format version opens in every later program. The files are never made anew. */
class FrozenTest {
    @TempDir
    Path folder;

    @Test
    void version1() throws IOException {
        var path = folder.resolve("case.afterword");
        try (var kept = Objects.requireNonNull(FrozenTest.class.getResourceAsStream("/casefile/version-1.case"))) {
            Files.copy(kept, path);
        }
        for (var way : List.of("a lamp in the window", "K3X5-Y0KM-KSF4-FB3M-P5KE-NT18-TDR1-KCBQ")) {
            try (var file = CaseFile.open(path, Passphrase.of(way.toCharArray()))) {
                assertEquals(Id.parse("52w2bh6ywej92r0gpkzvbfe6py"), file.id());
                assertEquals(
                        "380c16378444474dc260d76ad13a01b8b3377b1f67427dfbef2a97a659db4d62",
                        HexFormat.of().formatHex(file.secret("pseudonyms")));
                var exhibit = file.exhibits().getFirst();
                assertEquals("letters/lamps.txt", exhibit.name());
                assertEquals(file.groups().getFirst().id(), exhibit.group().orElseThrow());
                assertEquals(
                        "We lit the lamps at seven.\n",
                        new String(
                                CaseFileTest.read(
                                        file, file.exhibitItem(exhibit.id()).orElseThrow()),
                                StandardCharsets.UTF_8));
                var decision = file.decisions().getFirst();
                assertEquals(Verdict.parse("pseudonym=Anna"), decision.verdict());
                assertEquals(Instant.parse("2026-01-03T00:00:00Z"), decision.at());
                assertEquals(
                        List.of("case-created", "group-named", "exhibit-added", "decided"),
                        file.log().map(Logged::kind).toList());
                assertTrue(Verification.verify(file, """
                        afterword/12vd6975a0csja3hy1bkt04qkv
                        4
                        tKWHPK6tRbFkDbVH0WwjX+/ksEbHqBZZg7fz7Qkr0zc=

                        \u2014 afterword/12vd6975a0csja3hy1bkt04qkv SSS1Em6JogkiSEpLknToMHURWt+l5OzDLzSneRP9gXAbwny9UPqBlh4/5D0TdGTrAyYfuTNqgxgRRcPuZTOmyevqwwM=
                        """).ok());
            }
        }
    }

    /** Several ways in, of which one was removed and the recovery code made anew: the keys are those of epoch 3. */
    @Test
    void version2() throws IOException {
        var path = folder.resolve("case.afterword");
        try (var kept = Objects.requireNonNull(FrozenTest.class.getResourceAsStream("/casefile/version-2.case"))) {
            Files.copy(kept, path);
        }
        for (var way : List.of("a match in the rain", "WA20-ATGJ-6CBJ-JNZT-DJCT-W3MH-WWJR-RG7M")) {
            assertThrows(
                    CaseException.WrongPassphrase.class, () -> CaseFile.open(path, Passphrase.of(way.toCharArray())));
        }
        for (var way : List.of(
                "a lamp in the window",
                "a ladder in the yard",
                "AGE-SECRET-KEY-1EGTZ2GJK98Q73NWCG6D9WLNRYV5KT2D0UKMV6HVT0EKR63AWH42SNF9TL0",
                "TSZK-TW07-QRYD-FQDP-GD63-C29C-F6VW-P509")) {
            try (var file = CaseFile.open(path, Passphrase.of(way.toCharArray()))) {
                assertEquals(Id.parse("38xeer6vechb9g4am08m9ajk4t"), file.id());
                assertEquals(3, file.keys().epoch());
                assertEquals(
                        List.of("", "Bert's", "the newspaper", "in the safe"),
                        file.keys().list().stream().map(Way::label).toList());
                assertEquals(
                        "d08d529f9cbaae9c7e458e1dcc62bb07bb548b3cf11083a250168ab00464fc3f",
                        HexFormat.of().formatHex(file.secret("pseudonyms")));
                assertEquals(
                        "age1d8wy36cx440hga7wf4v9zyhr07tdhr9v9j7cjc9xa5fnteevd3ss37w0mx",
                        file.dropBox().recipient());
                var left = Base64.getDecoder()
                        .decode("YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBqTmkyd1llbTVYVVJLblV3"
                                + "Y3RFUDFXeGxzL1N6VDdnWk0xWE5JNzErQUdzCjdMejVmOUtISWpYdWtMTTJDMmlDaWdkdTBDRnpIcWhOYU92bmllcjhra3MK"
                                + "LS0tIHAzZVdBUzZldVBmWGsyWVZvYTViQkZPdkhEbDgyby9FWWFQWFBPajhOUWMKuFfhN5YqiOUvFC0BRowizcgAKMENRm55"
                                + "NxMBLXonm8jQj90MXzoDSr4ubs+LAh0Bsg==");
                try (var in = file.dropBox().open(new ByteArrayInputStream(left))) {
                    assertEquals("left for the case", new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
                assertEquals(
                        "We lit the lamps at seven.\n",
                        new String(
                                CaseFileTest.read(
                                        file,
                                        file.exhibitItem(file.exhibits()
                                                        .getFirst()
                                                        .id())
                                                .orElseThrow()),
                                StandardCharsets.UTF_8));
                assertEquals(9, file.log().count());
                assertTrue(Verification.verify(file, """
                        afterword/4zkgavref0kbdhtjmst2rkbwb4
                        4
                        xZOZn3PqbokOGldhKltwA13QjFRGpfyGeC3DzOA2+1c=

                        \u2014 afterword/4zkgavref0kbdhtjmst2rkbwb4 mif1NE+g5273RiGZzXoXEwD1PLbKn3pbO7sg+TQZ/7N+J00VZ3BULakj+ityT2IvG7liNO9wAdbsh6X61euuxy12VAk=
                        """).ok());
            }
        }
    }
}
