package org.afterword.capture;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.afterword.casefile.Scratch;

/**
 * Chromium without a window and without a network: names do not resolve, its proxy is a closed door, and every request
 * of a page is answered by us. Its profile lies in memory and is wiped; it is spoken to over pipes, so that no other
 * program of this machine can speak to it.
 */
final class Chromium implements Renderer {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final Duration START = Duration.ofSeconds(30);
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--remote-debugging-pipe",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-domain-reliability",
            "--disable-extensions",
            "--disable-sync",
            "--disable-breakpad",
            "--disable-client-side-phishing-detection",
            "--metrics-recording-only",
            "--no-pings",
            "--mute-audio",
            "--hide-scrollbars",
            "--password-store=basic",
            "--use-mock-keychain",
            "--lang=en-US",
            "--user-agent=" + Fetcher.USER_AGENT,
            // one process for all frames of a page, so that none asks where nobody listens
            "--disable-site-isolation-trials",
            "--disable-features=IsolateOrigins,site-per-process,OptimizationHints,MediaRouter,Translate,WebRtcHideLocalIpsWithMdns",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--proxy-server=socks5://127.0.0.1:9",
            "--proxy-bypass-list=<-loopback>",
            "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
            "--webrtc-ip-handling-policy=disable_non_proxied_udp");

    /**
     * Without any network where the kernel allows that (Linux), so that not even a probe goes out. The pipes that it
     * speaks over are its files 3 and 4; a Java program can only give it 0 and 1.
     */
    private static final String LAUNCH = """
            for way in 'unshare --net' 'unshare --net --map-current-user'; do
                if $way true 2>/dev/null; then set -- $way "$@"; break; fi
            done
            exec "$@" 3<&0 4>&1 0</dev/null 1>/dev/null 2>/dev/null
            """;

    private final Path program;

    private Chromium(Path program) {
        this.program = program;
    }

    /** The one on this machine; none on Windows, where a program cannot be given these pipes. */
    static Optional<Renderer> find() {
        return Files.isExecutable(Path.of("/bin/sh"))
                ? find(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                : Optional.empty();
    }

    static Optional<Renderer> find(String path) {
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .map(Chromium::new);
    }

    @Override
    public Rendered render(WebAddress url, Session session) throws IOException {
        try (Scratch scratch = Scratch.open()) {
            Path profile = scratch.folder()
                    .orElseThrow(() -> new IOException("there is no place in memory for the browser's files"));
            Process process = start(profile);
            try {
                var stage = new Stage(url, session);
                var tools = new DevTools(process.getInputStream(), process.getOutputStream(), stage);
                JsonNode made = tools.ask("", START, "Target.createTarget", Map.of("url", "about:blank"));
                JsonNode attached = tools.ask(
                        "",
                        START,
                        "Target.attachToTarget",
                        Map.of("targetId", made.path("targetId").asText(), "flatten", true));
                return stage.show(tools, attached.path("sessionId").asText());
            } finally {
                end(process);
            }
        }
    }

    private Process start(Path folder) throws IOException {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", LAUNCH, "sh"));
        command.add(program.toString());
        command.addAll(FLAGS);
        command.add("--user-data-dir=" + folder.resolve("profile"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--no-sandbox");
        }
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("TZ", "UTC");
        for (String place : List.of("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")) {
            environment.put(place, folder.toString());
        }
        return builder.start();
    }

    /** With all that it started. */
    private static void end(Process process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
            for (ProcessHandle one : all) {
                one.onExit().get(2, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            // it is told to end; what it left in memory is wiped now or when the next one opens
        }
    }
}
