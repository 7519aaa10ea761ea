package org.afterword;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.casefile.Contents;
import org.afterword.casefile.Reading;
import org.afterword.custody.Arrivals.Skipped;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.model.Warning;

/**
 * What became of files that were added: nothing of them is passed over in silence.
 *
 * @param kept how many are new
 * @param again files whose bytes the case had already
 * @param accounts how many were read from them
 * @param turns how many turns those have
 * @param unread files that are safe and gave nothing
 * @param remarks what reading noticed
 * @param skipped files that were not kept, and why
 * @param rulesAlone why the learned finder was not asked for names, as a clause for people
 */
public record BalanceSheet(
        int kept,
        List<String> again,
        int accounts,
        int turns,
        List<String> unread,
        List<Remark> remarks,
        List<Skipped> skipped,
        Optional<String> rulesAlone) {
    private static final int MOST_ALIKE = 3;

    /** @param where in the file; empty for all of it */
    public record Remark(String file, String where, String message) {}

    public static BalanceSheet of(Adding.Added added, Contents contents) {
        Map<Id, String> names = new HashMap<>();
        for (Exhibit exhibit : contents.exhibits()) {
            names.put(exhibit.id(), exhibit.name());
        }
        List<String> unread = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        for (Reading reading : contents.readings()) {
            if (added.exhibits().contains(reading.exhibit())) {
                String file = names.getOrDefault(reading.exhibit(), "");
                if (reading.accounts() + reading.parts() == 0) {
                    unread.add(file);
                }
                for (Warning warning : reading.warnings()) {
                    remarks.add(new Remark(file, warning.where(), warning.message()));
                }
            }
        }
        return new BalanceSheet(
                added.kept().exhibits().size(),
                List.copyOf(added.kept().again()),
                added.accounts(),
                added.turns(),
                List.copyOf(unread),
                List.copyOf(remarks),
                List.copyOf(added.kept().skipped()),
                added.rulesAlone());
    }

    /**
     * The remarks as lines; what is said of many files alike is said once: a folder of pictures where Tesseract is
     * missing.
     *
     * @param elsewhere what is put behind the number of such files, to say where they are named; may be empty
     */
    public List<String> told(String elsewhere) {
        Map<String, Set<String>> files = new LinkedHashMap<>();
        remarks.forEach(one -> files.computeIfAbsent(one.message(), none -> new LinkedHashSet<>())
                .add(one.file()));
        var told = new LinkedHashSet<String>();
        for (Remark one : remarks) {
            int many = files.getOrDefault(one.message(), Set.of()).size();
            String where = one.where().isEmpty() ? "" : ", " + one.where();
            told.add(
                    many > MOST_ALIKE
                            ? many + " files" + elsewhere + ": " + one.message()
                            : one.file() + where + ": " + one.message());
        }
        return List.copyOf(told);
    }
}
