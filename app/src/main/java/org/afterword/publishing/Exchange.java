package org.afterword.publishing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.afterword.coding.Code;
import org.afterword.coding.Codebook;

/**
 * A format that other programs read. Protected unless it is said otherwise: then nothing goes out before every name is
 * decided, and what is finished is looked at byte for byte, as what is published is.
 */
abstract sealed class Exchange implements ExportFormat permits RefiQda, WebAnnotation, UimaCas, Tabular {
    /**
     * What is written, before it is packed.
     *
     * @return by name, with {@code /} between folders
     */
    abstract SortedMap<String, byte[]> files(Handout handout, String program);

    /**
     * The same as a stranger reads it, for what is packed in its form.
     *
     * @throws IOException if it cannot be read back; then nothing goes out
     */
    SortedMap<String, byte[]> readBack(SortedMap<String, byte[]> files) throws IOException {
        return files;
    }

    /**
     * @return how many files there are now
     */
    int write(Handout handout, SortedMap<String, byte[]> files, Destination to) throws IOException {
        for (var file : files.entrySet()) {
            try (OutputStream out = to.open(file.getKey())) {
                out.write(file.getValue());
            }
        }
        return files.size();
    }

    @Override
    public final Outcome write(Chosen chosen, Destination to) throws IOException {
        Material material = Material.of(chosen.file(), chosen.protection());
        if (!chosen.unprotected()) {
            List<Obstacle> undecided = Gate.check(material);
            if (!undecided.isEmpty()) {
                return new Refused(undecided);
            }
        }
        Handout handout = new Handing(chosen, material).handout();
        SortedMap<String, byte[]> files = files(handout, chosen.program());
        if (!chosen.unprotected()) {
            List<Obstacle> found = Gate.scan(material, readBack(files), ours(handout));
            if (!found.isEmpty()) {
                return new Refused(found);
            }
        }
        return new Written(handout.sources().size(), write(handout, files, to), handout.withheld());
    }

    /** What people wrote in codebooks is no quotation of an account. */
    private static List<String> ours(Handout handout) {
        var ours = new ArrayList<String>();
        for (Codebook book : handout.books()) {
            ours.add(book.description());
            for (Code code : book.codes()) {
                ours.add(code.name());
                ours.add(code.definition());
                ours.addAll(code.counts());
                ours.addAll(code.doesNotCount());
                ours.addAll(code.nearMisses());
                code.question().ifPresent(ours::add);
                code.statement().ifPresent(said -> ours.addAll(List.of(said.reports(), said.denies())));
            }
        }
        handout.findings().forEach(found -> ours.add(found.finding().statement()));
        return ours;
    }
}
