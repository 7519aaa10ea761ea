package org.afterword.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** What two exports of one conversation, or two downloads of one message, have in common. */
public final class Beginning {
    private Beginning() {}

    /**
     * 32 hexadecimal digits, from the format, the channel, and the id that the source gives, or else who wrote the
     * first message, when, and what. Empty for what is neither a message with an id nor a conversation with a name and
     * times: the same letter from two places is two accounts, of which one may be a copy.
     */
    public static Optional<String> of(Account account) {
        Optional<String> id = account.threaded().flatMap(Threaded::id);
        if (account.turns().isEmpty()) {
            return Optional.empty();
        }
        Turn first = account.turns().getFirst();
        boolean conversation = account.speakers().size() > 1
                && account.channel().isPresent()
                && first.date().isPresent();
        if (id.isEmpty() && !conversation) {
            return Optional.empty();
        }
        MessageDigest digest = Sha256.digest();
        put(digest, account.format());
        put(digest, account.channel().orElse(""));
        put(digest, id.orElse(""));
        if (id.isEmpty()) {
            put(digest, account.speakerOf(first).name());
            put(digest, first.span().of(account.text()));
            put(digest, first.date().map(When::written).orElse(""));
        }
        return Optional.of(HexFormat.of().formatHex(digest.digest(), 0, 16));
    }

    private static void put(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
