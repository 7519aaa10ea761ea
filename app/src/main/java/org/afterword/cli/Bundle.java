package org.afterword.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The fictional case's files, as they lie in this program. */
final class Bundle {
    static final String README = "README.md";

    private Bundle() {}

    static void unpack(Path to) throws IOException {
        URL readme = Objects.requireNonNull(Bundle.class.getResource("/demo/" + README));
        try {
            URI uri = readme.toURI();
            if (uri.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    copy(jar.getPath("/demo"), to);
                }
            } else {
                copy(Path.of(uri).getParent(), to);
            }
        } catch (URISyntaxException e) {
            throw new IOException("the demo is not in this program", e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.sorted().toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (!path.getFileName().toString().startsWith(".")) {
                    Files.write(target, Files.readAllBytes(path));
                }
            }
        }
    }
}
