package org.afterword.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.afterword.model.Sha256;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/**
 * Exchanges as a WARC 1.1 file (ISO 28500:2017), each record packed by itself. Nothing in it names this machine or who
 * sits at it, save what the site itself sent back.
 */
final class Warc {
    private static final String NAME = "data.warc.gz";
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final WarcWriter writer;
    private final URI info = id();
    private final Set<String> chains = new HashSet<>();

    private Warc(Instant at, String software) throws IOException {
        writer = new WarcWriter(java.nio.channels.Channels.newChannel(bytes), WarcCompression.GZIP);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("software", List.of(software));
        fields.put("format", List.of("WARC File Format 1.1"));
        fields.put(
                "conformsTo",
                List.of("http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"));
        writer.write(new Warcinfo.Builder()
                .version(MessageVersion.WARC_1_1)
                .recordId(info)
                .date(at)
                .filename(NAME)
                .fields(fields)
                .build());
    }

    /**
     * @param software name and version of what made it
     * @return the file's bytes
     */
    static byte[] of(List<Exchange> exchanges, Instant at, String software) {
        try {
            var warc = new Warc(at, software);
            for (Exchange exchange : exchanges) {
                warc.add(exchange);
            }
            warc.writer.close();
            return warc.bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a file in memory can be written", e);
        }
    }

    private static URI id() {
        return URI.create("urn:uuid:" + UUID.randomUUID());
    }

    private void add(Exchange exchange) throws IOException {
        URI response = id();
        var answer = new WarcResponse.Builder(exchange.url().uri())
                .version(MessageVersion.WARC_1_1)
                .recordId(response)
                .date(exchange.at())
                .warcinfoId(info)
                .body(MediaType.HTTP_RESPONSE, exchange.response())
                .blockDigest("sha256", Sha256.of(exchange.response()).hex())
                .payloadDigest("sha256", Sha256.of(exchange.payload()).hex())
                .addHeader("WARC-Protocol", "http/1.1");
        exchange.address().ifPresent(answer::ipAddress);
        exchange.tls()
                .ifPresent(tls -> answer.addHeader(
                                "WARC-Protocol", "tls/" + tls.protocol().replaceFirst("^TLSv", ""))
                        .addHeader("WARC-Cipher-Suite", tls.cipher()));
        if (exchange.truncated() != WarcTruncationReason.NOT_TRUNCATED) {
            answer.truncated(exchange.truncated());
        }
        writer.write(answer.build());
        var question = new WarcRequest.Builder(exchange.url().uri())
                .version(MessageVersion.WARC_1_1)
                .recordId(id())
                .date(exchange.at())
                .warcinfoId(info)
                .concurrentTo(response)
                .body(MediaType.HTTP_REQUEST, exchange.request())
                .blockDigest("sha256", Sha256.of(exchange.request()).hex());
        exchange.address().ifPresent(question::ipAddress);
        writer.write(question.build());
        if (exchange.tls().isPresent()) {
            secured(exchange, exchange.tls().get(), response);
        }
    }

    /** The certificates once, then by their digests. */
    private void secured(Exchange exchange, Tls tls, URI response) throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("tls-protocol", List.of(tls.protocol()));
        fields.put("tls-cipher-suite", List.of(tls.cipher()));
        fields.put("tls-certificate-sha256", tls.certificates());
        fields.put(
                "tls-verified", List.of(tls.distrust().map(why -> "no: " + why).orElse("yes")));
        if (chains.add(String.join(" ", tls.certificates()))) {
            fields.put("tls-certificate", tls.encoded());
        }
        writer.write(new WarcMetadata.Builder()
                .targetURI(exchange.url().uri())
                .version(MessageVersion.WARC_1_1)
                .recordId(id())
                .date(exchange.at())
                .warcinfoId(info)
                .concurrentTo(response)
                .fields(fields)
                .build());
    }
}
