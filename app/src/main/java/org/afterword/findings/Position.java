package org.afterword.findings;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.afterword.coding.Code;
import org.afterword.coding.Step;
import org.afterword.model.Vantage;

/** Who was in a position to know of a practice: the table of {@code docs/method.md}. */
enum Position {
    /** Could not know; what is said of it first-hand counts nothing. */
    NO,
    /** May have lived through it, but need not: what is said counts, silence says nothing. */
    PERHAPS,
    /** Would have known. */
    YES;

    private static final Map<String, Position> CONTACT = Map.ofEntries(
            Map.entry("practice/recruitment-step", YES),
            Map.entry("practice/money-demand", YES),
            Map.entry("practice/love-bombing", YES),
            Map.entry("practice/positive-experience", YES),
            Map.entry("practice/limits-on-outside-information", PERHAPS),
            Map.entry("practice/exhaustion", PERHAPS),
            Map.entry("practice/open-criticism", PERHAPS),
            Map.entry("practice/limits-on-internal-criticism", PERHAPS),
            Map.entry("practice/public-conformity", PERHAPS),
            Map.entry("practice/surveillance", NO),
            Map.entry("practice/use-of-personal-information", PERHAPS),
            Map.entry("practice/shunning-or-retaliation", PERHAPS),
            Map.entry("practice/sunk-cost", NO));

    private static final Map<String, Position> OUTSIDER = Map.of("practice/recruitment-step", PERHAPS);

    /**
     * @param vantages those that a person decided on; who spoke from several has the best of them, and who has none is
     *     taken for one who would have known
     */
    static Position of(Code code, Collection<Vantage> vantages) {
        return vantages.stream()
                .map(vantage -> of(code, vantage))
                .max(Enum::compareTo)
                .orElse(YES);
    }

    static Position of(Code code, Vantage vantage) {
        return switch (vantage) {
            case MEMBER, LEAVER, STAYER, OFFICER -> YES;
            case CONTACT -> CONTACT.getOrDefault(code.id(), contactAt(code.step()));
            case OUTSIDER -> OUTSIDER.getOrDefault(code.id(), NO);
        };
    }

    /** For codes that the table does not name. */
    private static Position contactAt(Optional<Step> step) {
        return step.map(s -> switch (s) {
                    case CONTACT, FIRST_MEETINGS, ASKS -> YES;
                    case COMMITMENT, DISAGREEMENT, LEAVING, AFTERMATH -> NO;
                })
                .orElse(PERHAPS);
    }
}
