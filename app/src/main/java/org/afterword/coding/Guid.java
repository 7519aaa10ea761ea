package org.afterword.coding;

import java.util.HexFormat;
import java.util.Locale;
import org.afterword.model.Id;
import org.afterword.model.Sha256;

/** Names that things have in every program: 32 hexadecimal digits in capitals, in five groups. */
public final class Guid {
    private Guid() {}

    /** The id's 128 bits. */
    public static String of(Id id) {
        return of(id.bytes());
    }

    /**
     * @param bytes the first 16 are taken
     */
    public static String of(byte[] bytes) {
        String hex = HexFormat.of().formatHex(bytes, 0, 16).toUpperCase(Locale.ROOT);
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20));
    }

    /** The same for the same kind and name, for ever. */
    public static String named(String kind, String name) {
        return of(Sha256.of("afterword/guid/v1\n" + kind + "\n" + name).bytes());
    }

    /** The id with these bits. */
    public static Id id(String guid) {
        return Id.of(HexFormat.of().parseHex(guid.replace("-", "").toLowerCase(Locale.ROOT)));
    }
}
