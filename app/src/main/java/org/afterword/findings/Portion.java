package org.afterword.findings;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Group;
import org.afterword.model.Vantage;
import org.afterword.witnesses.Range;

/**
 * What those witnesses of one group who speak from one vantage say of one practice; only reviewed codings of accounts
 * that a person has read.
 *
 * @param from empty for those of whom nobody decided it
 * @param all those whose accounts were read
 * @param speak of those, who say first-hand that it happened or that it did not, or both
 * @param say of those, who say that it happened, and do not say otherwise
 * @param deny who say that it did not happen, and do not say otherwise
 * @param both who say both
 */
public record Portion(
        Group group, String code, Optional<Vantage> from, Range all, Range speak, Range say, Range deny, Range both) {
    private static final List<Vantage> FIRST =
            List.of(Vantage.LEAVER, Vantage.STAYER, Vantage.OFFICER, Vantage.MEMBER, Vantage.CONTACT, Vantage.OUTSIDER);

    /** The one vantage for which a witness is counted who spoke from several: who wrote inside and later left, left. */
    static Optional<Vantage> from(Collection<Vantage> vantages) {
        return FIRST.stream().filter(vantages::contains).findFirst();
    }
}
