package org.afterword.reading;

import static org.afterword.reading.Fixtures.only;
import static org.afterword.reading.Fixtures.read;
import static org.afterword.reading.Fixtures.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadersTest {
    private static List<String> names(Account account) {
        return account.speakers().stream()
                .map(speaker -> speaker.name() + " " + speaker.kind() + " " + speaker.role())
                .toList();
    }

    private static Optional<LocalDate> day(Account account) {
        return account.date().flatMap(When::day);
    }

    @Test
    void anEssayHasOneTurnWithoutTitleAndSiteLines() {
        Found reading = read("essay.txt");
        Account account = only(reading);
        assertEquals("text/1", reading.reader());
        assertEquals("What the Lantern Circle took from me", account.title());
        assertEquals(List.of(" UNNAMED TELLER"), names(account));
        assertTrue(said(account, 0).startsWith("I joined the Lantern"));
        assertTrue(account.text().endsWith("I am sorry that I stayed."));
        assertEquals("A lamp that is not fed goes out.", said(account, 1));
        assertEquals(Turn.Voice.QUOTED, account.turns().get(1).voice());
        assertEquals(Optional.of("en"), account.language());
    }

    @Test
    void whatCanBeFoundElsewhereIsByAnother() {
        Account account = only(read("repost.txt"));
        assertEquals(Optional.of("The original post can be found here."), account.repostOf());
        assertEquals(Optional.empty(), account.author());
        assertEquals("", account.title());
        assertTrue(said(account, 0).startsWith("New account, for my own safety."));
    }

    @Test
    void commentsUnderACopiedPostAreAccounts() {
        List<Account> accounts = read("blog-copy.txt").accounts();
        assertEquals(
                List.of("Orla Fenwick", "Tamsin", "Old Keeper"),
                accounts.stream().map(account -> account.author().orElse("?")).toList());
        assertEquals("Two winters in the Circle", accounts.getFirst().title());
        assertEquals(Optional.of(LocalDate.of(2019, 3, 3)), day(accounts.getFirst()));
        assertTrue(said(accounts.getFirst(), 0).startsWith("I stayed for two winters."));
        assertTrue(accounts.getFirst().text().endsWith("I kept it."));
        assertEquals("The same happened in our house.", said(accounts.get(1), 0));
        assertEquals("I never heard of such a rule.", said(accounts.get(2), 0));
        assertFalse(accounts.get(2).text().contains("Akismet"));
    }

    @Test
    void aTranscriptKnowsWhoAsksAndWhoTells() {
        Found reading = read("transcript.txt");
        Account account = only(reading);
        assertEquals("transcript/1", reading.reader());
        assertEquals("A guest sent away by the Circle", account.title());
        assertEquals(Optional.of("Heronwatch's Notebook"), account.channel());
        assertEquals(Optional.of("Heronwatch7"), account.poster());
        assertEquals(List.of("Guest LABEL TELLER", "Heronwatch7 NAMED INTERVIEWER"), names(account));
        assertEquals(8, account.turns().size());
        assertEquals(
                List.of(0, 1, 0, 0, 1, 0, 0, 1),
                account.turns().stream().map(Turn::speaker).toList());
        assertEquals(
                List.of(false, true, true, true, false, false, false, false),
                account.turns().stream().map(Turn::prompted).toList());
        assertEquals("It hurt\nand it still does", said(account, 5));
        assertEquals(Turn.Voice.QUOTED, account.turns().get(6).voice());
        assertEquals("“I did not give enough and I asked too much”", said(account, 6));
        assertEquals(
                Optional.of(When.undecided("Tue 2:56 PM")),
                account.turns().get(0).date());
        assertEquals(
                Optional.of(When.undecided("Tue 4:58 PM or Tue 5:00 PM")),
                account.turns().get(2).date());
        assertTrue(account.text().startsWith("Guest: Hello"));
        assertTrue(account.text().endsWith("That is how it was with me."));
    }

    @Test
    void anInterviewerIsNoTeller() {
        Account account = only(read("interview.txt"));
        assertEquals(List.of("Q LABEL INTERVIEWER", "A LABEL TELLER"), names(account));
        assertTrue(account.turns().stream().filter(turn -> turn.speaker() == 1).allMatch(Turn::prompted));
    }

    @Test
    void answersMayHaveParagraphs() {
        Account account = only(read("long-interview.txt"));
        assertEquals("An hour with a former keeper", account.title());
        assertEquals(List.of("Host LABEL INTERVIEWER", "Keeper NAMED TELLER"), names(account));
        assertEquals(6, account.turns().size());
        assertTrue(said(account, 1).endsWith("I believed it."));
        assertTrue(account.turns().get(5).prompted());
    }

    @Test
    void aRepostedTextInAQuotationIsTheAccount() {
        Account account = only(read("repost-page.html"));
        assertEquals(Optional.of("https://old.example/thread/7"), account.repostOf());
        assertEquals(Optional.of("Sharer Sam"), account.poster());
        assertEquals(Optional.of("fen_walker"), account.author());
        assertEquals(1, account.turns().size());
        assertTrue(said(account, 0).startsWith("I was in the Lantern Circle for nine years"));
        assertTrue(said(account, 0).endsWith("that she had asked."));
    }

    @Test
    void markdownIsReadAsItsReaderSeesIt() {
        Account account = only(read("yaml.md"));
        assertEquals("Why I left the Lantern Circle", account.title());
        assertEquals(Optional.of("Ines Vardy"), account.author());
        assertEquals(Optional.of("/notes/2018/2018-05-09-leaving/"), account.sourceUrl());
        assertEquals(
                Optional.of(LocalDateTime.of(2018, 5, 10, 0, 57)),
                account.date().flatMap(When::earliest));
        assertEquals("""
                May 10, 2018 00:57

                Preface: I meant to post this yesterday, but I was ill.

                The evenings

                We met on Tuesdays,[1] and I was glad of it. More of this is elsewhere.

                [The hall with its lamps]

                Feed the lamp.

                - It cost ten pounds
                - and then twenty

                I can’t say more.

                by Ines Vardy, t: @inesv

                [1] Later on Thursdays as well.

                [2] Nobody refers to this note.""", account.text());
        assertTrue(said(account, 0).startsWith("Preface"));
        assertEquals("Feed the lamp.", said(account, 1));
        Account toml = only(read("toml.md"));
        assertEquals("A good year at the boat house", toml.title());
        assertEquals(Optional.of(LocalDate.of(2022, 11, 3)), day(toml));
        assertEquals("Spring\n\nI learned to row. They were patient with me.", toml.text());
    }

    @Test
    void aPageIsItsMainTextAndItsComments() {
        List<Account> accounts = read("page.html").accounts();
        assertEquals(3, accounts.size());
        Account post = accounts.getFirst();
        assertEquals("Three months as a guest", post.title());
        assertEquals(Optional.of("Mirren Sallow"), post.author());
        assertEquals(Optional.of("Fen Pages"), post.channel());
        assertEquals(Optional.of("https://fenpages.example/guest/"), post.sourceUrl());
        assertEquals(Optional.of(LocalDate.of(2020, 2, 1)), day(post));
        assertEquals(
                "I was a guest of the Lantern Circle for three months. It began with a talk on a Tuesday evening, and there"
                        + " was cake.\n\n[A table with cake]\nThe cake\n\nYou will not find this warmth elsewhere.\n\nThey said"
                        + " that to everybody. I believed it until March, when I was asked for money.",
                post.text());
        assertEquals("You will not find this warmth elsewhere.", said(post, 1));
        assertEquals("It was the same in our town.", accounts.get(1).text());
        assertEquals(Optional.of("Bram"), accounts.get(1).author());
        assertEquals(
                Optional.of("https://fenpages.example/guest/#comment-5"),
                accounts.get(1).sourceUrl());
        assertEquals("the same in our town\n\nThank you, Bram.", accounts.get(2).text());
        assertEquals(Turn.Voice.QUOTED, accounts.get(2).turns().get(1).voice());
    }

    @Test
    void pagesOfOldBlogs() {
        List<Account> old = read("old-blog.html").accounts();
        assertEquals(2, old.size());
        assertEquals(Optional.of("reedy"), old.getFirst().author());
        assertEquals(Optional.of(LocalDate.of(2011, 3, 3)), day(old.getFirst()));
        assertTrue(said(old.getFirst(), 0).startsWith("I joined"));
        assertFalse(old.getFirst().text().contains("Posted in"));
        assertEquals(Optional.of("Bo"), old.get(1).author());
        assertEquals("Thanks for this.", old.get(1).text());
        List<Account> listed = read("listed-comments.html").accounts();
        assertEquals(3, listed.size());
        assertEquals(Optional.of("Tamsin"), listed.get(1).author());
        assertEquals("The same in our house.\n\nThey never wrote.", said(listed.get(1), 0));
        assertEquals(Optional.of(LocalDate.of(2009, 4, 3)), day(listed.get(1)));
        assertEquals("I do not believe it.", listed.get(2).text());
        List<Account> hosted = read("hosted-blog.html").accounts();
        assertEquals(
                List.of("Nell Fen", "Ola", "Nell Fen"),
                hosted.stream().map(account -> account.author().orElse("?")).toList());
        assertEquals(
                List.of("So true.", "Thank you."),
                hosted.stream().skip(1).map(Account::text).toList());
    }

    @Test
    void aChatWithinAPageHasTurns() {
        Account account = only(read("chat-page.html"));
        assertEquals("A guest tells", account.title());
        assertEquals(List.of("Guest LABEL TELLER", "Heronwatch7 NAMED INTERVIEWER"), names(account));
        assertEquals("Money, and my Sundays.", said(account, 2));
        assertTrue(account.turns().get(2).prompted());
    }

    @Test
    void whatsAppFromIos() {
        Found reading = read("whatsapp-ios.txt");
        Account account = only(reading);
        assertEquals(List.of(), reading.warnings());
        assertEquals(7, account.turns().size());
        assertEquals(
                List.of("SYSTEM", "SYSTEM", "OWN", "SYSTEM", "OWN", "SYSTEM", "OWN"),
                account.turns().stream().map(turn -> turn.voice().name()).toList());
        assertEquals("Welcome all!\nPlease bring a lamp.", said(account, 2));
        assertEquals("Ten: as always\n\nand on time", said(account, 6));
        assertEquals(
                List.of("", "Wren", "~\u202fPip", "+44 7700 900123"),
                account.speakers().stream().map(Speaker::name).toList());
        assertEquals(Speaker.Role.SYSTEM, account.speakers().getFirst().role());
        assertEquals(Optional.of("Lantern House 4"), account.channel());
        assertTrue(account.turns().get(6).prompted());
        assertEquals(
                Optional.of(LocalDateTime.of(2020, 4, 13, 21, 5, 10)),
                account.turns().get(6).date().flatMap(When::earliest));
    }

    @Test
    void whatsAppWhoseDatesCanBeReadInTwoWaysKeepsBoth() {
        Found reading = read("whatsapp-undecided.txt");
        Account account = only(reading);
        assertEquals(1, reading.warnings().size());
        When first = account.turns().get(1).date().orElseThrow();
        assertEquals("3/4/20, 9:16\u202fAM", first.written());
        assertEquals(Optional.of(LocalDateTime.of(2020, 3, 4, 9, 16)), first.earliest());
        assertEquals(Optional.of(LocalDateTime.of(2020, 4, 3, 9, 16)), first.latest());
        When same = account.turns().get(3).date().orElseThrow();
        assertEquals(Optional.of(LocalDate.of(2020, 4, 4)), same.day());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13/04/2020, 21:05 - | 2020-04-13T21:05",
                "[4/13/20, 9:05:07 PM] | 2020-04-13T21:05:07",
                "2020-04-13 21:05 - | 2020-04-13T21:05",
                "13.04.20, 21:05 - | 2020-04-13T21:05",
                "13/4/20 9:05 p. m. - | 2020-04-13T21:05",
                "13.4.2020 klo 21.05 - | 2020-04-13T21:05",
                "[13.4.2020, 21.05.07] | 2020-04-13T21:05:07",
                "20/4/13 下午9:05 - | 2020-04-13T21:05",
            })
    void whatsAppStamps(String stamp, String expected) {
        Found reading = read("chat.txt", (stamp + " Wren: Hello\n").getBytes(StandardCharsets.UTF_8));
        Optional<LocalDateTime> read = reading.reader().equals("whatsapp/1")
                ? only(reading).turns().getFirst().date().flatMap(When::earliest)
                : Optional.empty();
        assertEquals(Optional.ofNullable(expected).map(LocalDateTime::parse), read);
    }

    @Test
    void whatsAppInSpanishWithMonthsFirst() {
        Account account = only(read("whatsapp-mdy.txt"));
        assertEquals(
                List.of("2021-04-12T09:15", "2021-04-13T12:16", "2021-04-13T00:20"),
                account.turns().stream()
                        .map(turn -> turn.date()
                                .flatMap(When::earliest)
                                .orElseThrow()
                                .toString())
                        .toList());
        assertEquals(
                List.of(Turn.Voice.SYSTEM, Turn.Voice.OWN, Turn.Voice.SYSTEM),
                account.turns().stream().map(Turn::voice).toList());
    }

    @Test
    void aRedditThreadIsItsPostAndEveryComment() {
        Found reading = read("thread.json");
        List<Account> accounts = reading.accounts();
        assertEquals(
                List.of("quiet_reed", "pike_and_perch", "?", "AutoModerator"),
                accounts.stream().map(account -> account.author().orElse("?")).toList());
        assertEquals("I left the Lantern Circle", accounts.getFirst().title());
        assertEquals(
                Optional.of("https://www.reddit.com/r/lanternleavers/comments/aa1/i_left/"),
                accounts.getFirst().sourceUrl());
        assertEquals(
                "They asked for forty pounds.\n\nFeed the lamp.\n\nThat was on the wall.",
                accounts.getFirst().text());
        assertEquals("Feed the lamp.", said(accounts.getFirst(), 1));
        assertEquals("They asked for forty pounds.", said(accounts.get(1), 1));
        assertEquals("[removed]", accounts.get(2).text());
        assertEquals(Turn.Voice.SYSTEM, accounts.get(2).turns().getFirst().voice());
        assertEquals(1, reading.warnings().size(), "three comments are not in the file");
    }

    @Test
    void pushshiftLinesSurviveABrokenOne() {
        Found reading = read("pushshift.jsonl");
        List<Account> accounts = reading.accounts();
        assertEquals(4, accounts.size());
        assertEquals("line 4", reading.warnings().getFirst().where());
        assertEquals(Optional.of(LocalDate.of(2012, 9, 4)), day(accounts.getFirst()));
        assertEquals(Optional.empty(), accounts.get(1).author());
        assertEquals(Optional.of("copyist"), accounts.get(1).poster());
        assertTrue(accounts.get(1).repostOf().isPresent());
        assertEquals(Optional.of("first_hand"), accounts.get(2).author());
        assertEquals(
                Optional.of("https://www.reddit.com/r/fenfolk/comments/zz/letters/"),
                accounts.get(2).repostOf());
        assertEquals("They kept my letters.", accounts.get(2).text());
        assertEquals("After the broken line.", accounts.get(3).text());
    }

    @Test
    void whatAListHeldBeforeItBrokeOffIsRead() {
        String whole = new String(Fixtures.bytes("thread.json"), StandardCharsets.UTF_8);
        String cut = whole.substring(0, whole.indexOf("\"author\":\"AutoModerator\""));
        Found reading = read("thread.json", cut.getBytes(StandardCharsets.UTF_8));
        assertEquals(3, reading.accounts().size());
        assertTrue(reading.warnings().stream()
                .anyMatch(warning -> warning.message().startsWith("JSON ends")));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "UTF-16", "UTF-32LE"})
    void encodings(String charset) {
        String text =
                "Ich war zwei Jahre im Kreis.\r\nEs war schön, und dann kam die Prüfung – „für alle“.\rDas war’s.\n";
        String mark = charset.equals("UTF-32LE") ? "\uFEFF" : "";
        Account account = only(read("brief.txt", (mark + text).getBytes(Charset.forName(charset))));
        assertEquals(text.replace("\r\n", "\n").replace('\r', '\n').strip(), account.text());
        assertEquals(Optional.of("de"), account.language());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Originally posted by u/fen_walker on r/fenfolk | fen_walker",
                "Reposted from https://fen.example/a with permission |",
                "This is not my story. |",
                "Copied from an older forum, by Ada Quill | Ada Quill",
            })
    void wordsForAnothersText(String line, String author) {
        Account account = only(read(
                "x.txt", (line + "\n\nI was there for a year, and then no more.\n").getBytes(StandardCharsets.UTF_8)));
        assertTrue(account.repostOf().isPresent());
        assertEquals(Optional.ofNullable(author), account.author());
    }

    @Test
    void aStoryThatMentionsPostingIsNoRepost() {
        String text = "I reposted their flyer once and was thanked.\n\nThe original plan was to leave in May.\n";
        assertEquals(
                Optional.empty(),
                only(read("x.txt", text.getBytes(StandardCharsets.UTF_8))).repostOf());
    }

    @Test
    void notesInAnEssayAreNoSpeakers() {
        String text =
                "How it was\n\nNote: this is long.\n\nI came in May. Edit: in June.\n\nNote: they denied it.\n\nPS: be well.\n";
        assertEquals(
                1,
                only(read("x.txt", text.getBytes(StandardCharsets.UTF_8)))
                        .turns()
                        .size());
    }
}
