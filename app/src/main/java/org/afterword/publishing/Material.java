package org.afterword.publishing;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.coding.Coded;
import org.afterword.coding.Codings;
import org.afterword.model.Account;
import org.afterword.model.ContentNote;
import org.afterword.model.Decision;
import org.afterword.model.Exhibit;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.model.Verdict;
import org.afterword.protection.Protection;
import org.afterword.protection.Quotability;
import org.afterword.protection.Quoted;

/**
 * What a publication is made of: accounts, what may be shown of each, and the accepted codings.
 *
 * @param accounts by id, in the order of the case
 * @param coded whatever its status
 * @param accepted by the suggestion's id
 * @param wordings people's rewordings by the suggestion's id
 * @param seen the hash of what strangers would see of an account, as far as somebody asked
 */
record Material(
        Contents contents,
        Protection protection,
        Map<Id, Account> accounts,
        Map<Id, Exhibit> exhibits,
        Map<Id, Quotability> quotability,
        List<Coded> coded,
        Map<Id, Coded> accepted,
        Map<Id, String> wordings,
        Map<Id, Sha256> seen) {

    static Material of(Contents contents, Protection protection) {
        Map<Id, Account> accounts;
        try (Stream<Account> all = contents.accounts()) {
            accounts = all.collect(Collectors.toMap(Account::id, account -> account, (a, b) -> b, LinkedHashMap::new));
        }
        var exhibits = new HashMap<Id, Exhibit>();
        contents.exhibits().forEach(exhibit -> exhibits.put(exhibit.id(), exhibit));
        var quotability = new LinkedHashMap<Id, Quotability>();
        accounts.values().forEach(account -> quotability.put(account.id(), protection.quotability(account)));
        var accepted = new LinkedHashMap<Id, Coded>();
        List<Coded> coded = Codings.of(contents, accounts.values().parallelStream());
        coded.stream()
                .filter(one -> one.status() == Coded.Status.ACCEPTED)
                .forEach(one -> accepted.put(one.suggestion(), one));
        var wordings = new HashMap<Id, String>();
        for (Decision decision : contents.decisions()) {
            if (decision.verdict() instanceof Verdict.Reword(String wording)) {
                wordings.put(decision.target(), wording);
            }
        }
        return new Material(
                contents,
                protection,
                accounts,
                exhibits,
                quotability,
                coded,
                accepted,
                wordings,
                new ConcurrentHashMap<>());
    }

    /**
     * The same, where some of it was found out before.
     *
     * @param known of the same protection; what is found out now comes to it
     */
    Material with(Map<Id, Sha256> known) {
        return new Material(contents, protection, accounts, exhibits, quotability, coded, accepted, wordings, known);
    }

    /** {@link Protection#approvalHash}. */
    Sha256 approvalHash(Account account) {
        return seen.computeIfAbsent(account.id(), _ -> protection.approvalHash(account));
    }

    boolean approved(Account account) {
        return protection.approved(account, () -> approvalHash(account));
    }

    boolean decided(Account account, Verdict verdict) {
        return contents.decision(account.id(), verdict.aspect()).isPresent();
    }

    boolean read(Account account) {
        return decided(account, new Verdict.Read());
    }

    /** Whether any word of the account, or of a person about it, will stand on the site. */
    boolean shows(Account account) {
        Quotability may = quotability.get(account.id());
        return may.quotable()
                || (may.rewordable()
                        && accepted.values().stream()
                                .anyMatch(coded -> coded.passage().account().equals(account.id())
                                        && wordings.containsKey(coded.suggestion())));
    }

    /** Whether the passage will stand on the site, in its own words or in a person's. */
    boolean shows(Coded coded) {
        Quotability may = quotability.get(coded.passage().account());
        return may.quotable() || (may.rewordable() && wordings.containsKey(coded.suggestion()));
    }

    Optional<String> wording(Coded coded) {
        return Optional.ofNullable(wordings.get(coded.suggestion()));
    }

    /** What a person decided that readers are told of before; the target is an account or a coded passage. */
    List<ContentNote> notes(Id target) {
        return contents.decision(target, new Verdict.Warns(List.of()).aspect())
                .map(Decision::verdict)
                .map(verdict -> verdict instanceof Verdict.Warns(var notes) ? notes : List.<ContentNote>of())
                .orElse(List.of());
    }

    Collection<Account> all() {
        return accounts.values();
    }

    Quoted quoted() {
        return protection.quoted(accounts.values());
    }

    /** For the archivist: the file of the account. */
    String file(Id account) {
        return Optional.ofNullable(accounts.get(account))
                .map(Account::exhibit)
                .map(exhibits::get)
                .map(Exhibit::name)
                .orElse("");
    }

    Optional<String> groupName(Id group) {
        return contents.groups().stream()
                .filter(one -> one.id().equals(group))
                .map(Group::name)
                .findFirst();
    }
}
