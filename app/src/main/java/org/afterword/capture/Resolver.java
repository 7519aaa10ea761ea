package org.afterword.capture;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Names to addresses. */
interface Resolver {
    /** This machine's. */
    Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /**
     * @return at least one, the best first
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
