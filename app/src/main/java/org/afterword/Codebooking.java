package org.afterword;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.afterword.casefile.Batch;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.casefile.ItemType;
import org.afterword.casefile.Suggestions;
import org.afterword.coding.Codebook;
import org.afterword.coding.CodebookChange;
import org.afterword.coding.Codebooks;
import org.afterword.coding.Coded;
import org.afterword.coding.Codings;
import org.afterword.model.Id;
import org.afterword.model.Proposal;
import org.afterword.model.Suggestion;
import org.afterword.reading.Origin;
import org.afterword.reading.RefiProject;

/** Puts codebooks into the case, and reads passages by them. */
public final class Codebooking {
    private static final int LARGEST = 32 << 20;

    private final CaseFile file;
    private final Recording log;

    Codebooking(CaseFile file, Recording log) {
        this.file = file;
        this.log = log;
    }

    /**
     * What adding a codebook means.
     *
     * @param before the version up to now; empty if the codebook is new
     * @param change against that version
     * @param known whether the case has exactly this already
     */
    public record Plan(Codebook book, Optional<Codebook> before, CodebookChange change, boolean known) {}

    /**
     * Looks what it would change, and changes nothing.
     *
     * @throws Refused if it cannot be added
     */
    public Plan plan(Codebook book) {
        Codebooks codebooks = Codebooks.of(file);
        Optional<Codebook> before = codebooks.book(book.id());
        Optional<Codebook> same = codebooks.book(book.id(), book.version());
        if (same.isPresent() && !same.get().yaml().equals(book.yaml())) {
            throw new Refused(List.of("the case has a version '" + book.version() + "' of the codebook '" + book.id()
                    + "' that says something else; give what you changed another 'version', so that old codings keep"
                    + " theirs"));
        }
        if (same.isEmpty() && isBundled(book.id())) {
            throw new Refused(List.of("the codebook '" + book.id() + "' comes with the program and is not changed in a"
                    + " case; give yours another id"));
        }
        CodebookChange change = before.map(old -> CodebookChange.of(old, book, Codings.of(file)))
                .orElseGet(() -> new CodebookChange(
                        book.codes().stream().map(code -> code.id()).toList(), List.of(), Map.of(), List.of()));
        return new Plan(book, before, change, same.isPresent());
    }

    static boolean isBundled(String id) {
        return id.equals(Codebook.practices().id())
                || id.equals(Codebook.lifton().id());
    }

    /**
     * Adds a codebook, or a version of one; codings that are there keep the version by which they were made.
     *
     * @throws Refused if it cannot be added
     */
    public Plan add(Codebook book) throws CaseException {
        Plan plan = plan(book);
        if (!plan.known()) {
            try (Batch batch = log.batch()) {
                add(book, batch);
                batch.commit();
            }
        }
        return plan;
    }

    static void add(Codebook book, Batch batch) throws CaseException {
        Id item = batch.put(ItemType.CODEBOOK, book.yaml().getBytes(StandardCharsets.UTF_8));
        batch.add(
                new Entry.CodebookAdded(
                        book.id(), book.version(), item, book.codes().size()),
                List.of(item));
    }

    /**
     * Reads a coded passage as a code of a framework. It stays one event.
     *
     * @param id of the coding, or enough of its first characters
     * @return the new coding, or the one that says so already
     * @throws IllegalArgumentException if there is no such coding or code, or the coding is no decided one
     */
    public Suggestion map(String id, String code) throws CaseException {
        List<Coded> all = Codings.of(file);
        List<Coded> fitting = all.stream()
                .filter(one -> one.suggestion().toString().startsWith(id))
                .toList();
        if (fitting.size() != 1) {
            throw new IllegalArgumentException(
                    fitting.isEmpty()
                            ? "there is no coded passage '" + id + "'; 'afterword passages CASE' lists them"
                            : "more than one coded passage's id begins with '" + id + "'; give more of it");
        }
        Coded from = fitting.getFirst();
        if (from.status() != Coded.Status.ACCEPTED) {
            throw new IllegalArgumentException(
                    "nobody has accepted this coding; decide on it first ('afterword decide CASE " + id + " accept')");
        }
        Proposal.Coding as = Codebooks.of(file)
                .versioned(new Proposal.Coding(
                        code,
                        from.coding().polarity(),
                        from.coding().access(),
                        from.coding().claim(),
                        from.coding().group(),
                        Optional.empty(),
                        from.coding().circumstances()));
        Optional<Coded> there = all.stream()
                .filter(one -> one.status() == Coded.Status.ACCEPTED
                        && one.passage().equals(from.passage())
                        && one.coding().code().equals(code))
                .findFirst();
        if (there.isPresent()) {
            throw new IllegalArgumentException("this passage is coded as " + code + " already ("
                    + there.get().suggestion() + ")");
        }
        Suggestion mapped = Codings.mapped(from, as, "person " + log.actor());
        log.suggestions(new Suggestions(List.of(), List.of(mapped)), "person");
        return mapped;
    }

    private Codebook foreign(Path path, String name) throws IOException {
        if (Files.size(path) > LARGEST) {
            throw new Refused(List.of("a codebook of more than " + (LARGEST >> 20) + " MiB is none"));
        }
        RefiProject told = ForeignProject.read(name, Origin.of(Files.readAllBytes(path)));
        ForeignCodes codes = ForeignCodes.of(told, name.substring(0, name.length() - ".qdc".length()), file);
        if (codes.all().size() != 1) {
            throw new Refused(List.of(
                    codes.all().isEmpty()
                            ? "there are no codes in " + name
                            : "there are " + codes.all().size() + " codebooks in " + name + "; give one at a time"));
        }
        return codes.all().getFirst();
    }

    /** Reads a codebook that somebody made: YAML, or REFI-QDA's {@code .qdc} by its ending. */
    public Codebook read(Path path) throws IOException {
        String name =
                Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
        if (name.toLowerCase(Locale.ROOT).endsWith(".qdc")) {
            return foreign(path, name);
        }
        try (var in = Files.newInputStream(path)) {
            return Codebook.read(in);
        }
    }
}
