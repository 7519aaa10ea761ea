package org.afterword.intake;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How much may come by one Tor circuit. Tor gives each a number in the place of an address
 * ({@code HiddenServiceExportCircuitID haproxy}); it says nothing of who comes, and is forgotten after a minute without
 * a letter. What is no such number, a real address above all, is not looked at.
 */
final class Circuits {
    private static final int PER_MINUTE = 10;
    private static final int MOST = 4096;
    /** {@code fc00:dead:beef:4dad::/64}, as tor(1) has it. */
    private static final long PREFIX = 0xfc00_dead_beef_4dadL;

    private final Map<Long, Rate> rates = new LinkedHashMap<>();

    /**
     * @param remote from where the connection says it comes
     * @throws Throttle.Busy if too much came by that circuit
     */
    synchronized void enter(String remote) {
        OptionalLong circuit = number(remote);
        if (circuit.isEmpty()) {
            return;
        }
        if (rates.size() >= MOST) {
            rates.remove(rates.keySet().iterator().next());
        }
        if (!rates.computeIfAbsent(circuit.getAsLong(), _ -> new Rate(PER_MINUTE))
                .allowed()) {
            throw new Throttle.Busy();
        }
    }

    synchronized void sweep() {
        rates.values().removeIf(Rate::idle);
    }

    static OptionalLong number(String remote) {
        try {
            byte[] address =
                    InetAddress.ofLiteral(remote.replaceAll("[\\[\\]]", "")).getAddress();
            var bytes = ByteBuffer.wrap(address);
            return address.length == 16 && bytes.getLong() == PREFIX
                    ? OptionalLong.of(bytes.getLong())
                    : OptionalLong.empty();
        } catch (IllegalArgumentException e) {
            return OptionalLong.empty();
        }
    }
}
