package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Threaded;
import org.afterword.model.When;
import org.junit.jupiter.api.Test;

/** Saved pages of Instagram; all people are invented. */
class InstagramPageTest {
    private static final String BEFORE = """
            <!DOCTYPE html><html lang="en"><head><title>Lantern Choir</title>
            <link rel="canonical" href="https://www.instagram.com/p/B0lanTern-1/">
            <script type="text/javascript">window._sharedData = {"entry_data":{"PostPage":[{"graphql":{"shortcode_media":{
            "__typename":"GraphImage","id":"2100","shortcode":"B0lanTern-1","taken_at_timestamp":1551700000,
            "owner":{"id":"7","username":"lantern.choir","full_name":"Lantern Choir"},
            "edge_media_to_caption":{"edges":[{"node":{"text":"Sunday again.\\nCome & sing."}}]},
            "edge_media_to_parent_comment":{"count":4,"edges":[
             {"node":{"id":"17900","text":"I sang there for two years.","created_at":1551700100,"owner":{"id":"8","username":"tove_91"},
              "edge_threaded_comments":{"count":1,"edges":[{"node":{"id":"17901","text":"@tove_91 So did I \\ud83c\\udf32","created_at":1551700200,"owner":{"id":"9","username":"ilse.moor"}}}]}}},
             {"node":{"id":"17902","text":" ","created_at":1551700300,"owner":{"id":"9","username":"ilse.moor"}}}]},
            "edge_media_preview_comment":{"count":4,"edges":[{"node":{"id":"17900","text":"I sang there for two years.","created_at":1551700100,"owner":{"id":"8","username":"tove_91"}}}]}
            }}}]}};</script></head><body><div class="_ab12">Log in</div></body></html>
            """;

    private static final String TODAY = """
            <!DOCTYPE html><html><head><meta property="og:url" content="https://www.instagram.com/lantern.choir/reel/C9xYz/"></head><body>
            <script type="application/json" data-content-len="9" data-sjs>{"require":[["ScheduledServerJS","handle",null,[{"__bbox":{"result":{"data":{
            "xdt_api__v1__media__shortcode__web_info":{"items":[{"code":"C9xYz","pk":"33","taken_at":1751700000,"comment_count":2,
             "caption":{"pk":"44","text":"New hall.","created_at":1751700000,"user":{"username":"lantern.choir"}},
             "user":{"pk":"7","username":"lantern.choir"}}]}}}}}]]]}</script>
            <script type="application/json" data-sjs>{"data":{"xdt_api__v1__media__media_id__comments__connection":{"edges":[
             {"node":{"pk":"500","text":"They asked me for my keys.","created_at":1751700500,"user":{"username":"tove_91"},"child_comment_count":1,"parent_comment_id":null}},
             {"node":{"pk":"501","text":"Mine too.","created_at":1751700600,"user":{"username":"ilse.moor"},"parent_comment_id":"500"}}]}}}</script>
            </body></html>
            """;

    @Test
    void aPageOfBefore() {
        Found found = Fixtures.read("p.html", Packed.text(BEFORE));
        assertEquals("instagram-page/" + Readers.VERSION, found.reader());
        List<Account> accounts = found.accounts();
        assertEquals(
                List.of("Sunday again.\nCome & sing.", "I sang there for two years.", "@tove_91 So did I \uD83C\uDF32"),
                accounts.stream().map(Account::text).toList());
        assertEquals(
                List.of("lantern.choir", "tove_91", "ilse.moor"),
                accounts.stream().flatMap(one -> one.author().stream()).toList());
        assertEquals(
                Optional.of(new Threaded(Optional.of("17900"), Optional.of("B0lanTern-1"), Optional.of("B0lanTern-1"))),
                accounts.get(1).threaded());
        assertEquals(Optional.of("17900"), accounts.get(2).threaded().flatMap(Threaded::parent));
        assertEquals(
                Optional.of("https://www.instagram.com/p/B0lanTern-1/"),
                accounts.get(2).sourceUrl());
        assertEquals(
                Optional.of(LocalDateTime.parse("2019-03-04T11:48:20")),
                accounts.get(1).date().flatMap(When::earliest));
        assertEquals(4, found.balance().orElseThrow().expected());
        assertEquals(1, found.balance().orElseThrow().skipped().get("without words"));
        assertTrue(
                found.warnings().stream().anyMatch(warning -> warning.message().contains("2 of them are not in it")));
    }

    @Test
    void aPageOfToday() {
        Found found = Fixtures.read("p.html", Packed.text(TODAY));
        assertEquals(
                List.of("New hall.", "They asked me for my keys.", "Mine too."),
                found.accounts().stream().map(Account::text).toList());
        assertEquals(
                Optional.of(new Threaded(Optional.of("501"), Optional.of("C9xYz"), Optional.of("500"))),
                found.accounts().get(2).threaded());
        assertTrue(found.warnings().isEmpty(), () -> found.warnings().toString());
    }

    /** A page about Instagram is none of it. */
    @Test
    void anotherPage() {
        Found found = Fixtures.read(
                "p.html",
                Packed.text("<!doctype html><html><body><article><p>"
                        + "On instagram.com I wrote that I had left, and nobody there asked me why. ".repeat(5)
                        + "</p></article></body></html>"));
        assertEquals("webpage/" + Readers.VERSION, found.reader());
    }
}
