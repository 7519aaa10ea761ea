package org.afterword.workbench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.Adding;
import org.afterword.BalanceSheet;
import org.afterword.coding.Meaning;

/** Keeps files, reads them and looks for names in them; at the end it says what became of each. */
final class AddedFiles implements Errand.Job {
    private final Desk desk;
    private final Optional<Upload> upload;
    private final Optional<String> group;
    private final boolean baseline;
    private final int before;

    /**
     * @param upload empty if only what was kept before, and not read yet, is to be read
     * @param group what they tell of
     */
    AddedFiles(Desk desk, Optional<Upload> upload, Optional<String> group, boolean baseline) {
        this.desk = desk;
        this.upload = upload;
        this.group = group;
        this.baseline = baseline;
        this.before = desk.contents().exhibits().size();
    }

    /** @throws IllegalArgumentException if the group is not named, or is known to be otherwise */
    static void check(Desk desk, Optional<String> group, boolean baseline) {
        if (baseline && group.isEmpty()) {
            throw new IllegalArgumentException(
                    "Name the ordinary group of which these files tell. Nothing was changed.");
        }
        desk.contents().groups().stream()
                .filter(known -> group.equals(Optional.of(known.name())) && known.baseline() != baseline)
                .findFirst()
                .ifPresent(known -> {
                    throw new IllegalArgumentException("“" + known.name() + "” is in this case already, "
                            + (baseline ? "and not as an ordinary group." : "as an ordinary group.")
                            + " Say so here too, or choose another name. Nothing was changed.");
                });
    }

    @Override
    public WorkSheet.Result run(Errand errand) throws IOException {
        Adding.Added added;
        try {
            added = upload.isPresent()
                    ? desk.opened().add(upload.get(), group, baseline, errand)
                    : desk.opened().add(List.of(), Optional.empty(), false, Optional.empty(), true, errand);
        } finally {
            upload.ifPresent(Upload::end);
        }
        if (desk.alone()) {
            desk.opened().suggest(errand, Meaning::ifItRuns);
        }
        return result(BalanceSheet.of(added, desk.contents()));
    }

    private static WorkSheet.Result result(BalanceSheet sheet) {
        int unread = sheet.unread().size();
        String sentence = Phrases.count(sheet.kept(), "file", "files") + " kept"
                + (sheet.again().isEmpty() ? "" : ", " + sheet.again().size() + " that the case had already")
                + (unread == 0 ? "" : ", " + unread + " unreadable but safe")
                + "; " + Phrases.count(sheet.accounts(), "account", "accounts") + " read from them.";
        var parts = new ArrayList<WorkSheet.Part>();
        part(
                "Not kept",
                sheet.skipped().stream()
                        .map(one -> one.file() + ": " + one.reason())
                        .toList(),
                parts);
        part("Kept, but nothing could be read in them", sheet.unread(), parts);
        part("To know", sheet.told(""), parts);
        part("Already in the case", sheet.again(), parts);
        part(
                "",
                sheet.rulesAlone().map(why -> "Names were found by rules alone: " + why + ".").stream()
                        .toList(),
                parts);
        return new WorkSheet.Result(sheet.skipped().isEmpty(), sentence, parts);
    }

    private static void part(String head, List<String> lines, List<WorkSheet.Part> parts) {
        if (!lines.isEmpty()) {
            parts.add(new WorkSheet.Part(head, lines));
        }
    }

    @Override
    public WorkSheet.Result stopped() {
        int kept = desk.contents().exhibits().size() - before;
        int unread = CasePage.unread(desk).size();
        return new WorkSheet.Result(
                false,
                "Stopped. " + Phrases.count(kept, "file is", "files are") + " kept; what came whole stays."
                        + (unread == 0 ? "" : " " + Phrases.count(unread, "file was", "files were") + " not read yet."),
                List.of());
    }
}
