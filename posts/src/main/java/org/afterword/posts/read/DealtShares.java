package org.afterword.posts.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Consumer;

/** Shares in buckets by object, and their times in buckets by time. */
final class DealtShares implements ShareParts {
    private static final int OBJECT = 0;
    private static final int ACCOUNT = 1;
    private static final int TIME = 2;
    private static final int WIDTH = 3;

    private final Buckets byObject;
    private final Buckets byTime;
    private final long first;
    private final long stretch;
    private final long[] share = new long[WIDTH];
    private final long[] moment = new long[1];
    private int[] shuffled = new int[0];
    private long size;
    private int objects = -1;

    /**
     * @param buckets how many parts there are
     * @param first time in milliseconds
     * @param last time
     */
    DealtShares(int buckets, long first, long last, Room room) {
        byObject = new Buckets(buckets, WIDTH, room.numbers(), room.overflow());
        byTime = new Buckets(buckets, 1, room.numbers() / 4, room.overflow());
        this.first = first;
        stretch = (last - first) / buckets + 1;
    }

    void add(long object, int account, long time) throws IOException {
        share[OBJECT] = object;
        share[ACCOUNT] = account;
        share[TIME] = time;
        byObject.add(byObject.of(object), share);
        moment[0] = time;
        byTime.add((int) ((time - first) / stretch), moment);
        size++;
    }

    /**
     * No more will be added.
     *
     * @param numbers the number that each account goes by from now on
     */
    DealtShares done(int[] numbers) throws IOException {
        byObject.done();
        byTime.done();
        shuffled = numbers;
        return this;
    }

    @Override
    public int accounts() {
        return shuffled.length;
    }

    @Override
    public int objects() {
        if (objects < 0) {
            each(_ -> {});
        }
        return objects;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void each(Consumer<Shares> part) {
        int found = 0;
        for (int b = 0; b < byObject.count(); b++) {
            Shares shares = part(get(byObject, b));
            found = Math.addExact(found, shares.objects());
            part.accept(shares);
        }
        objects = found;
    }

    private Shares part(long[] records) {
        var labels = new Labels();
        int count = records.length / WIDTH;
        var object = new int[count];
        var account = new int[count];
        var time = new long[count];
        for (int i = 0; i < count; i++) {
            object[i] = labels.of(records[i * WIDTH + OBJECT]);
            account[i] = shuffled[(int) records[i * WIDTH + ACCOUNT]];
            time[i] = records[i * WIDTH + TIME];
        }
        return Shares.of(shuffled.length, labels.size(), account, object, time);
    }

    @Override
    public void times(Consumer<long[]> some) {
        for (int b = 0; b < byTime.count(); b++) {
            long[] times = get(byTime, b);
            Arrays.sort(times);
            some.accept(times);
        }
    }

    private static long[] get(Buckets buckets, int number) {
        try {
            return buckets.get(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
