package org.afterword.protection;

import java.util.List;
import org.afterword.model.Id;
import org.afterword.model.Span;

/**
 * Something that a teller says of themselves by which somebody who was there may know them (a quasi-identifier), or
 * which could hurt them.
 *
 * @param account where it is said
 * @param span in the account's text (UTF-16 code units): of the words; of an age the number alone, as only that is covered
 * @param words as written
 * @param key what witnesses are compared by: "office:treasurer", "date:2019-05"; those with one key share the clue
 */
public record Clue(Kind kind, Id account, Span span, String words, String key) {

    /**
     * A kind of clue.
     *
     * @param name "office", "date"
     * @param points whether it narrows down who the teller is; if not, it is here because it could hurt them
     * @param says one sentence
     * @param ways how to say it more widely, each with what is lost
     */
    public record Kind(String name, boolean points, String says, List<Way> ways) {}

    /**
     * @param how what to do
     * @param lost what a reader no longer learns
     */
    public record Way(String how, String lost) {}
}
