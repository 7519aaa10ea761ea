package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.model.Account;
import org.afterword.model.Consent;
import org.afterword.model.Decision;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Mention;
import org.afterword.model.Sha256;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.model.Verdict;
import org.junit.jupiter.api.Test;

class RelationsTest {
    private final Map<Id, byte[]> bytes = new HashMap<>();
    private final Items items = item -> new ByteArrayInputStream(bytes.get(item));
    private Relations relations = Relations.empty(items);
    private long number;

    private void log(Entry entry) throws IOException {
        var logged = new Logged(
                number++, Id.random(), Instant.EPOCH, "me", entry.getClass().getSimpleName(), Optional.of(entry));
        relations.together(fold -> fold.apply(logged));
    }

    private Id item(byte[] content) {
        Id id = Id.random();
        bytes.put(id, content);
        return id;
    }

    private static Account account(Id exhibit, String text) {
        return new Account(
                Id.random(),
                exhibit,
                Optional.empty(),
                "text",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("en"),
                Optional.empty(),
                Optional.empty(),
                text,
                List.of(new Speaker(Id.random(), "", Speaker.Kind.UNNAMED, Speaker.Role.TELLER)),
                List.of(new Turn(0, new Span(0, text.length()), 0, Turn.Voice.OWN, false, Optional.empty())));
    }

    @Test
    void accountsComeBackSinglyAndInOrderAlsoFromASnapshot() throws IOException {
        Id exhibit = Id.random();
        var group = new Group(Id.random(), "The lamplighters", false);
        log(new Entry.GroupNamed(group));
        log(new Entry.ExhibitAdded(
                exhibit,
                "a/b.txt",
                Sha256.of("x"),
                1,
                Id.random(),
                Optional.of(group.id()),
                Optional.empty(),
                Optional.empty()));
        var accounts = List.of(account(exhibit, "one"), account(exhibit, "zwei 😀"), account(exhibit, "three"));
        log(new Entry.ExhibitRead(
                exhibit,
                "text/1",
                1,
                List.of(item(AccountTexts.write(accounts))),
                3,
                0,
                List.of(),
                Optional.empty(),
                List.of()));

        relations = Relations.restore(relations.serialize(), items);

        assertEquals(accounts, relations.accounts().toList());
        for (Account account : accounts) {
            assertEquals(Optional.of(account), relations.account(account.id()));
        }
        assertEquals(Optional.of(exhibit), relations.exhibitWith(Sha256.of("x")));
        assertEquals(List.of("a/b.txt"), relations.places(exhibit));
    }

    @Test
    void theLatestDecisionHoldsUntilItIsUndone() throws IOException {
        Id account = Id.random();
        var first = decide(account, "consent=counts");
        var second = decide(account, "consent=verbatim");
        decide(account, "read");
        assertEquals(
                Optional.of(new Verdict.Allows(Consent.VERBATIM)),
                relations.decision(account, "consent").map(Decision::verdict));
        assertEquals(2, relations.decisions().size());
        log(new Entry.Undone(second.id(), "me"));
        assertEquals(Optional.of(first), relations.decision(account, "consent"));
    }

    private Decision decide(Id target, String verdict) throws IOException {
        var decision = new Decision(Id.random(), target, Verdict.parse(verdict), "", "me", Instant.EPOCH);
        log(new Entry.Decided(decision));
        return decision;
    }

    @Test
    void namesAreFoundPerAccount() throws IOException {
        Id account = Id.random();
        var identity = new Identity(Id.random(), IdentityKind.PERSON, "Ada Quill", "test/1");
        var mention = new Mention(identity.id(), account, new Span(3, 12), "Ada Quill", "test/1", 0.5);
        var names = new Names(List.of(account), List.of(identity), List.of(mention));
        log(new Entry.NamesFound(item(Frames.write(names)), "test/1", 1, 1));
        assertEquals(List.of(identity), relations.identities());
        assertEquals(List.of(mention), relations.mentions(account));
        assertFalse(relations.notLookedThrough("test/1").contains(account));
    }

    /** Rows go in several at a time: of any number, all are there, and in their order. */
    @Test
    void manyNamesAreFound() throws IOException {
        for (int count : List.of(0, 1, 15, 16, 17, 100)) {
            Id account = Id.random();
            var identities = new ArrayList<Identity>();
            var mentions = new ArrayList<Mention>();
            for (int i = 0; i < count; i++) {
                IdentityKind kind = i % 3 == 0 ? IdentityKind.LINK : IdentityKind.PERSON;
                identities.add(new Identity(Id.random(), kind, "name " + i, "test/1"));
                mentions.add(new Mention(identities.get(i).id(), account, new Span(i, i + 1), "n", "test/1", 0.5));
            }
            log(new Entry.NamesFound(
                    item(Frames.write(new Names(List.of(account), identities, mentions))), "test/1", count, count));
            assertEquals(mentions, relations.mentions(account));
            var persons = new ArrayList<Mention>();
            relations.forEachMention(Set.of(IdentityKind.PERSON, IdentityKind.HANDLE), mention -> {
                if (mention.account().equals(account)) {
                    persons.add(mention);
                }
            });
            assertEquals(
                    mentions.stream().filter(one -> one.span().start() % 3 != 0).toList(), persons);
        }
    }
}
