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
        return account.turns().stream()
                .findFirst()
                .flatMap(first -> of(
                        account.format(),
                        account.channel(),
                        account.threaded().flatMap(Threaded::id),
                        account.speakers().size(),
                        new First(
                                account.speakerOf(first).name(),
                                first.span().of(account.text()),
                                first.date().map(When::written))));
    }

    /**
     * The first message of a conversation.
     *
     * @param date as written
     */
    public record First(String speaker, String text, Optional<String> date) {}

    /**
     * The same from the parts of an account that it depends on.
     *
     * @param id that the source gives
     * @param speakers how many there are
     */
    public static Optional<String> of(
            String format, Optional<String> channel, Optional<String> id, int speakers, First first) {
        boolean conversation =
                speakers > 1 && channel.isPresent() && first.date().isPresent();
        if (id.isEmpty() && !conversation) {
            return Optional.empty();
        }
        MessageDigest digest = Sha256.digest();
        put(digest, format);
        put(digest, channel.orElse(""));
        put(digest, id.orElse(""));
        if (id.isEmpty()) {
            put(digest, first.speaker());
            put(digest, first.text());
            put(digest, first.date().orElse(""));
        }
        return Optional.of(HexFormat.of().formatHex(digest.digest(), 0, 16));
    }

    private static void put(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
