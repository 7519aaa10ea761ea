package org.afterword.publishing;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.casefile.Contents;
import org.afterword.protection.Protection;
import org.afterword.witnesses.Witnesses;

/**
 * What passed the gate: the one draft from which all is made that strangers see, on a site or on paper. What is finished is
 * scanned before it is written.
 */
record Gated(Material material, Draft draft, Seal seal, ShownPictures covered) {
    /**
     * @param today by which a group's time to answer is over, or not
     * @param obstacles what a person has to decide first is added to them
     * @return empty if there is, or was, any obstacle
     */
    static Optional<Gated> of(
            Contents contents,
            Protection protection,
            byte[] secret,
            Settings settings,
            LocalDate today,
            Pictures pictures,
            List<Obstacle> obstacles)
            throws IOException {
        var material = Material.of(contents, protection);
        var witnesses = Witnesses.of(contents);
        obstacles.addAll(Gate.check(material, witnesses, today));
        if (!obstacles.isEmpty()) {
            return Optional.empty();
        }
        ShownPictures covered = ShownPictures.of(material, pictures);
        obstacles.addAll(covered.obstacles());
        if (!obstacles.isEmpty()) {
            return Optional.empty();
        }
        var seal = new Seal(secret);
        return Optional.of(new Gated(material, Draft.of(material, witnesses, settings, seal, covered), seal, covered));
    }

    /** Accounts and pictures of which less is shown than one may expect. */
    List<Publication.Withheld> withheld() {
        var withheld = new ArrayList<>(draft.withheld());
        withheld.addAll(covered.withheld());
        return List.copyOf(withheld);
    }
}
