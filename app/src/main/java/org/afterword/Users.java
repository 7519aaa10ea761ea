package org.afterword;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Cost;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Passphrase;
import org.afterword.casefile.Verifier;

/**
 * Who is let in where a case is served to others. A user's passphrase opens no file: it lets them in where the case is
 * open already.
 */
public final class Users {
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N} .'’_-]{0,39}");

    private final CaseFile file;
    private final Recording log;

    Users(CaseFile file, Recording log) {
        this.file = file;
        this.log = log;
    }

    /** In the order of their names. */
    public SortedSet<String> names() {
        return new TreeSet<>(file.users().keySet());
    }

    /**
     * Lets somebody in from now on, or with another passphrase than before.
     *
     * @throws IllegalArgumentException if that is no name
     */
    public void let(String name, Passphrase passphrase) throws CaseException {
        if (!NAME.matcher(name).matches() || !name.strip().equals(name) || name.startsWith("person ")) {
            throw new IllegalArgumentException("'" + name + "' cannot be a user's name: it begins with a letter and has"
                    + " at most 40 letters, digits, blanks, and . ' _ -");
        }
        log.record(new Entry.UserSet(name, Optional.of(Verifier.of(passphrase, Cost.DEFAULT)), log.actor()));
    }

    /**
     * Lets somebody in no more. What they did stays, under their name.
     *
     * @throws IllegalArgumentException if there is nobody of that name
     */
    public void remove(String name) throws CaseException {
        if (!names().contains(name)) {
            throw new IllegalArgumentException("nobody is let in under the name '" + name + "'");
        }
        log.record(new Entry.UserSet(name, Optional.empty(), log.actor()));
    }
}
