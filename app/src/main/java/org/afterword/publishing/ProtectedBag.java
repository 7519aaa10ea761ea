package org.afterword.publishing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Logged;
import org.afterword.model.Account;
import org.afterword.model.Sha256;
import org.afterword.protection.Protection;
import org.afterword.protection.Quotability;
import org.afterword.protection.Redacted;
import org.afterword.verifier.Bag;

/**
 * Texts as a stranger may see them, with commitments to the exhibits they come from. No hash, file name, time, place in
 * the log or number of an exhibit is in it.
 */
final class ProtectedBag {
    private static final String ABOUT =
            "Accounts as a stranger may see them, and commitments to the files from which they were read.";
    private static final String TERMS =
            "The words are their authors'. Names were replaced; do not try to find out who is meant.";

    private final Chosen chosen;
    private final Protection protection;
    private final Material material;
    private final Seal seal;
    private final List<Publication.Withheld> withheld = new ArrayList<>();

    ProtectedBag(Chosen chosen) {
        this.chosen = chosen;
        protection = chosen.protection();
        material = Material.of(chosen.file(), protection);
        seal = new Seal(chosen.file().secret("publication"));
    }

    ExportFormat.Outcome write(Destination to) throws IOException {
        List<Account> shown = material.all().stream()
                .filter(account -> chosen.has(account.exhibit()))
                .filter(this::mayGo)
                .sorted(Comparator.comparing(
                        account -> Sha256.ofDigest(seal.shuffle(account.id())).hex()))
                .toList();
        String year = year(chosen.file());
        var crate = new Crate("Protected accounts", ABOUT, year, TERMS);
        SortedMap<String, byte[]> files = new TreeMap<>();
        var commitments = new ArrayList<Sha256>();
        for (int i = 0; i < shown.size(); i++) {
            Account account = shown.get(i);
            byte[] text = text(account).getBytes(StandardCharsets.UTF_8);
            String path = "texts/" + (i + 1) + ".txt";
            files.put(Bag.PAYLOAD + path, text);
            Sha256 commitment = seal.commitment(
                    account.id(), material.exhibits().get(account.exhibit()).sha256());
            commitments.add(commitment);
            crate.file(path, "Text " + (i + 1), Sha256.of(text), text.length).put("identifier", commitment.hex());
        }
        files.put(Bag.CRATE, crate.bytes());
        List<Obstacle> found = Gate.scan(material, files, List.of(ABOUT, TERMS));
        if (!found.isEmpty()) {
            return new ExportFormat.Refused(found);
        }
        return new ExportFormat.Written(shown.size(), write(files, seal.tree(commitments), to), List.copyOf(withheld));
    }

    private int write(SortedMap<String, byte[]> files, Seal.Tree tree, Destination to) throws IOException {
        var bag = new BagWriter(to);
        for (var file : files.entrySet()) {
            bag.put(file.getKey(), file.getValue());
        }
        bag.put(Bag.COMMITMENTS, tree.lines());
        bag.put(Bag.CHECKPOINT, seal.note(Bag.FORM, tree, bag.manifest()));
        bag.put(Bag.KEY, seal.verifier() + "\n");
        bag.put(Bag.VERIFY, VerifyText.ofProtected());
        Map<String, String> info = new LinkedHashMap<>();
        info.put("Bag-Software-Agent", chosen.program());
        info.put("External-Identifier", seal.verifier().name());
        return bag.finish(info);
    }

    private boolean mayGo(Account account) {
        Optional<String> why = switch (material.quotability().get(account.id())) {
            case Quotability.NotCounted(String reason) -> Optional.of(reason);
            case Quotability.CountsOnly(String reason, boolean rewordings) -> Optional.of(reason);
            case Quotability.Reworded reworded ->
                Optional.of("Only other words for it may be shown, and this is no place for them.");
            case Quotability.Verbatim verbatim -> undecided(account);
            case Quotability.Attributed attributed -> undecided(account);
        };
        why.ifPresent(
                reason -> withheld.add(new Publication.Withheld(account.id(), material.file(account.id()), reason)));
        return why.isEmpty();
    }

    private Optional<String> undecided(Account account) {
        if (!protection.open(account).isEmpty()) {
            return Optional.of("Somebody is named in it about whom nothing was decided.");
        }
        if (!material.read(account)) {
            return Optional.of("Nobody has read it; decide \"read\".");
        }
        return protection.approved(account)
                ? Optional.empty()
                : Optional.of("Nobody has approved it as strangers would see it now; decide \"approve\".");
    }

    private String text(Account account) {
        var parts = new ArrayList<String>();
        Redacted title = protection.title(account);
        if (!title.text().isBlank()) {
            parts.add(title.text());
        }
        if (material.quotability().get(account.id()) instanceof Quotability.Attributed(Redacted link, Redacted name)) {
            parts.add(name.text() + ", " + link.text());
        }
        parts.add(protection.protect(account).text().strip());
        return String.join("\n\n", parts) + "\n";
    }

    /** Of the last change; a day could be the one on which something came in. */
    private static String year(CaseFile file) {
        try (Stream<Logged> log = file.log()) {
            return log.filter(logged -> !(logged.entry().orElse(null) instanceof Entry.Exported))
                    .reduce((one, other) -> other)
                    .map(logged ->
                            Year.from(logged.at().atOffset(ZoneOffset.UTC)).toString())
                    .orElse("1970");
        }
    }
}
