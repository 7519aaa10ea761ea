package org.afterword.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Warning;

/** Every reader there is, and the choice between them. */
public final class Readers {
    /** The version of all readers' results; goes up when the same file is read differently. */
    public static final String VERSION = "1";

    /** In the order in which they are asked; of equally sure ones the first is taken. */
    private static final List<Reader> ALL = List.of(
            new PdfReader(),
            new PictureReader(),
            new WordReader(),
            new DeckReader(),
            new SheetReader(),
            new OpenDocumentReader(),
            new EpubReader(),
            new OldOfficeReader(),
            new RtfReader(),
            new SubtitleReader(),
            new ContainerReader(),
            new WebArchiveReader(),
            new MhtmlReader(),
            new MailReader(),
            new PstReader(),
            new RedditReader(),
            new RedditPageReader(),
            new RedditExportReader(),
            new WhatsAppReader(),
            new TelegramReader(),
            new TelegramPageReader(),
            new FacebookReader(),
            new FacebookPageReader(),
            new SlackReader(),
            new DiscordReader(),
            new DiscordPageReader(),
            new SignalReader(),
            new IMessageReader(),
            new TwitterReader(),
            new TwitterPageReader(),
            new InstagramReader(),
            new InstagramPageReader(),
            new YouTubeReader(),
            new TakeoutReader(),
            new ForumPageReader(),
            new BlogExportReader(),
            new WebPageReader(),
            new RefiReader(),
            new RefiSourceReader(),
            new GuidedReader(),
            new MarkdownReader(),
            new TranscriptReader(),
            new TextReader());

    private static final double CERTAIN = 0.9;
    private static final int MOST_WARNINGS = 200;

    private record Sure(Reader reader, double confidence) {}

    private Readers() {}

    /**
     * Reads in this process; for files of strangers take {@link ChildReader}. The surest reader that finds anything
     * is taken; nothing is thrown because of what the source holds.
     *
     * @throws IOException if the source cannot be fetched, or nobody takes what is found
     */
    public static Reading read(Source source, Findings into) throws IOException {
        Optional<Warning> noText = noText(source);
        var counted = new Counting(into);
        boolean bytes = false;
        for (Sure sure : surest(source, noText.isEmpty())) {
            if (bytes && !sure.reader().streams()) {
                // a picture without words is no text either
                continue;
            }
            read(sure.reader(), source, counted);
            if (counted.found()) {
                return counted.reading(sure.reader().name() + "/" + VERSION, sure.confidence());
            }
            if (sure.reader().settles()) {
                break;
            }
            bytes |= sure.reader().streams() && sure.confidence() >= CERTAIN;
        }
        if (counted.warnings.isEmpty()) {
            counted.warning(noText.orElseGet(() -> new Warning(
                    "",
                    Json.looksLike(source.text())
                            ? "JSON of a kind that no reader knows"
                            : "no reader knows this kind of file")));
        }
        return counted.reading(Reading.NONE, 0);
    }

    private static Optional<Warning> noText(Source source) {
        return source.isLarge()
                ? Optional.of(
                        new Warning("", "too large: this kind of file is read up to " + (Source.LIMIT >> 20) + " MiB"))
                : source.decoded().problem();
    }

    private static List<Sure> surest(Source source, boolean text) {
        return ALL.stream()
                .filter(reader -> text || reader.streams())
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

    private static void read(Reader reader, Source source, Findings into) throws IOException {
        try {
            if (!reader.streams()) {
                for (Warning warning : source.decoded().warnings()) {
                    into.warning(warning);
                }
            }
            reader.read(source, into);
        } catch (StackOverflowError e) {
            into.warning(new Warning("", "nested too deep to be read as " + reader.name()));
        }
    }

    /** Counts what goes through, and keeps the warnings: many of a kind are one. */
    private static final class Counting implements Findings {
        private final Findings to;
        private final List<Warning> warnings = new ArrayList<>();
        private Optional<Balance> balance = Optional.empty();
        private int accounts;
        private int parts;
        private int more;

        Counting(Findings to) {
            this.to = to;
        }

        boolean found() {
            return accounts + parts > 0;
        }

        @Override
        public void account(Account account) throws IOException {
            accounts++;
            to.account(QuotedBy.inText(account));
        }

        @Override
        public void part(String path, InputStream bytes) throws IOException {
            parts++;
            to.part(path, bytes);
        }

        @Override
        public void project(RefiProject project) throws IOException {
            to.project(project);
        }

        @Override
        public void warning(Warning warning) {
            if (warnings.contains(warning)) {
                return;
            }
            if (warnings.size() < MOST_WARNINGS) {
                warnings.add(warning);
            } else {
                more++;
            }
        }

        @Override
        public void balance(Balance held) {
            balance = Optional.of(held);
        }

        Reading reading(String reader, double confidence) {
            if (more > 0) {
                warnings.add(new Warning("", more + " more warnings of this kind"));
            }
            balance.filter(held -> held.missing() != 0)
                    .ifPresent(held -> warnings.add(new Warning(
                            "",
                            held.expected() + " " + held.unit() + " were expected; " + held.missing()
                                    + " of them are neither read nor left out for a reason")));
            return new Reading(reader, confidence, accounts, parts, warnings, balance);
        }
    }
}
