package org.afterword.casefile;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.afterword.model.Id;
import org.afterword.model.Sha256;

/**
 * The ways into a case: the epoch key, sealed for each. {@code docs/case-format.md} has the form.
 */
final class Header {
    private static final HexFormat HEX = HexFormat.of();
    private static final String FORMAT = "afterword/case/1";
    private static final String MAC = "mac";
    private static final int DIGEST = 32;
    private static final int LIMIT = 1 << 20;

    /** Each may cost a quarter of a second: a changed header must not stop the machine. */
    static final int MOST_WAYS = 64;

    private final ObjectNode json;
    private final Fields fields;

    private Header(ObjectNode json, Fields fields) {
        this.json = json;
        this.fields = fields;
    }

    /** Of a new case. */
    static Header of(Epoch epoch, List<Wrap> wraps) {
        return next(Frames.json().createObjectNode().put("format", FORMAT), epoch, wraps);
    }

    /** This one with other ways in or another epoch; what newer programs put into it stays. */
    Header next(Epoch epoch, List<Wrap> wraps) {
        return next(json.deepCopy(), epoch, wraps);
    }

    private static Header next(ObjectNode json, Epoch epoch, List<Wrap> wraps) {
        json.put("case", epoch.caseId().toString());
        json.put("epoch", epoch.number());
        json.put("commitment", HEX.formatHex(epoch.commitment()));
        json.set("wraps", Frames.json().valueToTree(wraps));
        json.set("secrets", Frames.json().valueToTree(Hex.of(epoch.sealSecrets())));
        json.remove(MAC);
        json.put(MAC, HEX.formatHex(epoch.mac(Canonical.bytes(json))));
        try {
            return new Header(json, Frames.json().treeToValue(json, Fields.class));
        } catch (IOException e) {
            throw new IllegalStateException("a header that was just made has its fields", e);
        }
    }

    byte[] bytes() {
        byte[] text = Canonical.bytes(json);
        return Crypto.concat(Sha256.digest().digest(text), text);
    }

