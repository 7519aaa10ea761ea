package org.afterword.search;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.afterword.language.Encoded;
import org.afterword.language.Encoder;
import org.afterword.language.Sentences;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.model.Span;

/**
 * What the sentences of accounts mean: for each a vector of a sentence model, each value in a byte. Comparing goes
 * through all of them, so nothing near is missed. Not to be added to while others compare.
 */
public final class Vectors {
    /** Values lie between -1 and 1; those of sentence models seldom beyond a quarter. */
    private static final float SCALE = 400;

    private static final int DIGEST = 32;

    /**
     * One account's.
     *
     * @param text the hash of the text that was looked at
     * @param starts of the sentences, in UTF-16 code units
     */
    private record Of(Id account, Sha256 text, List<Integer> starts, List<byte[]> values) {}

    private final Map<Id, Of> accounts = new HashMap<>();
    private int sentences;

    /** Whether it has what the account says now. */
    public boolean has(Account account) {
        Of known = accounts.get(account.id());
        return known != null && known.text().equals(account.hash());
    }

    /** The sentences that it has. */
    public int sentences() {
        return sentences;
    }

    /** The accounts that it has. */
    public int size() {
        return accounts.size();
    }

    /** Computes an account's, which takes some milliseconds a sentence. */
    public void add(Account account, Encoder encoder) {
        var starts = new ArrayList<Integer>();
        var values = new ArrayList<byte[]>();
        encoder.encode(account.text(), Sentences.of(account.text(), Stretches.locale(account)), one -> {
            starts.add(one.span().start());
            values.add(bytes(one.embedding()));
        });
        put(new Of(account.id(), account.hash(), starts, values));
    }

    /** What somebody typed, as a vector; empty if there is no word in it. */
    static List<byte[]> of(String typed, Encoder encoder) {
        var values = new ArrayList<byte[]>();
        encoder.encode(typed, List.of(new Span(0, typed.length())), one -> values.add(bytes(one.embedding())));
        return values;
    }

    private static byte[] bytes(float[] vector) {
        var bytes = new byte[vector.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.clamp(Math.round(vector[i] * SCALE), -127, 127);
        }
        return bytes;
    }

    private void put(Of one) {
        Of before = accounts.put(one.account(), one);
        sentences += one.starts().size() - (before == null ? 0 : before.starts().size());
    }

    /** All of it, as {@link #read(InputStream)} reads it. */
    public byte[] write() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (Of one : accounts.values().stream()
                    .sorted(Comparator.comparing(Of::account))
                    .toList()) {
                out.writeLong(one.account().high());
                out.writeLong(one.account().low());
                out.write(one.text().bytes());
                out.writeInt(one.starts().size());
                for (int i = 0; i < one.starts().size(); i++) {
                    out.writeInt(one.starts().get(i));
                    out.write(one.values().get(i));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Adds what was written.
     *
     * @return the accounts that were in it
     * @throws EOFException if it ends in the middle
     */
    public List<Id> read(InputStream written) throws IOException {
        var read = new ArrayList<Id>();
        var in = new DataInputStream(new BufferedInputStream(written));
        while (more(in)) {
            var id = new Id(in.readLong(), in.readLong());
            Sha256 text = Sha256.ofDigest(exactly(in, DIGEST));
            int count = in.readInt();
            var starts = new ArrayList<Integer>();
            var values = new ArrayList<byte[]>();
            for (int i = 0; i < count; i++) {
                starts.add(in.readInt());
                values.add(exactly(in, Encoded.WIDTH));
            }
            put(new Of(id, text, starts, values));
            read.add(id);
        }
        return read;
    }

    private static boolean more(InputStream in) throws IOException {
        in.mark(1);
        boolean more = in.read() >= 0;
        in.reset();
        return more;
    }

    private static byte[] exactly(DataInputStream in, int length) throws IOException {
        var bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    /** Only those of accounts that say still what they said then. */
    public void keep(Map<Id, Sha256> now) {
        accounts.values().removeIf(one -> !one.text().equals(now.get(one.account())));
        sentences =
                accounts.values().stream().mapToInt(one -> one.starts().size()).sum();
    }

    /**
     * A stretch of an index and how near it is.
     *
     * @param likeness the cosine, at most 1
     */
    record Near(int number, double likeness) {}

    /**
     * The stretches of the index with the nearest sentence each, the nearest first.
     *
     * @param least the likeness that is needed
     */
    List<Near> nearest(byte[] wanted, Index index, int limit, double least, Within within) {
        double own = Math.sqrt(dot(wanted, wanted));
        Comparator<Near> order =
                Comparator.comparingDouble(Near::likeness).thenComparing(Near::number, Comparator.reverseOrder());
        var best = new PriorityQueue<Near>(order);
        for (Of one : accounts.values()) {
            var found = new HashMap<Integer, Double>();
            for (int i = 0; i < one.starts().size(); i++) {
                byte[] value = one.values().get(i);
                double likeness = dot(wanted, value) / (own * Math.sqrt(dot(value, value)));
                if (likeness >= least
                        && (best.size() < limit || likeness >= best.peek().likeness())) {
                    index.at(one.account(), one.starts().get(i))
                            .filter(number -> within.takes(one.account(), index.reach(number)))
                            .ifPresent(number -> found.merge(number, likeness, Math::max));
                }
            }
            found.forEach((number, likeness) -> best.add(new Near(number, likeness)));
            while (best.size() > limit) {
                best.remove();
            }
        }
        return best.stream().sorted(order.reversed()).toList();
    }

    private static int dot(byte[] one, byte[] other) {
        int sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
