package org.afterword;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.afterword.capture.CaptureRecord;
import org.afterword.capture.DropFolder;

/**
 * What came out of a drop folder.
 *
 * @param kept what is in the case now, and out of the folder
 * @param left names of files that do not open: sealed for another case, changed or cut; they stay where they are
 */
public record Collecting(List<Capturing.Kept> kept, List<String> left) {

    /** A file is removed once its capture is in the case for good; one that comes again is known by its id. */
    static Collecting collect(Case into, DropFolder folder, Progress progress) throws IOException {
        var result = new Collecting(new ArrayList<>(), new ArrayList<>());
        List<Path> waiting = folder.waiting();
        if (waiting.isEmpty()) {
            return result;
        }
        Set<Object> known =
                into.captures().stream().map(CaptureRecord::id).collect(Collectors.toSet());
        for (Path file : waiting) {
            DropFolder.Opened opened;
            try {
                opened = DropFolder.open(file, into.file().dropBox());
            } catch (IOException | IllegalArgumentException e) {
                result.left().add(file.getFileName().toString());
                continue;
            }
            if (known.add(opened.waiting().how().id())) {
                result.kept().add(keep(into, opened, progress));
            }
            Files.delete(file);
            progress.step("collecting", result.kept().size(), waiting.size());
        }
        return result;
    }

    private static Capturing.Kept keep(Case into, DropFolder.Opened opened, Progress progress) throws IOException {
        return into.keep(opened.capture(), opened.waiting().group(), opened.waiting().baseline(), progress);
    }
}
