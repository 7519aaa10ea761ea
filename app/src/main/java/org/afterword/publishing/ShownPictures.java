package org.afterword.publishing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.people.Cluster;
import org.afterword.protection.Leak;
import org.afterword.protection.PictureDecisions;
import org.afterword.protection.PictureProtection;
import org.afterword.protection.Quoted;
import org.afterword.protection.RedactedPicture;
import org.afterword.reading.UnshownPicture;

/**
 * The pictures that a person decided to show, covered, and approved; and what stands in the way of the others.
 *
 * @param byAccount by the account that was read in it
 */
record ShownPictures(
        Map<Id, RedactedPicture> byAccount, List<Obstacle> obstacles, List<Publication.Withheld> withheld) {
    static final ShownPictures NONE = new ShownPictures(Map.of(), List.of(), List.of());

    /** @throws IOException if an exhibit's bytes cannot be fetched */
    static ShownPictures of(Material material, Pictures pictures) throws IOException {
        var shown = new LinkedHashMap<Id, RedactedPicture>();
        var obstacles = new ArrayList<Obstacle>();
        var withheld = new ArrayList<Publication.Withheld>();
        for (Account account : material.all()) {
            PictureDecisions decided = PictureDecisions.of(account.exhibit(), material.contents());
            if (!PictureDecisions.isPicture(account) || !decided.shown()) {
                continue;
            }
            Optional<String> against = PictureDecisions.against(account, material.protection());
            if (against.isPresent()) {
                withheld.add(new Publication.Withheld(account.id(), material.file(account.id()), against.get()));
                continue;
            }
            try {
                RedactedPicture picture = pictures.covered(account, decided);
                if (decided.approved().equals(Optional.of(picture.seen()))) {
                    shown.put(account.id(), picture);
                } else {
                    obstacles.add(obstacle(
                            "Nobody has approved this picture as strangers would see it now",
                            account,
                            material,
                            "Look at it covered, and approve it; or withhold it (afterword picture --help)."));
                }
            } catch (UnshownPicture e) {
                obstacles.add(obstacle(
                        "This picture cannot be covered: " + e.getMessage(),
                        account,
                        material,
                        "Withhold it (afterword picture --help)."));
            }
        }
        return new ShownPictures(shown, List.copyOf(obstacles), List.copyOf(withheld));
    }

    private static Obstacle obstacle(String what, Account account, Material material, String decide) {
        return new Obstacle(what + ".", material.file(account.id()), Optional.of(account.exhibit()), decide);
    }

    /**
     * Reads the finished pictures anew.
     *
     * @param finished by their names
     */
    static List<Obstacle> scan(Map<String, byte[]> finished, Material material, Pictures pictures) throws IOException {
        var obstacles = new ArrayList<Obstacle>();
        if (finished.isEmpty()) {
            return obstacles;
        }
        Quoted quoted = material.quoted();
        for (var file : finished.entrySet()) {
            PictureProtection.Looked looked;
            try {
                looked = pictures.look(file.getKey(), file.getValue());
            } catch (UnshownPicture e) {
                obstacles.add(new Obstacle(
                        "A finished picture cannot be read again: " + e.getMessage() + ".",
                        file.getKey(),
                        Optional.empty(),
                        "Withhold it (afterword picture --help)."));
                continue;
            }
            for (Leak leak : looked.leaks()) {
                obstacles.add(new Obstacle(
                        "A hidden name can be read in a finished picture: “" + name(material, leak.cluster()) + "”.",
                        file.getKey() + ", " + leak.where(),
                        Optional.of(leak.cluster()),
                        "Cover it with a box of your own, or withhold the picture (afterword picture --help)."));
            }
            Set<Id> quoting = quoted.accountsIn(file.getKey(), looked.text().getBytes(StandardCharsets.UTF_8));
            for (Id account : quoting) {
                obstacles.add(new Obstacle(
                        "In a finished picture stand five or more words in a row of a text that may not be quoted: "
                                + file.getKey() + ".",
                        material.file(account),
                        Optional.of(account),
                        "Cover them with a box of your own, or withhold the picture (afterword picture --help)."));
            }
        }
        return List.copyOf(obstacles);
    }

    private static String name(Material material, Id cluster) {
        return material.protection().clusters().stream()
                .filter(one -> one.id().equals(cluster))
                .map(Cluster::name)
                .findFirst()
                .orElse("");
    }
}
