package org.afterword.publishing;

import java.util.List;
import java.util.Optional;
import org.afterword.coding.Codebook;
import org.afterword.findings.Finding;
import org.afterword.model.Proposal;
import org.afterword.model.Turn;

/**
 * What an exchange format has to say, whichever it is: texts, what was coded in them, by which codebooks, and what it comes
 * to. Positions count Unicode code points of the text, end exclusive; none stands inside of a surrogate pair.
 *
 * @param unprotected whether it is the case as it is; else all of it is what a stranger may see
 * @param books with the codes that are used in it
 * @param findings with the group's name as it may be shown
 * @param withheld texts that were chosen and are not in it
 */
record Handout(
        boolean unprotected,
        List<Source> sources,
        List<Codebook> books,
        List<Found> findings,
        List<Publication.Withheld> withheld) {

    /**
     * @param guid its name in every program
     * @param date a day or a moment, or the months between which it lies if it is protected; ISO 8601
     */
    record Source(
            String guid,
            String name,
            String text,
            Optional<String> group,
            Optional<String> date,
            Optional<String> language,
            List<Part> turns,
            List<Coding> codings) {}

    /**
     * A turn.
     *
     * @param speaker which of the text's speakers, from 1
     * @param called the speaker's name; empty if it is protected
     */
    record Part(
            int index, int start, int end, int speaker, Optional<String> called, Turn.Voice voice, boolean prompted) {}

    /**
     * @param event the GUID of the first coding of the same words
     * @param status "accepted", and where nothing is protected also "suggested" and "rejected"
     * @param by who coded, or what suggested
     * @param at when, ISO 8601; empty if that is not known, or protected
     * @param memo what the coder noted
     */
    record Coding(
            String guid,
            String event,
            int start,
            int end,
            String quote,
            Proposal.Coding coding,
            String status,
            String by,
            Optional<String> at,
            String memo) {}

    /**
     * @param group its name
     * @param passages the GUIDs of the codings behind it that are in the handout
     */
    record Found(Finding finding, String group, List<String> passages) {}
}
