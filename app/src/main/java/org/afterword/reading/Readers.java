package org.afterword.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.afterword.model.Warning;

/** Every reader there is, and the choice between them. */
public final class Readers {
    /** The version of all readers' results; goes up when the same file is read differently. */
    static final String VERSION = "1";

    /** In the order in which they are asked; of equally sure ones the first is taken. */
    private static final List<Reader> ALL = List.of(
            new RedditReader(),
            new WhatsAppReader(),
            new WebPageReader(),
            new MarkdownReader(),
            new TranscriptReader(),
            new TextReader());

    private static final int MOST_WARNINGS = 200;

    private record Sure(Reader reader, double confidence) {}

    private Readers() {}

    /**
     * Reads in this process; for files of strangers take {@link ChildReader}.
     *
     * @return what the surest reader made of it that found anything; never an exception because of what the source
     *     holds
     */
    public static Reading read(Source source) {
        if (source.bytes().length > Source.LIMIT) {
            return Reading.failed("", "too large: text is read up to " + (Source.LIMIT >> 20) + " MiB");
        }
        if (source.decoded().problem().isPresent()) {
            Warning problem = source.decoded().problem().get();
            return Reading.failed(problem.where(), problem.message());
        }
        var warnings = new ArrayList<Warning>(source.decoded().warnings());
        for (Sure sure : surest(source)) {
            Read read = read(sure.reader(), source);
            warnings.addAll(read.warnings());
            if (!read.accounts().isEmpty()) {
                return new Reading(
                        sure.reader().name() + "/" + VERSION,
                        sure.confidence(),
                        read.accounts(),
                        List.copyOf(warnings));
            }
        }
        if (warnings.isEmpty()) {
            warnings.add(new Warning(
                    "",
                    Json.looksLike(source.text())
                            ? "JSON of a kind that no reader knows"
                            : "no reader knows this kind of file"));
        }
        return new Reading(Reading.NONE, 0, List.of(), bounded(warnings));
    }

    private static List<Warning> bounded(List<Warning> warnings) {
        if (warnings.size() <= MOST_WARNINGS) {
            return warnings;
        }
        var some = new ArrayList<Warning>(warnings.subList(0, MOST_WARNINGS));
        some.add(new Warning("", (warnings.size() - MOST_WARNINGS) + " more warnings of this kind"));
        return some;
    }

    private static List<Sure> surest(Source source) {
        return ALL.stream()
                .map(reader -> new Sure(reader, confidence(reader, source)))
                .filter(sure -> sure.confidence() > 0)
                .sorted(Comparator.comparingDouble(Sure::confidence).reversed())
                .toList();
    }

    private static double confidence(Reader reader, Source source) {
        try {
            return reader.confidence(source);
        } catch (StackOverflowError e) {
            return 0;
        }
    }

    private static Read read(Reader reader, Source source) {
        try {
            return reader.read(source);
        } catch (StackOverflowError e) {
            return Read.nothing("", "nested too deep to be read as " + reader.name());
        }
    }
}
