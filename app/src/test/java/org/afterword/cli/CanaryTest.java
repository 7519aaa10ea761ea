package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.afterword.Case;
import org.afterword.casefile.Passphrase;
import org.afterword.workbench.Workbench;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a case says stays in it: no process of ours writes a word of it anywhere else, not even for a moment. */
@Order(1)
class CanaryTest {
    private static final String CANARY = "Xylocanary";
    private static final String PASSPHRASE = "the Xylocanary sings";
    private static final Pattern WRITE =
            Pattern.compile("(?:write|pwrite64|writev|pwritev|pwritev2)\\(\\d+<([^>]*)>.*");
    private static final Pattern SHARED = Pattern.compile("mmap\\(.*PROT_WRITE.*MAP_SHARED.*, \\d+<([^>]*)>.*");

    @TempDir
    private Path folder;

    /** Types the commands of a case's life; run by the traced process. */
    static final class Life {
        private Life() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            Path err = folder.resolve("said");
            var said = new StringWriter();
            String file = folder.resolve("case.afterword").toString();
            String exports = folder.resolve("exports").toString();
            var exits = new ArrayList<Integer>();
            for (List<String> typed : List.of(
                    List.of("new", file),
                    List.of("add", file, exports, "--group", "The group", "-v"),
                    List.of("suggest", file),
                    List.of("people", file, "--add", CANARY + " Quill"),
                    List.of(
                            "decide",
                            file,
                            "--from",
                            folder.resolve("none.jsonl").toString()),
                    List.of("publish", file, folder.resolve("site").toString()),
                    List.of("verify", file))) {
                exits.add(Main.run(said, said, typed.toArray(String[]::new)));
            }
            try (Passphrase passphrase = Passphrase.of(PASSPHRASE.toCharArray());
                    Case opened = Case.open(Path.of(file), passphrase, "tester");
                    Workbench workbench = Workbench.start(opened, 0)) {
                exits.add(send(workbench.address()));
            }
            Files.writeString(err, exits.toString());
        }