    /** Empty if the bytes are damaged. */
    static Optional<Header> parse(byte[] bytes) {
        if (bytes.length < DIGEST || bytes.length > LIMIT) {
            return Optional.empty();
        }
        byte[] text = Arrays.copyOfRange(bytes, DIGEST, bytes.length);
        if (!Arrays.equals(Sha256.digest().digest(text), Arrays.copyOf(bytes, DIGEST))) {
            return Optional.empty();
        }
        try {
            return Frames.json().readTree(text) instanceof ObjectNode json && Arrays.equals(Canonical.bytes(json), text)
                    ? Optional.of(new Header(json, Frames.json().treeToValue(json, Fields.class)))
                            .filter(header -> FORMAT.equals(header.fields.format()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The first copy that is whole.
     *
     * @throws CaseException.Damaged if none is, or the container's version is not what the header needs
     */
    static Header read(Container container) throws CaseException {
        for (byte[] copy : container.headers()) {
            var header = parse(copy);
            if (header.isPresent()) {
                if (header.get().version() != container.version()) {
                    throw new CaseException.Damaged("the container's version");
                }
                return header.get();
            }
        }
        throw new CaseException.Damaged("the header");
    }

    /** The version of the format that a reader of this header must know. */
    long version() {
        return wraps().stream().allMatch(wrap -> wrap.isOld() || wrap.known() == Way.Kind.UNKNOWN) ? 1 : 2;
    }

    List<Wrap> wraps() {
        return fields.wraps();
    }

    /**
     * @param passphrase or the recovery code, or an age identity
     * @throws CaseException.WrongPassphrase if it opens no wrap
     * @throws CaseException.Damaged if the header was changed
     */
    KeyRing unlock(Passphrase passphrase) throws CaseException {
        try {
            var found = find(passphrase);
            var epoch = Epoch.of(
                            fields.caseId(),
                            fields.epoch(),
                            found.epochKey(),
                            fields.secrets().sealed())
                    .orElseThrow(() -> new CaseException.Damaged("the header's secrets"));
            check(epoch);
            return new KeyRing(epoch, found.opened());
        } catch (IllegalArgumentException e) {
            throw new CaseException.Damaged("the header", e);
        }
    }

    /**
     * @throws CaseException.Damaged if it is not what was written under this epoch
     */
    void check(Epoch epoch) throws CaseException {
        var unsigned = json.deepCopy();
        unsigned.remove(MAC);
        if (!MessageDigest.isEqual(epoch.mac(Canonical.bytes(unsigned)), HEX.parseHex(fields.mac()))) {
            throw new CaseException.Damaged("the header was changed");
        }
    }

    /**
     * Tries no passphrase.
     *
     * @throws CaseException.WrongPassphrase if it is not this case's recovery code
     */
    void checkRecovery(Passphrase typed) throws CaseException {
        var code = RecoveryCode.parse(typed.chars());
        if (code.isPresent() && !code.get().right()) {
            throw slip();
        }
        if (code.flatMap(this::byCode).isEmpty()) {
            throw new CaseException.WrongPassphrase("This is not the recovery code of this case, which has eight"
                    + " groups of four characters. The case is unharmed; look for a newer print, or make a new code.");
        }
    }

    private static CaseException.WrongPassphrase slip() {
        return new CaseException.WrongPassphrase("This looks like a recovery code with a slip in it: one of its"
                + " characters is wrong. The case is unharmed; compare it with the paper, then try again.");
    }

    private Wrap.Found find(Passphrase passphrase) throws CaseException {
        if (Age.looksLikeIdentity(passphrase.chars())) {
            var found = first(Way.Kind.AGE, wrap -> wrap.open(passphrase.chars()));
            if (found.isPresent()) {
                return found.get();
            }
        }
        var code = RecoveryCode.parse(passphrase.chars());
        var found = code.filter(RecoveryCode.Typed::right)
                .flatMap(this::byCode)
                .or(() -> first(Way.Kind.PASSPHRASE, wrap -> open(wrap, wrap.secret(passphrase))));
        code.ifPresent(typed -> Arrays.fill(typed.code(), (byte) 0));
        if (found.isEmpty() && code.isPresent() && !code.get().right()) {
            throw slip();
        }
        return found.orElseThrow(CaseException.WrongPassphrase::new);
    }

    private Optional<Wrap.Found> byCode(RecoveryCode.Typed code) {
        return first(Way.Kind.RECOVERY, wrap -> open(wrap, code.code().clone()));
    }

    private Optional<Wrap.Found> open(Wrap wrap, byte[] secret) {
        try {
            return wrap.open(secret, fields.caseId(), fields.epoch());
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** What is found must be what the header commits to: AES-GCM alone lets one wrap open under two passphrases. */
    private Optional<Wrap.Found> first(Way.Kind kind, Function<Wrap, Optional<Wrap.Found>> open) {
        byte[] commitment = HEX.parseHex(fields.commitment());
        return wraps().stream()
                .filter(wrap -> wrap.known() == kind)
                .flatMap(wrap -> open.apply(wrap).stream())
                .filter(found -> MessageDigest.isEqual(Epoch.commitment(found.epochKey(), fields.caseId()), commitment))
                .findFirst();
    }

    record Fields(
            @JsonProperty("format") String format,
            @JsonProperty("case") Id caseId,
            @JsonProperty("epoch") long epoch,
            @JsonProperty("commitment") String commitment,
            @JsonProperty("wraps") List<Wrap> wraps,
            @JsonProperty("secrets") Hex secrets,
            @JsonProperty(MAC) String mac) {
        Fields {
            Objects.requireNonNull(format);
            Objects.requireNonNull(caseId);
            Objects.requireNonNull(commitment);
            Objects.requireNonNull(secrets);
            Objects.requireNonNull(mac);
            wraps = List.copyOf(wraps);
            if (wraps.size() > MOST_WAYS) {
                throw new IllegalArgumentException("too many ways in");
            }
        }
    }

    record Hex(
            @JsonProperty("wrap") String wrap,
            @JsonProperty("bytes") String bytes) {
        Hex {
            Objects.requireNonNull(wrap);
            Objects.requireNonNull(bytes);
        }

        static Hex of(Sealed sealed) {
            return new Hex(HEX.formatHex(sealed.wrap()), HEX.formatHex(sealed.bytes()));
        }

        Sealed sealed() {
            return new Sealed(HEX.parseHex(wrap), HEX.parseHex(bytes));
        }
    }
}
