package org.afterword.protection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;

/**
 * The pseudonyms that the program can choose. Where the search through the list begins follows from the case's secret
 * and the cluster's id alone, so that nobody outside can guess it and the same cluster is always offered the same.
 */
final class Pseudonyms {
    private static final byte[] PURPOSE = "afterword/pseudonym/v1".getBytes(StandardCharsets.UTF_8);

    private enum Section {
        PERSON("%s"),
        PLACE("%s"),
        GROUP("%s Group");

        private final String pattern;

        Section(String pattern) {
            this.pattern = pattern;
        }

        static Section of(IdentityKind kind) {
            return switch (kind) {
                case PLACE -> PLACE;
                case GROUP -> GROUP;
                case PERSON, HANDLE, UNKNOWN, EMAIL, PHONE, LINK, NUMBER, ADDRESS, BIRTH, AGE, DETAIL -> PERSON;
            };
        }
    }

    private static final Map<Section, List<String>> LISTS = read();

    private final SecretKeySpec key;

    /**
     * @param secret 32 bytes
     */
    Pseudonyms(byte[] secret) {
        if (secret.length != 32) {
            throw new IllegalArgumentException("the case's secret has 32 bytes, not " + secret.length);
        }
        key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** The first that is free: single names, and when all are taken, two together. */
    String choose(Id cluster, IdentityKind kind, Predicate<String> free) {
        Section section = Section.of(kind);
        List<String> list = LISTS.get(section);
        var seed = ByteBuffer.wrap(seed(cluster));
        int first = Math.floorMod(seed.getInt(), list.size());
        int second = Math.floorMod(seed.getInt(), list.size());
        Stream<String> single = IntStream.range(0, list.size()).mapToObj(i -> at(list, first + i));
        Stream<String> pairs = IntStream.range(0, list.size())
                .boxed()
                .flatMap(i -> IntStream.range(0, list.size())
                        .mapToObj(j -> at(list, first + i) + " " + at(list, second + i + j)));
        return Stream.concat(single, pairs)
                .map(name -> String.format(Locale.ROOT, section.pattern, name))
                .filter(free)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no pseudonym is left; choose one by hand"));
    }

    static List<String> people() {
        return LISTS.get(Section.PERSON);
    }

    private static String at(List<String> list, int index) {
        return list.get(index % list.size());
    }

    private byte[] seed(Id cluster) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(PURPOSE);
            return mac.doFinal(cluster.bytes());
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static Map<Section, List<String>> read() {
        var lists = new EnumMap<Section, List<String>>(Section.class);
        for (Section section : Section.values()) {
            lists.put(section, new ArrayList<>());
        }
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Pseudonyms.class.getResourceAsStream("pseudonyms.txt")),
                StandardCharsets.UTF_8))) {
            List<String> current = List.of();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    String word = line.substring(1, line.indexOf(']'));
                    current = lists.get(Arrays.stream(Section.values())
                            .filter(section -> section.name().equalsIgnoreCase(word))
                            .findFirst()
                            .orElseThrow());
                } else if (!line.startsWith("#")) {
                    current.addAll(Arrays.asList(line.split(" ", -1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lists;
    }
}
