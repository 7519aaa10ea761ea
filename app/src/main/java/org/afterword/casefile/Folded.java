package org.afterword.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.AccountHead;
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
import org.afterword.model.Suggestion;

/** {@link Contents} by way of what the log was folded into, which may be replaced by a new folding. */
abstract sealed class Folded implements Contents permits CaseFile {
    private final ReadWriteLock change = new ReentrantReadWriteLock(true);
    private final Touched touched = new Touched();

    abstract Relations folded();

    /** Several looks that belong together: nothing changes between them, so let them be short, and change nothing. */
    public <T> T still(Supplier<T> looks) {
        change.readLock().lock();
        try {
            return looks.get();
        } finally {
            change.readLock().unlock();
        }
    }

    /** What has changed since this process opened the case. */
    public Touched touched() {
        return touched;
    }

    /** The items in which the accounts lie, in order: while they are the same, every text is. */
    public List<Id> textItems() {
        return folded().textItems();
    }

    /** The numbers of the entries that are letters from or to somebody who wrote to the inbox. */
    public List<Long> letters() {
        return folded().letters();
    }

    public Optional<Identity> identity(Id id) {
        return folded().identity(id);
    }

    @Override
    public List<Decision> about(Id target) {
        return folded().rows(rows -> rows.about(target));
    }

    @Override
    public boolean merged() {
        return folded().rows(DecisionRows::merged);
    }

    @Override
    public long place(Id decision) {
        return folded().rows(rows -> rows.place(decision));
    }

    public boolean hasAccount(Id id) {
        return folded().hasAccount(id);
    }

    /** Whether anything was ever suggested that is still there. */
    public boolean suggested() {
        return folded().suggested();
    }

    interface Change<T, E extends Exception> {
        T make() throws E;
    }

    /** Waits until nobody looks at what belongs together. */
    final <T, E extends Exception> T changing(Change<T, E> made) throws E {
        change.writeLock().lock();
        try {
            return made.make();
        } finally {
            change.writeLock().unlock();
        }
    }

    @Override
    public List<Group> groups() {
        return folded().groups();
    }

    @Override
    public List<Exhibit> exhibits() {
        return folded().exhibits();
    }

    @Override
    public List<String> places(Id exhibit) {
        return folded().places(exhibit);
    }

    @Override
    public Optional<Id> exhibitWith(Sha256 hash) {
        return folded().exhibitWith(hash);
    }

    @Override
    public List<Account> begunLike(String beginning) {
        return folded().begunLike(beginning);
    }

    @Override
    public Optional<Exhibit> exhibit(Id id) {
        return folded().exhibit(id);
    }

    @Override
    public Optional<Id> exhibitAt(String place) {
        return folded().exhibitAt(place);
    }

    @Override
    public Optional<Id> exhibitItem(Id exhibit) {
        return folded().exhibitItem(exhibit);
    }

    @Override
    public Optional<Long> bytesErased(Id exhibit) {
        return folded().bytesErased(exhibit);
    }

    @Override
    public List<Reading> readings() {
        return folded().readings();
    }

    @Override
    public List<CapturedPage> captures() {
        return folded().captures();
    }

    @Override
    public Stream<Account> accounts() {
        return folded().accounts();
    }

    @Override
    public List<AccountHead> heads() {
        return folded().heads();
    }

    @Override
    public Optional<String> speaker(Id id) {
        return folded().speaker(id);
    }

    @Override
    public List<Id> accountIds() {
        return folded().accountIds();
    }

    @Override
    public List<Id> accountIds(Id exhibit) {
        return folded().accountIds(exhibit);
    }

    @Override
    public List<Id> speakerIds() {
        return folded().speakerIds();
    }

    @Override
    public Optional<Account> account(Id id) {
        return folded().account(id);
    }

    @Override
    public List<Identity> identities() {
        return folded().identities();
    }

    @Override
    public void forEachIdentity(Consumer<Identity> take) {
        folded().forEachIdentity(take);
    }

    @Override
    public void forEachMention(Consumer<Mention> take) {
        folded().forEachMention(take);
    }

    @Override
    public void forEachMention(Set<IdentityKind> kinds, Consumer<Mention> take) {
        folded().forEachMention(kinds, take);
    }

    @Override
    public long accountCount() {
        return folded().accountCount();
    }

    @Override
    public IdTable notLookedThrough(String by) {
        return folded().notLookedThrough(by);
    }

    @Override
    public List<Mention> mentions() {
        return folded().mentions();
    }

    @Override
    public List<Mention> mentions(Id account) {
        return folded().mentions(account);
    }

    @Override
    public List<Suggestion> suggestions() {
        return folded().suggestions();
    }

    @Override
    public List<Suggestion> suggestions(Id target) {
        return folded().suggestions(target);
    }

    @Override
    public List<Suggestion> suggestions(Class<? extends Proposal> kind) {
        return folded().suggestions(kind);
    }

    @Override
    public Optional<Suggestion> suggestion(Id id) {
        return folded().suggestion(id);
    }

    @Override
    public List<Decision> decisions(Set<String> aspects) {
        return folded().decisions(aspects);
    }

    @Override
    public List<Decision> decisions() {
        return folded().decisions();
    }

    @Override
    public Optional<Decision> decision(Id target, String aspect) {
        return folded().decision(target, aspect);
    }

    @Override
    public List<Decision> decisions(Id target, String aspect) {
        return folded().decisions(target, aspect);
    }

    @Override
    public List<Made> history() {
        return folded().history();
    }

    @Override
    public List<List<Decision>> conflicts() {
        return folded().conflicts();
    }

    @Override
    public Map<String, String> settings() {
        return folded().settings();
    }

    @Override
    public List<SamplingPlan> plans() {
        return folded().plans();
    }

    @Override
    public List<Id> vectors() {
        return folded().vectors();
    }

    @Override
    public List<Id> vectors(Sha256 model) {
        return folded().vectors(model);
    }

    @Override
    public List<Stamp> stamps() {
        return folded().stamps();
    }

    @Override
    public List<KeptCodebook> codebooks() {
        return folded().codebooks();
    }

    @Override
    public List<Id> imports() {
        return folded().imports();
    }

    @Override
    public List<Decision> newestDecisions(int limit) {
        return folded().newestDecisions(limit);
    }
}
