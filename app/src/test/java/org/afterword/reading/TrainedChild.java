package org.afterword.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Id;
import org.afterword.model.Warning;

/** Does once what a reading child does, with all that it says and hears, so that its classes are in {@link ChildCache}. */
final class TrainedChild {
    private static final long MILLIS = 60_000;

    private TrainedChild() {}

    /** @param arguments a folder with files of many formats */
    public static void main(String[] arguments) throws IOException {
        PackedBytes.prepare();
        var said = new ByteArrayOutputStream();
        var out = new DataOutputStream(said);
        Frames.write(out, Frames.Kind.READY, new Frames.Ready(true));
        List<Path> files;
        try (Stream<Path> listed = Files.list(Path.of(arguments[0]))) {
            files = listed.sorted().toList();
        }
        for (Path file : files) {
            var request = new Frames.Request(file.toString(), Id.random(), Optional.empty(), Files.size(file), MILLIS);
            said.reset();
            Frames.write(out, Frames.Kind.FILE, request);
            Frames.read(new DataInputStream(new ByteArrayInputStream(said.toByteArray())), Frames.CHUNK)
                    .as(Frames.Request.class);
            var source =
                    new Source(request.name(), request.exhibit(), request.group(), Origin.of(Files.readAllBytes(file)));
            Frames.write(out, Frames.Kind.RESULT, Readers.read(source, new Saying(out)));
        }
    }

    private record Saying(DataOutputStream out) implements Findings {
        @Override
        public void account(Account account) throws IOException {
            Frames.write(out, Frames.Kind.ACCOUNT, account);
        }

        @Override
        public void part(String path, InputStream bytes) throws IOException {
            bytes.transferTo(out);
        }

        @Override
        public void warning(Warning warning) {}

        @Override
        public void balance(Balance balance) {}
    }
}
