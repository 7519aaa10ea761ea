package org.afterword.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.Names;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.IdTable;
import org.afterword.model.Mention;
import org.junit.jupiter.api.Test;

/** More accounts than are looked at at a time, more finds than one part of the result takes. */
class NamingTest {
    private static final int MANY = 4_000;

    private static Account account(int number) {
        String text =
                "I met Tovi Brannock%d at https://lanterns.example/%d/post and wrote to post%d@lanterns.example. quilla %s"
                        .formatted(
                                number % 700,
                                number,
                                number,
                                number == MANY - 1 ? "Her name is Quilla Ostrander." : "");
        return Case.account(text, Optional.of("reed_" + number % 900), List.of());
    }

    private static List<Account> accounts() {
        var accounts = new ArrayList<Account>();
        for (int i = 0; i < MANY; i++) {
            accounts.add(account(i));
        }
        return accounts;
    }

    private static List<Names> parts(Case of, List<Account> fresh) throws CaseException {
        var ids = new IdTable();
        fresh.forEach(account -> ids.add(account.id()));
        var parts = new ArrayList<Names>();
        Clusters.assign(of, ids, NameFinder::find, parts::add);
        return parts;
    }

    @Test
    void partsTogetherLookThroughEveryAccountOnce() throws CaseException {
        List<Account> accounts = accounts();
        List<Names> parts = parts(new Case().unread(accounts), accounts);
        assertTrue(parts.size() > 1, "else this shows nothing");
        assertEquals(
                accounts.stream().map(Account::id).toList(),
                parts.stream().flatMap(part -> part.accounts().stream()).toList());
        Set<Id> identities = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Names part : parts) {
            part.identities().forEach(identity -> {
                assertTrue(identities.add(identity.id()));
                assertTrue(names.add(Keys.of(identity.name(), identity.kind())), "a second identity for a name");
            });
            part.mentions().forEach(mention -> assertTrue(identities.contains(mention.identity())));
        }
    }

    @Test
    void namesOfTheLastAccountAreFoundInTheFirst() throws CaseException {
        List<Account> accounts = accounts();
        Map<Id, List<Mention>> mentions = parts(new Case().unread(accounts), accounts).stream()
                .flatMap(part -> part.mentions().stream())
                .collect(Collectors.groupingBy(Mention::account));
        for (int i = 0; i < MANY; i++) {
            Set<String> named = mentions.get(accounts.get(i).id()).stream()
                    .map(Mention::text)
                    .collect(Collectors.toSet());
            assertTrue(
                    named.containsAll(Set.of(
                            "quilla",
                            "reed_" + i % 900,
                            "https://lanterns.example/" + i + "/post",
                            "post" + i + "@lanterns.example")),
                    () -> "only " + named);
        }
    }

    @Test
    void namesThatComeLaterAreFoundInAccountsOfBefore() throws CaseException {
        var before = new Case();
        before.add(Case.account("quilla was kind, https://lanterns.example/17/post says", Optional.empty(), List.of()));
        List<Account> later = accounts();
        List<Names> parts = parts(before.unread(later), later);
        Id first = before.accounts().findFirst().orElseThrow().id();
        assertEquals(
                Set.of("quilla"),
                parts.stream()
                        .flatMap(part -> part.mentions().stream())
                        .filter(mention -> mention.account().equals(first))
                        .map(Mention::text)
                        .collect(Collectors.toSet()));
    }
}
