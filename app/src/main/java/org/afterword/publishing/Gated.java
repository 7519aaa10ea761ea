package org.afterword.publishing;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.afterword.casefile.Contents;
import org.afterword.model.Id;
import org.afterword.people.Restrictions;
import org.afterword.protection.Protection;
import org.afterword.protection.Quotability;
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

    /** Accounts and pictures whose authors allow more than what is shown. */
    List<Publication.Withheld> withheld() {
        var withheld = new ArrayList<Publication.Withheld>();
        Set<Id> restricted = Restrictions.accounts(material.contents());
        material.quotability().forEach((account, may) -> {
            if (may instanceof Quotability.NotCounted(String reason) && restricted.contains(account)) {
                withheld.add(new Publication.Withheld(account, material.file(account), reason));
            }
            if (may instanceof Quotability.CountsOnly(String reason, boolean rewordings) && rewordings) {
                withheld.add(new Publication.Withheld(account, material.file(account), reason));
            }
        });
        withheld.addAll(covered.withheld());
        return List.copyOf(withheld);
    }
}
