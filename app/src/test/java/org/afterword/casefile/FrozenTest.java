package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
}
