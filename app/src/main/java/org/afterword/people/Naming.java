package org.afterword.people;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.Contents;
import org.afterword.casefile.Names;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.IdTable;
import org.afterword.model.Identity;

/**
 * Finds the names of accounts that are new in the case. It goes through them twice, some at a time: first to see which
 * names there are, then for where each of them stands; and once through all others for the names that are new. What is
 * held grows with the number of names and not with that of accounts.
 */
final class Naming {
    private static final int AT_A_TIME = 512;
    private static final int FULL = 20_000;

    private final Contents known;
    private final Clusters.Taking out;
    private final Mentioned mentioned = new Mentioned();
    private final Register register = new Register(this::entered);
    private final Propagation every = new Propagation(register);
    private final Propagation fresh = new Propagation(register);
    private final KeptFinds kept = new KeptFinds();
    private final boolean others;
    private final Function<Account, List<Find>> finder;
    /** Accounts whose metadata another finder has read; all read it alike. */
    private final IdTable metadataRead = new IdTable();

    /** Whose files' names were looked at. */
    private final IdTable exhibits = new IdTable();

    private boolean seeing = true;
    private List<Identity> identities = new ArrayList<>();
    private List<Id> done = new ArrayList<>();

    /**
     * @param others whether there are accounts that were looked through before
     * @param finder what stands in an account
     * @param out takes what is found, in parts
     */
    Naming(Contents known, boolean others, Function<Account, List<Find>> finder, Clusters.Taking out) {
        this.known = known;
        this.others = others;
        this.finder = finder;
        this.out = out;
    }

    /**
     * @param accounts the new ones and perhaps others, in the same order each time
     */
    void find(Supplier<Stream<Account>> accounts, Predicate<Id> isNew) throws CaseException {
        known.forEachIdentity(identity -> {
            register.know(identity);
            every.add(identity);
        });
        known.forEachMention(mention -> {
            register.told(mention.identity());
            if (isNew.test(mention.account())) {
                mentioned.cover(mention.account(), mention.span());
                if (mention.span().length() == 0) {
                    metadataRead.add(mention.account());
                }
            }
        });
        each(accounts, isNew, this::unseen, this::see);
        seeing = false;
        each(accounts, isNew, every::matches, this::mention);
        if (others) {
            Supplier<Stream<Account>> all = known::accounts;
            each(all, isNew.negate(), fresh::matches, this::mentionInOther);
        }
        flush();
    }

    private List<Find> unseen(Account account) {
        return finder.apply(account).stream()
                .filter(find -> find.span().length() == 0
                        ? !metadataRead.contains(account.id())
                        : !mentioned.covers(account.id(), find.span()))
                .toList();
    }

    private interface Take<T> {
        void take(List<Account> accounts, List<T> results) throws CaseException;
    }

    private <T> void each(
            Supplier<Stream<Account>> accounts, Predicate<Id> which, Function<Account, T> work, Take<T> into)
            throws CaseException {
        try (Stream<Account> all = accounts.get()) {
            Iterator<Account> some =
                    all.filter(account -> which.test(account.id())).iterator();
            while (some.hasNext()) {
                var block = new ArrayList<Account>(AT_A_TIME);
                while (block.size() < AT_A_TIME && some.hasNext()) {
                    block.add(some.next());
                }
                into.take(block, block.parallelStream().map(work).toList());
            }
        }
    }

    private void see(List<Account> accounts, List<List<Find>> finds) throws CaseException {
        for (int i = 0; i < accounts.size(); i++) {
            List<Find> all = withFileName(accounts.get(i), finds.get(i));
            register.add(accounts.get(i), all);
            kept.put(accounts.get(i), all);
        }
        flushIfFull();
    }

    /** What the file's name tells is said of the first account that was read from it. */
    private List<Find> withFileName(Account account, List<Find> finds) {
        int before = exhibits.size();
        if (exhibits.add(account.exhibit()) < before || metadataRead.contains(account.id())) {
            return finds;
        }
        var all = new ArrayList<Find>();
        known.places(account.exhibit()).forEach(name -> all.addAll(Besides.file(name)));
        all.addAll(finds);
        return all;
    }

    private void mention(List<Account> accounts, List<List<FormMatcher.Match>> matches) throws CaseException {
        for (Account account : accounts) {
            mentioned.add(account, kept.next(account), register);
            done.add(account.id());
        }
        for (int i = 0; i < accounts.size(); i++) {
            every.mention(accounts.get(i), matches.get(i), mentioned);
        }
        mentioned.forget(accounts);
        flushIfFull();
    }

    private void mentionInOther(List<Account> accounts, List<List<FormMatcher.Match>> matches) throws CaseException {
        for (int i = 0; i < accounts.size(); i++) {
            if (!matches.get(i).isEmpty()) {
                Id id = accounts.get(i).id();
                known.mentions(id).forEach(mention -> mentioned.cover(id, mention.span()));
                fresh.mention(accounts.get(i), matches.get(i), mentioned);
            }
        }
        mentioned.forget(accounts);
        flushIfFull();
    }

    /** A part of a name that is found on the way is no name to search for. */
    private void entered(Identity identity) {
        identities.add(identity);
        if (seeing) {
            every.add(identity);
            if (others) {
                fresh.add(identity);
            }
        }
    }

    private void flushIfFull() throws CaseException {
        if (identities.size() + mentioned.size() >= FULL) {
            flush();
        }
    }

    private void flush() throws CaseException {
        if (!done.isEmpty() || !identities.isEmpty() || mentioned.size() > 0) {
            out.take(new Names(done, identities, mentioned.take()));
            identities = new ArrayList<>();
            done = new ArrayList<>();
        }
    }
}
