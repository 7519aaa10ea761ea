package org.afterword.custody;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.casefile.AccountTexts;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Frames;
import org.afterword.casefile.ItemType;
import org.afterword.casefile.Logged;
import org.afterword.casefile.Salvage;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.model.Verdict;

/** A folder with everything that still verifies of a damaged case, in the clear. */
public final class SalvageFolder {
    private static final String EXHIBITS = "exhibits";
    private final Salvage salvage;
    private final Path folder;
    private final Map<Id, Entry.ExhibitAdded> added = new LinkedHashMap<>();
    private final Map<Id, List<Entry.ExhibitRead>> readings = new LinkedHashMap<>();
    private final Map<Id, Decision> decisions = new LinkedHashMap<>();
    private final Set<Id> erased = new HashSet<>();
    private final List<Salvaged.Piece> out = new ArrayList<>();
    private final List<Salvaged.Piece> lost = new ArrayList<>();
    private int lostWithoutName;
    private int accounts;
    private int damagedTexts;

    private SalvageFolder(Salvage salvage, Path folder) {
        this.salvage = salvage;
        this.folder = folder;
        salvage.entries().forEach(this::take);
    }

    /**
     * Writes the folder, which only its owner may look into.
     *
     * @param folder must not exist, or be empty
     * @throws FileAlreadyExistsException if there is something in it
     */
    public static Salvaged write(Salvage salvage, Path folder) throws IOException {
        make(folder);
        var writing = new SalvageFolder(salvage, folder);
        writing.exhibits();
        writing.accounts();
        writing.decisions();
        var salvaged = writing.result();
        SalvageReport.write(salvaged, folder);
        return salvaged;
    }

    private static void make(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var inside = Files.newDirectoryStream(folder)) {
                if (inside.iterator().hasNext()) {
                    throw new FileAlreadyExistsException(folder.toString());
                }
            }
        }
        Files.createDirectories(folder.resolve(EXHIBITS));
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private void take(Logged logged) {
        switch (logged.entry().orElse(null)) {
            case Entry.ExhibitAdded one -> added.put(one.exhibit(), one);
            case Entry.ExhibitRead one ->
                readings.computeIfAbsent(one.exhibit(), id -> new ArrayList<>()).add(one);
            case Entry.Decided one -> decisions.put(one.decision().id(), one.decision());
            case Entry.Undone one -> decisions.remove(one.decision());
            case Entry.Erased one -> erased.addAll(one.items());
            case null, default -> {}
        }
    }

    private void exhibits() throws IOException {
        var named = new HashSet<Id>();
        for (var exhibit : added.values()) {
            named.add(exhibit.item());
            if (!erased.contains(exhibit.item())) {
                exhibit(exhibit);
            }
        }
        for (var item : salvage.items(ItemType.EXHIBIT)) {
            if (!named.contains(item)) {
                unnamed(item);
            }
        }
    }

    private void exhibit(Entry.ExhibitAdded exhibit) throws IOException {
        var to = EXHIBITS + "/" + FileNames.of(exhibit.exhibit(), exhibit.name());
        String where = "";
        try {
            var content = copy(exhibit.item(), folder.resolve(to));
            if (!content.equals(exhibit.sha256())) {
                where = "its bytes are not those that came in";
            }
        } catch (CaseException.Damaged e) {
            where = e.where();
        }
        if (where.isEmpty()) {
            out.add(piece(exhibit, Optional.of(to), where));
        } else {
            Files.deleteIfExists(folder.resolve(to));
            lost.add(piece(exhibit, Optional.empty(), where));
        }
    }

    private static Salvaged.Piece piece(Entry.ExhibitAdded exhibit, Optional<String> file, String where) {
        return new Salvaged.Piece(
                exhibit.exhibit(), true, exhibit.name(), file, exhibit.size(), exhibit.sha256(), where);
    }

    /** An item whose log entry is lost: it comes out if every byte of it opens. */
    private void unnamed(Id item) throws IOException {
        var to = EXHIBITS + "/item-" + item;
        try {
            var content = copy(item, folder.resolve(to));
            long size = Files.size(folder.resolve(to));
            out.add(new Salvaged.Piece(item, false, "", Optional.of(to), size, content, ""));
        } catch (CaseException.Damaged e) {
            Files.deleteIfExists(folder.resolve(to));
            lostWithoutName++;
        }
    }

    private Sha256 copy(Id item, Path to) throws IOException {
        var digest = Sha256.digest();
        var buffer = new byte[1 << 16];
        try (InputStream in = salvage.open(item);
                OutputStream file = Files.newOutputStream(to)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                file.write(buffer, 0, count);
            }
        }
        return Sha256.ofDigest(digest.digest());
    }

    private void accounts() throws IOException {
        var done = new HashSet<Id>();
        try (var lines = Files.newBufferedWriter(folder.resolve("accounts.jsonl"), StandardCharsets.UTF_8)) {
            for (var each : readings.values()) {
                each.forEach(reading -> done.addAll(reading.items()));
                var newest = each.getLast();
                int came = 0;
                for (var item : newest.items()) {
                    came += erased.contains(item) ? 0 : texts(item, lines);
                }
                boolean whole =
                        came == newest.accounts() || newest.items().stream().anyMatch(erased::contains);
                damagedTexts += whole ? 0 : 1;
            }
            for (var item : salvage.items(ItemType.ACCOUNTS)) {
                if (!done.contains(item)) {
                    texts(item, lines);
                }
            }
        }
    }

    /** How many of the item's accounts came out: those before the first damaged byte. */
    private int texts(Id item, BufferedWriter lines) throws IOException {
        int came = 0;
        try (var texts = new AccountTexts(salvage.open(item))) {
            for (var account = texts.read(); account.isPresent(); account = texts.read()) {
                lines.write(Frames.json().writeValueAsString(account.get()));
                lines.newLine();
                came++;
            }
        } catch (CaseException.Damaged e) {
            // The report counts what came out against what the log says.
        }
        accounts += came;
        return came;
    }

    /** As {@code afterword decide --from} reads them. */
    private void decisions() throws IOException {
        try (var lines = Files.newBufferedWriter(folder.resolve("decisions.jsonl"), StandardCharsets.UTF_8)) {
            for (var decision : decisions.values()) {
                var line = Frames.json().createObjectNode();
                line.put("id", decision.target().toString());
                line.put("decision", decision.verdict().text());
                line.put("reason", decision.reason());
                if (decision.verdict() instanceof Verdict.Keep(var as) && as.isPresent()) {
                    line.put("confirmed", true);
                }
                line.put("by", decision.by());
                line.put("at", decision.at().toString());
                lines.write(Frames.json().writeValueAsString(line));
                lines.newLine();
            }
        }
    }

    private Salvaged result() {
        return new Salvaged(
                out,
                lost,
                lostWithoutName,
                accounts,
                damagedTexts,
                decisions.size(),
                salvage.entries().size(),
                salvage.unreadable().stream().sorted().toList(),
                salvage.misfits().stream().sorted().toList());
    }
}
