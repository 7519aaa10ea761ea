package org.afterword.coding;

import java.util.List;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Exhibit;
import org.afterword.model.Group;
import org.afterword.model.Identity;
import org.afterword.model.Mention;
import org.afterword.model.Suggestion;

/** A small case as lists. */
record Kept(List<Account> all, List<Suggestion> suggestions, List<Decision> decisions, boolean blind)
        implements Contents {
    @Override
    public List<Group> groups() {
        return List.of();
    }

    @Override
    public List<Exhibit> exhibits() {
        return List.of();
    }

    @Override
    public Stream<Account> accounts() {
        return all.stream();
    }

    @Override
    public List<Identity> identities() {
        return List.of();
    }

    @Override
    public List<Mention> mentions() {
        return List.of();
    }
}
