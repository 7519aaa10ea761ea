package org.afterword.publishing;

import java.io.IOException;

/** A bag that can be checked without us ({@code docs/bag.md}): BagIt 1.0 with proofs, and an RO-Crate within. */
public final class BagIt implements ExportFormat {
    @Override
    public String name() {
        return "bagit";
    }

    @Override
    public Outcome write(Chosen chosen, Destination to) throws IOException {
        return chosen.unprotected() ? new ExhibitBag(chosen).write(to) : new ProtectedBag(chosen).write(to);
    }
}
