package org.afterword.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.afterword.model.Consent;
import org.afterword.model.Id;
import org.afterword.model.LetterKind;
import org.afterword.model.Sha256;

/**
 * What a letter says of itself, sealed with the rest of it.
 *
 * @param mailbox of the source
 * @param number the how-manieth letter of its mailbox, from 1: letters of one day lie in no order
 * @param recipient to whom answers are sealed
 * @param of the letter or the account that it is about
 * @param seen the hash of the protected text that it is about
 * @param consent what the source allows of their own words
 * @param review whether they want to see them first as strangers would
 */
public record About(
        @JsonProperty("mailbox") Id mailbox,
        @JsonProperty("number") long number,
        @JsonProperty("kind") LetterKind kind,
        @JsonProperty("recipient") Optional<String> recipient,
        @JsonProperty("of") Optional<Id> of,
        @JsonProperty("seen") Optional<Sha256> seen,
        @JsonProperty("consent") Optional<Consent> consent,
        @JsonProperty("review") boolean review) {
    /** A letter with nothing but words and files. */
    public static About plain(Id mailbox, LetterKind kind) {
        return new About(
                mailbox, 0, kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }
}
