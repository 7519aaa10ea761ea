package org.afterword.casefile;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.AccountHead;
import org.afterword.model.Beginning;
import org.afterword.model.Decision;
import org.afterword.model.Exhibit;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.IdTable;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Mention;
import org.afterword.model.Proposal;
import org.afterword.model.SamplingPlan;
import org.afterword.model.Sha256;
import org.afterword.model.Speaker;
import org.afterword.model.Suggestion;

/**
 * What the log says, folded: the one read path of every room. Lists are in the order in which things came into the
 * case, and are snapshots. Streams must be closed.
 *
 * <p>What the defaults give follows from the plain lists, so that a small case can be lists and no more.
 */
public interface Contents extends Settings, Decided {
    List<Group> groups();

    List<Exhibit> exhibits();

    /** Every name under which the exhibit came in. */
    default List<String> places(Id exhibit) {
        return exhibits().stream()
                .filter(one -> one.id().equals(exhibit))
                .map(Exhibit::name)
                .toList();
    }

    default Optional<Id> exhibitWith(Sha256 hash) {
        return exhibits().stream()
                .filter(one -> one.sha256().equals(hash))
                .map(Exhibit::id)
                .findFirst();
    }

    default Optional<Exhibit> exhibit(Id id) {
        return exhibits().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /**
     * Accounts that begin so: the same message, or an earlier or later export of the same conversation.
     *
     * @param beginning as {@link Beginning} gives it
     */
    default List<Account> begunLike(String beginning) {
        try (Stream<Account> all = accounts()) {
            return all.filter(other -> Beginning.of(other).equals(Optional.of(beginning)))
                    .toList();
        }
    }

    /** What came in under this name; of several, the newest. */
    default Optional<Id> exhibitAt(String place) {
        return exhibits().reversed().stream()
                .filter(one -> places(one.id()).contains(place))
                .map(Exhibit::id)
                .findFirst();
    }

    /** The item that holds the exhibit's bytes. */
    default Optional<Id> exhibitItem(Id exhibit) {
        return Optional.empty();
    }

    /** The number of the log entry that says that the exhibit's bytes were erased. */
    default Optional<Long> bytesErased(Id exhibit) {
        return Optional.empty();
    }

    /** How each exhibit was read, the newest reading of each. */
    default List<Reading> readings() {
        return List.of();
    }

    /** Every look at a web page, in their order. */
    default List<CapturedPage> captures() {
        return List.of();
    }

    /** Every account with its text; texts are decrypted as the stream goes on. */
    Stream<Account> accounts();

    /** Of every account, in the order of {@link #accounts()}. */
    default List<AccountHead> heads() {
        try (Stream<Account> all = accounts()) {
            return all.map(AccountHead::of).toList();
        }
    }

    /** Of every account, in the order of {@link #accounts()}; no text is read for it. */
    default List<Id> accountIds() {
        try (Stream<Account> all = accounts()) {
            return all.map(Account::id).toList();
        }
    }

    /** Of the accounts that were read from it, in their order. */
    default List<Id> accountIds(Id exhibit) {
        try (Stream<Account> all = accounts()) {
            return all.filter(account -> account.exhibit().equals(exhibit))
                    .map(Account::id)
                    .toList();
        }
    }

    /** How many accounts there are. */
    default long accountCount() {
        return accountIds().size();
    }

    /** Of everybody who speaks in an account; no text is read for it. */
    default List<Id> speakerIds() {
        try (Stream<Account> all = accounts()) {
            return all.flatMap(account -> account.speakers().stream())
                    .map(Speaker::id)
                    .toList();
        }
    }

    /** What somebody who speaks in an account is called there; perhaps nothing. */
    default Optional<String> speaker(Id id) {
        try (Stream<Account> all = accounts()) {
            return all.flatMap(account -> account.speakers().stream())
                    .filter(one -> one.id().equals(id))
                    .map(Speaker::name)
                    .findFirst();
        }
    }

    default Optional<Account> account(Id id) {
        try (Stream<Account> all = accounts()) {
            return all.filter(account -> account.id().equals(id)).findFirst();
        }
    }

    List<Identity> identities();

    /** The same one by one: a case may have millions. Nothing may be asked of the case meanwhile. */
    default void forEachIdentity(Consumer<Identity> take) {
        identities().forEach(take);
    }

    List<Mention> mentions();

    /** The same one by one: a case may have millions. Nothing may be asked of the case meanwhile. */
    default void forEachMention(Consumer<Mention> take) {
        mentions().forEach(take);
    }

    /** The same of identities of some kinds: most others are addresses, one for every message. */
    default void forEachMention(Set<IdentityKind> kinds, Consumer<Mention> take) {
        var some = new IdTable();
        forEachIdentity(identity -> {
            if (kinds.contains(identity.kind())) {
                some.add(identity.id());
            }
        });
        forEachMention(mention -> {
            if (some.contains(mention.identity())) {
                take.accept(mention);
            }
        });
    }

    /** Those in one account, in the order of its text. */
    default List<Mention> mentions(Id account) {
        return mentions().stream()
                .filter(mention -> mention.account().equals(account))
                .sorted(Comparator.comparing(Mention::span))
                .toList();
    }

    List<Suggestion> suggestions();

    /** Those about one account, identity or speaker. */
    default List<Suggestion> suggestions(Id target) {
        return suggestions().stream()
                .filter(suggestion -> suggestion.target().equals(target))
                .toList();
    }

    default List<Suggestion> suggestions(Class<? extends Proposal> kind) {
        return suggestions().stream()
                .filter(one -> kind.isInstance(one.proposal()))
                .toList();
    }

    default Optional<Suggestion> suggestion(Id id) {
        return suggestions().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /**
     * The accounts that have not been looked through.
     *
     * @param by the finder's or suggester's name and version, as the log has it
     */
    default IdTable notLookedThrough(String by) {
        var accounts = new IdTable();
        accountIds().forEach(accounts::add);
        return accounts;
    }

    /**
     * Those that hold: neither undone nor superseded by a later one on the same target and aspect; of what coders decide
     * each by themselves ({@code docs/case-format.md}), by a later one of the same coder.
     */
    @Override
    List<Decision> decisions();

    /** Those of some aspects ({@link Decision#aspect()}); one that ends with a colon stands for all that begin so. */
    default List<Decision> decisions(Set<String> aspects) {
        return decisions().stream()
                .filter(one -> aspects.contains(one.aspect().replaceFirst("(?s):.*", ":")))
                .toList();
    }

    /**
     * The decision on the target that holds for the aspect ({@link Decision#aspect()}); where each coder's holds, the
     * newest of them.
     */
    default Optional<Decision> decision(Id target, String aspect) {
        return decisions(target, aspect).stream().reduce((_, later) -> later);
    }

    /** All that hold: for what coders decide each by themselves, one of each. */
    default List<Decision> decisions(Id target, String aspect) {
        return decisions().stream()
                .filter(decision ->
                        decision.target().equals(target) && decision.aspect().equals(aspect))
                .toList();
    }

    /**
     * The one of a coder.
     *
     * @param coder as {@link Decision#coder()} gives it
     */
    default Optional<Decision> decision(Id target, String aspect, String coder) {
        return decisions(target, aspect).stream()
                .filter(decision -> decision.coder().equals(coder))
                .findFirst();
    }

    /** Every decision that was ever made and is not erased, in the order in which they came. */
    @Override
    default List<Made> history() {
        return decisions().stream()
                .map(decision -> new Made(decision, false, List.of()))
                .toList();
    }

    /** Decisions that were made apart on one thing, and differ; nobody has settled them since. */
    default List<List<Decision>> conflicts() {
        return List.of();
    }

    /** What was drawn to be read, in their order. */
    default List<SamplingPlan> plans() {
        return List.of();
    }

    /** The last decisions that were not undone, the newest first; also such as were superseded. */
    default List<Decision> newestDecisions(int limit) {
        return decisions().reversed().stream().limit(limit).toList();
    }

    /** The items that hold what sentences mean, in order. */
    default List<Id> vectors() {
        return List.of();
    }

    /** The items that hold what sentences mean by that sentence model, in order. */
    default List<Id> vectors(Sha256 model) {
        return List.of();
    }

    /** What authorities stamped, in order. */
    default List<Stamp> stamps() {
        return List.of();
    }

    /** Every version of every codebook that was added to the case, in order; not those that come with the program. */
    default List<KeptCodebook> codebooks() {
        return List.of();
    }

    /** What was taken over from other programs' projects: items of {@link Import}. */
    default List<Id> imports() {
        return List.of();
    }

    /** The last decision that was not undone; none that is older than an erasure. */
    default Optional<Decision> newestDecision() {
        return newestDecisions(1).stream().findFirst();
    }
}
