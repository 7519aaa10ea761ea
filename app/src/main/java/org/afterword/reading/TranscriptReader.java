package org.afterword.reading;

import java.util.Optional;

/** A chat or an interview as plain text: "Speaker: what is said", perhaps with stamps on lines of their own. */
final class TranscriptReader implements WholeReader {
    private final TextReader text = new TextReader();

    @Override
    public String name() {
        return "transcript";
    }

    @Override
    public double confidence(Source source) {
        if (Json.looksLike(source.text())) {
            return 0;
        }
        Optional<Transcript> transcript = Transcript.of(Rendered.plain(source.text()));
        return transcript
                .map(found -> source.hasExtension("txt", "text") ? 0.8 : 0.7)
                .orElse(0.0);
    }

    @Override
    public Read read(Source source) {
        return text.read(source, name());
    }
}
