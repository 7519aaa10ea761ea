package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Anchor;
import org.afterword.model.Balance;
import org.afterword.model.Speaker;
import org.afterword.model.Threaded;
import org.afterword.model.Turn;
import org.afterword.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Personal exports and saved pages of forums and networks. */
class ExportsTest {
    private static Found read(String file) {
        return Fixtures.read(file, Fixtures.bytes("exports/" + file));
    }

    /** The number of messages is what a person counts who looks at the file. */
    @ParameterizedTest
    @CsvSource({
        "reddit-comments.csv, reddit-export, 2, 3, 2",
        "reddit-posts.csv, reddit-export, 2, 2, 2",
        "reddit-messages.csv, reddit-export, 2, 3, 3",
        "reddit-chat.csv, reddit-export, 1, 2, 2",
        "instagram-comments.json, instagram, 1, 2, 1",
        "instagram-posts.json, instagram, 2, 3, 2",
        "instagram-stories.json, instagram, 1, 2, 1",
        "instagram-comments.html, facebook, 2, 2, 2",
        "x-page.html, twitter, 3, 5, 3",
        "twitter-old.html, twitter, 1, 1, 1",
        "forum-xenforo.html, forum, 2, 2, 2",
        "forum-phpbb.html, forum, 2, 2, 2",
        "forum-vbulletin.html, forum, 2, 2, 2",
        "forum-discourse.html, forum, 2, 2, 2",
        "forum-smf.html, forum, 2, 2, 2",
        "forum-mybb.html, forum, 2, 2, 2",
        "wordpress.xml, blog-export, 4, 8, 4",
        "blogger.xml, blog-export, 2, 3, 2",
        "feed.rss, blog-export, 1, 2, 1",
    })
    void everyMessageIsThere(String file, String format, int accounts, long expected, long messages) {
        for (String name : List.of(file, "x", "export.zip!/deep/data" + file.substring(file.lastIndexOf('.')))) {
            Found found = Fixtures.read(name, Fixtures.bytes("exports/" + file));
            assertEquals(format + "/" + Readers.VERSION, found.reader(), name);
            assertEquals(accounts, found.accounts().size());
            Balance balance = found.balance().orElseThrow();
            assertEquals(expected, balance.expected());
            assertEquals(messages, balance.read());
            assertEquals(0, balance.missing());
        }
    }

    @Test
    void whatOneSaidOnReddit() {
        List<Account> comments = read("reddit-comments.csv").accounts();
        Account first = comments.getFirst();
        assertEquals("They asked me, too.\n\nforty pounds\n\nI said \"no\".", first.text());
        assertEquals("forty pounds", Fixtures.said(first, 1));
        assertEquals(Turn.Voice.QUOTED, first.turns().get(1).voice());
        assertEquals(Optional.of("lampkeepers"), first.channel());
        assertEquals(
                new Threaded(Optional.of("t1_aa1"), Optional.of("t3_p1"), Optional.of("t3_p1")),
                first.threaded().orElseThrow());
        assertEquals(Optional.of("t1_aa1"), comments.get(1).threaded().flatMap(Threaded::parent));
        assertEquals(Turn.Voice.SYSTEM, comments.get(1).turns().getFirst().voice());
        Account linked = read("reddit-posts.csv").accounts().get(1);
        assertEquals("https://lamps.example/join", linked.text());
        assertEquals("Their page", linked.title());
    }

