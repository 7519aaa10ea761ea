package org.afterword.publishing;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Decision;
import org.afterword.model.Sha256;
import org.afterword.model.Verdict;
import org.afterword.protection.Protection;

/**
 * What stays in memory of a publication, so that the next one of the same case makes, looks at and writes only what
 * changed. It holds as long as nothing else is decided than of codings, and whom and what to look for stays the same, which is the
 * same {@link Protection}, and the secret and the settings; it goes where memory gets short. Nothing of it is ever written.
 */
public final class Kept {
    private SoftReference<Last> last = new SoftReference<>(null);
    private Optional<Basis> basis = Optional.empty();

    /**
     * @param decisions all but what coders judge of codings, and that accounts were read
     * @param secret its hash
     */
    private record Basis(Protection protection, List<Decision> decisions, Sha256 secret, Settings settings) {
        static Basis of(Material material, byte[] secret, Settings settings) {
            List<Decision> others = material.contents().decisions().stream()
                    .filter(decision -> switch (decision.verdict()) {
                        case Verdict.Accept _, Verdict.Reject _, Verdict.Change _, Verdict.Read _ -> false;
                        default -> true;
                    })
                    .toList();
            return new Basis(material.protection(), others, Sha256.of(secret), settings);
        }
    }

    /** What the last publication left; until {@link #keep} it is nobody else's, and gone if this one fails. */
    synchronized Last take(Material material, byte[] secret, Settings settings) {
        Basis now = Basis.of(material, secret, settings);
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
