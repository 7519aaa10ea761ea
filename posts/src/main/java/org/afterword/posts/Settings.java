package org.afterword.posts;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.afterword.posts.alike.NearDuplicates;
import org.afterword.posts.read.BadInput;
import org.afterword.posts.read.Columns;
import org.afterword.posts.read.Role;
import org.afterword.posts.share.Coordination;

/**
 * What is measured, and how.
 *
 * @param columns which column holds what
 * @param kind what is looked at as shared; nothing for what the first file has
 * @param windows in seconds, inclusive
 * @param sharing what makes a pair of accounts stand out
 * @param likeness when texts are nearly the same
 * @param parts what is measured
 * @param asked what is asked beyond
 */
public record Settings(
        Columns columns,
        Optional<Role> kind,
        List<Integer> windows,
        Coordination.Rule sharing,
        NearDuplicates.Rule likeness,
        Parts parts,
        Asked asked) {

    /** What is measured. */
    public enum Parts {
        BOTH,
        SHARING,
        TEXTS
    }

    /**
     * A sample that people coded.
     *
     * @param coded the sheet as it came back from each coder
     * @param key its design
     */
    public record Sheets(List<Path> coded, Path key) {
        public Sheets {
            coded = List.copyOf(coded);
        }
    }

    /**
     * What is asked by name.
     *
     * @param claimed how many members a group is said to have, by the group's name
     * @param target ids and names of the one account or page towards which posts are looked at; none if nobody asks
     * @param sheet a sample that people coded
     */
    public record Asked(Map<String, Long> claimed, List<String> target, Optional<Sheets> sheet) {
        /** Nothing. */
        public static final Asked NOTHING = new Asked(Map.of(), List.of(), Optional.empty());

        public Asked {
            claimed = Collections.unmodifiableMap(new TreeMap<>(claimed));
            target = List.copyOf(target);
            require(claimed.values().stream().allMatch(size -> size > 0), "A claimed size is a whole number above 0.");
            require(
                    target.stream().noneMatch(String::isBlank),
                    "A target is the id or the name of an account or page.");
        }

        /**
         * @param groups the names of those that the data have
         * @throws BadInput if a size is claimed for another
         */
        public void claimsAreOf(List<String> groups) {
            for (String name : claimed.keySet()) {
                require(
                        groups.contains(name),
                        "A size is claimed for '" + name + "', and the data have no such group; "
                                + (groups.isEmpty()
                                        ? "no column says which group an account belongs to (--columns group=NAME)."
                                        : "there are " + String.join(", ", groups) + "."));
            }
        }
    }

    /** One minute, and the usual of everything else. */
    public static final Settings USUAL = new Settings(
            Columns.USUAL,
            Optional.empty(),
            List.of(60),
            Coordination.Rule.USUAL,
            NearDuplicates.Rule.USUAL,
            Parts.BOTH,
            Asked.NOTHING);

    public Settings {
        windows = windows.stream().distinct().sorted().toList();
        require(!windows.isEmpty() && windows.getFirst() >= 0, "A window is a number of seconds, 0 or more.");
        require(sharing.leastObjects() >= 1, "A pair needs at least 1 object to stand out.");
        require(
                sharing.falseDiscovery() > 0 && sharing.falseDiscovery() < 1,
                "The rate of false discoveries lies between 0 and 1.");
        require(
                likeness.similarity() >= 0.5 && likeness.similarity() <= 1,
                "Texts are nearly the same from a similarity between 0.5 and 1.");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new BadInput(otherwise);
        }
    }
}
