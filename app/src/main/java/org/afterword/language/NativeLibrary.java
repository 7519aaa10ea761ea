package org.afterword.language;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads ONNX Runtime's native library. It has to be a file to be loaded: it is unpacked to a folder for temporary files
 * that nobody else may write to, and deleted as soon as it is loaded. It holds nothing of any case.
 */
final class NativeLibrary {
    /** The processor to look for, instead of this machine's; for tests. */
    static final String PROCESSOR = "afterword.onnx.processor";

    private static final String PREFIX = "afterword-onnx-";
    private static final String ITS_PREFIX = "onnxruntime-java";
    private static final String WHERE = "onnxruntime.native.path";
    private static final Duration STARTING = Duration.ofMinutes(10);

    private static @Nullable OrtEnvironment loaded;

    private NativeLibrary() {}

    /** Loads it once; later calls give the same. */
    static synchronized OrtEnvironment load() throws EncoderUnavailable {
        String platform = platform();
        List<String> files = Stream.of("onnxruntime", "onnxruntime4j_jni")
                .map(System::mapLibraryName)
                .toList();
        String resources = "/ai/onnxruntime/native/" + platform + "/";
        if (files.stream().anyMatch(file -> OrtEnvironment.class.getResource(resources + file) == null)) {
            throw new EncoderUnavailable("the learned finder does not run on this kind of computer (" + platform + ")");
        }
        if (loaded != null) {
            return loaded;
        }
        try {
            Path base = Path.of(System.getProperty("java.io.tmpdir"));
            sweep(base);
            Path folder = Files.createTempDirectory(base, PREFIX);
            try {
                for (String file : files) {
                    unpack(resources + file, folder.resolve(file));
                }
                System.setProperty(WHERE, folder.toString());
                Set<Path> before = its(base);
                OrtEnvironment environment = started();
                for (Path left : its(base)) {
                    if (!before.contains(left)) {
                        wipe(left);
                    }
                }
                loaded = environment;
                return environment;
            } finally {
                wipe(folder);
            }
        } catch (IOException e) {
            throw new EncoderUnavailable(
                    "the learned finder's library could not be unpacked; is there a folder for temporary files that can"
                            + " be written to",
                    e);
        } catch (OrtException | LinkageError | IllegalStateException e) {
            throw new EncoderUnavailable("the learned finder's library could not be loaded on this computer", e);
        }
    }

    /** The empty folders that ONNX Runtime makes for itself, also when it needs none. */
    private static Set<Path> its(Path base) throws IOException {
        var folders = new HashSet<Path>();
        try (var all = Files.newDirectoryStream(base, ITS_PREFIX + "*")) {
            all.forEach(folders::add);
        }
        return folders;
    }

    private static OrtEnvironment started() throws OrtException {
        var environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "afterword");
        environment.setTelemetry(false);
        return environment;
    }

    private static void unpack(String resource, Path to) throws IOException {
        try (InputStream library = OrtEnvironment.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new IOException("the library is not in the jar");
            }
            Files.copy(library, to);
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String name = system.contains("win") ? "win" : system.contains("mac") ? "osx" : "linux";
        String processor = System.getProperty(PROCESSOR, System.getProperty("os.arch", ""));
        return name + "-"
                + switch (processor) {
                    case "amd64", "x86_64" -> "x64";
                    case "arm64" -> "aarch64";
                    default -> processor;
                };
    }

    /** What a killed program left, or a system that does not delete what is loaded. */
    private static void sweep(Path base) throws IOException {
        try (var left = Files.newDirectoryStream(base, PREFIX + "*")) {
            for (Path folder : left) {
                if (Files.getLastModifiedTime(folder)
                        .toInstant()
                        .isBefore(Instant.now().minus(STARTING))) {
                    wipe(folder);
                }
            }
        }
    }

    private static void wipe(Path folder) {
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // in use by another program; the next one tries again
        }
    }
}
