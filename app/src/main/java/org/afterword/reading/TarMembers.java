package org.afterword.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarUtils;

/** The members of a tar archive. */
final class TarMembers {
    static final int BLOCK = 512;
    private static final int MAGIC_AT = 257;
    private static final int CHECKSUM_AT = 148;

    private TarMembers() {}

    /** Whether it begins as a tar archive does. */
    static boolean looksLike(byte[] head) {
        if (head.length < BLOCK || head[0] == 0) {
            return false;
        }
        byte[] first = Arrays.copyOf(head, BLOCK);
        String magic = new String(first, MAGIC_AT, 5, StandardCharsets.ISO_8859_1);
        if (magic.equals("ustar")) {
            return true;
        }
        // before "ustar" there was but a checksum, in octal digits
        boolean octal = true;
        for (int i = CHECKSUM_AT; i < CHECKSUM_AT + 6; i++) {
            octal &= first[i] == ' ' || first[i] == 0 || (first[i] >= '0' && first[i] <= '7');
        }
        try {
            return octal && first[CHECKSUM_AT + 4] != 0 && TarUtils.verifyCheckSum(first);
        } catch (IllegalArgumentException e) {
            // no octal number
            return false;
        }
    }

    static void read(InputStream in, Unpacking out) throws IOException {
        String last = "";
        var ended = new Ended(in);
        var tar = new TarArchiveInputStream(ended, true);
        while (true) {
            Optional<TarArchiveEntry> next = next(tar, last, out);
            if (next.isEmpty()) {
                if (!ended.properly()) {
                    out.warn(last, "after this member the archive breaks off: the mark of its end is missing");
                }
                return;
            }
            TarArchiveEntry entry = next.get();
            last = entry.getName();
            if (entry.isDirectory()) {
                out.skip("folders");
            } else if (entry.isLink() || entry.isSymbolicLink()) {
                out.skip("links");
            } else if (!entry.isFile() || entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO()) {
                out.skip("devices");
            } else if (!out.litter(last)) {
                if (out.full()) {
                    out.tooMuch(last);
                    out.warn("", "the rest of the archive was not looked at");
                    return;
                }
                if (tar.canReadEntryData(entry)) {
                    out.member(last, tar, OptionalLong.of(entry.getRealSize()), OptionalLong.empty());
                } else {
                    out.lose(last, "packed in an unknown way", "it is packed in a way that is not known");
                }
            }
        }
    }

    private static Optional<TarArchiveEntry> next(TarArchiveInputStream tar, String last, Unpacking out)
            throws IOException {
        try {
            return Optional.ofNullable(tar.getNextEntry());
        } catch (IOException | RuntimeException e) {
            out.warn(
                    last,
                    last.isEmpty()
                            ? "the archive is broken at its beginning"
                            : "after this member the archive is broken");
            return Optional.empty();
        }
    }

    /** Knows whether the last block was empty: so an archive ends. One that is cut between two members looks whole. */
    private static final class Ended extends FilterInputStream {
        private long zeros;

        Ended(InputStream in) {
            super(in);
        }

        boolean properly() {
            return zeros >= BLOCK;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            zeros = one == 0 ? zeros + 1 : one < 0 ? zeros : 0;
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            for (int i = 0; i < got; i++) {
                zeros = into[offset + i] == 0 ? zeros + 1 : 0;
            }
            return got;
        }

        @Override
        public long skip(long count) throws IOException {
            byte[] passed = new byte[(int) Math.min(count, 1 << 16)];
            return Math.max(0, read(passed, 0, passed.length));
        }
    }
}
