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
record Gated(Material material, Draft draft, Seal seal, ShownPictures covered, Last last) {
    /**
     * @param today by which a group's time to answer is over, or not
     * @param kept of publications before
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
            Kept kept,
            List<Obstacle> obstacles)
            throws IOException {
        var first = Material.of(contents, protection);
        Last last = kept.take(first, secret, settings);
        Material material = first.with(last.seen());
        Witnesses witnesses = last.witnesses(contents);
        obstacles.addAll(Gate.check(material, witnesses, today));
        if (!obstacles.isEmpty()) {
            kept.keep(last, protection);
            return Optional.empty();
        }
        ShownPictures covered = last.pictures(material, pictures);
        obstacles.addAll(covered.obstacles());
        if (!obstacles.isEmpty()) {
            kept.keep(last, protection);
            return Optional.empty();
        }
        var seal = new Seal(secret);
        Draft draft = Draft.of(material, witnesses, settings, seal, covered, last);
        return Optional.of(new Gated(material, draft, seal, covered, last));
    }

    /** Accounts and pictures of which less is shown than one may expect. */
    List<Publication.Withheld> withheld() {
        var withheld = new ArrayList<>(draft.withheld());
        withheld.addAll(covered.withheld());
        return List.copyOf(withheld);
    }
}
