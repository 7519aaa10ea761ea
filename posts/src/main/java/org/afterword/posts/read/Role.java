package org.afterword.posts.read;

import java.util.List;
import java.util.Locale;

/** What a column holds, with the names that it often has. */
public enum Role {
    ACCOUNT(
            "account_id",
            "user_id",
            "account",
            "author_id",
            "userid",
            "author",
            "user",
            "username",
            "screen_name",
            "author_name",
            "user_name",
            "handle",
            "author_channel_id",
            "author.did",
            "author.id",
            "user.id_str",
            "user.id",
            "account.id",
            "account.acct",
            "actor",
            "attributed_to",
            "did"),
    TIME(
            "timestamp_share",
            "timestamp",
            "time",
            "created_at",
            "created_utc",
            "datetime",
            "date",
            "published_at",
            "created",
            "posted_at",
            "published",
            "date_posted",
            "record.created_at",
            "time_us"),
    POST("content_id", "message_id", "post_id", "tweet_id", "status_id", "id_str", "id", "post.uri", "uri"),
    TEXT(
            "message",
            "text",
            "content",
            "body",
            "full_text",
            "selftext",
            "tweet",
            "tweet_text",
            "comment",
            "caption",
            "record.text",
            "object.content"),
    OBJECT("object_id", "object"),
    URL("urls", "url", "link", "expanded_url", "expanded_urls", "entities.urls.expanded_url", "card.url"),
    DOMAIN("domain", "domains", "host"),
    HASHTAG("hashtags", "hashtag", "tags", "tags.name", "entities.hashtags.text"),
    IMAGE("image_hash", "image", "phash", "media_hash"),
    REPOST(
            "repost_id",
            "retweeted_status_id",
            "retweet_id",
            "repost_of",
            "reblogged_id",
            "reblog.id",
            "retweeted_status.id_str"),
    REPLY(
            "reply_id",
            "in_reply_to_status_id",
            "in_reply_to_id",
            "reply_to",
            "parent_id",
            "in_reply_to_status_id_str",
            "in_reply_to",
            "object.in_reply_to",
            "record.reply.parent.uri"),
    TO(
            "in_reply_to_user_id",
            "in_reply_to_account_id",
            "reply_to_user_id",
            "in_reply_to_user_id_str",
            "in_reply_to_screen_name",
            "page_id",
            "page"),
    GROUP("group", "group_label", "community", "label"),
    /** No column of its own: the addresses that stand in the text. */
    LINKS_IN_TEXT,
    /** No column of its own: the words with # before them that stand in the text. */
    HASHTAGS_IN_TEXT;

    /** What can be shared, the first that a file has being the one that is looked at unless another is asked for. */
    public static final List<Role> SHARED =
            List.of(OBJECT, URL, REPOST, IMAGE, HASHTAG, DOMAIN, LINKS_IN_TEXT, HASHTAGS_IN_TEXT, REPLY);

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> names;

    Role(String... names) {
        this.names = List.of(names);
    }

    List<String> names() {
        return names;
    }

    /** As it is written on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @throws BadInput if no role is called so
     */
    public static Role of(String word) {
        for (Role role : values()) {
            if (role.word().equals(word.toLowerCase(Locale.ROOT))) {
                return role;
            }
        }
        throw new BadInput("'" + word + "' is no kind of column; there are "
                + String.join(", ", List.of(values()).stream().map(Role::word).toList()));
    }
}
