package org.afterword.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Whether a PDF is what the standards ask, as veraPDF sees it: the open checker of the PDF Association. */
public final class Conformance {
    private static final int EVERY_FAILURE = -1;

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Conformance() {}

    /** The rules of PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) that a PDF breaks: each once, with a place. */
    public static List<String> broken(byte[] pdf) {
        return Stream.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)
                .flatMap(standard -> broken(pdf, standard).stream())
                .toList();
    }

    private static Collection<String> broken(byte[] pdf, PDFAFlavour standard) {
        var broken = new TreeSet<String>();
        var rules = new TreeSet<String>();
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), standard);
                var validator =
                        Foundries.defaultInstance().createValidator(standard, EVERY_FAILURE, false, false, false)) {
            for (TestAssertion failure : validator.validate(parser).getTestAssertions()) {
                String rule = standard.getId() + " " + failure.getRuleId().getClause() + "-"
                        + failure.getRuleId().getTestNumber();
                if (rules.add(rule)) {
                    broken.add(rule + " " + failure.getMessage() + " at "
                            + failure.getLocation().getContext());
                }
            }
        } catch (VeraPDFException | IOException e) {
            throw new AssertionError(e);
        }
        return broken;
    }
}
