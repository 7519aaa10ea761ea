package org.afterword.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.afterword.ExampleBag;

/**
 * What RFC 8493 asks of a bag, from its text and without our own checking: it stands for {@code bagit.py}, which cannot
 * be installed here.
 */
final class StrictBag {
    private StrictBag() {}

    static List<String> violations(Path bag) throws IOException, NoSuchAlgorithmException {
        var violations = new ArrayList<String>();
        Map<String, byte[]> files = ExampleBag.files(bag);
        // 2.1.1: exactly two lines, no byte order mark
        if (!text(files, "bagit.txt").equals("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")) {
            violations.add("bagit.txt");
        }
        // 2.1.3: every payload file is in every payload manifest, and nothing else
        Map<String, String> manifest = manifest(text(files, "manifest-sha256.txt"), violations);
        Map<String, String> tags = manifest(text(files, "tagmanifest-sha256.txt"), violations);
        files.forEach((name, bytes) -> {
            boolean payload = name.startsWith("data/");
            String listed = (payload ? manifest : tags).remove(name);
            if (listed == null ? payload : !listed.equals(sha256(bytes))) {
                violations.add(name);
            }
            if (!payload && listed == null && !name.startsWith("tagmanifest-")) {
                violations.add(name + " is in no tag manifest");
            }
        });
        violations.addAll(manifest.keySet());
        violations.addAll(tags.keySet());
        // 2.2.2: label, colon, one blank or tab, value; Payload-Oxum is not repeated
        long bytes = 0;
        long count = 0;
        for (var file : files.entrySet()) {
            if (file.getKey().startsWith("data/")) {
                bytes += file.getValue().length;
                count++;
            }
        }
        List<String> oxum = new ArrayList<>();
        for (String line : text(files, "bag-info.txt").lines().toList()) {
            if (!line.matches("[^:\\s][^:]*: \\S.*")) {
                violations.add("bag-info.txt: " + line);
            }
            if (line.startsWith("Payload-Oxum:")) {
                oxum.add(line.substring(14));
            }
            if (line.startsWith("Bagging-Date:") && !line.matches("Bagging-Date: \\d{4}-\\d\\d-\\d\\d")) {
                violations.add(line);
            }
        }
        if (!oxum.equals(List.of(bytes + "." + count))) {
            violations.add("Payload-Oxum " + oxum);
        }
        return violations;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static Map<String, String> manifest(String text, List<String> violations) {
        var listed = new TreeMap<String, String>();
        for (String line : text.lines().toList()) {
            String[] parts = line.split("[ \\t]+", 2);
            String name = parts[parts.length - 1]
                    .replaceAll("%0[Aa]", "\n")
                    .replaceAll("%0[Dd]", "\r")
                    .replaceAll("%25", "%");
            if (parts.length != 2
                    || name.startsWith("/")
                    || name.startsWith("~")
                    || name.contains("..")
                    || listed.put(name, parts[0].toLowerCase(java.util.Locale.ROOT)) != null) {
                violations.add(line);
            }
        }
        return listed;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
