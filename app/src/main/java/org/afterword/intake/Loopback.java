package org.afterword.intake;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.ProxyConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Where connections come in: on the loopback address alone, through buffers that are wiped. */
final class Loopback {
    private static final int MOST = 1_000;

    private Loopback() {}

    /**
     * @param port 0 for a free one
     * @param circuits whether connections may begin with a line that tells their Tor circuit (PROXY protocol, version
     *     1); Tor writes it, so that what a source sends comes behind it
     */
    static Connector of(Server server, HttpConfiguration http, int port, boolean circuits) {
        var pages = new HttpConnectionFactory(http);
        var connector = circuits
                ? new ServerConnector(
                        server, null, null, new WipedBuffers(), -1, -1, new ProxyConnectionFactory(), pages)
                : new ServerConnector(server, null, null, new WipedBuffers(), -1, -1, pages);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addBean(new NetworkConnectionLimit(MOST, connector));
        return connector;
    }
}
