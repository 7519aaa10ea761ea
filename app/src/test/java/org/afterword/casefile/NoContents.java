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

/** A case with nothing in it, for tests of rooms to put their values into. */
public interface NoContents extends Contents {
    @Override
    default List<Group> groups() {
        return List.of();
    }

    @Override
    default List<Exhibit> exhibits() {
        return List.of();
    }

    @Override
    default List<String> places(Id exhibit) {
        return List.of();
    }

    @Override
    default Optional<Id> exhibitWith(Sha256 hash) {
        return Optional.empty();
    }

    @Override
    default Optional<Id> exhibitItem(Id exhibit) {
        return Optional.empty();
    }

    @Override
    default List<Reading> readings() {
        return List.of();
    }

    @Override
    default Stream<Account> accounts() {
        return Stream.empty();
    }

    @Override
    default Optional<Account> account(Id id) {
        return Optional.empty();
    }

    @Override
    default List<Identity> identities() {
        return List.of();
    }

    @Override
    default List<Mention> mentions() {
        return List.of();
    }

    @Override
    default List<Mention> mentions(Id account) {
        return mentions().stream()
                .filter(mention -> mention.account().equals(account))
                .toList();
    }

    @Override
    default List<Suggestion> suggestions() {
        return List.of();
    }

    @Override
    default List<Suggestion> suggestions(Id target) {
        return suggestions().stream()
                .filter(suggestion -> suggestion.target().equals(target))
                .toList();
    }

    @Override
    default boolean lookedThrough(Id account, String by) {
        return false;
    }

    @Override
    default List<Decision> decisions() {
        return List.of();
    }

    @Override
    default Optional<Decision> decision(Id target, String aspect) {
        return decisions().stream()
                .filter(decision -> decision.target().equals(target)
                        && decision.verdict().aspect().equals(aspect))
                .findFirst();
    }

    @Override
    default Optional<Decision> newestDecision() {
        return decisions().stream().reduce((before, after) -> after);
    }
}
