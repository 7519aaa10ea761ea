package org.afterword.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/**
 * How a forum's program writes a thread as a page. All but the mark are selectors; of several things that one finds,
 * the first counts.
 *
 * @param mark what a page of it has in its text, at a glance
 * @param posts each of the posts
 * @param words within a post
 * @param author within a post; {@code @name} is an attribute of the post itself
 * @param date within a post: a moment in an attribute, or in words
 * @param id the attribute of the post, or of its words, that has its number, and what stands before the number
 * @param quotes within the words, others' words that are no blockquote
 * @param around within the words, what is nobody's
 */
record Forum(
        String name,
        Pattern mark,
        String posts,
        String words,
        String author,
        String date,
        String id,
        String quotes,
        String around) {
    private static final String COMMON =
            "script, style, .signature, .message-signature, .edited, .lastedited, .attachbox";

    static final List<Forum> ALL = List.of(
            new Forum(
                    "XenForo",
                    Pattern.compile("data-xf-init|id=\"XenForo\"|class=\"[^\"]*\\bmessage--post\\b"),
                    "article.message--post, article.message[data-content^=post-], li.message[data-author]",
                    ".message-body .bbWrapper, .message-content .bbWrapper, .messageText",
                    "@data-author, .message-name, .username",
                    ".message-attribution time[datetime], .message-date time[datetime], .messageMeta .DateTime, .DateTime, time",
                    "id=post-, data-content=post-",
                    ".bbCodeQuote",
                    COMMON + ", .bbCodeBlock-expandLink, .js-expandLink, .quoteExpand"),
            new Forum(
                    "Discourse",
                    Pattern.compile("content=\"Discourse\\b|class=\"[^\"]*\\b(?:crawler-post|topic-post)\\b"),
                    ".crawler-post, .topic-post article[data-post-id], article[data-post-id]",
                    ".post[itemprop], .cooked, .post",
                    ".creator [itemprop=name], .names .username a, .names .username, [data-user-card]",
                    "time[datetime], .relative-date[data-time], .crawler-post-infos",
                    "data-post-id=, id=post_",
                    "aside.quote",
                    COMMON + ", .cooked-selection-barrier, .lightbox-wrapper .meta, .quote-controls, .onebox"),
            new Forum(
                    "phpBB",
                    Pattern.compile("id=\"phpbb\"|Powered by[^<]*<[^>]*>?phpBB|class=\"[^\"]*\\bpostbody\\b"),
                    ".post:has(.postbody), .postbody:not(.post .postbody)",
                    ".content, .postcontent",
                    ".author .username, .author .username-coloured, .postprofile .username, .postprofile .username-coloured, .author strong, .postauthor",
                    ".author time[datetime], .author time, .author",
                    "id=p",
                    ".quotecontent",
                    COMMON + ", .notice, .inline-attachment dt, cite > *"),
            new Forum(
                    "vBulletin",
                    Pattern.compile("content=\"vBulletin|vbulletin|id=\"post_message_\\d|class=\"[^\"]*\\bb-post__"),
                    ".postbit, .postbitlegacy, .postcontainer, table[id^=post]:has([id^=post_message_]), li.b-post, .b-post[data-node-id]",
                    "[id^=post_message_], .postcontent, .js-post__content-text, .b-post__content",
                    "a.bigusername, .username, .b-userinfo__details .author, .author a, .author",
                    ".postdate, .date, .b-post__timestamp time[datetime], .b-post__timestamp, td.thead",
                    "id=post_, id=post, data-node-id=",
                    ".bbcode_container, .bbcode_quote, div[style*=margin]:has(> .smallfont)",
                    COMMON + ", .b-post__edit, .smallfont:matchesOwn((?i)^(?:last edited|quote:$))"),
            new Forum(
                    "SMF",
                    Pattern.compile("Simple Machines|smf_theme_url|SMF_"),
                    ".post_wrapper, .windowbg:has(.inner[id^=msg_])",
                    ".inner[id^=msg_], .post .inner",
                    ".poster h4 a, .poster h4",
                    ".keyinfo .smalltext, .keyinfo .smalltext a, .postinfo .smalltext, .keyinfo",
                    "id=msg_",
                    ".bbc_standard_quote, .bbc_alternate_quote",
                    COMMON + ", .modified, .moderatorbar"),
            new Forum(
                    "MyBB",
                    Pattern.compile("MyBB|mybb_|id=\"posts_container\""),
                    "#posts .post, #posts > table[id^=post_]",
                    ".post_body, [id^=pid_]",
                    ".author_information .largetext, .post_author .largetext, .largetext a",
                    ".post_date, .post_head",
                    "id=post_",
                    ".mycode_quote",
                    COMMON + ", .post_edit, .edited_post, cite > span"));

    /** Whose page it is; empty if it is no forum's that is known, or has no post. */
    static Optional<Forum> of(String text, Document page) {
        return ALL.stream()
                .filter(forum -> forum.mark.matcher(text).find())
                .filter(forum ->
                        page.select(forum.posts).stream().anyMatch(post -> post.selectFirst(forum.words) != null))
                .findFirst();
    }
}
