package org.afterword.coding;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.afterword.casefile.Contents;
import org.afterword.casefile.KeptCodebook;
import org.afterword.model.Proposal;

/** The codebooks that can be used in a case: those that come with the program, and those that people added. */
public final class Codebooks {
    private final List<Held> all;

    private Codebooks(List<Held> all) {
        this.all = List.copyOf(all);
    }

    /**
     * A version of a codebook.
     *
     * @param added when it came into the case; empty if it comes with the program
     */
    public record Held(Codebook book, Optional<Instant> added) {}

    /**
     * @throws UncheckedIOException if a codebook in the case cannot be read by this program
     */
    public static Codebooks of(Contents contents) {
        var all = new ArrayList<Held>();
        all.add(new Held(Codebook.practices(), Optional.empty()));
        all.add(new Held(Codebook.lifton(), Optional.empty()));
        for (KeptCodebook kept : contents.codebooks()) {
            all.add(new Held(read(kept), Optional.of(kept.at())));
        }
        return new Codebooks(all);
    }

    private static Codebook read(KeptCodebook kept) {
        try {
            return Codebook.read(new ByteArrayInputStream(kept.yaml().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("the codebook '" + kept.id() + "' of this case cannot be read", e);
        }
    }

    /** Every version, the program's first, then in the order in which they came. */
    public List<Held> all() {
        return all;
    }

    /** The newest version of each. */
    public List<Codebook> newest() {
        var newest = new LinkedHashMap<String, Codebook>();
        all.forEach(held -> newest.put(held.book().id(), held.book()));
        return List.copyOf(newest.values());
    }

    /** By which is read and coded now, as decisions keep it: "practice/1,lifton/1". */
    public String inForce() {
        return newest().stream().map(book -> book.id() + "/" + book.version()).collect(Collectors.joining(","));
    }

    /** The newest version. */
    public Optional<Codebook> book(String id) {
        return newest().stream().filter(book -> book.id().equals(id)).findFirst();
    }

    public Optional<Codebook> book(String id, String version) {
        return all.stream()
                .map(Held::book)
                .filter(book -> book.id().equals(id) && book.version().equals(version))
                .findFirst();
    }

    /** The newest version of the codebook that a code is of. */
    public Optional<Codebook> bookOf(String code) {
        int slash = code.indexOf('/');
        return slash < 0 ? Optional.empty() : book(code.substring(0, slash));
    }

    /** The code as it is defined now. */
    public Optional<Code> code(String id) {
        return bookOf(id).flatMap(book -> book.code(id));
    }

    /** The code as it was defined when a passage was coded so; as it is now where that is not known. */
    public Optional<Code> code(Proposal.Coding coding) {
        return coding.version()
                .flatMap(version -> bookOf(coding.code()).flatMap(book -> book(book.id(), version)))
                .flatMap(book -> book.code(coding.code()))
                .or(() -> code(coding.code()));
    }

    /**
     * The codebook of a code that a person chooses.
     *
     * @throws IllegalArgumentException with a sentence, if passages cannot be coded so
     */
    public Codebook chosen(String code) {
        Codebook book = bookOf(code)
                .filter(one -> one.code(code).isPresent())
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no code '" + code + "' in the codebooks of this case; " + like(code)));
        if (book.code(code).stream().noneMatch(one -> one.elsewhere().codable())) {
            throw new IllegalArgumentException(
                    "'" + code + "' only holds other codes together: choose one of those below it");
        }
        return book;
    }

    private String like(String code) {
        String part = code.substring(code.indexOf('/') + 1);
        String like = newest().stream()
                .flatMap(book -> book.codes().stream())
                .map(Code::id)
                .filter(id -> part.length() > 1 && id.contains(part))
                .limit(8)
                .collect(Collectors.joining(", "));
        return like.isEmpty() ? "'afterword codebook CASE' lists them" : "perhaps one of these is meant: " + like;
    }

    /**
     * With the version of the codebook as it is now.
     *
     * @throws IllegalArgumentException with a sentence, if passages cannot be coded so
     */
    public Proposal.Coding versioned(Proposal.Coding coding) {
        return coding.by(chosen(coding.code()).version());
    }
}
