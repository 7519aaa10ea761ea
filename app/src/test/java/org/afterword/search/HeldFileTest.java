package org.afterword.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.util.Random;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RandomAccessInput;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** A file in one array reads as Lucene's own does. */
final class HeldFileTest {
    @RepeatedTest(50)
    void asLucenesOwn(RepetitionInfo repetition) throws IOException {
        var random = new Random(repetition.getCurrentRepetition());
        var written = new ByteBuffersDataOutput();
        var bytes = new byte[100 + random.nextInt(5_000)];
        random.nextBytes(bytes);
        written.writeBytes(bytes);
        IndexInput known = ByteBuffersDirectory.OUTPUT_AS_MANY_BUFFERS.apply("known", written);
        IndexInput held = HeldFile.of("held", written);
        for (int i = 0; i < 20; i++) {
            alike(known, held, random);
            int start = random.nextInt((int) known.length() / 2);
            int length = 40 + random.nextInt((int) known.length() - start - 40);
            alike(known.slice("part", start, length), held.slice("part", start, length), random);
            alike(known.clone(), held.clone(), random);
        }
    }

    private static void alike(IndexInput known, IndexInput held, Random random) throws IOException {
        assertEquals(known.length(), held.length());
        RandomAccessInput anywhere = held.randomAccessSlice(0, held.length());
        RandomAccessInput knownAnywhere = known.randomAccessSlice(0, known.length());
        for (int i = 0; i < 20; i++) {
            long place = random.nextLong(known.length() - 16);
            known.seek(place);
            held.seek(place);
            assertEquals(known.readLong(), held.readLong());
            assertEquals(known.readInt(), held.readInt());
            assertEquals(known.readShort(), held.readShort());
            assertEquals(known.readByte(), held.readByte());
            assertEquals(known.getFilePointer(), held.getFilePointer());
            assertEquals(knownAnywhere.readLong(place), anywhere.readLong(place));
            assertEquals(knownAnywhere.readInt(place), anywhere.readInt(place));
            assertEquals(knownAnywhere.readShort(place), anywhere.readShort(place));
            assertEquals(knownAnywhere.readByte(place), anywhere.readByte(place));
            int count = random.nextInt((int) (known.length() - place));
            known.seek(place);
            held.seek(place);
            var expected = new byte[count];
            var read = new byte[count];
            known.readBytes(expected, 0, count);
            held.readBytes(read, 0, count);
            assertArrayEquals(expected, read);
        }
    }

    @Test
    void nothingIsReadBeyondTheEnd() throws IOException {
        var written = new ByteBuffersDataOutput();
        written.writeLong(7);
        IndexInput part = HeldFile.of("held", written).slice("part", 2, 4);
        assertThrows(EOFException.class, () -> part.seek(5));
        assertThrows(EOFException.class, part::readLong);
        part.seek(4);
        assertThrows(EOFException.class, part::readByte);
        RandomAccessInput anywhere = part.randomAccessSlice(0, 4);
        assertThrows(IndexOutOfBoundsException.class, () -> anywhere.readInt(1));
        assertThrows(IndexOutOfBoundsException.class, () -> part.slice("beyond", 1, 4));
    }
}
