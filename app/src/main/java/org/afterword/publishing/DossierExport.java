package org.afterword.publishing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.afterword.casefile.Contents;
import org.afterword.coding.Code;
import org.afterword.coding.Codebook;
import org.afterword.coding.Codebooks;
import org.afterword.model.Id;
import org.afterword.page.Pdf;
import org.afterword.page.Strings;
import org.afterword.protection.Protection;
import org.afterword.witnesses.Witnesses;

/**
 * One teller's dossier as a PDF. Protected, it passes the same gate, under the same conditions, as all that strangers see: for
 * the accounts of that teller alone, and the finished bytes are scanned. Unprotected, it is as the case is.
 */
public final class DossierExport {
    private DossierExport() {}

    /** How it went. */
    public sealed interface Outcome {}

    /** Ready to be put at its place, where nothing is yet. */
    public static final class Ready implements Outcome {
        private final Dossier dossier;
        private final PdfFile place;
        private final byte[] pdf;

        private Ready(Dossier dossier, PdfFile place, byte[] pdf) {
            this.dossier = dossier;
            this.place = place;
            this.pdf = pdf;
        }

        public Dossier dossier() {
            return dossier;
        }

        /** Puts it there in one step. */
        public void place() throws IOException {
            place.replace(pdf);
        }
    }

    /** What a person has to decide first. */
    public record Refused(List<Obstacle> obstacles) implements Outcome {}

    /**
     * @param teller a witness's representative ({@link Witnesses#witness})
     * @param unprotected whether it shows everything as it is
     * @param file where it is to lie: nothing, or a PDF
     * @throws IOException if it cannot be set
     */
    public static Outcome of(
            Contents contents, Protection protection, Witnesses witnesses, Id teller, boolean unprotected, Path file)
            throws IOException {
        var place = new PdfFile(file);
        var obstacles = new ArrayList<Obstacle>();
        place.obstacle().ifPresent(obstacles::add);
        Strings strings = Strings.of(Locale.ENGLISH);
        Material material = Material.of(contents, protection);
        var one = new OneTeller(material, witnesses, teller, unprotected, strings);
        if (!unprotected) {
            obstacles.addAll(Gate.check(material, witnesses, one.accounts()));
            if (one.accounts().isEmpty()) {
                one.withheld().forEach(account -> obstacles.add(nothing(account)));
            }
        }
        if (!obstacles.isEmpty()) {
            return new Refused(List.copyOf(obstacles));
        }
        Dossier dossier = one.dossier();
        String page = dossier.html(strings);
        byte[] pdf = Pdf.of(page, Map.of());
        if (!unprotected) {
            List<Obstacle> found =
                    Gate.scan(material, PdfFile.scanned(place.name(), page, pdf), ours(contents, strings));
            if (!found.isEmpty()) {
                return new Refused(found);
            }
        }
        return new Ready(dossier, place, pdf);
    }

    private static Obstacle nothing(Publication.Withheld account) {
        return new Obstacle(
                "Nothing of this account may be shown: " + account.why(),
                account.file(),
                Optional.of(account.account()),
                "Record what its author allows (consent=verbatim), or ask for it unprotected.");
    }

    private static List<String> ours(Contents contents, Strings strings) {
        var ours = new ArrayList<String>();
        strings.keys().forEach(key -> ours.add(strings.pattern(key)));
        for (Codebook book : Codebooks.of(contents).newest()) {
            for (Code code : book.codes()) {
                ours.add(code.name());
                ours.add(code.definition());
            }
        }
        return ours;
    }
}