        /** A large file by the workbench's form, as a browser sends it. */
        private static int send(String address) throws IOException {
            try (HttpClient browser = HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build()) {
                URI home = URI.create(address);
                String page = get(browser, home);
                String token = page.replaceFirst("(?s).*name=\"token\" value=\"([^\"]*)\".*", "$1");
                String form = "--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n" + token
                        + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + CANARY
                        + ".bin\"\r\n\r\n" + ("\0\1\2" + CANARY).repeat(200_000) + "\r\n--b--\r\n";
                int status = browser.send(
                                HttpRequest.newBuilder(home.resolve("/add"))
                                        .header("Content-Type", "multipart/form-data; boundary=b")
                                        .POST(HttpRequest.BodyPublishers.ofString(form))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode();
                while (get(browser, home.resolve("/work")).contains("data-running=\"yes\"")) {
                    Thread.sleep(100);
                }
                return get(browser, home.resolve("/work")).contains("1 file kept") ? status : 0;
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        private static String get(HttpClient browser, URI address) throws IOException, InterruptedException {
            return browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void noFileHoldsAWordOfTheCase() throws Exception {
        assumeTrue(runs("strace", "-qq", "-o", "/dev/null", "true"), "strace is not on this machine");
        Path exports = Files.createDirectory(folder.resolve("exports"));
        String text = "A letter\n\n"
                + (CANARY + " Quill asked me for money, and I was not allowed to tell anybody.\n").repeat(2000);
        Files.writeString(exports.resolve("letter.txt"), text);
        Files.writeString(exports.resolve("page.html"), "<html><body><p>" + text + "</p></body></html>");
        Files.writeString(exports.resolve(CANARY + ".txt"), "By " + CANARY + " Quill, who left.\n");
        // more than two chunks of an exhibit
        byte[] noise = (CANARY + "\0\1\2").repeat(200_000).getBytes(StandardCharsets.ISO_8859_1);
        Files.write(exports.resolve("noise.bin"), noise);
        Files.createFile(folder.resolve("none.jsonl"));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path trace = folder.resolve("trace");
        Map<Path, Long> shared = inSharedMemory();
        var program = new Program(temporary);
        var ended = program.start(
                        List.of(
                                "strace",
                                "-f",
                                "--seccomp-bpf", // or every call of every thread would stop
                                "-y",
                                "-qq",
                                "-v",
                                "-s",
                                "70000000",
                                "-o",
                                trace.toString(),
                                "-e",
                                "trace=write,pwrite64,writev,pwritev,pwritev2,mmap,execve,sendfile,copy_file_range,splice"),
                        PASSPHRASE,
                        Life.class.getName(),
                        folder.toString())
                .ended();
        assertEquals(0, ended.exit(), ended.err());
        assertEquals("[0, 0, 0, 0, 0, 4, 0, 200]", Files.readString(folder.resolve("said")));
        var writes = new TreeMap<String, Integer>();
        boolean toTheChild = false;
        int children = 0;
        try (BufferedReader lines = Files.newBufferedReader(trace, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String call = line.replaceFirst("^\\d+ +", "");
                Matcher write = WRITE.matcher(call);
                Matcher mapped = SHARED.matcher(call);
                if (write.matches()) {
                    String to = write.group(1);
                    boolean file = to.startsWith("/") && !to.equals("/dev/null");
                    if (file) {
                        writes.merge(to, 1, Integer::sum);
                    }
                    assertFalse(file && call.contains(CANARY), () -> "written in plain to " + to);
                    toTheChild |= !file && call.contains(CANARY);
                } else if (mapped.matches()) {
                    assertFalse(
                            mapped.group(1).startsWith("/") && !mapped.group(1).startsWith("/dev/"), line);
                } else if (call.startsWith("execve(")
                        && call.contains("ReadingChild")
                        && !call.contains("jspawnhelper\", [")) {
                    children++;
                    assertFalse(call.contains("AFTERWORD") || call.contains(CANARY), "the child knows the passphrase");
                }
            }
        }
        assertTrue(writes.keySet().stream().anyMatch(to -> to.endsWith("case.afterword")), writes::toString);
        assertTrue(toTheChild, "the trace sees what goes to the child");
        assertEquals(2, children); // of “add”, and of the workbench
        assertNothingLies(exports, trace, shared);
    }

    /** Neither beside the case, nor among temporary files, nor in shared memory. */
    private void assertNothingLies(Path exports, Path trace, Map<Path, Long> before) throws IOException {
        var files = new ArrayList<Path>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .filter(one -> !one.startsWith(exports) && !one.equals(trace))
                    .forEach(files::add);
        }
        inSharedMemory().keySet().stream()
                .filter(one -> !before.containsKey(one))
                .forEach(files::add);
        for (Path one : files) {
            String bytes = Files.readString(one, StandardCharsets.ISO_8859_1);
            assertFalse(bytes.contains(CANARY), () -> one + " holds a word of the case");
            assertFalse(one.toString().contains(CANARY));
        }
    }

    private static Map<Path, Long> inSharedMemory() throws IOException {
        var files = new TreeMap<Path, Long>();
        Path memory = Path.of("/dev/shm");
        if (Files.isDirectory(memory)) {
            try (Stream<Path> all = Files.find(memory, 3, (path, is) -> is.isRegularFile())) {
                for (Path one : all.toList()) {
                    files.put(one, Files.size(one));
                }
            }
        }
        return files;
    }

    @Test
    void nobodyElseLooksIntoTheProcess() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/environ")), "this machine has no /proc");
        boolean root = Files.isReadable(Path.of("/proc/1/environ"));
        List<String> asNobody =
                root ? List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups") : List.of();
        assumeTrue(
                !root
                        || runs(with(
                                asNobody,
                                "ls",
                                Program.TARGET.resolve("classes").toString())),
                "no setpriv, or" + " another user cannot see this folder");
        Path place = Files.createDirectory(folder.resolve("place"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
        var program = new Program(folder);
        String file = place.resolve("case.afterword").toString();
        var made = program.start(asNobody, PASSPHRASE, "org.afterword.cli.Main", "new", file)
                .ended();
        assertEquals(0, made.exit(), made.err());
        var serving = program.start(asNobody, PASSPHRASE, "org.afterword.cli.Main", "serve", file);
        try {
            for (int i = 0; i < 600 && !serving.said().contains("http") && serving.process.isAlive(); i++) {
                Thread.sleep(100);
            }
            assertTrue(serving.said().contains("http"), () -> "it does not serve");
            assertFalse(
                    runs(with(asNobody, "cat", "/proc/" + serving.process.pid() + "/environ")),
                    "another program reads the passphrase");
        } finally {
            serving.process.destroyForcibly().waitFor();
        }
    }

    private static String[] with(List<String> before, String... command) {
        return Stream.concat(before.stream(), Stream.of(command)).toArray(String[]::new);
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
