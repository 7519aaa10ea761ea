package org.afterword.custody;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Frames;
import org.afterword.casefile.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * What an authority was asked and what it answered (RFC 3161), whole. Kept as an item: {@code docs/case-format.md}.
 *
 * @param size how many log entries the stamped checkpoint covers
 * @param authority the address that was asked
 * @param note the signed checkpoint; the SHA-256 of its UTF-8 bytes, all of them, is what was stamped
 * @param request TimeStampReq in DER
 * @param response TimeStampResp in DER, exactly as it came
 * @param roots certificates in PEM that the archivist held to be the authority's roots when stamping
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TimeStamp(
        long size, String authority, String note, byte[] request, byte[] response, Optional<String> roots) {
    public TimeStamp {
        request = request.clone();
        response = response.clone();
    }

    /** What is stamped. */
    public byte[] stamped() {
        return note.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Those of the case, in the order in which they came.
     *
     * @throws IOException if one is damaged
     */
    public static List<TimeStamp> of(CaseFile file) throws IOException {
        List<TimeStamp> all = new ArrayList<>();
        for (Stamp stamp : file.stamps()) {
            try (InputStream in = file.item(stamp.item())) {
                all.add(read(in, stamp.size(), stamp.authority()));
            }
        }
        return all;
    }

    /** The item's bytes. */
    byte[] bytes() {
        Base64.Encoder base64 = Base64.getEncoder();
        return Frames.write(new Stored(note, base64.encodeToString(request), base64.encodeToString(response), roots));
    }

    /**
     * @throws IOException if it is no item of this kind
     */
    static TimeStamp read(byte[] item, long size, String authority) throws IOException {
        return read(new ByteArrayInputStream(item), size, authority);
    }

    private static TimeStamp read(InputStream in, long size, String authority) throws IOException {
        try {
            Stored stored = Frames.read(in, Stored.class).orElseThrow(() -> new IOException("a stamp is empty"));
            if (stored.note() == null || stored.request() == null || stored.response() == null) {
                throw new IOException("a stamp lacks what it was made of");
            }
            Base64.Decoder base64 = Base64.getDecoder();
            return new TimeStamp(
                    size,
                    authority,
                    stored.note(),
                    base64.decode(stored.request()),
                    base64.decode(stored.response()),
                    stored.roots() == null ? Optional.empty() : stored.roots());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IOException("a stamp cannot be read", e);
        }
    }

    private record Stored(
            @Nullable String note,
            @Nullable String request,
            @Nullable String response,
            Optional<String> roots) {}
}
