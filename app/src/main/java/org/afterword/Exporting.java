package org.afterword;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.model.Account;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
import org.afterword.publishing.BagIt;
import org.afterword.publishing.Chosen;
import org.afterword.publishing.Destination;
import org.afterword.publishing.Disclosure;
import org.afterword.publishing.DossierExport;
import org.afterword.publishing.ExportFolder;
import org.afterword.publishing.ExportFormat;
import org.afterword.publishing.RefiQda;
import org.afterword.publishing.SealedExport;
import org.afterword.publishing.Tabular;
import org.afterword.publishing.UimaCas;
import org.afterword.publishing.WebAnnotation;
import org.afterword.witnesses.Witnesses;

/** Gives a case, or some of it, to others; the log says that it was done before anything has its name. */
public final class Exporting {
    private static final List<ExportFormat> FORMATS = List.of(
            new BagIt(),
            new RefiQda(),
            new WebAnnotation(),
            new UimaCas(),
            Tabular.csv(),
            Tabular.jsonLines(),
            Tabular.parquet());

    private final CaseFile file;
    private final Recording log;

    Exporting(CaseFile file, Recording log) {
        this.file = file;
        this.log = log;
    }

    /** What a person may name. */
    public static List<String> formats() {
        return FORMATS.stream().map(ExportFormat::name).toList();
    }

    /**
     * What is asked for.
     *
     * @param unprotected whether exhibits go out as they came
     * @param exhibits ids, or their first characters; all if there is none
     * @param recipients of age, for whom it is encrypted; none for a plain folder
     */
    public record Request(String format, boolean unprotected, List<String> exhibits, List<String> recipients) {}

    /**
     * @param path what is there now; empty if it was refused
     */
    public record Outcome(Optional<Path> path, ExportFormat.Outcome how) {}

    /**
     * @param folder nothing, or an empty folder; with recipients, its name is that of the file, before its endings
     * @throws Refused if there is no such format or exhibit
     * @throws IOException if something cannot be read or written; then nothing is there
     */
    public Outcome export(Path folder, Request request) throws IOException {
        ExportFormat format = FORMATS.stream()
                .filter(one -> one.name().equals(request.format()))
                .findFirst()
                .orElseThrow(() -> new Refused(List.of(
                        "there is no format '" + request.format() + "'; there is " + String.join(", ", formats()))));
        var chosen = new Chosen(
                file, log.protection(), request.unprotected(), exhibits(request.exhibits()), Program.NAME_AND_VERSION);
        try (Destination to = request.recipients().isEmpty()
                ? new ExportFolder(folder)
                : new SealedExport(folder, request.recipients())) {
            return switch (format.write(chosen, to)) {
                case ExportFormat.Written written -> {
                    log.record(new Entry.Exported(
                            format.name(),
                            request.unprotected(),
                            written.exhibits(),
                            request.recipients().isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(String.join(" ", request.recipients()))));
                    to.place();
                    yield new Outcome(Optional.of(to.path()), written);
                }
                case ExportFormat.Refused refused -> new Outcome(Optional.empty(), refused);
            };
        }
    }

    /**
     * Opens one commitment of a published site for those recipients alone; it is logged.
     *
     * @param folder its name is that of the file, before its endings
     * @param commitment as the site shows it, or enough of its first digits
     * @param recipients of age, at least one
     * @return what is there now
     * @throws IllegalArgumentException if nothing stands behind the commitment, or a recipient is none
     */
    public Path disclose(Path folder, String commitment, List<String> recipients) throws IOException {
        try (Destination to = new SealedExport(folder, recipients)) {
            new Disclosure(file).write(commitment.strip().toLowerCase(Locale.ROOT), to);
            log.record(new Entry.Exported("disclosure", true, 1, Optional.of(String.join(" ", recipients))));
            to.place();
            return to.path();
        }
    }

    /**
     * What one teller tells, as a PDF; it is logged before it has its name.
     *
     * @param teller a speaker's id, or its first characters; empty if {@code account} says whose it is
     * @param account an account's id, or its first characters: whoever tells it, if that is one
     * @param unprotected whether it shows everything as it is
     * @throws Refused if there is no such teller, or more than one
     */
    public DossierExport.Outcome dossier(
            Path pdf, Optional<String> teller, Optional<String> account, boolean unprotected) throws IOException {
        Witnesses witnesses = Witnesses.of(file);
        Id one = account.isPresent() ? whoTells(account.get(), witnesses) : teller(teller.orElse(""), witnesses);
        DossierExport.Outcome outcome = DossierExport.of(file, log.protection(), witnesses, one, unprotected, pdf);
        if (outcome instanceof DossierExport.Ready ready) {
            log.record(new Entry.Exported(
                    "dossier", unprotected, ready.dossier().kept().size(), Optional.empty()));
            ready.place();
        }
        return outcome;
    }

    private Id teller(String named, Witnesses witnesses) {
        List<Id> found = file.speakerIds().stream()
                .filter(id -> !named.isEmpty() && id.toString().startsWith(named))
                .flatMap(id -> witnesses.witness(id).stream())
                .distinct()
                .toList();
        if (found.size() != 1) {
            throw new Refused(List.of(
                    found.isEmpty()
                            ? "nobody with the id '" + named
                                    + "' tells of their own experience; 'afterword accounts CASE"
                                    + " --json' lists the witnesses of each account"
                            : "more than one teller's id begins with '" + named + "'"));
        }
        return found.getFirst();
    }

    private Id whoTells(String named, Witnesses witnesses) {
        Id account = file.account(Targets.of(file).find(named).id())
                .map(Account::id)
                .orElseThrow(() -> new Refused(List.of("'" + named + "' is no account's id")));
        List<Id> tellers = List.copyOf(witnesses.of(account));
        if (tellers.size() != 1) {
            throw new Refused(List.of(
                    tellers.isEmpty()
                            ? "nobody tells of their own experience in that account, or nothing of it may be counted"
                            : "more than one person tells in that account; name one of them (--teller): "
                                    + tellers.stream()
                                            .map(Id::toString)
                                            .sorted()
                                            .collect(Collectors.joining(", "))));
        }
        return tellers.getFirst();
    }

    private Set<Id> exhibits(List<String> named) {
        var found = new HashSet<Id>();
        var problems = new ArrayList<String>();
        for (String id : named) {
            List<Exhibit> fitting = file.exhibits().stream()
                    .filter(exhibit -> exhibit.id().toString().startsWith(id))
                    .toList();
            if (fitting.size() == 1) {
                found.add(fitting.getFirst().id());
            } else {
                problems.add(
                        fitting.isEmpty()
                                ? "there is no exhibit '" + id + "'; 'afterword accounts CASE --json' lists them"
                                : "more than one exhibit's id begins with '" + id + "'");
            }
        }
        if (!problems.isEmpty()) {
            throw new Refused(problems);
        }
        return found;
    }
}
