package org.afterword.publishing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.afterword.casefile.Contents;
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

    /**
     * Builds and checks everything before anything is written, then puts the site in its place in one step. The same
     * case, secret and settings give the same bytes.
     *
     * @param secret 32 bytes, the case's for publications, by which commitments are salted and the site is signed
     * @param dir where the site is to lie: nothing, an empty folder, or a site of ours
     * @throws IOException if the files cannot be written; a site that was there is untouched
     */
    public static Outcome publish(Contents contents, Protection protection, byte[] secret, Settings settings, Path dir)
            throws IOException {
        var folder = new Folder(dir);
        var material = Material.of(contents, protection);
        var obstacles = new ArrayList<Obstacle>();
        folder.obstacle().ifPresent(obstacles::add);
        obstacles.addAll(Gate.check(material));
        if (!obstacles.isEmpty()) {
            return new Refused(List.copyOf(obstacles));
        }
        var seal = new Seal(secret);
        Draft draft = Draft.of(material, settings, seal);
        SortedMap<String, byte[]> files = draft.site().files(settings.strings(), settings.leave());
        Sha256 root = seal.close(files, draft.commitments());
        List<Obstacle> found = Gate.scan(material, files, draft.ours());
        if (!found.isEmpty()) {
            return new Refused(found);
        }
        folder.replace(files);
        return new Published(root, files.size(), draft.withheld());
    }
}
