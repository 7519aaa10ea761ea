package org.afterword;

import java.io.IOException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.CheapCase;
import org.afterword.casefile.Entry;
import org.afterword.casefile.ItemType;
import org.afterword.casefile.Passphrase;
import org.afterword.custody.OpensslAuthority;
import org.afterword.custody.Roots;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Sha256;

/** A small case about lamplighters, stamped by an authority on this machine, and the bags that are made of it. */
public final class ExampleBag {
    /** What lies in it, by the name under which it came. */
    public static final Map<String, byte[]> EXHIBITS = new LinkedHashMap<>();

    private static final String PASSPHRASE = "a lamp in every window";

    static {
        EXHIBITS.put("letters/one lamp.txt", "One lamp was lit.\n".getBytes(StandardCharsets.UTF_8));
        EXHIBITS.put("empty.txt", new byte[0]);
        EXHIBITS.put("photo é.jpg", new byte[3000]);
        EXHIBITS.put("..\\..\\CON", "a name that is none".getBytes(StandardCharsets.UTF_8));
        EXHIBITS.put("100%\r\n\u202eof it: *what?*", "two lines of a name".getBytes(StandardCharsets.UTF_8));
    }

    private final Path path;

    /**
     * @param folder must be there
     */
    public ExampleBag(Path folder) throws IOException {
        path = folder.resolve("case.afterword");
        CheapCase.create(path, PASSPHRASE);
        try (Case opened = open()) {
            CaseFile file = opened.file();
            for (var exhibit : EXHIBITS.entrySet()) {
                add(file, exhibit.getKey(), exhibit.getValue());
            }
        }
    }

    public Case open() throws IOException {
        try (var passphrase = Passphrase.of(PASSPHRASE.toCharArray())) {
            return Case.open(path, passphrase, "me");
        }
    }

    public Path path() {
        return path;
    }

    private static void add(CaseFile file, String name, byte[] content) throws IOException {
        try (var batch = file.batch("me")) {
            Id item = batch.put(ItemType.EXHIBIT, content);
            batch.add(new Entry.ExhibitAdded(
                    Id.random(),
                    name,
                    Sha256.of(content),
                    content.length,
                    item,
                    Optional.empty(),
                    Optional.of("2024-05-06T07:08:09Z"),
                    Optional.empty()));
            batch.commit();
        }
    }

    /** Has the log stamped, and lets it grow. */
    public void stamp(OpensslAuthority authority) throws IOException {
        try (Case opened = open()) {
            var result = opened.stamping(Proxy.NO_PROXY, Roots.read(authority.root()))
                    .stamp(List.of(authority.address()));
            if (!result.failed().isEmpty()) {
                throw new IOException(result.failed().toString());
            }
            try (var batch = opened.file().batch("me")) {
                batch.add(new Entry.GroupNamed(new Group(Id.random(), "The lamplighters", false)));
                batch.commit();
            }
        }
    }

    public Exporting.Outcome export(Path to, boolean unprotected, List<String> exhibits, List<String> recipients)
            throws IOException {
        try (Case opened = open()) {
            return opened.exporting().export(to, new Exporting.Request("bagit", unprotected, exhibits, recipients));
        }
    }

    /** All exhibits, as they came. */
    public Path bag(Path to) throws IOException {
        return export(to, true, List.of(), List.of()).path().orElseThrow();
    }

    /** Every file of a folder, by its name with slashes. */
    public static Map<String, byte[]> files(Path folder) throws IOException {
        var files = new java.util.TreeMap<String, byte[]>();
        try (var all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
