package org.afterword.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.afterword.casefile.Frames;
import org.afterword.coding.Codebook;
import org.afterword.model.Vantage;
import org.afterword.witnesses.Range;

/**
 * What is told of ordinary groups outside their case: counts alone, in bands of five; no names, not even the groups'.
 * {@code docs/method.md} describes the file.
 *
 * @param format always {@link #FORMAT}
 * @param codebook whose practices are counted
 * @param version of the codebook: other versions mean other things
 * @param portions of which none has fewer than five people
 */
public record Baseline(String format, String codebook, String version, List<Portion> portions) {
    static final String FORMAT = "afterword/baseline/1";

    /** A file of this many bytes has thousands of groups. */
    private static final int LARGEST = 16 << 20;

    /**
     * What the people of one group say who speak from one vantage.
     *
     * @param group a number that stands for one group of the file, from 1
     * @param all whose accounts were read
     */
    public record Portion(int group, Vantage from, Range all, List<Told> practices) {
        public Portion {
            Objects.requireNonNull(from);
            if (group < 1 || all.low() < Side.LEAST) {
                throw new IllegalArgumentException("a portion has a number and five people");
            }
            practices = List.copyOf(practices);
        }
    }

    /** Of one practice, as in {@link Side}; {@code 0 <= say <= speak <= all} at the upper ends. */
    public record Told(String code, Range speak, Range say, Range deny, Range both) {
        public Told {
            Objects.requireNonNull(code);
            Objects.requireNonNull(speak);
            Objects.requireNonNull(say);
            Objects.requireNonNull(deny);
            Objects.requireNonNull(both);
        }

        boolean within(Range all) {
            return speak.high() <= all.high()
                    && say.high() <= speak.high()
                    && deny.high() <= speak.high()
                    && both.high() <= speak.high()
                    && say.low() <= all.low();
        }
    }

    public Baseline {
        portions = List.copyOf(portions);
    }

    /** Of the ordinary groups among the sides; from vantages with fewer than five people nothing is told. */
    public static Baseline of(List<Side> sides, Codebook codebook) {
        var numbers = new LinkedHashMap<String, Integer>();
        var told = new LinkedHashMap<Map.Entry<Integer, Vantage>, List<Side>>();
        for (Side side : sides) {
            if (side.ordinary() && side.from().isPresent() && side.all().low() >= Side.LEAST) {
                int number = numbers.computeIfAbsent(side.group(), _ -> numbers.size() + 1);
                told.computeIfAbsent(Map.entry(number, side.from().get()), _ -> new ArrayList<>())
                        .add(side);
            }
        }
        var portions = new ArrayList<Portion>();
        told.forEach((key, some) -> portions.add(new Portion(
                key.getKey(),
                key.getValue(),
                Band.around(some.getFirst().all()),
                some.stream().map(Baseline::told).toList())));
        return new Baseline(FORMAT, codebook.id(), codebook.version(), portions);
    }

    private static Told told(Side side) {
        return new Told(
                side.code(),
                Band.around(side.speak()),
                Band.around(side.say()),
                Band.around(side.deny()),
                Band.around(side.both()));
    }

    /** The file: the same counts give the same bytes. */
    public byte[] bytes() {
        try {
            return (Frames.json().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a baseline has a JSON form", e);
        }
    }

    /**
     * @param in is read to its end, and not closed
     * @throws BaselineException if it is no baseline, or of another codebook than this
     */
    public static Baseline read(InputStream in, Codebook codebook) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new BaselineException("this is no baseline file: it has more than 16 MiB");
        }
        Baseline baseline = parsed(bytes);
        if (!FORMAT.equals(baseline.format())) {
            throw new BaselineException("this baseline file has a format that this version of Afterword does not know");
        }
        if (!codebook.id().equals(baseline.codebook()) || !codebook.version().equals(baseline.version())) {
            throw new BaselineException(
                    "this baseline file was made with another version of the codebook, whose practices"
                            + " may mean other things; make it anew with this version of Afterword");
        }
        for (Portion portion : baseline.portions()) {
            if (!portion.practices().stream().allMatch(told -> told.within(portion.all()))) {
                throw new BaselineException(
                        "this baseline file contradicts itself: more people say something than there" + " are");
            }
        }
        return baseline;
    }

    private static Baseline parsed(byte[] bytes) throws IOException {
        try {
            Baseline read = Frames.json().readValue(bytes, Baseline.class);
            if (read != null) {
                return read;
            }
        } catch (JsonProcessingException e) {
            // what is wrong where would help nobody: the file was not made by hand
        }
        throw new BaselineException("this is no baseline file, or it is damaged; 'afterword compare CASE"
                + " --write-baseline FILE' makes one");
    }

    /**
     * @param name what the file is called where it is shown
     */
    public List<Side> sides(String name) {
        var sides = new ArrayList<Side>();
        for (Portion portion : portions) {
            for (Told told : portion.practices()) {
                sides.add(new Side(
                        "Ordinary group " + portion.group() + " of " + name,
                        true,
                        told.code(),
                        Optional.of(portion.from()),
                        portion.all(),
                        told.speak(),
                        told.say(),
                        told.deny(),
                        told.both()));
            }
        }
        return sides;
    }
}
