package org.afterword.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.afterword.casefile.DropBox;
import org.afterword.casefile.Stretched;
import org.afterword.model.Id;
import org.afterword.model.Sha256;

/** What a receipt opens: three keys, none of which tells another. */
final class MailboxKeys {
    private final Id mailbox;
    private final Sha256 proof;
    private final DropBox answers;

    private MailboxKeys(Id mailbox, Sha256 proof, DropBox answers) {
        this.mailbox = mailbox;
        this.proof = proof;
        this.answers = answers;
    }

    /** Slow on purpose. */
    static MailboxKeys of(Receipt receipt, Settings settings) {
        byte[] secret = receipt.bytes();
        try (var stretched = Stretched.of(secret, settings.saltBytes(), settings.cost())) {
            byte[] lookUp = stretched.key("afterword/intake/v1/look-up");
            byte[] authentication = stretched.key("afterword/intake/v1/authentication");
            byte[] reply = stretched.key("afterword/intake/v1/reply");
            var keys = new MailboxKeys(Id.of(Arrays.copyOf(lookUp, 16)), proof(authentication), DropBox.of(reply));
            Arrays.fill(authentication, (byte) 0);
            Arrays.fill(reply, (byte) 0);
            return keys;
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static Sha256 proof(byte[] authentication) {
        var digest = Sha256.digest();
        digest.update("afterword/intake/proof/v1".getBytes(StandardCharsets.US_ASCII));
        return Sha256.ofDigest(digest.digest(authentication));
    }

    /** Under which the folder keeps it. */
    Id mailbox() {
        return mailbox;
    }

    /** What the folder keeps of the key that authenticates: a hash. */
    Sha256 proof() {
        return proof;
    }

    /** Opens what was sealed for the source. */
    DropBox answers() {
        return answers;
    }

    @Override
    public String toString() {
        return "a mailbox's keys";
    }
}
