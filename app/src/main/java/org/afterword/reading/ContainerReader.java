package org.afterword.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/** Files that hold files: zip, tar, 7z, and single ones packed with gz, bz2, xz, zst. Each member becomes a part. */
final class ContainerReader implements Reader {
    private static final double SURE = 0.9;

    private enum Kind {
        ZIP,
        TAR,
        SEVEN_ZIP,
        PACKED,
        NONE
    }

    private final int mostFiles;

    ContainerReader() {
        this(Unpacking.MOST_FILES);
    }

    ContainerReader(int mostFiles) {
        this.mostFiles = mostFiles;
    }

    @Override
    public String name() {
        return "container";
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
        if (PackedBytes.of(head).isPresent()) {
            return Kind.PACKED;
        }
        if (SevenZFile.matches(head, head.length)) {
            return Kind.SEVEN_ZIP;
        }
        if (ZipKind.of(source) == ZipKind.ARCHIVE) {
            return Kind.ZIP;
        }
        return TarMembers.looksLike(head) ? Kind.TAR : Kind.NONE;
    }

    @Override
    public void read(Source source, Findings into) throws IOException {
        var out = new Unpacking(source, into, mostFiles);
        if (Unpacking.depth(source) >= Unpacking.DEEPEST) {
            out.warn("", "not unpacked: it lies in " + Unpacking.DEEPEST + " containers already");
            return;
        }
        switch (kind(source)) {
            case ZIP -> ZipMembers.read(source, out);
            case TAR -> TarMembers.read(source.stream(0), out);
            case SEVEN_ZIP -> SevenZipMembers.read(source, out);
            case PACKED -> packed(source, out);
            case NONE -> {}
        }
        out.end();
    }

    /** A tar in it is opened at once: it counts as one container, and is not kept a second time. */
    private static void packed(Source source, Unpacking out) throws IOException {
        PackedBytes kind = PackedBytes.of(source.head()).orElseThrow();
        var in = new BufferedInputStream(new ZipMembers.Opening(() -> kind.unpacked(source.stream(0))), 1 << 16);
        if (TarMembers.looksLike(head(in))) {
            TarMembers.read(in, out);
        } else {
            out.member(kind.inner(source.fileName()), in);
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        in.mark(TarMembers.BLOCK);
        byte[] head = {};
        try {
            head = in.readNBytes(TarMembers.BLOCK);
        } catch (IOException | RuntimeException e) {
            // it will be said when the member is read
        }
        in.reset();
        return head;
    }
}
