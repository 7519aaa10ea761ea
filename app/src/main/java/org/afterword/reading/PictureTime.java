package org.afterword.reading;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** The time that a reading is granted on top of its own: what recognising took, and some for making each picture. */
final class PictureTime {
    private static final long MAKING = 3_000_000_000L;
    private static final long LONGEST = (Recogniser.LONGEST + 30) * 1_000_000_000L;

    private final AtomicLong granted = new AtomicLong();

    interface Recognising {
        Recogniser.Recognised get() throws IOException;
    }

    long nanos() {
        return granted.get();
    }

    Recogniser.Recognised of(Recognising recognising) throws IOException {
        granted.addAndGet(LONGEST);
        long begun = System.nanoTime();
        try {
            return recognising.get();
        } finally {
            granted.addAndGet(Math.min(LONGEST, System.nanoTime() - begun) + MAKING - LONGEST);
        }
    }
}
