package org.afterword;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.coding.Codebook;
import org.afterword.coding.Coded;
import org.afterword.coding.Codings;
import org.afterword.comparison.Baseline;
import org.afterword.comparison.Comparison;
import org.afterword.comparison.Discrimination;
import org.afterword.comparison.Side;
import org.afterword.findings.Finding;
import org.afterword.findings.Findings;
import org.afterword.findings.Ground;
import org.afterword.findings.Portion;
import org.afterword.model.Group;
import org.afterword.witnesses.Witnesses;

/** Sets groups beside ordinary ones. */
public final class Comparing {
    private final CaseFile file;
    private final Recording log;
    private final Codebook codebook = Codebook.practices();

    Comparing(CaseFile file, Recording log) {
        this.file = file;
        this.log = log;
    }

    /**
     * @param read how many of the group's accounts a person has read
     */
    public record Coverage(String group, boolean ordinary, int accounts, int read) {}

    /**
     * @param coverage of the groups in it that are in the case
     * @param unmatched those of which some people are not compared, because nobody decided whether they left
     */
    public record Compared(List<Comparison> comparisons, List<Coverage> coverage, List<String> unmatched) {}

    /**
     * @param names of the chosen groups; all that are no ordinary ones if there is none
     * @param baseline a file with more ordinary groups
     * @throws Refused if there is no such group, or nothing to compare with
     */
    public Compared beside(List<String> names, Optional<Path> baseline) throws IOException {
        Set<String> chosen = chosen(names);
        List<Coded> coded = Codings.of(file);
        var ground = ground();
        var sides = new ArrayList<>(sides(Findings.portions(ground, coded, codebook)));
        List<String> unmatched = Comparison.unmatched(sides);
        if (baseline.isPresent()) {
            sides.addAll(read(baseline.get()));
        }
        if (sides.stream().noneMatch(side -> side.ordinary() && !chosen.equals(Set.of(side.group())))) {
            throw new Refused(
                    List.of(
                            "there is nothing to compare with: add accounts of ordinary groups with 'afterword"
                                    + " add CASE PATH --group NAME --baseline' and read them, or give a baseline file with --baseline"));
        }
        var coverage = new LinkedHashMap<String, Coverage>();
        for (Finding finding : Findings.of(ground, coded, codebook)) {
            Group group = finding.group();
            if (group.baseline() || chosen.contains(group.name())) {
                coverage.put(
                        group.name(), new Coverage(group.name(), group.baseline(), finding.accounts(), finding.read()));
            }
        }
        return new Compared(
                Comparison.of(sides, chosen::contains, codebook),
                List.copyOf(coverage.values()),
                unmatched.stream().filter(coverage::containsKey).toList());
    }

    /** For each code, how often it is reported of ordinary groups and of the others. */
    public List<Discrimination> codes() {
        List<Coded> coded = Codings.of(file);
        var ground = ground();
        return Discrimination.of(
                sides(Findings.pooled(ground, coded, codebook)),
                sides(Findings.portions(ground, coded, codebook)),
                codebook);
    }

    /**
     * Writes what ordinary groups of the case come to, for other cases: counts in bands alone. The log says so first.
     *
     * @param place where there is nothing yet
     * @return how many portions it holds: groups, by vantage
     * @throws Refused if there is nothing that may be told
     * @throws FileAlreadyExistsException if there is something
     */
    public int writeBaseline(Path place) throws IOException {
        var baseline = Baseline.of(sides(Findings.portions(ground(), Codings.of(file), codebook)), codebook);
        if (baseline.portions().isEmpty()) {
            throw new Refused(
                    List.of("nothing was written: no ordinary group of this case has five people of one vantage"
                            + " whose accounts were read; 'afterword decide CASE ID vantage=leaver' or 'vantage=stayer' says"
                            + " from where a witness speaks"));
        }
        Path to = place.toAbsolutePath().normalize();
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(place.toString());
        }
        Path next = to.resolveSibling("." + to.getFileName() + ".afterword-next");
        try {
            try (FileChannel out = FileChannel.open(
                    next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(baseline.bytes());
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            log.record(new Entry.Exported("baseline", false, 0, Optional.empty()));
            Files.move(next, to);
        } finally {
            Files.deleteIfExists(next);
        }
        return baseline.portions().size();
    }

    private Ground ground() {
        return Ground.of(file, Witnesses.of(file));
    }

    private List<Side> read(Path baseline) throws IOException {
        try (InputStream in = Files.newInputStream(baseline)) {
            return Baseline.read(in, codebook).sides(String.valueOf(baseline.getFileName()));
        }
    }

    private Set<String> chosen(List<String> names) {
        var chosen = new LinkedHashSet<String>();
        var problems = new ArrayList<String>();
        for (String name : names) {
            Findings.group(file, name)
                    .ifPresentOrElse(
                            group -> chosen.add(group.name()),
                            () -> problems.add("there is no group '" + name
                                    + "' in this case; 'afterword findings CASE' names them"));
        }
        if (!problems.isEmpty()) {
            throw new Refused(problems);
        }
        if (names.isEmpty()) {
            Findings.groups(file).stream()
                    .filter(group -> !group.baseline())
                    .forEach(group -> chosen.add(group.name()));
        }
        return chosen;
    }

    private static List<Side> sides(List<Portion> portions) {
        return portions.stream().map(Side::of).toList();
    }
}
