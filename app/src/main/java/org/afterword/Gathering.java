package org.afterword;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.afterword.casefile.Scratch;
import org.afterword.casefile.Spool;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Id;
import org.afterword.model.Speaker;
import org.afterword.model.Threaded;
import org.afterword.model.Turn;
import org.afterword.model.Warning;
import org.afterword.model.When;
import org.afterword.posts.read.BadInput;
import org.afterword.posts.read.Foreign;
import org.afterword.reading.ChildReader;
import org.afterword.reading.Findings;
import org.afterword.reading.Origin;

/**
 * Gives what the readers find in an export to whoever measures posts: a row for each post or message of which it is known
 * who wrote it when. What is found waits in {@link Scratch}.
 */
public final class Gathering implements Foreign, AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int ENOUGH = 20;
    private static final SerializableString LINE_END = new SerializedString("\n");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Pattern MEDIA =
            Pattern.compile("(?i).*\\.(?:jpe?g|png|gif|webp|heic|mp4|mov|webm|mp3|m4a|ogg|opus|pdf)");

    private Optional<Scratch> scratch = Optional.empty();

    private record Waiting(String name, Origin origin) {}

    @Override
    public Optional<Found> posts(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Spool lines = scratch().spool();
        String name = String.valueOf(file.getFileName());
        Rows rows = written(file, name, lines);
        if (rows.written == 0 && rows.posts) {
            throw new BadInput(name + " holds posts or messages, but does not say who wrote them, or not to the minute"
                    + " when. Often another file of the same export does: please give the whole export as it was"
                    + " downloaded, or leave the file in its folder.");
        }
        return rows.written == 0 ? Optional.empty() : Optional.of(new Found(lines.read(), rows.notes()));
    }

    private Rows written(Path file, String name, Spool lines) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file);
                OutputStream out = lines.write();
                JsonGenerator json = JSON.createGenerator(out).setRootValueSeparator(LINE_END);
                var child = ChildReader.withoutPictures()) {
            var rows = new Rows(name, json);
            rows.waiting.add(new Waiting(name, new OfPath(file.toAbsolutePath(), channel)));
            while (!rows.waiting.isEmpty()) {
                Waiting next = rows.waiting.remove();
                child.read(next.name(), Id.random(), Optional.empty(), next.origin(), rows);
            }
            return rows;
        }
    }

    private Scratch scratch() throws IOException {
        if (scratch.isEmpty()) {
            scratch = Optional.of(Scratch.onDisk());
        }
        return scratch.get();
    }

    @Override
    public void close() throws IOException {
        if (scratch.isPresent()) {
            scratch.get().close();
        }
    }

    /** Writes down what is found, and keeps the files within the file until it is their turn. */
    private final class Rows implements Findings {
        private final String file;
        private final JsonGenerator json;
        private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
        private final Map<String, Origin> parts = new HashMap<>();
        private final Set<String> formats = new TreeSet<>();
        private final Set<String> names = new HashSet<>();
        private int accounts;
        private long written;
        private long unknown;
        private long wholeMinutes;
        private boolean posts;

        Rows(String file, JsonGenerator json) {
            this.file = file;
            this.json = json;
        }

        @Override
        public void account(Account account) throws IOException {
            accounts++;
            posts |= id(account).isPresent();
            List<Turn> said = account.turns().stream()
                    .filter(turn -> turn.voice() != Turn.Voice.SYSTEM
                            && account.speakerOf(turn).role() != Speaker.Role.SYSTEM)
                    .toList();
            boolean post = said.stream().map(Turn::speaker).distinct().count() == 1
                    && said.stream().map(Turn::date).distinct().count() == 1;
            if (post) {
                Turn first = said.getFirst();
                String text = said.stream()
                        .map(turn -> turn.span().of(account.text()))
                        .collect(Collectors.joining("\n"));
                row(
                        account,
                        first,
                        id(account).or(account::sourceUrl),
                        text,
                        account.threaded().flatMap(Threaded::parent));
                return;
            }
            String key = id(account).orElse(file + "#" + accounts) + "/";
            for (Turn turn : said) {
                if (turn.voice() == Turn.Voice.OWN) {
                    row(
                            account,
                            turn,
                            Optional.of(key + turn.index()),
                            turn.span().of(account.text()),
                            turn.answers().map(answered -> key + answered));
                }
            }
        }

        private static Optional<String> id(Account account) {
            return account.threaded().flatMap(Threaded::id);
        }

        private void row(Account account, Turn turn, Optional<String> id, String text, Optional<String> answers)
                throws IOException {
            Speaker speaker = account.speakerOf(turn);
            Optional<String> time = turn.date().or(account::date).flatMap(this::moment);
            if (speaker.kind() == Speaker.Kind.UNNAMED || speaker.name().isBlank() || time.isEmpty()) {
                unknown++;
                return;
            }
            // anybody may be "Me" in a file of theirs
            String name = speaker.kind() == Speaker.Kind.NAMED ? speaker.name() : speaker.name() + " in " + file;
            formats.add(account.format());
            names.add(name);
            written++;
            json.writeStartObject();
            json.writeStringField("account", name);
            json.writeStringField("time", time.get());
            json.writeStringField("id", id.orElse(""));
            json.writeStringField("text", text);
            json.writeStringField("reply_to", answers.orElse(""));
            json.writeEndObject();
        }

        /** Empty if it is not known to the minute. */
        private Optional<String> moment(When when) {
            if (when.earliest().isEmpty()
                    || when.latest().isEmpty()
                    || Duration.between(when.earliest().get(), when.latest().get())
                                    .compareTo(MINUTE)
                            >= 0) {
                return Optional.empty();
            }
            LocalDateTime local = when.earliest().get();
            wholeMinutes += local.getSecond() == 0 ? 1 : 0;
            return Optional.of(when.zone().flatMap(zone -> zoned(local, zone)).orElse(local.toString()));
        }

        private static Optional<String> zoned(LocalDateTime local, String zone) {
            try {
                return Optional.of(local.atZone(ZoneId.of(zone)).toInstant().toString());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        List<String> notes() {
            var notes = new ArrayList<String>();
            notes.add(String.format(
                    Locale.ROOT,
                    "%s was read as exports are (%s): posts or messages: %,d, names: %,d%s.",
                    file,
                    String.join(", ", formats),
                    written,
                    names.size(),
                    unknown == 0
                            ? ""
                            : String.format(
                                    Locale.ROOT, "; left out, as who wrote them or when is not known: %,d", unknown)));
            notes.add("Where exports were read, an account is a name: two people of one name count as one account, and"
                    + " somebody who changed it as two.");
            if (written >= ENOUGH && wholeMinutes == written) {
                notes.add("Times in " + file + " are whole minutes, so a window of less than a minute says little.");
            }
            return notes;
        }

        @Override
        public void part(String path, InputStream bytes) throws IOException {
            if (MEDIA.matcher(path).matches()) {
                bytes.transferTo(OutputStream.nullOutputStream());
                return;
            }
            Spool spool = scratch().spool();
            long size;
            try (OutputStream out = spool.write()) {
                size = bytes.transferTo(out);
            }
            var origin = new PartOrigin(path, spool, size, parts);
            parts.put(path, origin);
            waiting.add(new Waiting(file + "!/" + path, origin));
        }

        @Override
        public void warning(Warning warning) {}

        @Override
        public void balance(Balance balance) {}
    }

    /** A file, beside which only what lies in its folder is found. */
    private record OfPath(Path file, SeekableByteChannel channel) implements Origin {
        @Override
        public long size() {
            try {
                return channel.size();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public byte[] read(long at, int length) throws IOException {
            var bytes = ByteBuffer.allocate(Math.clamp(channel.size() - at, 0, length));
            channel.position(at);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            return bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array();
        }

        @Override
        public Optional<Origin> beside(String path) throws IOException {
            Path folder = file.getParent();
            Path other = folder.resolve(path).normalize();
            return other.startsWith(folder) && Files.isRegularFile(other)
                    ? Optional.of(Origin.of(Files.readAllBytes(other)))
                    : Optional.empty();
        }
    }
}
