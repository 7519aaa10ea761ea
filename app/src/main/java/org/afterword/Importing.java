package org.afterword;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.afterword.casefile.Batch;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Frames;
import org.afterword.casefile.Import;
import org.afterword.casefile.ItemType;
import org.afterword.casefile.Suggestions;
import org.afterword.coding.Codebook;
import org.afterword.coding.Codings;
import org.afterword.coding.Guid;
import org.afterword.model.Access;
import org.afterword.model.Account;
import org.afterword.model.Claim;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.model.Polarity;
import org.afterword.model.Proposal;
import org.afterword.model.Sha256;
import org.afterword.model.Span;
import org.afterword.model.Suggestion;
import org.afterword.publishing.SaidHow;
import org.afterword.reading.RefiProject;

/**
 * Takes in a project of other software: its file and its texts as exhibits, in the way of every file; its codes as
 * codebooks; its codings as codings by those who made them. What is not taken is counted, with the reason.
 */
public final class Importing {
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)?");
    private static final String NOBODY = "unknown";

    private final CaseFile file;
    private final Recording log;
    private final Progress progress;
    private final SortedMap<String, Long> notTaken = new TreeMap<>();
    private final List<Suggestion> codings = new ArrayList<>();
    private final List<Import.Coding> origins = new ArrayList<>();
    private final List<Import.Source> sources = new ArrayList<>();
    private final Map<Id, Suggestion> known = new HashMap<>();
    private final Set<String> guids = new HashSet<>();
    private int there;

    Importing(CaseFile file, Recording log, Progress progress) {
        this.file = file;
        this.log = log;
        this.progress = progress;
        file.suggestions().forEach(one -> known.put(one.id(), one));
    }

    /**
     * How it went: of {@code codings + again} and what is counted in {@code notTaken}, nothing is missing.
     *
     * @param texts how many of the project's texts are accounts now
     * @param codings how many were taken
     * @param again how many the case had already
     * @param books the codebooks by which they are coded
     * @param added those of them that the case did not have
     * @param notTaken what was left, in words, and how often
     */
    public record Outcome(
            Adding.Added kept,
            int texts,
            int codings,
            int again,
            List<Codebook> books,
            List<Codebook> added,
            SortedMap<String, Long> notTaken) {}

    /**
     * Once for each of these.
     *
     * @param group what its texts tell of
     * @param baseline whether that is an ordinary group
     * @param codebook the id of the codebook that is made of its codes; else after its name
     * @param learned whether the learned finder is asked for names
     * @throws Refused if it is no project; its bytes are kept all the same
     */
    public Outcome take(Path path, Optional<String> group, boolean baseline, Optional<String> codebook, boolean learned)
            throws IOException {
        Adding.Added added =
                new Adding(file, log, progress, Optional.empty(), learned).add(List.of(path), group, baseline);
        Exhibit root = file.exhibitWith(hash(path))
                .flatMap(file::exhibit)
                .orElseThrow(() -> new Refused(List.of("the file could not be kept; nothing was imported")));
        var project = new ForeignProject(file, root);
        Exhibit description = project.description()
                .orElseThrow(() -> new Refused(List.of("there is no project.qde in this file, so it is no REFI-QDA"
                        + " project; it was kept, and read as any file")));
        RefiProject told = project.read(description);
        ForeignCodes codes = ForeignCodes.of(told, codebook.orElse(called(told, path)), file);
        left(
                "notes in files of their own, which are kept and read as texts",
                told.notes().stream().filter(note -> note.path().isPresent()).count());
        told.notTaken().forEach((what, count) -> notTaken.merge(what, count, Long::sum));
        for (RefiProject.Text text : told.texts()) {
            text(text, project, told, codes);
        }
        record(description, told, codes);
        return new Outcome(added, sources.size(), codings.size(), there, codes.all(), codes.fresh(), notTaken);
    }

    private static String called(RefiProject project, Path path) {
        Path name = path.getFileName();
        String stem = name == null ? "imported" : name.toString().replaceFirst("\\.[^.]*$", "");
        return project.name().isBlank() ? stem : project.name();
    }

    private static Sha256 hash(Path path) throws IOException {
        var digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.ofDigest(digest.digest());
    }

    private void left(String why, long count) {
        if (count > 0) {
            notTaken.merge(why, count, Long::sum);
        }
    }

    private void text(RefiProject.Text text, ForeignProject project, RefiProject told, ForeignCodes codes)
            throws IOException {
        long count = text.selections().stream()
                .mapToLong(one -> one.codings().size())
                .sum();
        Optional<Exhibit> exhibit = project.text(text);
        if (exhibit.isEmpty()) {
            boolean outside = text.path()
                    .filter(path -> ForeignProject.inside(path).isEmpty())
                    .isPresent();
            left(outside ? "texts that lie outside of the file" : "texts that are missing in the file", 1);
            left("codings of texts that are not there", count);
            return;
        }
        List<Account> accounts = project.accounts(exhibit.get());
        if (accounts.isEmpty()) {
            left("texts in which nothing can be read", 1);
            left("codings of texts that are not there", count);
            return;
        }
        if (!text.guid().isEmpty() && guids.add(text.guid())) {
            sources.add(new Import.Source(accounts.getFirst().id(), text.guid(), text.name()));
        }
        var places = new ForeignText(project.bytes(exhibit.get()), accounts, text.selections());
        for (RefiProject.Selection selection : text.selections()) {
            selection(selection, places, told, codes);
        }
    }

    private void selection(RefiProject.Selection selection, ForeignText places, RefiProject told, ForeignCodes codes) {
        int count = selection.codings().size();
        if (count == 0) {
            left("selections without a code", 1);
            return;
        }
        Optional<ForeignText.Place> place = places.place(selection);
        if (place.isEmpty()) {
            left("codings whose words are not found in the text", count);
            return;
        }
        Optional<Span> span = inTurn(place.get());
        if (span.isEmpty()) {
            left("codings that go across what several people say, or of nobody's words", count);
            return;
        }
        for (RefiProject.Coding coding : selection.codings()) {
            coding(coding, place.get().account(), span.get(), told, codes);
        }
    }

    /** Without the space around it, if it lies in one turn only so. */
    private static Optional<Span> inTurn(ForeignText.Place place) {
        Account account = place.account();
        if (account.turnAt(place.span()).isPresent()) {
            return Optional.of(place.span());
        }
        String words = place.span().of(account.text());
        int before = words.length() - words.stripLeading().length();
        int after = words.length() - words.stripTrailing().length();
        if (before == words.length()) {
            return Optional.empty();
        }
        return Optional.of(new Span(place.span().start() + before, place.span().end() - after))
                .filter(span -> account.turnAt(span).isPresent());
    }

    private void coding(RefiProject.Coding coding, Account account, Span span, RefiProject told, ForeignCodes codes) {
        ForeignCodes.Known code = codes.byGuid().get(coding.code());
        if (code == null) {
            left("codings with a code that is not there", 1);
            return;
        }
        Proposal.Coding said = said(coding, code, told);
        Optional<Id> id = coding.guid().map(Guid::id);
        Optional<Suggestion> same = id.map(known::get);
        if (same.isPresent()
                && same.get().target().equals(account.id())
                && same.get().span().equals(Optional.of(span))) {
            there++;
            return;
        }
        String user = coding.user()
                .flatMap(guid -> told.users().stream()
                        .filter(one -> one.guid().equals(guid))
                        .findFirst())
                .map(RefiProject.User::name)
                .filter(name -> !name.isBlank())
                .orElse(NOBODY);
        Suggestion made = Codings.manual(account, span, said, "person " + user.strip());
        Suggestion taken = new Suggestion(
                same.isEmpty() ? id.orElse(made.id()) : made.id(),
                made.target(),
                made.span(),
                made.proposal(),
                made.score(),
                memo(coding, told),
                made.by());
        known.put(taken.id(), taken);
        codings.add(taken);
        coding.guid()
                .filter(guids::add)
                .ifPresent(guid -> origins.add(new Import.Coding(
                        taken.id(),
                        guid,
                        coding.at().filter(at -> TIME.matcher(at).matches()))));
    }

    /** Who codes elsewhere does not say how the speaker knows it: until a person does, it is nobody's evidence. */
    private static Proposal.Coding said(RefiProject.Coding coding, ForeignCodes.Known code, RefiProject told) {
        Proposal.Coding said = notes(coding, told).stream()
                .flatMap(note -> SaidHow.read(note, code.id()).stream())
                .findFirst()
                .orElse(new Proposal.Coding(code.id(), Polarity.REPORTS, Access.NONE, Claim.OPINION, Optional.empty()));
        return said.by(said.version().orElse(code.version()));
    }

    private static String memo(RefiProject.Coding coding, RefiProject told) {
        return String.join(
                "\n\n",
                notes(coding, told).stream()
                        .filter(note -> SaidHow.read(note, "").isEmpty())
                        .toList());
    }

    private static List<String> notes(RefiProject.Coding coding, RefiProject told) {
        return coding.notes().stream()
                .flatMap(guid -> told.notes().stream()
                        .filter(note -> note.guid().equals(guid))
                        .limit(1))
                .map(note -> note.text().strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private void record(Exhibit description, RefiProject told, ForeignCodes codes) throws CaseException {
        if (codings.isEmpty() && codes.fresh().isEmpty()) {
            return;
        }
        try (Batch batch = log.batch()) {
            for (Codebook book : codes.fresh()) {
                Codebooking.add(book, batch);
            }
            Id coded = batch.put(ItemType.SUGGESTIONS, Frames.write(new Suggestions(List.of(), codings)));
            batch.add(new Entry.Suggested(coded, "person (refi-qda)", codings.size()), List.of(coded));
            Id item = batch.put(ItemType.IMPORT, Frames.write(new Import(told.name(), sources, origins)));
            batch.add(new Entry.Imported(description.id(), "refi-qda", item, codings.size()), List.of(item));
            batch.commit();
        }
    }
}
