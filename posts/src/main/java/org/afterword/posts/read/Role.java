package org.afterword.posts.read;

import java.util.List;
import java.util.Locale;

/** What a column holds, with the names that it often has. */
public enum Role {
    ACCOUNT("account_id", "user_id", "account", "author_id", "userid", "author", "user", "username", "screen_name"),
    TIME("timestamp_share", "timestamp", "time", "created_at", "created_utc", "datetime", "date", "published_at"),
    POST("content_id", "message_id", "post_id", "tweet_id", "status_id", "id"),
    TEXT("message", "text", "content", "body", "full_text", "selftext"),
    OBJECT("object_id", "object"),
    URL("urls", "url", "link", "expanded_url", "expanded_urls"),
    DOMAIN("domain", "domains", "host"),
    HASHTAG("hashtags", "hashtag", "tags"),
    IMAGE("image_hash", "image", "phash", "media_hash"),
    REPOST("repost_id", "retweeted_status_id", "retweet_id", "repost_of", "reblogged_id"),
    REPLY("reply_id", "in_reply_to_status_id", "in_reply_to_id", "reply_to", "parent_id"),
    TO(
            "in_reply_to_user_id",
            "in_reply_to_account_id",
            "reply_to_user_id",
            "in_reply_to_screen_name",
            "page_id",
            "page"),
    GROUP("group", "group_label", "community", "label");

    /** What can be shared, the first that a file has being the one that is looked at unless another is asked for. */
    public static final List<Role> SHARED = List.of(OBJECT, URL, REPOST, IMAGE, HASHTAG, DOMAIN, REPLY);

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
        return name().toLowerCase(Locale.ROOT);
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
