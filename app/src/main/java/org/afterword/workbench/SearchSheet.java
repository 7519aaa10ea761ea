package org.afterword.workbench;

import java.util.List;
import java.util.Optional;
import org.afterword.model.KeptSearch;

/**
 * Search.
 *
 * @param asked what was typed
 * @param choices the filters; each is the field {@code target}
 * @param from and {@code to}: days, ISO 8601, or empty
 * @param like the passage for which others' were sought; empty if words were
 * @param kept those that people kept
 * @param present this one, to be kept; empty if nothing was asked
 * @param more how many to ask for next; 0 if there are no more, or too many
 * @param forgotten one that was kept until now, and may be kept again
 * @param wordsAlone whether what sentences mean is to be computed first, for some of the accounts at least
 * @param summary what came of it, a sentence; empty if nothing was asked
 */
public record SearchSheet(
        Sheets.Frame frame,
        String asked,
        List<Sheets.Choice> choices,
        String from,
        String to,
        String like,
        List<String> summary,
        boolean wordsAlone,
        List<Hit> hits,
        List<KeptSearch> kept,
        Optional<KeptSearch> present,
        int more,
        Optional<KeptSearch> forgotten) {
    /**
     * A passage that was found.
     *
     * @param about group, date, file
     * @param codes what it is coded with
     */
    public record Hit(String href, String title, String about, List<Sheets.Snippet> pieces, List<Sheets.Way> codes) {}
}
