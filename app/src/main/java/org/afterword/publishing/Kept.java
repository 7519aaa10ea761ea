package org.afterword.publishing;

import java.lang.ref.SoftReference;
import java.util.Optional;
import org.afterword.model.Sha256;
import org.afterword.protection.Protection;

/**
 * What stays in memory of a publication, so that the next one of the same case makes, looks at and writes only what
 * changed. It holds as long as whom and what to look for stays the same, which is the same {@link Protection}, and the
 * secret and the settings; it goes where memory gets short. Nothing of it is ever written.
 */
public final class Kept {
    private SoftReference<Last> last = new SoftReference<>(null);
    private Optional<Basis> basis = Optional.empty();

    /**
     * @param secret its hash
     */
    private record Basis(Protection protection, Sha256 secret, Settings settings) {}

    /** What the last publication left; until {@link #keep} it is nobody else's, and gone if this one fails. */
    synchronized Last take(Material material, byte[] secret, Settings settings) {
        var now = new Basis(material.protection(), Sha256.of(secret), settings);
        Last known = basis.filter(now::equals).isPresent() ? last.get() : null;
        basis = Optional.of(now);
        last = new SoftReference<>(null);
        return known == null ? new Last(material.quoted()) : known;
    }

    synchronized void keep(Last made, Protection protection) {
        if (basis.filter(one -> one.protection().equals(protection)).isPresent()) {
            last = new SoftReference<>(made);
        }
    }
}
