package org.afterword.publishing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.afterword.casefile.Contents;
import org.afterword.model.Correction;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.page.Pdf;
import org.afterword.protection.Protection;

/** Makes a site of a case, or a report: through the gate, or not at all. */
public final class Publication {
    private Publication() {}

    /** How a publication went. */
    public sealed interface Outcome {}

    /**
     * @param root of the tree of commitments
     * @param files how many were written
     * @param withheld the accounts of which less is shown than one may expect
     */
    public record Published(Sha256 root, int files, List<Withheld> withheld) implements Outcome {}

    /** Nothing was written; a site that was there is untouched. */
    public record Refused(List<Obstacle> obstacles) implements Outcome {}

    /**
     * @param why and what would change it: a sentence
     */
    public record Withheld(Id account, String file, String why) {}

    /** As the other, where no picture can be shown, and nothing was corrected. */
    public static Outcome publish(
            Contents contents, Protection protection, byte[] secret, Settings settings, LocalDate today, Path dir)
            throws IOException {
        return publish(contents, protection, secret, settings, List.of(), today, dir, Pictures.NONE, new Kept());
    }

    /**
     * Builds and checks everything before anything is written, then puts the site in its place in one step. The same
     * case, secret and settings give the same bytes.
     *
     * @param secret 32 bytes, the case's for publications, by which commitments are salted and the site is signed
     * @param corrections of this publication and earlier ones, in their order
     * @param today by which a group's time to answer is over, or not; nothing that is written depends on it
     * @param dir where the site is to lie: nothing, an empty folder, or a site of ours
     * @param pictures who covers those that are to be shown
     * @param kept of earlier publications of the case
     * @throws IOException if the files cannot be written; a site that was there is untouched
     */
    public static Outcome publish(
            Contents contents,
            Protection protection,
            byte[] secret,
            Settings settings,
            List<Correction> corrections,
            LocalDate today,
            Path dir,
            Pictures pictures,
            Kept kept)
            throws IOException {
        var folder = new Folder(dir);
        var obstacles = new ArrayList<Obstacle>();
        folder.obstacle().ifPresent(obstacles::add);
        Optional<Gated> passed = Gated.of(contents, protection, secret, settings, today, pictures, kept, obstacles);
        if (passed.isEmpty()) {
            return new Refused(List.copyOf(obstacles));
        }
        Gated gated = passed.get();
        Draft draft = gated.draft();
        Site site = draft.site().with(Corrections.of(corrections, protection));
        Seal.Tree tree = gated.seal().tree(draft.commitments());
        SortedMap<String, Finished> files = site.files(
                settings,
                tree.root(),
                word -> protection.line(word).replacements().isEmpty(),
                gated.last());
        gated.seal().close(files, tree);
        Set<String> ofPictures = site.pictures();
        var pages = new TreeMap<>(files);
        pages.keySet().removeAll(ofPictures);
        var found = new ArrayList<>(
                Gate.scan(gated.material(), pages, draft.ours(), draft.frame(files.keySet())::without, gated.last()));
        var finished = new TreeMap<String, byte[]>();
        ofPictures.forEach(name -> finished.put(name, files.get(name).bytes()));
        found.addAll(ShownPictures.scan(finished, gated.material(), pictures));
        kept.keep(gated.last(), protection);
        if (!found.isEmpty()) {
            return new Refused(List.copyOf(found));
        }
        folder.replace(files);
        gated.last().written();
        return new Published(tree.root(), files.size(), gated.withheld());
    }

    /**
     * The same as one PDF: the same draft, through the same gate. Both the page from which it is set and the finished PDF
     * are scanned before anything is written; a file that was there is replaced in one step.
     *
     * @param file where it is to lie: nothing, or a PDF
     * @return with the root of the tree in which the commitments of a site of this case lie
     * @throws IOException if it cannot be written; a file that was there is untouched
     */
    public static Outcome report(
            Contents contents,
            Protection protection,
            byte[] secret,
            Settings settings,
            LocalDate today,
            Path file,
            Pictures pictures)
            throws IOException {
        var place = new PdfFile(file);
        var obstacles = new ArrayList<Obstacle>();
        place.obstacle().ifPresent(obstacles::add);
        Optional<Gated> passed =
                Gated.of(contents, protection, secret, settings, today, pictures, new Kept(), obstacles);
        if (passed.isEmpty()) {
            return new Refused(List.copyOf(obstacles));
        }
        Gated gated = passed.get();
        Report report = Report.of(gated.draft().site());
        String page = report.html(settings.strings());
        byte[] pdf = Pdf.of(page, report.pictures());
        var found = new ArrayList<>(Gate.scan(
                gated.material(),
                PdfFile.scanned(place.name(), page, pdf),
                gated.draft().ours()));
        found.addAll(ShownPictures.scan(report.pictures(), gated.material(), pictures));
        if (!found.isEmpty()) {
            return new Refused(List.copyOf(found));
        }
        place.replace(pdf);
        Seal.Tree tree = gated.seal().tree(gated.draft().commitments());
        return new Published(tree.root(), 1, gated.withheld());
    }
}