    @Test
    void whatOneKeptOfABlog() {
        List<Account> accounts = read("wordpress.xml").accounts();
        Account post = accounts.getFirst();
        assertEquals("Two winters & a spring", post.title());
        assertEquals(Optional.of("orla"), post.author());
        assertEquals(Optional.of("Notes from the Shed"), post.channel());
        assertEquals(Optional.of("en"), post.language());
        assertEquals(
                "I stayed in the Circle for two winters.\n\nThey asked for forty pounds a month,\nand I paid.\n\n"
                        + "A lamp that is not fed goes out.",
                post.text());
        assertEquals(Turn.Voice.QUOTED, post.turns().get(1).voice());
        assertEquals("2019-03-03", post.date().flatMap(When::day).orElseThrow().toString());
        Account answer = accounts.get(1);
        assertEquals(Optional.of("Tamsin"), answer.author());
        assertEquals(
                new Threaded(Optional.of("comment 5"), Optional.of("post 12"), Optional.of("post 12")),
                answer.threaded().orElseThrow());
        assertTrue(answer.metadata().toString().contains("tamsin@post.example"));
        Account trashed = accounts.get(2);
        assertEquals(Optional.of("comment 5"), trashed.threaded().flatMap(Threaded::parent));
        assertTrue(trashed.metadata().toString().contains("trash"));
        Account draft = accounts.get(3);
        assertEquals("What I did not dare to put online.", draft.text());
        assertEquals("2020-01-02", draft.date().flatMap(When::day).orElseThrow().toString());
        assertEquals(
                Map.of(
                        "a file of the site, which is not in the export",
                        1L,
                        "a link from another page",
                        1L,
                        "a setting of the site",
                        1L,
                        "marked as spam",
                        1L),
                read("wordpress.xml").balance().orElseThrow().skipped());
        List<Account> backup = read("blogger.xml").accounts();
        assertEquals(
                "I left the Lantern Circle in spring.\n\nNobody called me afterwards.",
                backup.getFirst().text());
        assertEquals(
                Optional.of("http://reed.example/2013/04/why-i-went.html"),
                backup.getFirst().sourceUrl());
        assertEquals(
                backup.getFirst().threaded().flatMap(Threaded::id),
                backup.get(1).threaded().flatMap(Threaded::parent));
    }

    /** A cell may hold commas, line ends and quotation marks, and the bytes of its row lead back to it. */
    @Test
    void rowsLeadBack() {
        byte[] bytes = Fixtures.bytes("exports/reddit-comments.csv");
        for (Account account : read("reddit-comments.csv").accounts()) {
            String id = account.threaded().flatMap(Threaded::id).orElseThrow().substring(3);
            Anchor place = account.anchors().getLast();
            String[] range = place.selector().replace("bytes=", "").split("-", -1);
            String row = new String(
                    bytes,
                    Integer.parseInt(range[0]),
                    Integer.parseInt(range[1]) - Integer.parseInt(range[0]),
                    java.nio.charset.StandardCharsets.UTF_8);
            assertTrue(row.startsWith(id + ",https://") && row.endsWith(","), row);
        }
    }

    /** They stand newest first, those of a thread not together, and the other's words are the other's. */
    @Test
    void privateMessagesAreConversations() {
        List<Account> threads = read("reddit-messages.csv").accounts();
        Account hall = threads.getFirst();
        assertEquals("wren_alder: Do we meet on Friday?\n\nivo_marsh: Yes. Bring a lamp.", hall.text());
        assertEquals(
                List.of("wren_alder", "ivo_marsh"),
                hall.speakers().stream().map(Speaker::name).toList());
        assertTrue(hall.turns().get(1).prompted());
        Account room = Fixtures.only(read("reddit-chat.csv"));
        assertEquals(Optional.of(0), room.turns().get(1).answers());
        assertEquals(Optional.of("Lamps"), room.channel());
    }

    /** A table of votes is nobody's story, and the names are in a table of the same export. */
    @Test
    void tablesInWhichNobodySpeaks() {
        Found votes = read("reddit-votes.csv");
        assertTrue(votes.accounts().isEmpty());
        assertEquals(
                "a table of a Reddit export in which nobody says anything",
                votes.warnings().getFirst().message());
        assertEquals(Optional.of(new Balance("rows", 2, 0, Map.of("nothing in it", 2L))), votes.balance());
        var export = new Folder(Map.of(
                "comments.csv",
                Fixtures.bytes("exports/reddit-comments.csv"),
                "statistics.csv",
                Fixtures.bytes("exports/statistics.csv"),
                "friends.csv",
                Packed.text("username,note\nmoss,\n")));
        assertEquals(
                Optional.of("wren_alder"),
                export.read("comments.csv").accounts().getFirst().author());
        assertTrue(export.read("statistics.csv").accounts().isEmpty());
        assertTrue(export.read("friends.csv").accounts().isEmpty());
    }

