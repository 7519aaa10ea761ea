package org.afterword.protection;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.CopyKind;
import org.afterword.model.Id;
import org.afterword.model.Publicness;
import org.afterword.witnesses.Copy;

/** Private texts that are in public after all, because another account of the case that is has them too. */
final class TurnedUp {
    /** The share of the shorter text from which on the two are one text, though nobody has decided it yet. */
    private static final double SAME = .8;

    private final Map<Id, Publicness> publicness;
    private final Contents contents;

    /**
     * @param publicness what was recorded
     */
    TurnedUp(Map<Id, Publicness> publicness, Contents contents) {
        this.publicness = publicness;
        this.contents = contents;
    }

    /** The accounts that were recorded as not public, of which all or a part is, because of that copy. */
    Set<Id> by(Copy copy) {
        var found = new HashSet<Id>();
        if (copy.holds() && (copy.status() == Copy.Status.ACCEPTED || copy.overlap() >= SAME)) {
            if (isPrivate(copy.a()) && isPublic(copy.b())) {
                found.add(copy.a());
            }
            if (isPrivate(copy.b()) && isPublic(copy.a()) && whole(copy)) {
                found.add(copy.b());
            }
        }
        return found;
    }

    private boolean isPrivate(Id account) {
        return publicness.get(account) == Publicness.NO;
    }

    /** As recorded; in doubt if it has an address. What was deleted was public. */
    private boolean isPublic(Id account) {
        return switch (publicness.getOrDefault(account, Publicness.UNKNOWN)) {
            case YES, DELETED -> true;
            case NO -> false;
            case UNKNOWN ->
                contents.account(account).flatMap(AccountRules::link).isPresent();
        };
    }

    /** Whether the copy is the other text, or stands whole in it, and does not just quote it. */
    private boolean whole(Copy copy) {
        return copy.kind() != CopyKind.QUOTATION || (copy.overlap() >= SAME && length(copy.b()) <= length(copy.a()));
    }

    private int length(Id account) {
        Optional<Account> found = contents.account(account);
        return found.map(one -> one.text().length()).orElse(0);
    }
}
