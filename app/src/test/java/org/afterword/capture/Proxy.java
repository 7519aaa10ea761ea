package org.afterword.capture;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A SOCKS5 proxy that leads every name to one port of this machine, and keeps what it was asked for. */
final class Proxy implements AutoCloseable {
    private final ServerSocket socket;
    private final int port;
    private final int reply;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> users = new CopyOnWriteArrayList<>();

    /**
     * @param port to which it leads
     * @param reply 0, or a refusal
     */
    Proxy(int port, int reply) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        this.port = port;
        this.reply = reply;
        Thread.ofVirtual().start(() -> {
            while (!socket.isClosed()) {
                try {
                    Socket client = socket.accept();
                    Thread.ofVirtual().start(() -> lead(client));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private void lead(Socket client) {
        try (client) {
            var in = new DataInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            in.readByte();
            in.skipNBytes(in.readUnsignedByte());
            out.write(new byte[] {5, 2});
            in.readByte();
            users.add(text(in));
            text(in);
            out.write(new byte[] {1, 0});
            in.skipNBytes(3);
            asked.add(
                    switch (in.readUnsignedByte()) {
                        case 1 -> InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
                        case 3 -> text(in);
                        default -> InetAddress.getByAddress(in.readNBytes(16)).getHostAddress();
                    });
            in.readUnsignedShort();
            out.write(new byte[] {5, (byte) reply, 0, 1, 0, 0, 0, 0, 0, 0});
            if (reply == 0) {
                try (var site = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
                    Thread back = Thread.ofVirtual().start(() -> pump(site, client));
                    pump(client, site);
                    back.join();
                }
            }
        } catch (IOException | InterruptedException e) {
            // the client went away
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // one of them has enough
        }
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    List<String> users() {
        return List.copyOf(users);
    }

    Way.Proxy way() {
        return Way.proxy("socks5://127.0.0.1:" + socket.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
