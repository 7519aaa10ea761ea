package org.afterword.custody;

import java.util.Optional;
import org.afterword.casefile.Ledger;
import org.afterword.casefile.Problem;

/**
 * What a checkpoint from outside says of the case.
 *
 * @param unchangedSince for people: since when nothing was changed or dropped, or that it is not so
 * @param problem if it is not so
 */
record Anchor(String unchangedSince, Optional<Problem> problem) {
    private static final String KEEP = "Keep both, the case and the checkpoint; look for the newest copy of the case.";
    private static final String TRY_ANOTHER =
            "Nothing was learnt about the case; give the checkpoint exactly as 'afterword checkpoint' printed it.";

    /**
     * @param note as somebody kept it
     */
    static Anchor of(String note, Ledger ledger) {
        Ledger.Compared compared = ledger.compare(KeptCheckpoint.restore(note));
        String covers = entries(compared.size());
        return switch (compared.since()) {
            case UNCHANGED ->
                new Anchor(
                        "the checkpoint of " + covers
                                + (compared.earlierKey() ? ", signed by an earlier key of this case" : ""),
                        Optional.empty());
            case OLDER ->
                wrong(
                        "the case is older than the checkpoint",
                        "The case is older than the checkpoint: a later state of it existed, with " + covers
                                + "; this one has " + ledger.size()
                                + ". An older copy was put in its place, or work went on in another copy.",
                        KEEP);
            case CHANGED ->
                wrong(
                        "what the checkpoint covers was changed or dropped",
                        "What the checkpoint covers was changed or dropped: this case's key signed " + covers
                                + " that are not the first ones here. The log was rewritten, or two copies of the case"
                                + " went on separately.",
                        KEEP);
            case BROKEN ->
                wrong(
                        "the checkpoint's signature is broken",
                        "The checkpoint names this case, but no key of the case signed it as it stands:"
                                + " it was altered, damaged on its way, or forged.",
                        TRY_ANOTHER);
            case NOT_OURS ->
                wrong(
                        "the checkpoint is of another case",
                        "This is a checkpoint of another case, or was not signed by this one.",
                        TRY_ANOTHER);
            case NO_CHECKPOINT ->
                wrong("what was given is no checkpoint", "What was given is no checkpoint.", TRY_ANOTHER);
        };
    }

    private static String entries(long size) {
        return size == 1 ? "1 log entry" : size + " log entries";
    }

    private static Anchor wrong(String brief, String meaning, String action) {
        return new Anchor(
                "no: " + brief, Optional.of(new Problem(Problem.Severity.DAMAGE, "the checkpoint", meaning, action)));
    }
}
