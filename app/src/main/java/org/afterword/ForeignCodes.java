package org.afterword;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.casefile.CaseFile;
import org.afterword.coding.Codebook;
import org.afterword.coding.CodebookException;
import org.afterword.coding.Codebooks;
import org.afterword.coding.RefiCodes;
import org.afterword.reading.RefiProject;

/**
 * The codes of another program's project in this case: by codebooks that are there, or by new ones and new versions.
 *
 * @param fresh what has to be added
 * @param byGuid what each code is here
 */
record ForeignCodes(List<Codebook> fresh, List<Codebook> all, Map<String, Known> byGuid) {
    /**
     * @param id the code's
     * @param version of its codebook
     */
    record Known(String id, String version) {}

    /**
     * @param called the id of the codebook for codes that say of none that they are its
     * @throws CodebookException if they are no codes
     */
    static ForeignCodes of(RefiProject project, String called, CaseFile file) throws CodebookException {
        Codebooks here = Codebooks.of(file);
        RefiCodes.Taken taken =
                RefiCodes.read(project, Codebooking.isBundled(called) ? called + "-imported" : called, project.name());
        var fresh = new ArrayList<Codebook>();
        var all = new ArrayList<Codebook>();
        var versions = new HashMap<String, Codebook>();
        for (Codebook book : taken.books()) {
            Codebook used = known(book, here).orElseGet(() -> free(book, here));
            if (here.book(used.id(), used.version()).isEmpty()) {
                fresh.add(used);
            }
            all.add(used);
            versions.put(used.id(), used);
        }
        var byGuid = new HashMap<String, Known>();
        taken.codes().forEach((guid, code) -> {
            Codebook book = versions.get(code.substring(0, code.indexOf('/')));
            if (book != null && book.code(code).isPresent()) {
                byGuid.put(guid, new Known(code, book.version()));
            }
        });
        return new ForeignCodes(List.copyOf(fresh), List.copyOf(all), Map.copyOf(byGuid));
    }

    /** The version that says the same, cues apart, since those do not travel; one of the program's in any case. */
    private static Optional<Codebook> known(Codebook book, Codebooks here) {
        if (Codebooking.isBundled(book.id())) {
            return here.book(book.id(), book.version()).or(() -> here.book(book.id()));
        }
        return here.all().stream()
                .map(Codebooks.Held::book)
                .filter(one -> one.id().equals(book.id()))
                .filter(one -> RefiCodes.qdc(one.versioned(book.version()), "").equals(RefiCodes.qdc(book, "")))
                .reduce((_, last) -> last);
    }

    private static Codebook free(Codebook book, Codebooks here) {
        Codebook free = book;
        for (int i = 2; here.book(free.id(), free.version()).isPresent(); i++) {
            free = book.versioned(Integer.toString(i));
        }
        return free;
    }
}
