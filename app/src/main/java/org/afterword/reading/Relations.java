package org.afterword.reading;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;

/** Which of the files in an Office Open XML document belongs to which, by ids and by kinds. */
final class Relations implements Xml.Handler {
    private record Relation(String kind, String target) {}

    private final String folder;
    private final Map<String, Relation> byId = new HashMap<>();
    private final List<Relation> all = new ArrayList<>();

    private Relations(String folder) {
        this.folder = folder;
    }

    /**
     * @param path whose; empty for the whole document's
     */
    static Relations of(Pack pack, String path) throws IOException {
        int slash = path.lastIndexOf('/') + 1;
        var relations = new Relations(path.substring(0, slash));
        var in = pack.file(path.substring(0, slash) + "_rels/" + path.substring(slash) + ".rels");
        if (in.isPresent()) {
            Xml.read(in.get(), relations);
        }
        return relations;
    }

    @Override
    public void start(String name, XMLStreamReader element) {
        Optional<String> target = Xml.attribute(element, "Target");
        boolean outside =
                Xml.attribute(element, "TargetMode").filter("External"::equals).isPresent();
        if (name.equals("Relationship") && target.isPresent() && !outside) {
            String type = Xml.attribute(element, "Type").orElse("");
            var relation = new Relation(type.substring(type.lastIndexOf('/') + 1), inside(target.get()));
            all.add(relation);
            Xml.attribute(element, "Id").ifPresent(id -> byId.put(id, relation));
        }
    }

    private String inside(String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        try {
            return new URI(null, null, "/" + folder, null)
                    .resolve(new URI(null, null, target, null))
                    .normalize()
                    .getPath()
                    .substring(1);
        } catch (URISyntaxException e) {
            return folder + target;
        }
    }

    @Override
    public void text(String text) {}

    @Override
    public void end(String name) {}

    /** The path of the one with this id. */
    Optional<String> target(String id) {
        return Optional.ofNullable(byId.get(id)).map(Relation::target);
    }

    /** The path of the first of a kind: "officeDocument", "footnotes". */
    Optional<String> kind(String kind) {
        return all.stream()
                .filter(one -> one.kind().equals(kind))
                .map(Relation::target)
                .findFirst();
    }
}
