package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Span;
import org.afterword.model.Threaded;
import org.afterword.model.Turn;
import org.afterword.model.When;
import org.junit.jupiter.api.Test;

/** Medium's saved pages and its export; all people are invented. */
class MediumTest {
    private static final String STORY =
            "For two years I carried the lanterns on Sundays, and nobody told me what they were for. ".repeat(4);

    private static final String PAGE = """
            <!doctype html><html lang="en"><head><title>What the lanterns were for | by Tove Marsh | Medium</title>
            <meta property="og:site_name" content="Medium"><link rel="canonical" href="https://medium.com/@tove.marsh/what-the-lanterns-were-for-a1b2c3d4e5f6">
            <meta property="article:published_time" content="2019-03-04T11:48:20.000Z"><meta name="author" content="Tove Marsh"></head>
            <body><div id="root"><article><h1>What the lanterns were for</h1><p>STORY</p></article></div>
            <script>window.__APOLLO_STATE__ = {"ROOT_QUERY":{"__typename":"Query"},
            "User:u1":{"__typename":"User","id":"u1","name":"Tove Marsh","username":"tove.marsh"},
            "User:u2":{"__typename":"User","id":"u2","name":"Ilse Quill","username":"ilse.quill"},
            "Post:a1b2c3d4e5f6":{"__typename":"Post","id":"a1b2c3d4e5f6","creator":{"__ref":"User:u1"},"inResponseToPostResult":null,
             "postResponses":{"__typename":"PostResponses","count":4},"content({\\"postMeteringOptions\\":{}})":{"bodyModel":{"paragraphs":[{"__ref":"Paragraph:p0"}]}}},
            "Post:ffee":{"__typename":"Post","id":"ffee","title":"Ten ways to read more","creator":{"__ref":"User:u1"},"mediumUrl":"https://medium.com/p/ffee"},
            "Post:77aa":{"__typename":"Post","id":"77aa","creator":{"__ref":"User:u2"},"firstPublishedAt":1551786500123,"mediumUrl":"https://medium.com/@ilse.quill/77aa",
             "inResponseToPostResult":{"__ref":"Post:a1b2c3d4e5f6"},
             "content({\\"postMeteringOptions\\":{}})":{"bodyModel":{"paragraphs":[{"__ref":"Paragraph:p1"},{"__ref":"Paragraph:p2"},{"__ref":"Paragraph:p3"}]}}},
            "Post:88bb":{"__typename":"Post","id":"88bb","creator":{"__ref":"User:u1"},"createdAt":1551786600000,
             "inResponseToPostResult":{"__ref":"Post:77aa"},"content":{"bodyModel":{"paragraphs":[{"__typename":"Paragraph","type":"P","text":"Thank you, Ilse."}]}}},
            "Post:99cc":{"__typename":"Post","id":"99cc","creator":{"__ref":"User:u2"},"inResponseToPostResult":{"__ref":"Post:77aa"},"content":{"bodyModel":{"paragraphs":[]}}},
            "Paragraph:p0":{"type":"P","text":"For two years"},
            "Paragraph:p1":{"type":"BQ","text":"nobody told me what they were for"},
            "Paragraph:p2":{"type":"P","text":"I was told: for the dead."},
            "Paragraph:p3":{"type":"IMG","text":""}};</script></body></html>
            """.replace("STORY", STORY);

    private static final String EXPORTED = """
            <!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>What the lanterns were for</title><style>* { font-family: Georgia; }</style></head>
            <body><article class="h-entry"><header><h1 class="p-name">What the lanterns were for</h1></header>
            <section data-field="subtitle" class="p-summary">Two years of Sundays</section>
            <section data-field="body" class="e-content"><section name="ab12" class="section section--body section--first section--last"><div class="section-divider"><hr class="section-divider"></div>
            <div class="section-content"><div class="section-inner sectionLayout--insetColumn"><p name="cd34" id="cd34" class="graf graf--p">STORY</p></div></div></section></section>
            <footer><p>By <a href="https://medium.com/@tove.marsh" class="p-author h-card">Tove Marsh</a> on <a href="https://medium.com/p/a1b2c3d4e5f6"><time class="dt-published" datetime="2019-03-04T11:48:20.123Z">March 4, 2019</time></a>.</p>
            <p><a href="https://medium.com/@tove.marsh/what-the-lanterns-were-for-a1b2c3d4e5f6" class="p-canonical">Canonical link</a></p>
            <p>Exported from <a href="https://medium.com">Medium</a> on November 2, 2023.</p></footer></article></body></html>
            """.replace("STORY", STORY);

    @Test
    void responsesAreAccounts() {
        Found found = Fixtures.read("story.html", Packed.text(PAGE));
        List<Account> accounts = found.accounts();
        assertEquals(3, accounts.size());
        assertTrue(accounts.getFirst().text().contains(STORY.strip()));
        Account response = accounts.get(1);
        assertEquals("nobody told me what they were for\n\nI was told: for the dead.", response.text());
        assertEquals(Optional.of("Ilse Quill"), response.author());
        assertEquals(Optional.of("https://medium.com/@ilse.quill/77aa"), response.sourceUrl());
        assertEquals(
                Optional.of(new Threaded(Optional.of("77aa"), Optional.empty(), Optional.of("a1b2c3d4e5f6"))),
                response.threaded());
        assertEquals(
                Optional.of(LocalDateTime.parse("2019-03-05T11:48:20.123").toLocalDate()),
                response.date().flatMap(When::day));
        assertEquals(
                List.of(new Span(0, 33)),
                response.turns().stream()
                        .filter(turn -> turn.voice() == Turn.Voice.QUOTED)
                        .map(Turn::span)
                        .toList());
        assertEquals("Thank you, Ilse.", accounts.get(2).text());
        assertEquals(Optional.of("77aa"), accounts.get(2).threaded().flatMap(Threaded::parent));
        assertEquals(3, found.balance().orElseThrow().expected());
        assertEquals(1, found.balance().orElseThrow().skipped().get("nothing in it"));
        assertTrue(found.warnings().stream().anyMatch(one -> one.message().contains("4 responses; 1 of them")));
    }

    @Test
    void anExportedPost() {
        Account post = Fixtures.only(Fixtures.read("posts/2019-03-04_What-the-lanterns.html", Packed.text(EXPORTED)));
        assertEquals("What the lanterns were for", post.title());
        assertEquals(Optional.of("Tove Marsh"), post.author());
        assertEquals(Optional.of("2019-03-04"), post.date().flatMap(When::day).map(Object::toString));
        assertEquals(
                Optional.of("https://medium.com/@tove.marsh/what-the-lanterns-were-for-a1b2c3d4e5f6"),
                post.sourceUrl());
        assertTrue(post.text().contains("nobody told me"));
        assertFalse(post.text().contains("Exported from"), post.text());
    }
}
