package org.afterword.publishing;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.afterword.model.Sha256;
import org.afterword.protection.Protection;
import org.afterword.protection.Quoted;

/**
 * Which finished files were looked at and found clean, so that the next publication looks only at what changed. It holds
 * as long as whom and what to look for stays the same, which is the same {@link Protection}; in memory alone.
 */
public final class Looked {
    private Optional<Protection> protection = Optional.empty();
    private Optional<Quoted> quoted = Optional.empty();
    private final Map<String, Clean> clean = new ConcurrentHashMap<>();

    /**
     * @param leant runs of words that did not count only because a sentence of ours had them
     */
    private record Clean(Sha256 bytes, BitSet leant) {}

    /** What may not be quoted, without our own sentences. */
    synchronized Quoted quoted(Material material) {
        if (protection.filter(material.protection()::equals).isEmpty()) {
            clean.clear();
            protection = Optional.of(material.protection());
            quoted = Optional.of(material.quoted());
        }
        return quoted.orElseThrow();
    }

    /**
     * @param now of {@link #quoted}, with the sentences that are ours now
     */
    boolean clean(String name, byte[] bytes, Quoted now) {
        Clean known = clean.get(name);
        return known != null
                && known.leant().stream().allMatch(now::allows)
                && known.bytes().equals(Sha256.of(bytes));
    }

    void found(String name, byte[] bytes, BitSet leant) {
        clean.put(name, new Clean(Sha256.of(bytes), leant));
    }
}
