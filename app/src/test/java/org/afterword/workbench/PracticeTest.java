package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked for nobody leaves the case as it was, and the names looked at. */
class PracticeTest {
    private static final String TOLD = "Orla Finch walked to the lake with Wren Tarbuck, and told me of it later. ";

    @TempDir
    private Path folder;

    @Test
    void nobodyAsksAndNothingChanges() throws IOException {
        Path files = Files.createDirectory(folder.resolve("files"));
        Files.writeString(files.resolve("long.txt"), (TOLD.repeat(5) + "\n\n").repeat(250));
        try (Case opened = Case.create(folder.resolve("long.afterword"), SmallCase.passphrase(), "tester")
                .opened()) {
            opened.add(List.of(files), Optional.empty(), false, Progress.SILENT);
            opened.suggest(Progress.SILENT);
            var desk = new Desk(opened, "token", false, "", new Work(() -> {}), _ -> {});
            State.Moment before = State.Moment.of(opened.file().touched());
            assertTrue(Practice.names(desk) >= 1);
            desk.state()
                    .names()
                    .people()
                    .under("undecided")
                    .forEach(one -> assertTrue(
                            desk.state()
                                    .names()
                                    .looked()
                                    .containsKey(one.cluster().id()),
                            one.cluster().name()));
            List<String> samples = opened.searching().samples(20);
            assertTrue(!samples.isEmpty());
            samples.forEach(typed -> assertTrue(!SearchPage.hits(desk, typed).isEmpty(), typed));
            assertEquals(before, State.Moment.of(opened.file().touched()));
        }
    }
}
