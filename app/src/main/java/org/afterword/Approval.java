package org.afterword;

import java.util.ArrayList;
import java.util.List;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Sha256;
import org.afterword.model.Verdict;
import org.afterword.protection.Open;
import org.afterword.protection.Protection;

/**
 * Whether a person may approve an account as strangers would see it now, and what has to come first.
 *
 * @param read whether somebody has marked the account itself as read
 * @param open the names in it that are not decided
 * @param seen the hash of everything that a stranger would see of it
 */
public record Approval(Account account, boolean read, List<Open> open, Sha256 seen) {
    public Approval {
        open = List.copyOf(open);
    }

    public static Approval of(Account account, Contents contents, Protection protection) {
        return new Approval(
                account,
                contents.decision(account.id(), new Verdict.Read().aspect()).isPresent(),
                protection.open(account),
                protection.approvalHash(account));
    }

    public boolean possible() {
        return read && open.isEmpty();
    }

    /**
     * The approval to be recorded: of exactly what a stranger would see now.
     *
     * @param asked with the hash of what the person saw, if that is known
     * @throws IllegalArgumentException with a sentence that says what has to come first
     */
    Verdict.Seen verdict(Verdict.Seen asked) {
        var first = new ArrayList<String>();
        if (!read) {
            first.add("nobody has marked it as read (decide \"read\")");
        }
        if (!open.isEmpty()) {
            first.add(open.size() + (open.size() == 1 ? " name in it is" : " names in it are") + " not decided");
        }
        if (asked.protectedText().filter(shown -> !shown.equals(seen)).isPresent()) {
            first.add("what a stranger would see of it has changed since it was shown");
        }
        if (!first.isEmpty()) {
            throw new IllegalArgumentException(
                    "account " + account.id() + " cannot be approved yet: " + String.join(", and ", first));
        }
        return asked.of(seen);
    }
}
