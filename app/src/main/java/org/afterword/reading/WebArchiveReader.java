package org.afterword.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.afterword.model.Balance;
import org.afterword.model.Warning;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Web archives: WARC and ARC, packed or not, and WACZ. Each page in it is read; what else it holds is counted. */
final class WebArchiveReader implements Reader {
    private static final double SURE = 0.97;
    private static final int START = 16;

    private enum Kind {
        RECORDS,
        WACZ,
        NONE
    }

    @Override
    public String name() {
        return "webarchive";
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public double confidence(Source source) {
        return kind(source) == Kind.NONE ? 0 : SURE;
    }

    private static Kind kind(Source source) {
        byte[] head = source.head();
        boolean gzip = PackedBytes.of(head).equals(Optional.of(PackedBytes.GZIP));
        if (isRecord(head) || (gzip && isRecord(unpacked(source)))) {
            return Kind.RECORDS;
        }
        return ZipKind.of(source) == ZipKind.WACZ ? Kind.WACZ : Kind.NONE;
    }

    static boolean isRecord(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, START), StandardCharsets.ISO_8859_1);
        return start.startsWith("WARC/") || start.startsWith("filedesc://");
    }

    private static byte[] unpacked(Source source) {
        try (var in = new GZIPInputStream(source.stream(0))) {
            return in.readNBytes(START);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        var records = new WebRecords(source, into);
        if (kind(source) == Kind.RECORDS) {
            records.all();
        } else {
            wacz(source, records, into);
        }
        into.balance(new Balance("records", records.expected(), records.read(), records.skipped()));
    }

    private static void wacz(Source source, WebRecords records, Findings into) throws IOException {
        ZipFile opened;
        try {
            opened = ZipKind.open(source);
        } catch (IOException | RuntimeException e) {
            into.warning(new Warning("", "the archive's list of its files is broken"));
            return;
        }
        try (ZipFile zip = opened) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                String name = entry.getName();
                if (name.startsWith("archive/") && name.matches("(?i).*\\.w?arc(?:\\.gz)?")) {
                    try (InputStream in = new ZipMembers.Opening(() -> zip.getInputStream(entry))) {
                        records.one(in, PartNames.harmless(name) + ", ");
                    }
                } else if (name.startsWith("archive/") && !entry.isDirectory()) {
                    into.warning(new Warning(PartNames.harmless(name), "a web archive of a kind that is not known"));
                }
            }
        }
    }
}
