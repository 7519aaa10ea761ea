package org.afterword.publishing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.afterword.casefile.Contents;
import org.afterword.model.Correction;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.protection.Protection;

/** Makes a site of a case: through the gate, or not at all. */
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
    public static Outcome publish(Contents contents, Protection protection, byte[] secret, Settings settings, Path dir)
            throws IOException {
        return publish(contents, protection, secret, settings, List.of(), dir, Pictures.NONE);
    }

    /**
     * Builds and checks everything before anything is written, then puts the site in its place in one step. The same
     * case, secret and settings give the same bytes.
     *
     * @param secret 32 bytes, the case's for publications, by which commitments are salted and the site is signed
     * @param corrections of this publication and earlier ones, in their order
     * @param dir where the site is to lie: nothing, an empty folder, or a site of ours
     * @param pictures who covers those that are to be shown
     * @throws IOException if the files cannot be written; a site that was there is untouched
     */
    public static Outcome publish(
            Contents contents,
            Protection protection,
            byte[] secret,
            Settings settings,
            List<Correction> corrections,
            Path dir,
            Pictures pictures)
            throws IOException {
        var folder = new Folder(dir);
        var material = Material.of(contents, protection);
        var obstacles = new ArrayList<Obstacle>();
        folder.obstacle().ifPresent(obstacles::add);
        obstacles.addAll(Gate.check(material));
        if (!obstacles.isEmpty()) {
            return new Refused(List.copyOf(obstacles));
        }
        ShownPictures covered = ShownPictures.of(material, pictures);
        if (!covered.obstacles().isEmpty()) {
            return new Refused(covered.obstacles());
        }
        var seal = new Seal(secret);
        Draft draft = Draft.of(material, settings, seal, covered);
        Site site = draft.site().with(Corrections.of(corrections, protection));
        Set<Sha256> commitments = draft.commitments();
        Sha256 root = seal.root(commitments);
        SortedMap<String, byte[]> files = site.files(
                settings, root, word -> protection.line(word).replacements().isEmpty());
        seal.close(files, commitments);
        Set<String> ofPictures = site.pictures();
        var pages = new TreeMap<>(files);
        pages.keySet().removeAll(ofPictures);
        var found = new ArrayList<>(Gate.scan(material, pages, draft.ours()));
        var finished = new TreeMap<>(files);
        finished.keySet().retainAll(ofPictures);
        found.addAll(ShownPictures.scan(finished, material, pictures));
        if (!found.isEmpty()) {
            return new Refused(List.copyOf(found));
        }
        folder.replace(files);
        var withheld = new ArrayList<>(draft.withheld());
        withheld.addAll(covered.withheld());
        return new Published(root, files.size(), List.copyOf(withheld));
    }
}
