package org.afterword.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;

/**
 * Who or what is named, as a person sees it: an identity with all that decisions have joined to it.
 *
 * @param id the first of the members
 * @param members the identities, {@code id} among them
 * @param name the fullest form
 * @param forms every distinct way of writing it in the case
 * @param mentions how many
 * @param accounts how many different ones
 * @param decision what a person settled about its name (aspect {@code name}): the latest on any member
 * @param facts who people say it is
 */
public record Cluster(
        Id id,
        Set<Id> members,
        IdentityKind kind,
        String name,
        List<String> forms,
        int mentions,
        int accounts,
        Optional<Decision> decision,
        Facts facts) {

    /** With other facts: as it will be once something that was asked for is recorded. */
    public Cluster with(Facts other) {
        return new Cluster(id, members, kind, name, forms, mentions, accounts, decision, other);
    }

    /**
     * With what was decided, and nothing else that was.
     *
     * @param decisions that hold about any of the members, of any aspect, in the order in which they were made
     */
    Cluster settled(List<Decision> decisions) {
        Optional<Decision> newest = decisions.stream()
                .filter(one -> one.aspect().equals("name"))
                .reduce((one, later) -> later.at().isBefore(one.at()) ? one : later);
        return new Cluster(id, members, kind, name, forms, mentions, accounts, newest, Facts.of(decisions));
    }

    /** Whether it is a person, or may be one: then its name is kept by the rule for persons. */
    public boolean mayBePerson() {
        boolean byKind = kind == IdentityKind.PERSON || kind == IdentityKind.HANDLE || kind == IdentityKind.UNKNOWN;
        return facts.person() || (byKind && !facts.noPerson());
    }
}
