package org.afterword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.casefile.AccountTexts;
import org.afterword.casefile.CheapCase;
import org.afterword.casefile.Entry;
import org.afterword.casefile.ItemType;
import org.afterword.casefile.Passphrase;
import org.afterword.model.Access;
import org.afterword.model.Account;
import org.afterword.model.Claim;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Suggestion;
import org.afterword.model.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an older reader took for one text becomes what it is, and nothing that a person did to it is lost unsaid. */
class RereadTest {
    private static final String PAGE = """
            <!doctype html><title>Two winters</title><article><h1>Two winters</h1>
            <p>Wren Holloway asked me for my savings. I gave what I had.</p>
            <p>They read our letters aloud. I left in spring.</p></article>
            """;
    private static final String ASKED = "Wren Holloway asked me for my savings.";
    private static final String LETTERS = "They read our letters aloud.";

    @TempDir
    private Path folder;

    private Case opened;
    private Exhibit exhibit;
    private Account old;

    @BeforeEach
    void anOlderReading() throws IOException {
        Path path = folder.resolve("case.afterword");
        CheapCase.create(path, "only for this test");
        try (var phrase = Passphrase.of("only for this test".toCharArray())) {
            opened = Case.open(path, phrase, "test");
        }
        Path page = Files.writeString(folder.resolve("page.html"), PAGE);
        opened.add(List.of(page), Optional.empty(), false, Progress.SILENT);
        exhibit = opened.contents().exhibits().getFirst();
        // As a reader might have that did not know tags, and set every paragraph's words in a line of their own.
        String text = "<article> " + LETTERS + " <b>gone</b> " + ASKED;
        old = new Account(
                accounts().getFirst().id(),
                exhibit.id(),
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
        try (var batch = opened.file().batch("test")) {
            Id item = batch.put(ItemType.ACCOUNTS, AccountTexts.write(List.of(old)));
            batch.add(new Entry.ExhibitRead(
                    exhibit.id(), "text/0", 1, List.of(item), 1, 0, List.of(), Optional.empty(), List.of(old.id())));
            batch.commit();
        }
    }

    @AfterEach
    void close() throws IOException {
        opened.close();
    }

    private List<Account> accounts() {
        try (Stream<Account> all = opened.contents().accounts()) {
            return all.toList();
        }
    }

    private Suggestion code(String words) throws IOException {
        int at = old.text().indexOf(words);
        return opened.code(
                old,
                new Span(at, at + words.length()),
                new Proposal.Coding(
                        "practice/money-demand", Polarity.REPORTS, Access.EXPERIENCED, Claim.EVENT, Optional.empty()));
    }

    private void decide(Id id, String decision) throws IOException {
        opened.deciding().record(List.of(new Deciding.Request(id.toString(), decision, "")));
    }

    @Test
    void codingsMoveWithTheirWords() throws IOException {
        Suggestion asked = code(ASKED);
        Suggestion letters = code(LETTERS);
        Suggestion lost = code("<b>gone</b>");
        decide(old.id(), "read");
        decide(old.id(), "consent=verbatim");

        List<Rereading.Reread> done = opened.reread(List.of(), Optional.empty(), Progress.SILENT);

        assertEquals(1, done.size());
        assertEquals(
                List.of(1, 1, 0, 0),
                List.of(
                        done.getFirst().accounts(),
                        done.getFirst().renewed(),
                        done.getFirst().added(),
                        done.getFirst().gone()));
        Account now = accounts().getFirst();
        assertEquals(old.id(), now.id());
        assertFalse(now.text().contains("<b>"), now.text());
        assertEquals(old.speakers().getFirst().id(), now.speakers().getFirst().id());
        assertEquals(ASKED, spanOf(asked.id()).of(now.text()));
        assertEquals(LETTERS, spanOf(letters.id()).of(now.text()));
        assertEquals(
                List.of(lost.id()),
                done.getFirst().lost().stream().map(Suggestion::id).toList());
        assertTrue(opened.contents().suggestions(now.id()).stream()
                .noneMatch(one -> one.id().equals(lost.id())));
        assertTrue(opened.contents().decision(now.id(), "consent").isPresent());
        assertTrue(opened.contents().decision(now.id(), "read").isEmpty(), "what was read was another version");
        assertTrue(opened.contents().mentions(now.id()).stream()
                .filter(mention -> mention.span().length() > 0)
                .allMatch(mention -> mention.span().of(now.text()).equals(mention.text())));
        assertTrue(opened.contents().mentions(now.id()).stream()
                .anyMatch(mention -> mention.text().contains("Wren")));
    }

    @Test
    void aSecondTimeNothingChanges() throws IOException {
        opened.reread(List.of(), Optional.empty(), Progress.SILENT);
        long entries = opened.file().log().count();
        assertEquals(List.of(), opened.reread(List.of(), Optional.empty(), Progress.SILENT));
        List<Rereading.Reread> all = opened.reread(opened.contents().exhibits(), Optional.empty(), Progress.SILENT);
        assertFalse(all.getFirst().changed());
        assertEquals(entries, opened.file().log().count());
    }

    /** What an older version of the same reader found, and the present one finds too, is not looked at each time again. */
    @Test
    void aNewerReaderThatFindsTheSameIsNamed() throws IOException {
        opened.reread(List.of(), Optional.empty(), Progress.SILENT);
        Account now = accounts().getFirst();
        try (var batch = opened.file().batch("test")) {
            Id item = batch.put(ItemType.ACCOUNTS, AccountTexts.write(List.of(now)));
            batch.add(new Entry.ExhibitRead(
                    exhibit.id(), "webpage/0", 1, List.of(item), 1, 0, List.of(), Optional.empty(), List.of()));
            batch.commit();
        }
        int mentions = opened.contents().mentions(now.id()).size();
        List<Rereading.Reread> done = opened.reread(List.of(), Optional.empty(), Progress.SILENT);
        assertEquals(1, done.size());
        assertFalse(done.getFirst().changed());
        assertEquals(now, accounts().getFirst());
        assertEquals(mentions, opened.contents().mentions(now.id()).size());
        assertEquals(List.of(), opened.reread(List.of(), Optional.empty(), Progress.SILENT));
    }

    @Test
    void suggestingAgainDoublesNothing() throws IOException {
        opened.suggest(Progress.SILENT);
        opened.reread(List.of(), Optional.empty(), Progress.SILENT);
        opened.suggest(Progress.SILENT);
        List<Suggestion> first = opened.contents().suggestions(old.id());
        assertFalse(first.isEmpty());
        assertEquals(
                first.size(),
                first.stream()
                        .map(one -> one.span() + " " + one.proposal())
                        .distinct()
                        .count());
    }

    @Test
    void whatIsErasedIsErasedInBothVersions() throws IOException {
        opened.reread(List.of(), Optional.empty(), Progress.SILENT);
        Erasing erasing = opened.erasing();
        erasing.plan(old.id().toString());
        erasing.erase("asked for");
        assertEquals(List.of(), accounts());
        try (var log = opened.file().log()) {
            assertTrue(log.flatMap(one -> one.entry().stream())
                    .noneMatch(entry -> entry instanceof Entry.ExhibitRead read
                            && !read.items().isEmpty()));
        }
    }

    private Span spanOf(Id coding) {
        return opened.contents().suggestions(old.id()).stream()
                .filter(one -> one.id().equals(coding))
                .findFirst()
                .flatMap(Suggestion::span)
                .orElseThrow();
    }
}
