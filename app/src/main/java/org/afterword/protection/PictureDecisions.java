package org.afterword.protection;

import java.util.List;
import java.util.Optional;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Box;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.model.Verdict;

/**
 * What people decided about a picture.
 *
 * @param shown whether it is to be shown, covered; else it is withheld
 * @param boxes what a person covers besides what the rules cover
 * @param description what it shows, in a person's words
 * @param approved the hash of what was approved
 * @param reason why it is shown or withheld; empty if nobody said
 */
public record PictureDecisions(
        boolean shown, List<Box> boxes, Optional<String> description, Optional<Sha256> approved, String reason) {
    /** The name that its reader gives an account that was read in a picture. */
    private static final String FORMAT = "picture";

    public PictureDecisions {
        boxes = List.copyOf(boxes);
    }

    public static PictureDecisions of(Id exhibit, Contents contents) {
        Optional<Decision> decision = contents.decision(exhibit, new Verdict.Withhold().aspect());
        boolean shown = false;
        List<Box> boxes = List.of();
        if (decision.map(Decision::verdict).orElse(null) instanceof Verdict.Show(var byHand)) {
            shown = true;
            boxes = byHand;
        }
        Optional<String> description = contents.decision(exhibit, new Verdict.Describe("").aspect())
                .flatMap(one -> one.verdict() instanceof Verdict.Describe(String words)
                        ? Optional.of(words)
                        : Optional.empty());
        Optional<Sha256> approved = contents.decision(exhibit, new Verdict.Approve(Optional.empty()).aspect())
                .flatMap(one -> one.verdict() instanceof Verdict.Approve(var hash) ? hash : Optional.empty());
        return new PictureDecisions(
                shown,
                boxes,
                description,
                approved,
                decision.map(Decision::reason).orElse(""));
    }

    /** Whether the account is what can be read in a picture. */
    public static boolean isPicture(Account account) {
        return account.format().equals(FORMAT);
    }

    /**
     * Why the picture may not be shown; empty if it may. A picture has its author's words as they are, so what holds
     * for quoting them holds for it.
     */
    public static Optional<String> against(Account account, Protection protection) {
        return switch (protection.quotability(account)) {
            case Quotability.NotCounted(String reason) -> Optional.of(reason);
            case Quotability.CountsOnly(String reason, boolean rewordings) -> Optional.of(reason);
            case Quotability.Reworded _ ->
                Optional.of("Only other words for it may be shown, and a picture has its author's own.");
            case Quotability.Verbatim _, Quotability.Attributed _ -> Optional.empty();
        };
    }
}
