package org.afterword.language;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.afterword.model.Sha256;

/** A file of learned numbers that comes with the program: a mark, a version, what was learned, a hash of all that. */
public final class WeightsFile {
    private static final int HASH = 32;

    private WeightsFile() {}

    /**
     * Its bytes.
     *
     * @param beside the class beside which it lies
     * @throws IOException if the program came without it
     */
    public static byte[] shipped(Class<?> beside, String name) throws IOException {
        try (InputStream file = beside.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException("there are no weights");
            }
            return file.readAllBytes();
        }
    }

    /**
     * What was learned: the stream stands after mark and version, and ends before the hash.
     *
     * @throws IOException if the bytes are damaged, or of another kind or version
     */
    public static DataInputStream open(byte[] file, int mark, int version) throws IOException {
        int end = file.length - HASH;
        if (end < 0 || !Sha256.of(Arrays.copyOf(file, end)).equals(hash(file))) {
            throw new IOException("the weights are damaged");
        }
        var in = new DataInputStream(new ByteArrayInputStream(file, 0, end));
        if (in.readInt() != mark || in.readInt() != version) {
            throw new IOException("the weights are of another version");
        }
        return in;
    }

    /** The hash of a model, where the stream stands. */
    public static Sha256 model(DataInputStream in) throws IOException {
        return Sha256.ofDigest(in.readNBytes(HASH));
    }

    /**
     * The hash with which the file ends.
     *
     * @throws IOException if it is too short to have one
     */
    public static Sha256 hash(byte[] file) throws IOException {
        if (file.length < HASH) {
            throw new IOException("the weights are damaged");
        }
        return Sha256.ofDigest(Arrays.copyOfRange(file, file.length - HASH, file.length));
    }
}
