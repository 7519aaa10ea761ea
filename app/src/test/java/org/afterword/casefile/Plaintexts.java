package org.afterword.casefile;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All that one can read of a case who has its passphrase, and all that is sealed in it. */
public final class Plaintexts {
    private Plaintexts() {}

    /** The same in small letters. */
    public static List<String> in(Path path, String passphrase) throws IOException {
        return bytesIn(path, passphrase).stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The plaintext of every entry, item, checkpoint and state, and of the header; packed ones also unpacked. */
    static List<byte[]> bytesIn(Path path, String passphrase) throws IOException {
        var all = new ArrayList<byte[]>();
        try (var typed = Passphrase.of(passphrase.toCharArray());
                var container = ContainerFile.open(path);
                var keys = Header.read(container).unlock(typed)) {
            for (var row : container.entries(0, Integer.MAX_VALUE)) {
                keys.open(Binding.ENTRY, row.number(), row.sealed()).ifPresent(all::add);
            }
            for (var row : container.checkpoints(0)) {
                keys.open(Binding.CHECKPOINT, row.number(), row.sealed()).ifPresent(all::add);
            }
            for (long name = 0; name < 10; name++) {
                long at = name;
                container
                        .state(name)
                        .flatMap(row -> keys.open(Binding.STATE, at, row))
                        .ifPresent(all::add);
            }
            var items = new ItemStore(container, keys);
            for (var id : container.items()) {
                try (var in = items.open(id)) {
                    byte[] bytes = in.readAllBytes();
                    all.add(bytes);
                    unpack(bytes, all);
                }
            }
            all.add(keys.epoch().secrets().json());
        }
        return all;
    }

    private static void unpack(byte[] bytes, List<byte[]> to) {
        var in = ByteBuffer.wrap(bytes);
        while (in.remaining() > 4) {
            int length = in.getInt();
            if (length <= 0 || length > in.remaining()) {
                return;
            }
            byte[] frame = new byte[length];
            in.get(frame);
            long size = Zstd.getFrameContentSize(frame);
            if (size <= 0) {
                return;
            }
            to.add(Zstd.decompress(frame, (int) size));
        }
    }

    /** Every wrap of the file, and the header: nothing of it may be left when the keys were changed. */
    public static List<byte[]> keysIn(Path path) throws SQLException {
        return column(
                path,
                "select wrap from item union all select wrap from entry union all select wrap from checkpoint"
                        + " union all select wrap from state union all select substr(bytes, 200) from header");
    }

    /** Every ciphertext of the file, a chunk or an entry each. */
    public static List<byte[]> contentsIn(Path path) throws SQLException {
        return column(path, "select bytes from chunk union all select bytes from entry");
    }

    private static List<byte[]> column(Path path, String query) throws SQLException {
        var all = new ArrayList<byte[]>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + path);
                var rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                if (rows.getBytes(1).length > 0) {
                    all.add(rows.getBytes(1));
                }
            }
        }
        return all;
    }
}
