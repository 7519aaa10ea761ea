package org.afterword.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The Merkle tree of RFC 9162, section 2.1, over hashes of leaves (32 bytes each). It grows and keeps no leaves. */
public final class MerkleTree {
    /** Roots of complete subtrees, the largest first: one for each bit of the size that is set. */
    private final List<byte[]> range;

    private long size;

    public MerkleTree() {
        this(new ArrayList<>(), 0);
    }

    private MerkleTree(List<byte[]> range, long size) {
        this.range = range;
        this.size = size;
    }

    public MerkleTree copy() {
        return new MerkleTree(new ArrayList<>(range), size);
    }

    public static MerkleTree of(List<byte[]> leaves) {
        var tree = new MerkleTree();
        leaves.forEach(tree::append);
        return tree;
    }

    /** SHA-256(0x00 ‖ data). */
    public static byte[] leaf(byte[] data) {
        var digest = Hashes.sha256();
        digest.update((byte) 0);
        return digest.digest(data);
    }

    public void append(byte[] leaf) {
        byte[] node = leaf.clone();
        for (long s = size; (s & 1) == 1; s >>>= 1) {
            node = node(range.removeLast(), node);
        }
        range.add(node);
        size++;
    }

    public long size() {
        return size;
    }

    /** 32 bytes. */
    public byte[] root() {
        if (range.isEmpty()) {
            return Hashes.sha256(new byte[0]);
        }
        byte[] root = range.getLast();
        for (int i = range.size() - 2; i >= 0; i--) {
            root = node(range.get(i), root);
        }
        return root.clone();
    }

    /**
     * Proves that the leaf is in the tree over the leaves (RFC 9162, section 2.1.3.1).
     *
     * @throws IndexOutOfBoundsException if there is no such leaf
     */
    public static List<byte[]> inclusionProof(int index, List<byte[]> leaves) {
        if (index < 0 || index >= leaves.size()) {
            throw new IndexOutOfBoundsException("leaf " + index + " of " + leaves.size());
        }
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        int split = split(leaves.size());
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        var proof = index < split ? inclusionProof(index, left) : inclusionProof(index - split, right);
        proof.add(of(index < split ? right : left).root());
        return proof;
    }

    /** Whether the proof shows the leaf at the index of a tree of this size and root (RFC 9162, section 2.1.3.2). */
    public static boolean verifyInclusion(byte[] leaf, long index, long size, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size || leaf.length != 32) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        byte[] r = leaf;
        for (byte[] p : proof) {
            if (sn == 0 || p.length != 32) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                r = node(r, p);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        return sn == 0 && Arrays.equals(r, root);
    }

    /**
     * Proves that the tree over the first leaves grew into the tree over all of them (RFC 9162, section 2.1.4.1).
     *
     * @param first 1 to the number of leaves
     */
    public static List<byte[]> consistencyProof(int first, List<byte[]> leaves) {
        if (first < 1 || first > leaves.size()) {
            throw new IndexOutOfBoundsException("size " + first + " of " + leaves.size());
        }
        return subproof(first, leaves, true);
    }

    private static List<byte[]> subproof(int first, List<byte[]> leaves, boolean known) {
        var proof = new ArrayList<byte[]>();
        if (first == leaves.size()) {
            if (!known) {
                proof.add(of(leaves).root());
            }
            return proof;
        }
        int split = split(leaves.size());
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        if (first <= split) {
            proof.addAll(subproof(first, left, known));
            proof.add(of(right).root());
        } else {
            proof.addAll(subproof(first - split, right, false));
            proof.add(of(left).root());
        }
        return proof;
    }

    /** Whether the proof shows that the one tree is the beginning of the other (RFC 9162, section 2.1.4.2). */
    public static boolean verifyConsistency(
            long firstSize, byte[] firstRoot, long secondSize, byte[] secondRoot, List<byte[]> proof) {
        if (firstSize < 0 || firstSize > secondSize || proof.stream().anyMatch(node -> node.length != 32)) {
            return false;
        }
        if (firstSize == secondSize) {
            return proof.isEmpty() && Arrays.equals(firstRoot, secondRoot);
        }
        if (firstSize == 0) {
            return proof.isEmpty() && Arrays.equals(firstRoot, new MerkleTree().root());
        }
        var path = new ArrayList<>(proof);
        if (Long.bitCount(firstSize) == 1) {
            path.addFirst(firstRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        long fn = firstSize - 1;
        long sn = secondSize - 1;
        while ((fn & 1) == 1) {
            fn >>>= 1;
            sn >>>= 1;
        }
        byte[] fr = path.getFirst();
        byte[] sr = path.getFirst();
        for (byte[] c : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = node(c, fr);
                sr = node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                sr = node(sr, c);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        return sn == 0 && Arrays.equals(fr, firstRoot) && Arrays.equals(sr, secondRoot);
    }

    /** The largest power of two below the size. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private static byte[] node(byte[] left, byte[] right) {
        var digest = Hashes.sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }
}
