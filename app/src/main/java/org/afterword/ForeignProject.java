package org.afterword;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.afterword.casefile.CaseFile;
import org.afterword.custody.Custody;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.model.Warning;
import org.afterword.reading.ChildReader;
import org.afterword.reading.Findings;
import org.afterword.reading.Origin;
import org.afterword.reading.Reading;
import org.afterword.reading.RefiProject;

/** A project of other software as it lies in the case: what is written in it, and the exhibits of its texts. */
final class ForeignProject {
    private static final String WITHIN = "!/";

    private final CaseFile file;
    private final String root;
    private final Map<String, Exhibit> parts = new HashMap<>();

    /**
     * @param root the exhibit that was imported
     */
    ForeignProject(CaseFile file, Exhibit root) {
        this.file = file;
        this.root = root.name() + WITHIN;
        for (Exhibit exhibit : file.exhibits()) {
            for (String place : file.places(exhibit.id())) {
                if (place.startsWith(this.root)) {
                    parts.put(place.substring(this.root.length()).toLowerCase(Locale.ROOT), exhibit);
                }
            }
        }
        parts.putIfAbsent("", root);
    }

    /** The file that says what is in it; empty if there is none. */
    Optional<Exhibit> description() {
        return Optional.ofNullable(parts.get("project.qde"))
                .or(() -> parts.entrySet().stream()
                        .filter(part -> part.getKey().endsWith(".qde"))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .or(() -> Optional.ofNullable(parts.get(""))
                        .filter(exhibit ->
                                exhibit.name().toLowerCase(Locale.ROOT).endsWith(".qde")));
    }

    /** Where a text is; empty if it is not in the case. */
    Optional<Exhibit> text(RefiProject.Text text) {
        return text.path()
                .map(path -> inside(path).flatMap(this::part))
                .orElseGet(() -> part("sources/" + text.guid() + ".txt"));
    }

    /** What a path means within the file; empty if it leads out of it. */
    static Optional<String> inside(String path) {
        return path.toLowerCase(Locale.ROOT).startsWith("internal://")
                ? Optional.of("sources/" + path.substring("internal://".length()))
                : Optional.empty();
    }

    private Optional<Exhibit> part(String path) {
        String low = path.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(parts.get(low))
                .or(() -> parts.entrySet().stream()
                        .filter(part -> part.getKey().endsWith("/" + low))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    byte[] bytes(Exhibit exhibit) throws IOException {
        var bytes = new ByteArrayOutputStream();
        Custody.release(file, exhibit.id(), bytes);
        return bytes.toByteArray();
    }

    List<Account> accounts(Exhibit exhibit) {
        return file.accountIds(exhibit.id()).stream()
                .flatMap(id -> file.account(id).stream())
                .toList();
    }

    /** Reads it where strangers' files are read: in the child. */
    RefiProject read(Exhibit description) throws IOException {
        try (var origin = ItemOrigin.of(file, description)) {
            return read(description.name(), origin);
        }
    }

    /**
     * @param name ends in {@code .qde} or {@code .qdc}
     * @throws Refused if it is no such file, or broken
     */
    static RefiProject read(String name, Origin origin) throws IOException {
        var heard = new Heard();
        Reading reading;
        try (var child = new ChildReader()) {
            reading = child.read(name, Id.random(), Optional.empty(), origin, heard);
        }
        Optional<String> broken = reading.warnings().stream()
                .map(Warning::message)
                .filter(message -> !message.contains("'afterword import'"))
                .findFirst();
        if (heard.project.isEmpty() || broken.isPresent()) {
            throw new Refused(List.of("this is no REFI-QDA file that can be read: "
                    + broken.orElse("it has another form") + "; no code and no coding was taken"));
        }
        return heard.project.get();
    }

    private static final class Heard implements Findings {
        private Optional<RefiProject> project = Optional.empty();

        @Override
        public void account(Account account) {}

        @Override
        public void part(String path, InputStream bytes) throws IOException {
            bytes.transferTo(OutputStream.nullOutputStream());
        }

        @Override
        public void project(RefiProject told) {
            project = Optional.of(told);
        }

        @Override
        public void warning(Warning warning) {}

        @Override
        public void balance(Balance balance) {}
    }
}
