package org.afterword.casefile;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Balance;
import org.afterword.model.Consent;
import org.afterword.model.Correction;
import org.afterword.model.Decision;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.KeptSearch;
import org.afterword.model.LetterKind;
import org.afterword.model.SamplingPlan;
import org.afterword.model.Sha256;
import org.afterword.model.Warning;

/**
 * What can happen to a case. Fields may be added, never changed; {@code docs/case-format.md} lists them.
 *
 * <p>Bulk results are items; the entry names them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.CaseCreated.class, name = "case-created"),
    @JsonSubTypes.Type(value = Entry.GroupNamed.class, name = "group-named"),
    @JsonSubTypes.Type(value = Entry.ExhibitAdded.class, name = "exhibit-added"),
    @JsonSubTypes.Type(value = Entry.ExhibitSeenAgain.class, name = "exhibit-seen-again"),
    @JsonSubTypes.Type(value = Entry.ExhibitRead.class, name = "exhibit-read"),
    @JsonSubTypes.Type(value = Entry.NamesFound.class, name = "names-found"),
    @JsonSubTypes.Type(value = Entry.Suggested.class, name = "suggested"),
    @JsonSubTypes.Type(value = Entry.Decided.class, name = "decided"),
    @JsonSubTypes.Type(value = Entry.Undone.class, name = "undone"),
    @JsonSubTypes.Type(value = Entry.CodersSet.class, name = "coders-set"),
    @JsonSubTypes.Type(value = Entry.UserSet.class, name = "user-set"),
    @JsonSubTypes.Type(value = Entry.SearchKept.class, name = "search-kept"),
    @JsonSubTypes.Type(value = Entry.SearchForgotten.class, name = "search-forgotten"),
    @JsonSubTypes.Type(value = Entry.Sampled.class, name = "sampled"),
    @JsonSubTypes.Type(value = Entry.Merged.class, name = "merged"),
    @JsonSubTypes.Type(value = Entry.Published.class, name = "published"),
    @JsonSubTypes.Type(value = Entry.Stamped.class, name = "stamped"),
    @JsonSubTypes.Type(value = Entry.Captured.class, name = "captured"),
    @JsonSubTypes.Type(value = Entry.Exported.class, name = "exported"),
    @JsonSubTypes.Type(value = Entry.CodebookAdded.class, name = "codebook-added"),
    @JsonSubTypes.Type(value = Entry.Imported.class, name = "imported"),
    @JsonSubTypes.Type(value = Entry.Embedded.class, name = "embedded"),
    @JsonSubTypes.Type(value = Entry.Corresponded.class, name = "corresponded"),
    @JsonSubTypes.Type(value = Entry.KeysChanged.class, name = "keys-changed"),
    @JsonSubTypes.Type(value = Entry.Erased.class, name = "erased")
})
public sealed interface Entry {

    /**
     * @param program name and version of what created it
     */
    record CaseCreated(String program) implements Entry {}

    record GroupNamed(Group group) implements Entry {}

    /**
     * @param item the bytes
     * @param size in bytes
     * @param modified the file's time of last modification as ISO 8601 instant, where it was known
     * @param within the exhibit of which it is a part: an archive, a mail with attachments
     */
    record ExhibitAdded(
            Id exhibit,
            String name,
            Sha256 sha256,
            long size,
            Id item,
            Optional<Id> group,
            Optional<String> modified,
            Optional<Id> within)
            implements Entry {}

    /**
     * The same bytes came again, from another place.
     *
     * @param within the exhibit of which they are a part there
     */
    record ExhibitSeenAgain(Id exhibit, String name, Optional<Id> within) implements Entry {}

    /**
     * @param reader name and version of the reader that was chosen
     * @param confidence that reader's, 0 to 1
     * @param items the accounts: one zstd frame of JSON each, in order; empty if there is none
     * @param parts how many files in it are exhibits of their own
     * @param balance what the exhibit holds, where the reader could count it
     * @param renewed accounts that are another version than an earlier reading's: what was found and suggested in them
     *     before holds no longer
     */
    record ExhibitRead(
            Id exhibit,
            String reader,
            double confidence,

            @JsonAlias("item") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<Id> items,

            int accounts,
            int parts,
            List<Warning> warnings,
            Optional<Balance> balance,
            List<Id> renewed)
            implements Entry {}

    /**
     * @param item {@link Names} as a zstd frame of JSON
     * @param finder name and version
     * @param model which weights and which model it used, if it learned; their results may differ between processors, so
     *     what was found is kept and not found anew
     */
    record NamesFound(Id item, String finder, int identities, int mentions, Optional<String> model) implements Entry {
        /** Found by rules. */
        public NamesFound(Id item, String finder, int identities, int mentions) {
            this(item, finder, identities, mentions, Optional.empty());
        }
    }

    /**
     * @param item {@link Suggestions} as a zstd frame of JSON
     * @param by what made them: name and version
     */
    record Suggested(Id item, String by, int suggestions) implements Entry {
        /** Who coded a passage by hand; the suggestion says who that was. */
        public static final String PERSON = "person";
    }

    /**
     * @param came if it was made in another copy of the case
     */
    record Decided(Decision decision, Optional<Came> came) implements Entry {
        /** Made here. */
        public Decided(Decision decision) {
            this(decision, Optional.empty());
        }
    }

    /**
     * @param merge with which it came
     * @param seen the decisions that its maker saw it take the place of
     */
    record Came(Id merge, List<Id> seen) {}

    /**
     * @param decision the decision that no longer holds
     */
    record Undone(Id decision, String by) implements Entry {}

    /**
     * How coders work in this case from now on.
     *
     * @param blind whether each sees their own alone until they have read an account
     */
    record CodersSet(boolean blind, String by) implements Entry {}

    /**
     * Who is let in where the open case is served to others.
     *
     * @param lets by what they are known; empty if they are not let in any more
     */
    record UserSet(String name, Optional<Verifier> lets, String by) implements Entry {}

    /** It replaces one with the same id. */
    record SearchKept(KeptSearch search) implements Entry {}

    record SearchForgotten(Id search, String by) implements Entry {}

    /**
     * What people did in another copy of the case came into this one; the entries after it say what.
     *
     * @param merge names it
     * @param theCase the other's id
     * @param checkpoint the other's newest signed note
     * @param decisions how many came; and {@code codings}, and {@code undone}
     */
    record Merged(
            Id merge,

            @JsonProperty("case") Id theCase,

            String checkpoint,
            int decisions,
            int codings,
            int undone,
            String by)
            implements Entry {}

    /** What is to be read was drawn. */
    record Sampled(SamplingPlan plan, String by) implements Entry {}

    /**
     * @param root the root of the publication tree
     * @param files how many files were written
     * @param correction what it says otherwise than one before
     */
    record Published(Sha256 root, int files, String by, Optional<Correction> correction) implements Entry {}

    /**
     * An authority says that a checkpoint existed.
     *
     * @param size how many entries the stamped checkpoint covers
     * @param item the request and the response, whole
     * @param authority the address that was asked
     */
    record Stamped(long size, Id item, String authority) implements Entry {}

    /**
     * A look at a web page.
     *
     * @param url as it was asked for
     * @param exhibits what was kept of it, added before this entry
     * @param item how it was captured: a zstd frame of JSON
     */
    record Captured(String url, List<Id> exhibits, Id item) implements Entry {}

    /**
     * Something left the case that is no publication.
     *
     * @param unprotected whether exhibits went out as they are
     * @param exhibits how many were in it
     * @param recipient the age recipient for whom it was encrypted
     */
    record Exported(String format, boolean unprotected, int exhibits, Optional<String> recipient) implements Entry {}

    /**
     * A version of a codebook.
     *
     * @param codebook its id
     * @param item the codebook as a YAML file ({@code docs/codebooks.md})
     * @param codes how many it has
     */
    record CodebookAdded(String codebook, String version, Id item, int codes) implements Entry {}

    /**
     * What another program had made of sources that came with it.
     *
     * @param exhibit the file it came in
     * @param format "refi-qda"
     * @param item {@link Import} as a zstd frame of JSON
     * @param codings how many were taken
     */
    record Imported(Id exhibit, String format, Id item, int codings) implements Entry {}

    /**
     * What sentences mean was computed. It can be computed again, so an erasure takes it away whole.
     *
     * @param item vectors of the sentences of some accounts
     * @param model the hash of the sentence model
     */
    record Embedded(Id item, Sha256 model, int accounts, int sentences) implements Entry {}

    /**
     * A letter from somebody who wrote to the inbox, or to them.
     *
     * @param mailbox under which the inbox keeps whom it is from or to
     * @param number the how-manieth of its mailbox it is, if it came from there; else 0
     * @param recipient the age recipient to whom answers are sealed
     * @param of the letter or the account that it is about
     * @param seen the hash of the protected text that was shown
     * @param consent what the source allows of their own words
     * @param review whether they want to see them first as strangers would
     * @param exhibits what it brought that the case did not have, added before this entry
     * @param words what was written to them
     */
    record Corresponded(
            Id mailbox,
            Id letter,
            LetterKind what,
            long number,
            Optional<String> recipient,
            Optional<Id> of,
            Optional<Sha256> seen,
            Optional<Consent> consent,
            boolean review,
            List<Id> exhibits,
            Optional<String> words)
            implements Entry {}

    /**
     * The ways into the case are others now.
     *
     * @param epoch of the key from now on
     * @param added and {@code removed}: ids of ways in
     */
    record KeysChanged(long epoch, List<Id> added, List<Id> removed) implements Entry {}

    /**
     * Keys were destroyed, on purpose.
     *
     * @param entries numbers of those that nobody can read any more; their leaves stay
     * @param items those whose bytes are gone
     * @param what "exhibit", "account", "person" or "material"
     * @param instead what is read in the place of some of the entries
     */
    record Erased(List<Long> entries, List<Id> items, String what, String reason, List<StandIn> instead)
            implements Entry {}

    /**
     * What an erased entry said of others than those for whose sake it was erased.
     *
     * @param entry the erased one, at whose place this is read
     * @param by the entry that says it
     * @param at when the erased one was written
     */
    record StandIn(long entry, long by, Instant at) {}
}