    @Test
    void whatOneWroteOnInstagram() {
        Account comment = Fixtures.only(read("instagram-comments.json"));
        assertEquals("I was there, too. It wasn’t kind.", comment.text());
        assertEquals(Optional.of("under a post of lampkeepers_official"), comment.channel());
        Account both = read("instagram-posts.json").accounts().get(1);
        assertEquals("Two of the hall.", Fixtures.said(both, 0));
        assertEquals(Turn.Voice.SYSTEM, both.turns().get(1).voice());
        assertEquals(2, both.cited().size());
        var profile =
                Packed.text("{\"profile_user\":[{\"string_map_data\":{\"Username\":{\"value\":\"wren.alder\"}}}]}");
        var export = new Folder(Map.of(
                "your_instagram_activity/comments/post_comments_1.json",
                Fixtures.bytes("exports/instagram-comments.json"),
                "personal_information/personal_information/personal_information.json",
                profile));
        assertEquals(
                Optional.of("wren.alder"),
                Fixtures.only(export.read("your_instagram_activity/comments/post_comments_1.json"))
                        .author());
        Account page = read("instagram-comments.html").accounts().getFirst();
        assertEquals("I was there, too.", page.text());
        assertEquals("under a post of lampkeepers_official", page.title());
        assertEquals(
                Optional.of(LocalDateTime.of(2021, 5, 3, 10, 0)), page.date().flatMap(When::earliest));
    }

    @Test
    void tweetsOfAPage() {
        Found page = read("x-page.html");
        List<Account> tweets = page.accounts();
        assertEquals("I left them today. 🕯️\nThey asked for forty pounds.", Fixtures.said(tweets.getFirst(), 0));
        assertEquals("[a receipt for forty pounds]", Fixtures.said(tweets.getFirst(), 1));
        assertEquals(Optional.of("wren_alder"), tweets.getFirst().author());
        assertEquals(
                Optional.of("https://twitter.com/wren_alder/status/1001"),
                tweets.getFirst().sourceUrl());
        Turn quoted = tweets.get(1).turns().get(1);
        assertEquals(Turn.Voice.QUOTED, quoted.voice());
        assertEquals("moss_fen", tweets.get(1).speakerOf(quoted).name());
        assertEquals(Optional.of("moss_fen"), tweets.get(2).author());
        assertEquals(Optional.of("wren_alder"), tweets.get(2).poster());
        assertEquals("The lamp was never lit", Fixtures.said(tweets.get(2), 0));
        assertEquals(
                Map.of("advertisements", 1L, "deleted, or not shown by the platform", 1L),
                page.balance().orElseThrow().skipped());
        Account old = Fixtures.only(read("twitter-old.html"));
        assertEquals("I left.", Fixtures.said(old, 0));
        assertEquals("ivo_marsh", old.speakerOf(old.turns().get(1)).name());
        assertEquals(Optional.of("500"), old.threaded().flatMap(Threaded::thread));
    }

    @ParameterizedTest
    @CsvSource({
        "forum-xenforo.html, post-102",
        "forum-phpbb.html, p202",
        "forum-vbulletin.html, post302",
        "forum-discourse.html, post_2",
        "forum-smf.html, msg_402",
        "forum-mybb.html, post_502",
    })
    void postsOfAForum(String file, String id) {
        List<Account> posts = read(file).accounts();
        Account first = posts.getFirst();
        assertEquals(Optional.of("wren_alder"), first.author());
        assertTrue(first.text().startsWith("I left in spring."));
        assertFalse(first.text().contains("lamp lit"), "signature");
        assertTrue(first.date().flatMap(When::earliest).isPresent());
        assertTrue(first.title().contains("Leaving the lamp keepers"));
        Account second = posts.get(1);
        assertEquals(Optional.of("ivo_marsh"), second.author());
        assertEquals(Optional.of(id), second.threaded().flatMap(Threaded::id));
        assertFalse(second.text().contains("Click to expand"));
        Turn quoted = second.turns().get(1);
        assertEquals(Turn.Voice.QUOTED, quoted.voice());
        assertEquals("wren_alder", second.speakerOf(quoted).name());
        assertTrue(second.text().endsWith("\n\nSo did I.") || second.text().endsWith("\n\nFrom me, too."));
        assertFalse(Fixtures.said(second, 1).contains("did I"));
    }

    /** "03-05-2019" is one of two days, and "Yesterday" is none. */
    @Test
    void daysThatAreNotDecided() {
        List<Account> posts = read("forum-vbulletin.html").accounts();
        When either = posts.getFirst().date().orElseThrow();
        assertEquals(Optional.of(LocalDateTime.of(2019, 3, 5, 21, 12)), either.earliest());
        assertEquals(Optional.of(LocalDateTime.of(2019, 5, 3, 21, 12)), either.latest());
        assertEquals(When.undecided("Yesterday, 08:00 AM"), posts.get(1).date().orElseThrow());
        assertEquals(
                "the thread has 3 pages, and this is one of them",
                read("forum-xenforo.html").warnings().getFirst().message());
    }
}
