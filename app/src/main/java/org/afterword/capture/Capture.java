package org.afterword.capture;

import java.util.List;

/**
 * A captured page, in memory.
 *
 * @param how it was captured
 * @param parts what is to be kept, in the order of {@link CaptureRecord#parts()}
 */
public record Capture(CaptureRecord how, List<Part> parts) {
    public Capture {
        parts = List.copyOf(parts);
    }

    /** A file. The bytes are not copied and not to be changed. */
    public static final class Part {
        private final String kind;
        private final String name;
        private final byte[] bytes;
        private final boolean read;

        /**
         * @param kind as in {@link CaptureRecord.Kept}
         * @param read whether accounts are read from it; the others show what it looked like, or that it is gone
         */
        public Part(String kind, String name, byte[] bytes, boolean read) {
            this.kind = kind;
            this.name = name;
            this.bytes = bytes;
            this.read = read;
        }

        public String kind() {
            return kind;
        }

        public String name() {
            return name;
        }

        public byte[] bytes() {
            return bytes;
        }

        public boolean read() {
            return read;
        }
    }
}
