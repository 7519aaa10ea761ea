package org.afterword.publishing;

import java.util.ArrayList;
import java.util.List;
import org.afterword.verifier.Bag;

/** How to check a bag with what everybody has, a line each. */
final class VerifyText {
    private static final String SUMS = "1. Every byte is as listed: `sha256sum --check --strict --quiet " + Bag.MANIFEST
            + " " + Bag.TAG_MANIFEST + "`\n";
    private static final String BAGIT = "2. It is a bag of BagIt 1.0 (RFC 8493): `bagit.py --validate .`\n";

    private VerifyText() {}

    /**
     * @param roots for each stamp, whether the roots of its authority are in the bag
     */
    static String ofExhibits(List<Boolean> roots) {
        var commands = new ArrayList<String>();
        for (int number = 1; number <= roots.size(); number++) {
            commands.add("openssl ts -verify -data " + Bag.stamp(number, "checkpoint.txt") + " -in "
                    + Bag.stampResponse(number) + " -CAfile "
                    + (roots.get(number - 1) ? Bag.stamp(number, "roots.pem") : "ROOTS-OF-AUTHORITY-" + number));
        }
        String stamps = commands.isEmpty()
                ? "3. No authority stamped the log of this case, so nothing here shows since when it exists.\n"
                : "3. Authorities stamped the log (are their certificates those that you trust?): `"
                        + String.join(" && ", commands) + "`\n";
        return SUMS
                + BAGIT
                + stamps
                + "4. Exhibits, log entries, proofs, signature and stamps fit together:"
                + " `java -jar afterword-verifier.jar .`\n"
                + "5. Ask who gave you this, on another way than this came, whether its key is the one in "
                + Bag.KEY + ".\n";
    }

    static String ofProtected() {
        return SUMS
                + BAGIT
                + "3. It has no stamps, because the time at which something came in could lead to who wrote it.\n"
                + "4. The payload is what was signed: `java -jar afterword-verifier.jar .`\n"
                + "5. Ask who gave you this, on another way than this came, whether its key is the one in "
                + Bag.KEY + ".\n";
    }
}
