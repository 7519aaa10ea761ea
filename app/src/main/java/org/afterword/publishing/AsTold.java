package org.afterword.publishing;

import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.CodePoints;
import org.afterword.model.Passage;
import org.afterword.protection.Protection;

/** Words of a case for a dossier: as a stranger may see them, or as they are, where a person asked for that. */
record AsTold(Protection protection, boolean unprotected) {
    String passage(Account account, Passage passage) {
        return unprotected
                ? passage.quote()
                : protection.passage(account, passage.span()).text();
    }

    /** Empty if it has none. */
    Optional<String> title(Account account) {
        return Optional.of(
                        unprotected
                                ? account.title()
                                : protection.title(account).text())
                .filter(title -> !title.isBlank());
    }

    String line(String text) {
        return unprotected ? text : protection.line(text).text();
    }

    /** Where it stands in the account's text: code points, the end exclusive; empty if that is nobody's to know. */
    Optional<String> at(Account account, Passage passage) {
        var points = new CodePoints(account.text());
        return unprotected
                ? Optional.of(points.of(passage.span().start()) + "–"
                        + points.of(passage.span().end()))
                : Optional.empty();
    }
}
