package org.afterword.reading;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStreamImpl;

/** The pictures in a file, unpacked one at a time, and none that would not fit into memory. */
final class Picture implements AutoCloseable {
    /** The most pixels of a picture that is unpacked at all. */
    static final long MOST_PIXELS = 150_000_000;

    private static final long MOST_KEPT = 24_000_000;

    private final ImageReader reader;

    private Picture(ImageReader reader) {
        this.reader = reader;
    }

    /** Why a picture cannot be shown. */
    static final class Unshown extends IOException {
        private static final long serialVersionUID = 1L;

        Unshown(String message) {
            super(message);
        }
    }

    /** Its bytes as ImageIO wants them. */
    private static final class Bytes extends ImageInputStreamImpl {
        private final SourceChannel channel;

        Bytes(Source source) {
            this.channel = new SourceChannel(source);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            bitOffset = 0;
            int read = channel.position(streamPos).read(ByteBuffer.wrap(into, offset, length));
            streamPos += Math.max(0, read);
            return read;
        }

        @Override
        public long length() {
            return channel.size();
        }
    }

    // what a broken picture leads its decoder to is of every kind; so in all below
    static Picture open(Source source) throws IOException {
        ImageIO.setUseCache(false);
        try {
            var bytes = new Bytes(source);
            Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
            if (!readers.hasNext()) {
                throw new Unshown("a picture of a kind that cannot be shown here");
            }
            ImageReader reader = readers.next();
            // no metadata: a small file can unpack to much of them
            reader.setInput(bytes, false, true);
            return new Picture(reader);
        } catch (UncheckedIOException | Unshown e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Unshown("a picture that is broken");
        }
    }

    /** How many there are: pages of a TIFF; of moving pictures the first. */
    int count() throws IOException {
        try {
            return reader.getFormatName().equalsIgnoreCase("tif")
                            || reader.getFormatName().equalsIgnoreCase("tiff")
                    ? Math.max(1, reader.getNumImages(true))
                    : 1;
        } catch (UncheckedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new Unshown("a picture that is broken");
        }
    }

    /**
     * @param pixels of the file for one of the picture, each way
     */
    record Shown(BufferedImage image, int pixels) {}

    /**
     * @param index from 0
     */
    Shown show(int index) throws IOException {
        try {
            int width = reader.getWidth(index);
            int height = reader.getHeight(index);
            long all = (long) width * height;
            if (width <= 0 || height <= 0 || all > MOST_PIXELS) {
                throw new Unshown("a picture of " + width + " × " + height + " pixels, which is too large to be shown");
            }
            int step = 1;
            while (all / ((long) step * step) > MOST_KEPT) {
                step++;
            }
            ImageReadParam how = reader.getDefaultReadParam();
            how.setSourceSubsampling(step, step, 0, 0);
            return new Shown(reader.read(index, how), step);
        } catch (UncheckedIOException | Unshown e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new Unshown("a picture that is broken, or of a kind that cannot be shown here");
        }
    }

    /** Upright, as cameras say how they were held. */
    static BufferedImage turned(BufferedImage image, Optional<Integer> quarters) {
        int turns = quarters.orElse(0);
        if (turns == 0) {
            return image;
        }
        boolean sideways = turns % 2 == 1;
        int width = sideways ? image.getHeight() : image.getWidth();
        int height = sideways ? image.getWidth() : image.getHeight();
        var upright = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var turn = new AffineTransform();
        turn.translate(width / 2.0, height / 2.0);
        turn.quadrantRotate(turns);
        turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        Graphics2D graphics = upright.createGraphics();
        graphics.drawImage(image, turn, null);
        graphics.dispose();
        return upright;
    }

    @Override
    public void close() {
        reader.dispose();
    }
}
