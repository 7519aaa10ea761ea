package org.afterword.casefile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Exhibit;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.Mention;
import org.afterword.model.Sha256;
import org.afterword.model.Suggestion;

/**
 * What the log says, folded: the one read path of every room. Lists are in the order in which things came into the
 * case, and are snapshots. Streams must be closed.
 */
public interface Contents {
    List<Group> groups();

    List<Exhibit> exhibits();

    /** Every name under which the exhibit came in. */
    List<String> places(Id exhibit);

    Optional<Id> exhibitWith(Sha256 hash);

    /** The item that holds the exhibit's bytes. */
    Optional<Id> exhibitItem(Id exhibit);

    /** How each exhibit was read, the newest reading of each. */
    List<Reading> readings();

    /** Every account with its text; texts are decrypted as the stream goes on. */
    Stream<Account> accounts();

    Optional<Account> account(Id id);

    List<Identity> identities();

    List<Mention> mentions();

    /** Those in one account, in the order of its text. */
    List<Mention> mentions(Id account);

    List<Suggestion> suggestions();

    /** Those about one account, identity or speaker. */
    List<Suggestion> suggestions(Id target);

    /**
     * Whether an account has been looked through already.
     *
     * @param by the finder's or suggester's name and version, as the log has it
     */
    default boolean lookedThrough(Id account, String by) {
        return false;
    }

    /** Those that hold: neither undone nor superseded by a later one on the same target and aspect. */
    List<Decision> decisions();

    /** The decision on the target that holds for the aspect ({@link org.afterword.model.Verdict#aspect()}). */
    Optional<Decision> decision(Id target, String aspect);

    /** The last decision that was not undone. */
    default Optional<Decision> newestDecision() {
        List<Decision> all = decisions();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
}
